/**
 * A live access token for an account. The stored token serves as long as it lasts; after that the refresh token brings a
 * new one. A new token is stored before its first use: some providers rotate refresh tokens, and whoever loses the new one
 * has none that works.
 */
import * as oauth from 'oauth4webapi'
import type { Account } from '../model/account.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type Instant, later } from '../model/time.ts'
import type { Access, Provider, ProviderError } from '../providers/provider.ts'
import { accountById, replaceGrant } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import type { ConnectDeps } from './begin.ts'
import { errorOfOAuth } from './errors.ts'
import { type Grant, sealGrant, unsealGrant } from './grant.ts'
import type { GrantMemory } from './grant-memory.ts'
import { issuerOf } from './issuer.ts'

export interface AccessDeps extends Pick<ConnectDeps, 'openClient' | 'keys'> {
  readonly grants: GrantMemory
  readonly store: Store
  readonly now: () => Instant
  readonly providerOf: (account: Account) => Provider | null
}

/**
 * A token that lasts two minutes at least; another one where the provider refused (`isRefused`) the one at hand, whatever
 * its age. Fails with `grant_revoked` where only connecting again helps, with `blocked` where the provider is set up no
 * more, and otherwise as the provider's token endpoint does: that passes.
 */
export const accessTo = async (
  { openClient, keys, grants, store, now, providerOf }: AccessDeps,
  account: Account,
  isRefused: boolean,
): Promise<Result<Access, ProviderError>> => {
  const provider = providerOf(account)
  if (provider === null) return failure({ reason: 'blocked', by: 'operator', detail: 'not set up any more' })
  const grant = grants.get(account.grant) ?? (await unsealGrant(keys, account, account.grant))
  // The key was dropped from the ring: only connecting again brings a grant we can open.
  if (grant === null) return failure({ reason: 'grant_revoked' })
  grants.put(account.grant, grant)
  if (!isRefused && later(now(), minSeconds) < grant.expiresAt) {
    await reseal({ keys, store }, account, grant)
    return success(accessBy(grant))
  }
  const renewed = await renewGrant(openClient, provider, grant, now())
  if (renewed.ok) {
    const sealed = await sealGrant(keys, account, renewed.value)
    if (await replaceGrant(store, account.id, { old: account.grant, renewed: sealed })) {
      for (const seal of [account.grant, sealed]) grants.put(seal, renewed.value)
      return success(accessBy(renewed.value))
    }
  } else if (renewed.error.reason !== 'grant_revoked') return renewed
  // Someone else renewed it meanwhile, or the person connected again: what is stored now counts, not what we held.
  const current = (await accountById(store, account.id))?.grant
  const stored = current === undefined || current === account.grant ? null : await unsealGrant(keys, account, current)
  if (stored !== null) return success(accessBy(stored))
  return renewed.ok ? success(accessBy(renewed.value)) : renewed
}

/** Under the newest key, so that an older one can be dropped once every account was read. Whoever wrote meanwhile did it, too. */
const reseal = async (
  { keys, store }: Pick<AccessDeps, 'keys' | 'store'>,
  account: Account,
  grant: Grant,
): Promise<void> => {
  if (await keys.isCurrent(account.grant)) return
  await replaceGrant(store, account.id, { old: account.grant, renewed: await sealGrant(keys, account, grant) })
}

const accessBy = ({ accessToken, scopes }: Grant): Access => ({ token: accessToken, scopes })

/** A page takes seconds; a token that ends within it would be refused half way. */
const minSeconds = 120

/** Another access token, by the refresh token; and where the provider sends one, another of these. */
export const renewGrant = async (
  openClient: ConnectDeps['openClient'],
  provider: Provider,
  grant: Grant,
  now: Instant,
): Promise<Result<Grant, ProviderError>> => {
  try {
    const { server, client, authentication, options } = await openClient(provider.oauth)
    const response = await oauth.refreshTokenGrantRequest(server, client, authentication, grant.refreshToken, options)
    const issuer = await issuerOf(provider.oauth, server, response)
    const tokens = await oauth.processRefreshTokenResponse(issuer, client, response)
    return success({
      // Some send none on a refresh, and the old one stays; others send another each time, and the old one soon ends.
      refreshToken: tokens.refresh_token ?? grant.refreshToken,
      accessToken: tokens.access_token,
      expiresAt: later(now, tokens.expires_in ?? 0),
      scopes: tokens.scope === undefined ? grant.scopes : tokens.scope.split(' '),
    })
  } catch (error) {
    return failure(errorOfOAuth(error, provider.oauth))
  }
}
