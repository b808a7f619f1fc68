/** Discovery, tokens, revocation and userinfo (RFC 6749, RFC 7009, OpenID Connect). Errors are flat, unlike the APIs'. */
import { Hono } from 'hono'
import { formOf } from '../form.ts'
import { type Client, credentials } from '../service/client.ts'
import { type Faults, weathered } from '../service/faults.ts'
import { isVerified } from '../service/pkce.ts'
import type { World } from '../world.ts'
import { liveToken } from './calls.ts'
import { authorizationPath } from './consent.ts'
import { gmailService, jsonAnswer } from './errors.ts'
import { ownerClaims, type Signer } from './id-token.ts'
import { scopes as known, knownScopes } from './scopes.ts'
import { type AccessToken, accessTokenSeconds, type Code, type Grants } from './tokens.ts'
import { hostWording } from './weather.ts'

export interface TokenEndpoint {
  readonly world: World
  readonly origin: string
  readonly clients: readonly Client[]
  readonly grants: Grants
  readonly signer: Signer
  readonly faults: Faults
}

export const createOAuth = (sandboxConsole: TokenEndpoint): Hono => {
  const app = new Hono()
  const { world, grants, faults } = sandboxConsole

  app.get('/.well-known/openid-configuration', () => jsonAnswer(discovery(sandboxConsole.origin)))

  app.get('/oauth2/v3/certs', async () => jsonAnswer(await sandboxConsole.signer.keys()))

  const host = weathered(faults, () => faults.refusalOfHost(hostWording(gmailService)))

  app.post('/token', host, async (c) => tokenAnswer(sandboxConsole, await formOf(c), c.req.header('Authorization')))

  app.post('/revoke', host, async (c) => {
    const form = await formOf(c)
    const token = form.get('token') ?? c.req.query('token') ?? ''
    const isRevoked = grants.revoke(token) && !world.weather.revoked
    return isRevoked ? jsonAnswer({}) : flatError(400, 'invalid_token', 'Token expired or revoked')
  })

  app.on(['GET', 'POST'], '/v1/userinfo', host, (c) => {
    const token = liveToken(world, grants, c.req.header('Authorization') ?? '')
    const owner = token === null ? undefined : world.mailboxBySubject(token.subject)?.owner
    if (token === null || owner === undefined || !token.scopes.includes(known.openid)) {
      return flatError(401, 'invalid_request', 'Invalid Credentials')
    }
    return jsonAnswer({ sub: owner.subject, ...ownerClaims(owner, token.scopes) })
  })

  return app
}

const discovery = (origin: string): object => ({
  issuer: origin,
  authorization_endpoint: `${origin}${authorizationPath}`,
  token_endpoint: `${origin}/token`,
  userinfo_endpoint: `${origin}/v1/userinfo`,
  revocation_endpoint: `${origin}/revoke`,
  jwks_uri: `${origin}/oauth2/v3/certs`,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: knownScopes,
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  claims_supported: ['aud', 'email', 'email_verified', 'exp', 'given_name', 'iat', 'iss', 'name', 'sub'],
  code_challenge_methods_supported: ['plain', 'S256'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  authorization_response_iss_parameter_supported: true,
})

const tokenAnswer = async (
  sandboxConsole: TokenEndpoint,
  form: URLSearchParams,
  header: string | undefined,
): Promise<Response> => {
  const { id, secret } = credentials(form, header)
  if (id === null) return flatError(400, 'invalid_request', 'Could not determine client ID from request.')
  const client = sandboxConsole.clients.find(({ clientId }) => clientId === id)
  if (client === undefined) return flatError(401, 'invalid_client', 'The OAuth client was not found.')
  if (client.clientSecret !== secret) return flatError(401, 'invalid_client', 'Unauthorized')
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchange(sandboxConsole, client, form)
    case 'refresh_token':
      return refresh(sandboxConsole, client, form)
    default:
      return flatError(400, 'unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type') ?? ''}`)
  }
}

const exchange = async (sandboxConsole: TokenEndpoint, client: Client, form: URLSearchParams): Promise<Response> => {
  const raw = form.get('code')
  if (raw === null) return flatError(400, 'invalid_request', 'Missing required parameter: code')
  if (!raw.startsWith('4/')) return invalidGrant('Malformed auth code.')
  const code = sandboxConsole.grants.redeem(raw)
  if (code === null || code.clientId !== client.clientId) return invalidGrant('Bad Request')
  if (code.redirectUri !== form.get('redirect_uri')) return flatError(400, 'redirect_uri_mismatch', 'Bad Request')
  const verifier = form.get('code_verifier')
  if (code.challenge !== null && verifier === null) return invalidGrant('Missing code verifier.')
  if (code.challenge !== null && !(await isVerified(code.challenge, verifier ?? ''))) {
    return invalidGrant('Invalid code verifier.')
  }
  return jsonAnswer({ ...(await tokens(sandboxConsole, code, code.nonce)), ...refreshToken(sandboxConsole, code) })
}

/** No new refresh token comes back: the old one stays good. */
const refresh = async (sandboxConsole: TokenEndpoint, client: Client, form: URLSearchParams): Promise<Response> => {
  const raw = form.get('refresh_token')
  if (raw === null) return flatError(400, 'invalid_request', 'Missing required parameter: refresh_token')
  const token = sandboxConsole.grants.useRefreshToken(raw, client.clientId)
  if (token === null || sandboxConsole.world.weather.revoked) return invalidGrant('Token has been expired or revoked.')
  return jsonAnswer(await tokens(sandboxConsole, token, null))
}

const tokens = async (sandboxConsole: TokenEndpoint, granted: AccessToken, nonce: string | null): Promise<object> => {
  const { clientId, subject, scopes } = granted
  const accessToken = sandboxConsole.grants.giveAccessToken(granted)
  const owner = sandboxConsole.world.mailboxBySubject(subject)?.owner
  const isSignIn = owner !== undefined && scopes.includes(known.openid)
  return {
    access_token: accessToken,
    expires_in: accessTokenSeconds,
    // Google keeps no order: sorted is one that is seldom the order that was asked.
    scope: [...scopes].sort().join(' '),
    token_type: 'Bearer',
    ...(isSignIn
      ? { id_token: await sandboxConsole.signer.sign({ owner, clientId, scopes, nonce, accessToken }) }
      : {}),
  }
}

const refreshToken = ({ grants }: TokenEndpoint, code: Code): object => {
  if (!code.givesRefreshToken) return {}
  const seconds = grants.refreshSeconds(code.scopes)
  const expiry = seconds === null ? {} : { refresh_token_expires_in: seconds - 1 }
  return { refresh_token: grants.giveRefreshToken(code), ...expiry }
}

const invalidGrant = (description: string): Response => flatError(400, 'invalid_grant', description)

const flatError = (status: number, error: string, description: string): Response =>
  jsonAnswer({ error, error_description: description }, status)
