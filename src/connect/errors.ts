/** What can go wrong between "Continue with …" and a connected account, and what the library's exceptions mean. Pure. */

import * as oauth from 'oauth4webapi'
import { retryAfterSeconds } from '../model/retry-after.ts'
import { isTooLong } from '../outside.ts'
import type { OAuthServer, ProviderError, Scope } from '../providers/provider.ts'

/** Why nothing was connected. */
export type ConnectError =
  /** The sign-in began in another browser or too long ago, or it was used already. */
  | { readonly reason: 'not_begun_here' }
  /** Another user is signed in than at the beginning, or nobody any more. */
  | { readonly reason: 'begun_by_another'; readonly signedIn: string | null }
  /** Nobody was signed in at the beginning, and somebody is now, whose account this is not. */
  | { readonly reason: 'signed_in_meanwhile'; readonly address: string; readonly signedIn: string }
  | { readonly reason: 'refused_by_person' }
  | { readonly reason: 'scopes_missing'; readonly missing: readonly Scope[] }
  | { readonly reason: 'provider_refused'; readonly error: ProviderError }
  | { readonly reason: 'signups_closed'; readonly address: string }
  /** The account belongs to another user of this installation. */
  | { readonly reason: 'taken'; readonly address: string }

/** The errors of RFC 6749 §5.2 as the provider errors we act upon, or whatever else this server means by them. */
export const errorOfOAuth = (error: unknown, server: Pick<OAuthServer, 'meaningOf'>): ProviderError => {
  if (error instanceof oauth.ResponseBodyError) return server.meaningOf(error.cause) ?? errorOfTokenResponse(error)
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return { reason: 'blocked', by: 'operator', detail: 'the client was not accepted' }
  }
  if (error instanceof oauth.OperationProcessingError) {
    const response = error.cause instanceof Response ? error.cause : null
    if (response?.status === 429) return rateLimited(response)
    return response !== null && response.status >= 500
      ? { reason: 'unavailable', status: response.status }
      : { reason: 'malformed', detail: error.code ?? error.message }
  }
  if (isTooLong(error)) return { reason: 'malformed', detail: 'an answer too long to read' }
  return { reason: 'unavailable', status: null }
}

const errorOfTokenResponse = (error: oauth.ResponseBodyError): ProviderError => {
  if (error.status === 429) return rateLimited(error.response)
  if (error.status >= 500) return { reason: 'unavailable', status: error.status }
  switch (error.error) {
    case 'invalid_grant':
    case 'consent_required':
    case 'interaction_required':
      return { reason: 'grant_revoked' }
    case 'invalid_client':
    case 'unauthorized_client':
      return {
        reason: 'blocked',
        by: 'operator',
        detail: `${error.error}: the client id or its secret is not accepted`,
      }
    case 'temporarily_unavailable':
    case 'server_error':
      return { reason: 'unavailable', status: error.status }
    default:
      return { reason: 'malformed', detail: error.error }
  }
}

/** The wait where the server names none. */
const usualPause = 60

const rateLimited = ({ headers }: Response): ProviderError => ({
  reason: 'rate_limited',
  retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), null) ?? usualPause,
})
