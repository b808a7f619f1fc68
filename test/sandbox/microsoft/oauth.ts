/** Discovery, tokens and keys (RFC 6749, OpenID Connect). There is nothing to revoke a token with: people do that themselves. */
import { Hono } from 'hono'
import { formOf } from '../form.ts'
import { type Client, credentials } from '../service/client.ts'
import { type Faults, weathered } from '../service/faults.ts'
import { showPage } from '../service/paper.ts'
import { isVerified } from '../service/pkce.ts'
import type { Mailbox, World } from '../world.ts'
import { accountOf, isBlocked } from './account.ts'
import { issuerOf, type Signer } from './id-token.ts'
import { type LoginError, loginAnswer, loginErrors, tokenRefusal } from './login-errors.ts'
import { applicationsPage, signedOutPage } from './pages.ts'
import { listedScopes, readScopes, scopes, wholeName } from './scopes.ts'
import type { Switches } from './switches.ts'
import { issuerTenantOf, mailboxesOf } from './tenants.ts'
import type { DeadCode, DeadRefreshToken, Grant, Grants } from './tokens.ts'
import { accessTokenSeconds } from './tokens.ts'
import { loginWording } from './weather.ts'

export interface TokenEndpoint {
  readonly world: World
  readonly origin: string
  readonly clients: readonly Client[]
  readonly grants: Grants
  readonly signer: Signer
  readonly faults: Faults
  readonly switches: Switches
}

export const createOAuth = (sandboxConsole: TokenEndpoint): Hono => {
  const app = new Hono()
  const { world, origin, grants, faults } = sandboxConsole

  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) => {
    const tenant = c.req.param('tenant')
    if (mailboxesOf(world, tenant) === null) return tokenRefusal(loginErrors.unknownTenant, world.clock)
    return loginAnswer(discovery(origin, tenant))
  })

  app.get('/:tenant/discovery/v2.0/keys', async () => loginAnswer(await sandboxConsole.signer.keys()))

  app.post(
    '/:tenant/oauth2/v2.0/token',
    weathered(faults, () => faults.refusalOfHost(loginWording(world.clock))),
    async (c) => {
      const here = mailboxesOf(world, c.req.param('tenant'))
      if (here === null) return tokenRefusal(loginErrors.unknownTenant, world.clock)
      return tokenAnswer(sandboxConsole, here, { form: await formOf(c), header: c.req.header('Authorization') })
    },
  )

  app.get('/:tenant/oauth2/v2.0/logout', (c) => showPage(c, signedOutPage()))

  // At work myapps.microsoft.com, for personal accounts account.live.com/consent/Manage: here one page for both.
  app.get('/applications', (c) =>
    showPage(c, applicationsPage(`${origin}/applications`, grantedApplications(sandboxConsole))),
  )
  app.post('/applications', async (c) => {
    const form = await formOf(c)
    const bearer = grants.accessToken(form.get('token') ?? '')
    grants.withdraw(bearer ?? { clientId: form.get('client_id') ?? '', subject: form.get('account') ?? '' })
    return c.redirect(`${origin}/applications`, 303)
  })

  return app
}

const discovery = (origin: string, tenant: string): object => ({
  token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
  jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
  response_modes_supported: ['query', 'fragment', 'form_post'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  issuer: issuerOf(origin, issuerTenantOf(tenant)),
  request_uri_parameter_supported: false,
  userinfo_endpoint: `${origin}/graph/oidc/userinfo`,
  authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
  http_logout_supported: true,
  frontchannel_logout_supported: true,
  end_session_endpoint: `${origin}/${tenant}/oauth2/v2.0/logout`,
  claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'email'],
  tenant_region_scope: null,
  cloud_instance_name: 'microsoftonline.com',
  cloud_graph_host_name: 'graph.windows.net',
  msgraph_host: 'graph.microsoft.com',
})

const tokenAnswer = async (
  sandboxConsole: TokenEndpoint,
  here: readonly Mailbox[],
  { form, header }: { readonly form: URLSearchParams; readonly header: string | undefined },
): Promise<Response> => {
  const { clock, weather } = sandboxConsole.world
  const { id, secret } = credentials(form, header)
  if (id === null) return missing(sandboxConsole, 'client_id')
  const client = sandboxConsole.clients.find(({ clientId }) => clientId === id)
  if (client === undefined) return tokenRefusal(loginErrors.unknownClient, clock)
  if (secret === null || secret === '') return tokenRefusal(loginErrors.secretMissing, clock)
  if (client.clientSecret !== secret) return tokenRefusal(loginErrors.secretWrong, clock)
  if (weather.secretExpired) return tokenRefusal(loginErrors.secretExpired, clock)
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchange(sandboxConsole, here, { client, form })
    case 'refresh_token':
      return refresh(sandboxConsole, here, { client, form })
    case null:
      return missing(sandboxConsole, 'grant_type')
    default:
      return tokenRefusal(loginErrors.grantType, clock)
  }
}

