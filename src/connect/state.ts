/** What the second half of signing in must know of the first: sealed, in a cookie of the browser that began. */
import * as v from 'valibot'
import { type ProviderName, providerNames } from '../model/account.ts'
import type { Instant } from '../model/time.ts'
import type { KeyRing } from './keys.ts'

export interface SignInState {
  readonly provider: ProviderName
  /** The user who was signed in at the beginning, or null. */
  readonly begunBy: number | null
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expiresAt: Instant
}

/** For a cookie. */
export const sealState = (keys: KeyRing, state: SignInState): Promise<string> =>
  keys.seal(JSON.stringify(state), context)

/** Null where there is none, where it is not ours, or where its time is over. */
export const unsealState = async (keys: KeyRing, sealed: string | null, now: Instant): Promise<SignInState | null> => {
  const text = sealed === null ? null : await keys.unseal(sealed, context)
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  if (!parsed.success || parsed.output.expiresAt < now) return null
  return { ...parsed.output, expiresAt: parsed.output.expiresAt as Instant }
}

const context = 'sign-in state'

const schema = v.object({
  provider: v.picklist(providerNames),
  begunBy: v.nullable(v.number()),
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  expiresAt: v.number(),
})
