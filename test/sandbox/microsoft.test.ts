/** The simulated Microsoft met by the libraries that applications use with the real one. */
import { type Context, Client as GraphClient } from '@microsoft/microsoft-graph-client'
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import * as oauth from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import type { GraphPage, Stage } from './microsoft/stage.ts'
import {
  accessToken,
  annAtWork,
  authorizationAddress,
  graphRoot,
  immutable,
  linkOf,
  origin,
  client as registered,
  setStage,
  usualScope,
} from './microsoft/stage.ts'
import { giveConsent } from './service/visitor.ts'
import { hex, mail, meeting, start, upTo } from './small-world.ts'

const issuer = new URL(`${origin}/common/v2.0`)
const client: oauth.Client = { client_id: registered.clientId }
const authentication = oauth.ClientSecretPost(registered.clientSecret)
const redirectUri = registered.redirectUris[0]

const setApplication = async ({ microsoft, clock }: Stage) => {
  const options = {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: async (address: string, init: object) => microsoft.fetch(new Request(address, init)),
  }
  const response = await oauth.discoveryRequest(issuer, options)
  const metadata = await response.clone().json<oauth.AuthorizationServer>()
  // The library's own clock is the machine's: the skew sets it to the world's.
  const skewed = { ...client, [oauth.clockSkew]: Math.round((clock.now() - Date.now()) / 1000) }
  return { options, response, metadata, client: skewed }
}

describe('oauth4webapi', () => {
  test('finds an issuer that is a pattern, as it does with the real one', async () => {
    const { response } = await setApplication(setStage())
    await expect(oauth.processDiscoveryResponse(issuer, response)).rejects.toThrow(/issuer/)
  })

  test('signs in with PKCE and nonce, and rotates refresh tokens, once it expects the tenant’s issuer', async () => {
    const stage = setStage()
    const { options, metadata, client } = await setApplication(stage)
    const server = { ...metadata, issuer: `${origin}/${annAtWork.microsoft?.tenantId}/v2.0` }
    const verifier = oauth.generateRandomCodeVerifier()
    const nonce = oauth.generateRandomNonce()
    const address = authorizationAddress({
      scope: usualScope,
      state: 'S',
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const visit = { fetch: (request: Request) => stage.microsoft.fetch(request), account: annAtWork.address }
    const callback = oauth.validateAuthResponse(server, client, await giveConsent(address, visit), 'S')
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      callback,
      redirectUri,
      verifier,
      options,
    )
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, { expectedNonce: nonce })
    await oauth.validateApplicationLevelSignature(server, answer, options)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      tid: annAtWork.microsoft?.tenantId,
      oid: annAtWork.microsoft?.objectId,
      preferred_username: annAtWork.address,
    })
    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, authentication, tokens.refresh_token ?? '', options),
    )
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
  })

  test('throws what it throws for the real one: error and body', async () => {
    const { options, metadata, client } = await setApplication(setStage())
    const answer = await oauth.refreshTokenGrantRequest(metadata, client, authentication, 'dead', options)
    await expect(oauth.processRefreshTokenResponse(metadata, client, answer)).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
      cause: { error_codes: [70000], suberror: 'bad_token' },
    })
  })
})

