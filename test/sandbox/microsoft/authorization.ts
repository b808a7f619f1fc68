/** The authorization request (RFC 6749 §4.1.1): what it asks, what is wrong with it, and the way back. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Client } from '../service/client.ts'
import type { Challenge } from '../service/pkce.ts'
import { type LoginError, loginErrors } from './login-errors.ts'
import { readScopes } from './scopes.ts'

/** What can be told before anything else: whom to lead back, and where. */
export interface Way {
  readonly client: Client
  readonly redirectUri: string
  readonly state: string | null
  readonly mode: 'query' | 'form_post'
}

export interface Authorization extends Way {
  readonly scopes: readonly string[]
  readonly nonce: string | null
  readonly challenge: Challenge | null
  readonly prompt: string | null
  readonly loginHint: string | null
}

/** Without a known client and address of its own the refusal is a page: nothing may be redirected to. */
export const parseWay = (parameters: URLSearchParams, clients: readonly Client[]): Result<Way, LoginError> => {
  const client = clients.find(({ clientId }) => clientId === parameters.get('client_id'))
  if (client === undefined) return failure(loginErrors.unknownClient)
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!client.redirectUris.includes(redirectUri)) return failure(loginErrors.redirectMismatch)
  const mode = parameters.get('response_mode') === 'form_post' ? 'form_post' : 'query'
  return success({ client, redirectUri, state: parameters.get('state'), mode })
}

/** Anything else that is wrong goes back to the application. */
export const parseAuthorization = (way: Way, parameters: URLSearchParams): Result<Authorization, LoginError> => {
  if (parameters.get('response_type') !== 'code') return failure(loginErrors.responseType)
  const mode = parameters.get('response_mode') ?? 'query'
  if (mode !== 'query' && mode !== 'form_post') return failure(loginErrors.responseMode)
  const scope = parameters.get('scope') ?? ''
  if (scope.trim() === '')
    return failure({ ...loginErrors.missingField, message: `${loginErrors.missingField.message} 'scope'.` })
  const scopes = readScopes(scope)
  if (!scopes.ok) {
    return failure(scopes.error.reason === 'unknown' ? loginErrors.scopeUnknown : loginErrors.scopeOfAnother)
  }
  const method = parameters.get('code_challenge_method') ?? 'plain'
  if (method !== 'S256' && method !== 'plain') return failure(loginErrors.challengeMethod)
  const challenge = parameters.get('code_challenge')
  return success({
    ...way,
    scopes: scopes.value,
    nonce: parameters.get('nonce'),
    challenge: challenge === null ? null : { method, value: challenge },
    prompt: parameters.get('prompt'),
    loginHint: parameters.get('login_hint'),
  })
}

/** Where to send the person back to. Microsoft writes spaces as `+`. */
export const callbackUrl = (redirectUri: string, parameters: URLSearchParams): string =>
  `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`
