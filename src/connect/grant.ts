/** What a person allowed us, as it lies under seal in an account's row. */
import * as v from 'valibot'
import type { ProviderName } from '../model/account.ts'
import type { Instant } from '../model/time.ts'
import type { KeyRing } from './keys.ts'

/** The tokens of one account (RFC 6749 §1.4 and §1.5). */
export interface Grant {
  readonly refreshToken: string
  readonly accessToken: string
  /** When the access token stops working. */
  readonly expiresAt: Instant
  readonly scopes: readonly string[]
}

/** Whose it is: the seal binds the grant to this, so that one row's grant does not open in another's place. */
export interface GrantHolder {
  readonly provider: ProviderName
  readonly subject: string
}

/** For the account's row. */
export const sealGrant = (keys: KeyRing, holder: GrantHolder, grant: Grant): Promise<string> =>
  keys.seal(JSON.stringify(grant), context(holder))

/** Null where the seal does not open: its key was dropped from the ring, or the row was tampered with. */
export const unsealGrant = async (keys: KeyRing, holder: GrantHolder, sealed: string): Promise<Grant | null> => {
  const text = await keys.unseal(sealed, context(holder))
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  return parsed.success ? { ...parsed.output, expiresAt: parsed.output.expiresAt as Instant } : null
}

const context = ({ provider, subject }: GrantHolder): string => `grant ${provider} ${subject}`

const schema = v.object({
  refreshToken: v.string(),
  accessToken: v.string(),
  expiresAt: v.number(),
  scopes: v.array(v.string()),
})