test('jose verifies an ID token by keys that name no algorithm', async () => {
  const { microsoft, clock } = setStage()
  const visit = { fetch: (request: Request) => microsoft.fetch(request), account: annAtWork.address }
  const callback = await giveConsent(authorizationAddress({ scope: 'openid' }), visit)
  const answer = await microsoft.request(`${origin}/common/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: registered.clientId,
      client_secret: registered.clientSecret,
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
    }),
  })
  const { id_token } = await answer.json<{ id_token: string }>()
  const keys = createRemoteJWKSet(new URL(`${origin}/common/discovery/v2.0/keys`), {
    [customFetch]: async (address, init) => microsoft.fetch(new Request(address, init as RequestInit)),
  })
  const { payload } = await jwtVerify(id_token, keys, {
    currentDate: new Date(clock.now()),
    audience: client.client_id,
  })
  expect(payload.ver).toBe('2.0')
})

/** The library over a fetch of ours, as an application has it: no retries of its own, and the token put on by us. */
const graphClient = ({ microsoft }: Stage, token: string): GraphClient =>
  GraphClient.initWithMiddleware({
    baseUrl: `${origin}/graph/`,
    middleware: {
      execute: async (context: Context) => {
        const headers = new Headers(context.options?.headers as HeadersInit)
        headers.set('Authorization', `Bearer ${token}`)
        const { method, body } = context.options ?? {}
        context.response = await microsoft.fetch(
          new Request(context.request as string, { method: method ?? 'GET', headers, body: (body as string) ?? null }),
        )
      },
    },
  })

/** The library takes whole links where they begin with https, and takes the first part of their path for the version. */
const pathIn = (link: string): string => link.replace(graphRoot, '')

describe('the Graph client', () => {
  test('walks a folder by delta and follows its changes', async () => {
    const stage = setStage()
    for (const number of upTo(25)) stage.mailbox.stock(mail(number))
    const graph = graphClient(stage, await accessToken(stage.microsoft))
    const prefer = `${immutable}, odata.maxpagesize=10`
    const ids = new Set<string>()
    let page: GraphPage = await graph
      .api('/me/mailFolders/inbox/messages/delta')
      .query({ $select: 'id,subject,from', $filter: 'receivedDateTime ge 2026-01-01T00:00:00Z' })
      .header('Prefer', prefer)
      .get()
    for (
      ;
      page['@odata.nextLink'] !== undefined;
      page = await graph
        .api(pathIn(linkOf(page)))
        .header('Prefer', prefer)
        .get()
    ) {
      for (const { id } of page.value) ids.add(id)
    }
    for (const { id } of page.value) ids.add(id)
    expect(ids.size).toBe(25)
    stage.mailbox.relabel(hex(3), { add: ['TRASH'], remove: ['INBOX'] })
    const changes: GraphPage = await graph
      .api(pathIn(linkOf(page)))
      .header('Prefer', prefer)
      .get()
    expect(changes.value).toMatchObject([{ '@removed': { reason: 'deleted' } }])
    expect(ids.has(changes.value[0]?.id ?? '')).toBe(true)
  })

  test('reads folders, counts, one message and a batch', async () => {
    const stage = setStage()
    for (const number of upTo(3)) stage.mailbox.stock(mail(number))
    const graph = graphClient(stage, await accessToken(stage.microsoft))
    expect(await graph.api('/me').select('mail,userPrincipalName').get()).toMatchObject({ mail: annAtWork.address })
    expect(await graph.api('/me/mailFolders/inbox').get()).toMatchObject({ totalItemCount: 3 })
    const counted = await graph
      .api('/me/messages')
      .filter(`receivedDateTime ge ${new Date(start - 150_000).toISOString()}`)
      .count(true)
      .top(1)
      .select('id')
      .header('Prefer', immutable)
      .get()
    expect(counted['@odata.count']).toBe(2)
    const { id } = counted.value[0]
    expect(await graph.api(`/me/messages/${id}`).select('subject').header('Prefer', immutable).get()).toMatchObject({
      subject: 'Letter 1',
    })
    const { responses } = await graph.api('/$batch').post({
      requests: [{ id: '1', method: 'GET', url: `/me/messages/${id}?$select=internetMessageHeaders` }],
    })
    expect(responses).toMatchObject([
      { id: '1', status: 200, body: { internetMessageHeaders: [{ name: 'From' }, {}, {}] } },
    ])
  })

  test('reads a calendar, in pages and by delta', async () => {
    const stage = setStage()
    for (const id of ['a', 'b', 'c']) stage.mailbox.stockMeeting(meeting(id))
    const graph = graphClient(stage, await accessToken(stage.microsoft))
    const window = { startDateTime: '2026-11-01T00:00:00Z', endDateTime: '2026-12-01T00:00:00Z' }
    const view = await graph.api('/me/calendarView').query(window).top(2).get()
    expect(view.value).toHaveLength(2)
    expect((await graph.api(pathIn(view['@odata.nextLink'])).get()).value).toHaveLength(1)
    const delta = await graph.api('/me/calendarView/delta').query(window).get()
    expect(delta.value).toHaveLength(3)
    expect((await graph.api(pathIn(delta['@odata.deltaLink'])).get()).value).toEqual([])
  })

  test('throws what it throws for the real one: status, code, headers, and the inner error as text', async () => {
    const stage = setStage()
    const graph = graphClient(stage, await accessToken(stage.microsoft))
    await expect(graph.api('/me/messages').select('body').get()).rejects.toMatchObject({
      statusCode: 403,
      code: 'ErrorAccessDenied',
      message: 'Access is denied. Check credentials and try again.',
    })
    stage.world.weather.throttle = 1
    const error = await graph
      .api('/me/messages')
      .get()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ statusCode: 429, code: 'ApplicationThrottled' })
    expect((error as { headers: Headers }).headers.get('Retry-After')).toBe('20')
    expect(JSON.parse((error as { body: string }).body)).toMatchObject({ code: 'ApplicationThrottled' })
    await expect(graphClient(stage, 'nobody').api('/me').get()).rejects.toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    })
  })
})
