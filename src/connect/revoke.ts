/** Giving a grant back to the provider (RFC 7009), where it has a place for that. */
import * as oauth from 'oauth4webapi'
import type { Account } from '../model/account.ts'
import type { Provider } from '../providers/provider.ts'
import type { ConnectDeps } from './begin.ts'
import { unsealGrant } from './grant.ts'

/** What became of the permission at the provider. */
export type Revocation =
  | 'revoked'
  /** The provider has no such endpoint: only the person can take the permission back, on the provider's own pages. */
  | 'not_offered'
  /** The provider did not answer or is set up no more, or the grant cannot be opened any more. */
  | 'failed'

export interface RevokeDeps extends Pick<ConnectDeps, 'openClient' | 'keys'> {
  /** Null where the installation is no longer set up for the account's provider. */
  readonly providerOf: (account: Account) => Provider | null
}

/** Never throws: whoever leaves must get away. */
export const revokeGrant = async (
  { openClient, keys, providerOf }: RevokeDeps,
  account: Account,
): Promise<Revocation> => {
  const provider = providerOf(account)
  const grant = account.grant === '' ? null : await unsealGrant(keys, account, account.grant)
  return provider === null || grant === null ? 'failed' : giveBack(openClient, provider, grant.refreshToken)
}

/** Gives a token back, and with it everything that was granted to us together with it. Never throws. */
export const giveBack = async (
  openClient: ConnectDeps['openClient'],
  provider: Provider,
  token: string,
): Promise<Revocation> => {
  try {
    const { server, client, authentication, options } = await openClient(provider.oauth)
    if (server.revocation_endpoint === undefined) return 'not_offered'
    const response = await oauth.revocationRequest(server, client, authentication, token, options)
    // Google answers 400 to a token that is dead already, which is what we want.
    return response.ok || response.status === 400 ? 'revoked' : 'failed'
  } catch {
    return 'failed'
  }
}
