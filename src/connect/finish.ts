/**
 * The second half of signing in. Steps: the state is this browser's own, and whoever began is still who is signed in; the
 * answer is the issuer's (RFC 9207); the code becomes tokens (PKCE); the ID token is for us, with our nonce, issued in the
 * name of its own tenant and signed by the issuer; the provider says who it is; what is missing of the scopes is told.
 */
import * as oauth from 'oauth4webapi'
import { failure, type Result, success } from '../model/result.ts'
import { type Instant, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Identity, Provider, ProviderError, Scope } from '../providers/provider.ts'
import type { ConnectDeps } from './begin.ts'
import { type ConnectError, errorOfOAuth } from './errors.ts'
import type { Grant } from './grant.ts'
import { issuerOf } from './issuer.ts'
import { unsealState } from './state.ts'

/** Who it is, and what they allowed. Nothing of it is stored yet. */
export interface Connected {
  readonly identity: Identity
  readonly grant: Grant
  /** What the person left out, though we cannot do without it. Where there is any, nothing may be connected. */
  readonly missing: readonly Scope[]
  /** Nobody was signed in at the beginning: the person meant to sign in, not to add an account to somebody's. */
  readonly isSignIn: boolean
}

/** Fails at the first step that does not hold. */
export const finishConnect = async (
  { openClient, keys }: Pick<ConnectDeps, 'openClient' | 'keys'>,
  callback: {
    readonly provider: Provider
    readonly redirectUri: string
    readonly parameters: URLSearchParams
    /** The cookie's value, or null. */
    readonly state: string | null
    readonly signedIn: User | null
    readonly now: Instant
  },
): Promise<Result<Connected, ConnectError>> => {
  const { provider, redirectUri, parameters, signedIn, now } = callback
  const begun = await unsealState(keys, callback.state, now)
  if (begun === null || begun.provider !== provider.name || begun.state !== parameters.get('state')) {
    return failure({ reason: 'not_begun_here' })
  }
  // Somebody else sits at this computer now, and the account would become theirs.
  if (begun.begunBy !== null && begun.begunBy !== signedIn?.id) {
    return failure({ reason: 'begun_by_another', signedIn: signedIn?.address ?? null })
  }
  // This comes before the library's check: providers leave `iss` out of refusals, and the library would report that instead.
  const refused = refusalIn(parameters, provider)
  if (refused !== null) return failure(refused)
  try {
    const { server, client, authentication, options } = await openClient(provider.oauth)
    const validated = oauth.validateAuthResponse(server, client, parameters, begun.state)
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      validated,
      redirectUri,
      begun.verifier,
      options,
    )
    const issuer = await issuerOf(provider.oauth, server, response)
    const tokens = await oauth.processAuthorizationCodeResponse(issuer, client, response, {
      expectedNonce: begun.nonce,
      requireIdToken: true,
    })
    await oauth.validateApplicationLevelSignature(server, response, options)
    const missing = missingScopes(provider.oauth.scopes, tokens.scope ?? '')
    const scopes = (tokens.scope ?? '').split(' ')
    const access = { token: tokens.access_token, scopes }
    const identity = await provider.identify(oauth.getValidatedIdTokenClaims(tokens) ?? {}, access, now)
    if (!identity.ok) return failure({ reason: 'provider_refused', error: identity.error })
    const lasting = tokens.refresh_token ?? (missing.length > 0 ? tokens.access_token : undefined)
    if (lasting === undefined) {
      return failure({ reason: 'provider_refused', error: { reason: 'malformed', detail: 'no refresh token came' } })
    }
    return success({
      identity: identity.value,
      missing,
      isSignIn: begun.begunBy === null,
      grant: {
        refreshToken: lasting,
        accessToken: tokens.access_token,
        expiresAt: later(now, tokens.expires_in ?? 0),
        scopes,
      },
    })
  } catch (error) {
    return failure({ reason: 'provider_refused', error: errorOfOAuth(error, provider.oauth) })
  }
}

const refusalIn = (parameters: URLSearchParams, provider: Provider): ConnectError | null => {
  const { oauth: server } = provider
  const refusal = parameters.get('error')
  if (refusal === null) return null
  const meant = server.meaningOf(Object.fromEntries(parameters))
  if (meant !== null) return { reason: 'provider_refused', error: meant }
  if (refusal === 'access_denied') return { reason: 'refused_by_person' }
  // Whoever was shown the consent page and could not consent has somebody who decides for them.
  if (refusal === 'consent_required' && provider.approvalUrl !== null)
    return { reason: 'provider_refused', error: { reason: 'blocked', by: 'administrator', detail: refusal } }
  const isPassing = refusal === 'temporarily_unavailable' || refusal === 'server_error'
  const error: ProviderError = isPassing
    ? { reason: 'unavailable', status: null }
    : { reason: 'malformed', detail: refusal }
  return { reason: 'provider_refused', error }
}

/** Consent is granular: a person may untick a scope, and the answer still looks like a success. */
const missingScopes = (asked: readonly Scope[], granted: string): readonly Scope[] => {
  const names = new Set(granted.split(' '))
  return asked.filter(
    ({ scope, aliases, without }) => without !== null && ![scope, ...aliases].some((name) => names.has(name)),
  )
}