interface TokenRequest {
  readonly client: Client
  readonly form: URLSearchParams
}

const exchange = async (sandboxConsole: TokenEndpoint, here: readonly Mailbox[], { client, form }: TokenRequest) => {
  const { clock } = sandboxConsole.world
  const raw = form.get('code')
  if (raw === null) return missing(sandboxConsole, 'code')
  if (form.get('redirect_uri') === null) return missing(sandboxConsole, 'redirect_uri')
  const redeemed = sandboxConsole.grants.redeem(raw)
  if (!redeemed.ok) return tokenRefusal(deadCodes[redeemed.error], clock)
  const { value: code } = redeemed
  if (code.clientId !== client.clientId) return tokenRefusal(loginErrors.malformedGrant, clock)
  if (code.redirectUri !== form.get('redirect_uri')) return tokenRefusal(loginErrors.replyMismatch, clock)
  const verifier = form.get('code_verifier') ?? ''
  if (code.challenge !== null && !(await isVerified(code.challenge, verifier))) {
    return tokenRefusal(loginErrors.verifierMismatch, clock)
  }
  return tokens(sandboxConsole, here, { granted: code, wanted: code.scopes, nonce: code.nonce })
}

/** A new refresh token comes with every answer. */
const refresh = async (sandboxConsole: TokenEndpoint, here: readonly Mailbox[], { client, form }: TokenRequest) => {
  const { clock, weather } = sandboxConsole.world
  const raw = form.get('refresh_token')
  if (raw === null) return missing(sandboxConsole, 'refresh_token')
  if (weather.revoked) return tokenRefusal(loginErrors.revoked, clock)
  const used = sandboxConsole.grants.useRefreshToken(raw, client.clientId)
  if (!used.ok) return tokenRefusal(deadRefreshTokens[used.error], clock)
  const wanted = readScopes(form.get('scope') ?? '')
  if (!wanted.ok) return tokenRefusal(loginErrors.scopeUnknown, clock)
  const { value: granted } = used
  const beyond = wanted.value.filter((scope) => !granted.scopes.includes(scope))
  if (beyond.length > 0) return tokenRefusal(loginErrors.withdrawn, clock)
  return tokens(sandboxConsole, here, {
    granted,
    wanted: wanted.value.length === 0 ? granted.scopes : wanted.value,
    nonce: null,
  })
}

const deadCodes: Readonly<Record<DeadCode, LoginError>> = {
  unknown: loginErrors.malformedGrant,
  used: loginErrors.codeUsed,
  expired: loginErrors.codeExpired,
}

const deadRefreshTokens: Readonly<Record<DeadRefreshToken, LoginError>> = {
  unknown: loginErrors.malformedGrant,
  inactive: loginErrors.inactive,
  replaced: loginErrors.malformedGrant,
  withdrawn: loginErrors.withdrawn,
}

interface Given {
  readonly granted: Grant
  /** What the access token is to be good for. The refresh token stays good for all that is granted. */
  readonly wanted: readonly string[]
  readonly nonce: string | null
}

const tokens = async (
  sandboxConsole: TokenEndpoint,
  here: readonly Mailbox[],
  { granted, wanted, nonce }: Given,
): Promise<Response> => {
  const { world, grants, signer, switches } = sandboxConsole
  const owner = here.find(({ owner: one }) => one.subject === granted.subject)?.owner
  if (owner === undefined) return tokenRefusal(loginErrors.malformedGrant, world.clock)
  if (isBlocked(world, owner)) return tokenRefusal(loginErrors.blocked, world.clock)
  const account = accountOf(owner)
  const { clientId } = granted
  const listed = listedScopes(wanted).map(switches.scopeNames === 'short' ? (scope) => scope : wholeName)
  return loginAnswer({
    token_type: 'Bearer',
    scope: listed.join(' '),
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: grants.giveAccessToken({ ...granted, scopes: wanted }, account),
    ...(granted.scopes.includes(scopes.offline) ? { refresh_token: grants.giveRefreshToken(granted, account) } : {}),
    ...(wanted.includes(scopes.openid)
      ? { id_token: await signer.sign({ owner, account, clientId, scopes: wanted, nonce }) }
      : {}),
  })
}

const grantedApplications = ({ grants, clients, world }: TokenEndpoint) =>
  grants.holders.flatMap(({ clientId, subject, scopes: consented }) => {
    const owner = world.mailboxBySubject(subject)?.owner
    const name = clients.find((client) => client.clientId === clientId)?.name ?? clientId
    return owner === undefined ? [] : [{ name, clientId, owner, scopes: consented }]
  })

const missing = ({ world }: TokenEndpoint, name: string): Response =>
  tokenRefusal(loginErrors.missingField, world.clock, ` '${name}'.`)
