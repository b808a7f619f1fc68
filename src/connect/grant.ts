/** What a person allowed us, sealed in an account's row. */
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

/** Whose grant it is. The seal binds the grant to its holder, so that one row's grant does not open in another row. */
export interface GrantHolder {
  readonly provider: ProviderName
  readonly subject: string
}

/** For the account's row. */
export const sealGrant = (keys: KeyRing, holder: GrantHolder, grant: Grant): Promise<string> =>
  keys.seal(JSON.stringify(grant), context(holder))

/** Null where the seal does not open: its key left the ring, or somebody tampered with the row. */
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
