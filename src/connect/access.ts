/**
 * A live access token for an account. One that still lasts is used; otherwise the refresh token brings a new one, which
 * is stored before it is used: some providers rotate refresh tokens, and the old one may be the last that works.
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
import { issuerOf } from './issuer.ts'

/**
 * A token good for two minutes at least. Fails with `grant_revoked` where only connecting again helps, and otherwise as the
 * provider's token endpoint does: that passes.
 */
export const accessTo = async (
  { openClient, keys }: Pick<ConnectDeps, 'openClient' | 'keys'>,
  store: Store,
  request: {
    readonly account: Account
    readonly provider: Provider
    readonly now: Instant
    /** The provider no longer takes the token at hand, whatever its age. */
    readonly isRefused?: boolean
  },
): Promise<Result<Access, ProviderError>> => {
  const { account, provider, now, isRefused = false } = request
  const grant = await unsealGrant(keys, account, account.grant)
  // The key was dropped from the ring: only connecting again brings a grant we can open.
  if (grant === null) return failure({ reason: 'grant_revoked' })
  if (!isRefused && later(now, minSeconds) < grant.expiresAt) return success(accessBy(grant))
  const renewed = await renewGrant(openClient, provider, grant, now)
  if (renewed.ok) {
    const sealed = await sealGrant(keys, account, renewed.value)
    if (await replaceGrant(store, account.id, { old: account.grant, renewed: sealed })) {
      return success(accessBy(renewed.value))
    }
  } else if (renewed.error.reason !== 'grant_revoked') return renewed
  // Someone else renewed it meanwhile, or the person connected again: what is stored now counts, not what we held.
  const current = (await accountById(store, account.id))?.grant
  const stored = current === undefined || current === account.grant ? null : await unsealGrant(keys, account, current)
  if (stored !== null) return success(accessBy(stored))
  return renewed.ok ? success(accessBy(renewed.value)) : renewed
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
