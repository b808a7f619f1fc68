/**
 * What owners have granted to clients, and the codes and tokens that stand for it. Lifetimes go by the world's clock.
 *
 * - Holder: one client and one account. A client stands for its whole Google Cloud project.
 * - Grant: every scope the holder was ever given. Revoking any token ends all of it.
 */
import { type Holder, keyOf } from '../service/client.ts'
import type { Challenge } from '../service/pkce.ts'
import { randomText } from '../service/random.ts'
import type { Clock } from '../world.ts'
import { isIdentityScope } from './scopes.ts'

/** What a code stands for until it is exchanged. */
export interface Consent extends Holder {
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly challenge: Challenge | null
  readonly nonce: string | null
  readonly isOffline: boolean
  /** The owner was asked although a grant existed (`prompt=consent`). */
  readonly isAskedAgain: boolean
}

export interface Code extends Consent {
  readonly givesRefreshToken: boolean
}

export interface AccessToken extends Holder {
  readonly scopes: readonly string[]
}

export interface RefreshToken extends AccessToken {
  readonly givenAt: number
  usedAt: number
}

const second = 1000
const day = 86_400 * second

/** As Google answers: one second short of the hour. */
export const accessTokenSeconds = 3599
const codeLife = 600 * second
/** Six months. */
const unusedLife = 182 * day
const testingLife = 7 * day
const refreshTokensPerHolder = 100

export class Grants {
  readonly #clock: Clock
  readonly #isTesting: boolean
  readonly #granted = new Map<string, Set<string>>()
  readonly #offline = new Set<string>()
  readonly #codes = new Map<string, Code & { readonly endsAt: number }>()
  readonly #access = new Map<string, AccessToken & { readonly endsAt: number }>()
  readonly #refresh = new Map<string, RefreshToken>()

  constructor(clock: Clock, isTesting: boolean) {
    this.#clock = clock
    this.#isTesting = isTesting
  }

  /** How long a refresh token for these scopes lives, or null for good: a project in Testing only lets signing in last. */
  refreshSeconds(scopes: readonly string[]): number | null {
    return this.#isTesting && !scopes.every(isIdentityScope) ? testingLife / second : null
  }

  /** Every scope this holder was ever given. */
  granted(holder: Holder): ReadonlySet<string> {
    return this.#granted.get(keyOf(holder)) ?? new Set()
  }

  /** The owner agreed: the scopes are granted from here on, and the code stands for it once. */
  giveCode(consent: Consent): string {
    const key = keyOf(consent)
    const isFirst = !this.#offline.has(key)
    this.#granted.set(key, new Set([...this.granted(consent), ...consent.scopes]))
    if (consent.isOffline) this.#offline.add(key)
    const code = `4/0A${randomText(48)}`
    const givesRefreshToken = consent.isOffline && (isFirst || consent.isAskedAgain)
    this.#codes.set(code, { ...consent, givesRefreshToken, endsAt: this.#clock.now() + codeLife })
    return code
  }

  /** What a code stood for, or null where it was used, is too old or never was. */
  redeem(code: string): Code | null {
    const consent = this.#codes.get(code)
    this.#codes.delete(code)
    return consent === undefined || consent.endsAt <= this.#clock.now() ? null : consent
  }

  giveAccessToken({ clientId, subject, scopes }: AccessToken): string {
    const token = `ya29.a0A${randomText(96)}`
    this.#access.set(token, { clientId, subject, scopes, endsAt: this.#clock.now() + accessTokenSeconds * second })
    return token
  }

  /** The oldest of a holder's tokens dies silently when there are too many. */
  giveRefreshToken({ clientId, subject, scopes }: AccessToken): string {
    const token = `1//0g${randomText(48)}`
    const now = this.#clock.now()
    this.#refresh.set(token, { clientId, subject, scopes, givenAt: now, usedAt: now })
    const siblings = [...this.#refresh].filter(([, other]) => keyOf(other) === keyOf({ clientId, subject }))
    const [oldest] = siblings
    if (siblings.length > refreshTokensPerHolder && oldest !== undefined) this.#refresh.delete(oldest[0])
    return token
  }

  /** What a refresh token of this client stands for, or null where it is dead. */
  useRefreshToken(token: string, clientId: string): RefreshToken | null {
    const found = this.#liveRefreshToken(token)
    if (found === null || found.clientId !== clientId) return null
    found.usedAt = this.#clock.now()
    return found
  }

  accessToken(token: string): AccessToken | null {
    const found = this.#access.get(token)
    return found === undefined || found.endsAt <= this.#clock.now() ? null : found
  }

  /** Withdraws all that the token's owner gave to the token's client; false where the token is dead already. */
  revoke(token: string): boolean {
    const found = this.accessToken(token) ?? this.#liveRefreshToken(token)
    if (found === null) return false
    const key = keyOf(found)
    this.#granted.delete(key)
    this.#offline.delete(key)
    for (const kept of [this.#codes, this.#access, this.#refresh]) {
      for (const [name, entry] of kept) if (keyOf(entry) === key) kept.delete(name)
    }
    return true
  }

  #liveRefreshToken(token: string): RefreshToken | null {
    const found = this.#refresh.get(token)
    if (found === undefined) return null
    const now = this.#clock.now()
    if (now - found.usedAt > unusedLife) return null
    const seconds = this.refreshSeconds(found.scopes)
    return seconds !== null && now - found.givenAt > seconds * second ? null : found
  }
}
