/** Microsoft's identity platform, as data (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow). */
import type { BlockedBy } from '../../model/account.ts'
import { type Fields, listOf, textOf } from '../../model/json.ts'
import type { ProviderError, Scope, Tenants } from '../provider.ts'

/** Headers only: under this scope Graph leaves bodies, previews and attachments out of every answer. */
export const mailScope = 'Mail.ReadBasic'

/** Times, attendees and the organizer of meetings; no body, no attachments. */
export const calendarScope = 'Calendars.ReadBasic'

/** Graph's scopes may be listed by their short or by their whole name. */
const graphScope = (scope: string, without: string | null): Scope => ({
  scope,
  aliases: [`https://graph.microsoft.com/${scope}`],
  without,
})

export const microsoftScopes: readonly Scope[] = [
  { scope: 'openid', aliases: [], without: null },
  { scope: 'profile', aliases: [], without: null },
  { scope: 'email', aliases: [], without: null },
  // Without it no refresh token comes; it is never listed among what was granted.
  { scope: 'offline_access', aliases: [], without: null },
  graphScope('User.Read', null),
  graphScope(mailScope, 'see who you write with'),
  graphScope(calendarScope, 'see whom you meet'),
]

export const microsoftAuthorization = {
  response_mode: 'query',
  // Otherwise whoever is signed in to one account could never choose another.
  prompt: 'select_account',
} as const

/** The tenant of all personal accounts. */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/**
 * Whose names the tokens of this issuer may bear. `common` and `organizations` speak for every tenant, `consumers` for the
 * personal accounts' own; an issuer with a tenant's id is that tenant.
 */
export const tenantsOf = (issuer: URL): Tenants | null => {
  const placeholder = '{tenantid}'
  const [, before, alias, after] = /^(.*\/)(common|organizations|consumers)(\/.*?)\/?$/.exec(issuer.href) ?? []
  if (before === undefined || after === undefined) return null
  const tenant = alias === 'consumers' ? personalTenant : placeholder
  return { issuer: `${before}${tenant}${after}`, placeholder, claim: 'tid' }
}

/**
 * The numbers in a refusal (AADSTS…) that mean something else than its word: `invalid_grant` is said of dead grants, of
 * policies and of clients that ask too often alike. Told by `error_codes`; on the way back from consent, where there are
 * none, by the number that leads the description.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const meaningOfMicrosoftRefusal = (refusal: Fields): ProviderError | null => {
  const [, leading] = /^AADSTS(\d+)/.exec(textOf(refusal.error_description) ?? '') ?? []
  const numbers = [...listOf(refusal.error_codes), ...(leading === undefined ? [] : [leading])]
  return numbers.map((number) => meanings.get(Number(number))).find((meant) => meant !== undefined) ?? null
}

const blocked = (by: BlockedBy, detail: string): ProviderError => ({ reason: 'blocked', by, detail })

const meanings: ReadonlyMap<number, ProviderError> = new Map([
  [7000215, blocked('operator', 'AADSTS7000215: the client secret is wrong')],
  [7000222, blocked('operator', 'AADSTS7000222: the client secret has expired')],
  [7000218, blocked('operator', 'AADSTS7000218: the client secret is missing')],
  [700016, blocked('operator', 'AADSTS700016: the client id is not known')],
  [90094, blocked('administrator', 'AADSTS90094: an administrator must consent')],
  [90095, blocked('administrator', 'AADSTS90095: an administrator has been asked')],
  [50105, blocked('administrator', 'AADSTS50105: not assigned to the application')],
  [7000112, blocked('administrator', 'AADSTS7000112: the application is disabled')],
  [53003, blocked('administrator', 'AADSTS53003: conditional access')],
  [50057, blocked('administrator', 'AADSTS50057: the account is disabled')],
  [50196, { reason: 'rate_limited', retryAfterSeconds: 300 }],
  [90033, { reason: 'unavailable', status: null }],
  [90024, { reason: 'unavailable', status: null }],
  [90006, { reason: 'unavailable', status: null }],
])
