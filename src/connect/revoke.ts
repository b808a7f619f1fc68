/** Giving a grant back to the provider (RFC 7009), where it has a place for that. */
import * as oauth from 'oauth4webapi'
import type { Account } from '../model/account.ts'
import type { Provider } from '../providers/provider.ts'
import type { ConnectDeps } from './begin.ts'
import { unsealGrant } from './grant.ts'

/** What became of the permission at the provider. */
export type Revocation =
  | 'revoked'
  /** The provider has no such endpoint: only the person can take the permission back, on its own pages. */
  | 'not_offered'
  /** It did not answer, or the grant could not be opened any more. */
  | 'failed'

/** Never throws: whoever leaves must get away. */
export const revokeGrant = async (
  { openClient, keys }: Pick<ConnectDeps, 'openClient' | 'keys'>,
  account: Account,
  provider: Provider,
): Promise<Revocation> => {
  const grant = account.grant === '' ? null : await unsealGrant(keys, account, account.grant)
  if (grant === null) return 'failed'
  try {
    const { server, client, authentication, options } = await openClient(provider.oauth)
    if (server.revocation_endpoint === undefined) return 'not_offered'
    const response = await oauth.revocationRequest(server, client, authentication, grant.refreshToken, options)
    // Google answers 400 to a token that is dead already: what was wanted is true.
    return response.ok || response.status === 400 ? 'revoked' : 'failed'
  } catch {
    return 'failed'
  }
}
