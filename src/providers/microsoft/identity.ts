/** Who signed in. https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference. Pure. */
import { type Fields, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Identity, IdTokenClaims, ProviderError } from '../provider.ts'
import { personalTenant } from './oauth.ts'

/**
 * An account is keyed by tenant and object: every other name of it may change hands. Its address is the mailbox's, where
 * Graph knows that; a personal account, or one that is nobody's yet, has none there.
 */
export const identityOf = (claims: IdTokenClaims, owner: Fields): Result<Identity, ProviderError> => {
  const tenant = textOf(claims.tid)
  const object = textOf(claims.oid)
  const signInName = addressOf(owner.userPrincipalName)
  const address = addressOf(owner.mail) ?? signInName ?? addressOf(claims.email) ?? addressOf(claims.preferred_username)
  if (tenant === null || object === null || address === null) {
    return failure({ reason: 'malformed', detail: 'an ID token without a tenant, an object or an address' })
  }
  return success({
    subject: `${tenant}.${object}`,
    address,
    // An administrator writes whatever they like into `mail`; a sign-in name ends in a domain that the tenant has proved
    // to be its own. Of personal accounts every address has been proved by its owner.
    vouchedAddress: tenant === personalTenant ? address : signInName,
    name: textOf(claims.name) ?? textOf(owner.displayName),
  })
}

export const isPersonal = (subject: string): boolean => subject.startsWith(`${personalTenant}.`)

/** Null too for a guest's name (`ann_contoso.example#EXT#@…`), which is no address. */
const addressOf = (value: unknown): string | null => {
  const text = textOf(value)
  return text !== null && /^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(text) ? text : null
}
