/** The authorization request (RFC 6749 §4.1.1, with Google's own parameters): what it asks, and what is wrong with it. Pure. */
import type { Client } from '../service/client.ts'
import type { Challenge } from '../service/pkce.ts'
import { expandScopes, isKnownScope, splitScopes } from './scopes.ts'

export interface Authorization {
  readonly client: Client
  readonly redirectUri: string
  /** As asked, short names and all. */
  readonly asked: readonly string[]
  readonly scopes: readonly string[]
  readonly state: string | null
  readonly nonce: string | null
  readonly challenge: Challenge | null
  readonly isOffline: boolean
  readonly includesGranted: boolean
  readonly prompts: ReadonlySet<string>
  readonly loginHint: string | null
}

/** Shown on a page of Google's own: a client or an address that is not known must not be redirected to. */
export interface AuthorizationError {
  readonly error: 'invalid_client' | 'redirect_uri_mismatch' | 'invalid_request' | 'invalid_scope'
  readonly status: 400 | 401
  readonly detail: string
}

export type Parsed =
  | { readonly ok: true; readonly value: Authorization }
  | { readonly ok: false; readonly error: AuthorizationError }

export const parseAuthorization = (parameters: URLSearchParams, clients: readonly Client[]): Parsed => {
  const client = clients.find(({ clientId }) => clientId === parameters.get('client_id'))
  if (client === undefined) return wrong('invalid_client', 'The OAuth client was not found.')
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!client.redirectUris.includes(redirectUri)) {
    return wrong('redirect_uri_mismatch', `The redirect URI is not registered for this client: ${redirectUri}`)
  }
  if (parameters.get('response_type') !== 'code') {
    return wrong('invalid_request', 'Only the authorization code flow is simulated: response_type must be code.')
  }
  const asked = splitScopes(parameters.get('scope') ?? '')
  if (asked.length === 0) return wrong('invalid_request', 'Missing required parameter: scope')
  const scopes = expandScopes(asked)
  const strange = scopes.filter((scope) => !isKnownScope(scope))
  if (strange.length > 0) {
    return wrong('invalid_scope', `Some requested scopes were invalid or not shown: ${strange.join(', ')}`)
  }
  const method = parameters.get('code_challenge_method') ?? 'plain'
  if (method !== 'S256' && method !== 'plain') {
    return wrong('invalid_request', `Invalid code_challenge_method: ${method}`)
  }
  const challenge = parameters.get('code_challenge')
  return {
    ok: true,
    value: {
      client,
      redirectUri,
      asked,
      scopes,
      state: parameters.get('state'),
      nonce: parameters.get('nonce'),
      challenge: challenge === null ? null : { method, value: challenge },
      isOffline: parameters.get('access_type') === 'offline',
      includesGranted: parameters.get('include_granted_scopes') === 'true',
      prompts: new Set(splitScopes(parameters.get('prompt') ?? '')),
      loginHint: parameters.get('login_hint'),
    },
  }
}

/** Where to send the person back to, the parameters in order and spaces as `%20`. */
export const callbackUrl = (redirectUri: string, parameters: readonly (readonly [string, string])[]): string => {
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`
}

const wrong = (error: AuthorizationError['error'], detail: string): Parsed => ({
  ok: false,
  error: { error, status: error === 'invalid_client' ? 401 : 400, detail },
})
