/**
 * What owners have granted to clients, and the codes and tokens that stand for it. Lifetimes go by the world's clock.
 *
 * - Consent: every scope an owner ever gave to a client. Withdrawing it lets no token be refreshed any more, while access
 *   tokens that are out live to their end.
 * - Refresh tokens rotate: each use gives a new one, and the old one works for a while yet.
 */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { type Holder, keyOf } from '../service/client.ts'
import type { Challenge } from '../service/pkce.ts'
import { randomText } from '../service/random.ts'
import type { Clock, MicrosoftAccount } from '../world.ts'

/** What a code stands for until it is exchanged. */
export interface Consent extends Holder {
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly challenge: Challenge | null
  readonly nonce: string | null
}

export interface Grant extends Holder {
  readonly scopes: readonly string[]
}

interface RefreshToken extends Grant {
  readonly givenAt: number
  /** When it was first exchanged for a newer one. */
  replacedAt: number | null
}

export type DeadCode = 'unknown' | 'used' | 'expired'
export type DeadRefreshToken = 'unknown' | 'inactive' | 'replaced' | 'withdrawn'

const second = 1000
const day = 86_400 * second

/** Between 60 and 90 minutes, as Microsoft draws it. */
export const accessTokenSeconds = 4378
const codeLife = 600 * second
const inactiveLife = 90 * day

export class Grants {
  readonly #clock: Clock
  readonly #grace: number
  readonly #consented = new Map<string, Set<string>>()
  readonly #codes = new Map<string, Consent & { readonly endsAt: number; isUsed: boolean }>()
  readonly #access = new Map<string, Grant & { readonly endsAt: number }>()
  readonly #refresh = new Map<string, RefreshToken>()

  constructor(clock: Clock, graceSeconds: number) {
    this.#clock = clock
    this.#grace = graceSeconds * second
  }

  /** Every scope this holder was ever given, unless it was all taken back. */
  consented(holder: Holder): ReadonlySet<string> {
    return this.#consented.get(keyOf(holder)) ?? new Set()
  }

  /** The owner agreed: the scopes are consented to from here on, and the code stands for them once. */
  giveCode(consent: Consent, account: MicrosoftAccount): string {
    this.#consented.set(keyOf(consent), new Set([...this.consented(consent), ...consent.scopes]))
    // Codes are longer than a kilobyte: whoever cuts them loses the grant.
    const code = account.kind === 'work' ? `1.AXoA${randomText(900)}` : `M.C519_BAY.2.U.${randomText(30)}`
    this.#codes.set(code, { ...consent, endsAt: this.#clock.now() + codeLife, isUsed: false })
    return code
  }

  redeem(code: string): Result<Consent, DeadCode> {
    const consent = this.#codes.get(code)
    if (consent === undefined) return failure('unknown')
    if (consent.isUsed) return failure('used')
    consent.isUsed = true
    return consent.endsAt <= this.#clock.now() ? failure('expired') : success(consent)
  }

  /** Opaque, whatever it looks like: to a work account's it happens to look like a signed token. */
  giveAccessToken({ clientId, subject, scopes }: Grant, account: MicrosoftAccount): string {
    const token =
      account.kind === 'work'
        ? `eyJ0eXAiOiJKV1QiLCJub25jZSI6I${randomText(40)}.eyJ${randomText(900)}.${randomText(256)}`
        : `EwB4A8l6BAAU${randomText(700)}`
    this.#access.set(token, { clientId, subject, scopes, endsAt: this.#clock.now() + accessTokenSeconds * second })
    return token
  }

  giveRefreshToken({ clientId, subject, scopes }: Grant, account: MicrosoftAccount): string {
    const token = account.kind === 'work' ? `1.AXoA${randomText(1200)}` : `M.C519_BAY.0.U.-${randomText(240)}`
    this.#refresh.set(token, { clientId, subject, scopes, givenAt: this.#clock.now(), replacedAt: null })
    return token
  }

  /** What a refresh token of this client stands for. From here on it is replaced: a new one is on its way. */
  useRefreshToken(token: string, clientId: string): Result<Grant, DeadRefreshToken> {
    const found = this.#refresh.get(token)
    if (found === undefined || found.clientId !== clientId) return failure('unknown')
    if (this.consented(found).size === 0) return failure('withdrawn')
    const now = this.#clock.now()
    if (now - found.givenAt > inactiveLife) return failure('inactive')
    if (found.replacedAt !== null && now - found.replacedAt > this.#grace) return failure('replaced')
    found.replacedAt ??= now
    return success(found)
  }

  /** What an access token stands for, dead ones too: how they are refused tells why. */
  accessToken(token: string): (Grant & { readonly isExpired: boolean }) | null {
    const found = this.#access.get(token)
    return found === undefined ? null : { ...found, isExpired: found.endsAt <= this.#clock.now() }
  }

  /** Who has given what to whom. */
  get holders(): readonly (Holder & { readonly scopes: readonly string[] })[] {
    return [...this.#consented].map(([key, scopes]) => {
      const [clientId = '', subject = ''] = key.split(' ')
      return { clientId, subject, scopes: [...scopes] }
    })
  }

  withdraw(holder: Holder): void {
    this.#consented.delete(keyOf(holder))
  }
}
