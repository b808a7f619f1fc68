/** The simulated Google met by the libraries that applications use with the real one. */
import { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js'
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import * as oauth from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import type { Google } from './google/index.ts'
import {
  accessToken,
  authorizationAddress,
  calendarEvents,
  gmailMetadata,
  origin,
  client as registered,
  type Stage,
  setStage,
} from './google/stage.ts'
import { giveConsent } from './service/visitor.ts'
import { ann, hex, mail, meeting } from './small-world.ts'

const issuer = new URL(origin)
const client: oauth.Client = { client_id: registered.clientId }
const authentication = oauth.ClientSecretPost(registered.clientSecret)
const redirectUri = registered.redirectUris[0]

/** The library's own clock is the machine's: the skew sets it to the world's. */
const setApplication = async (stage: Stage) => {
  const options = {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: async (address: string, init: object) => stage.google.fetch(new Request(address, init)),
  }
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
  const skewed = { ...client, [oauth.clockSkew]: Math.round((stage.clock.now() - Date.now()) / 1000) }
  return { options, server, client: skewed }
}

const visit = ({ google }: Stage, address: URL, decision: 'continue' | 'cancel' = 'continue') =>
  giveConsent(address, { fetch: (request) => google.fetch(request), account: ann.address, decision })

describe('oauth4webapi', () => {
  test('signs in with PKCE and nonce, verifies the ID token’s signature, refreshes and revokes', async () => {
    const stage = setStage()
    const { options, server, client } = await setApplication(stage)
    const verifier = oauth.generateRandomCodeVerifier()
    const nonce = oauth.generateRandomNonce()
    const address = authorizationAddress({
      scope: `openid email profile ${gmailMetadata}`,
      state: 'S',
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    expect(address.href.startsWith(server.authorization_endpoint ?? 'none')).toBe(true)
    const callback = oauth.validateAuthResponse(server, client, await visit(stage, address), 'S')
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      callback,
      redirectUri,
      verifier,
      options,
    )
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce })
    await oauth.validateApplicationLevelSignature(server, response, options)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      iss: origin,
      aud: client.client_id,
      azp: client.client_id,
      sub: ann.subject,
      email: ann.address,
      email_verified: true,
      name: 'Ann Berg',
      given_name: 'Ann',
      at_hash: expect.stringMatching(/^[\w-]{22}$/),
    })
    const refreshToken = tokens.refresh_token ?? ''
    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options),
    )
    expect(refreshed).not.toHaveProperty('refresh_token')
    const userinfo = await oauth.userInfoRequest(server, client, refreshed.access_token, options)
    expect(await oauth.processUserInfoResponse(server, client, ann.subject, userinfo)).toMatchObject({
      name: 'Ann Berg',
    })
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, authentication, refreshToken, options),
    )
    const dead = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options)
    await expect(oauth.processRefreshTokenResponse(server, client, dead)).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
    })
  })

  test('says nothing of the name where profile was not granted', async () => {
    const stage = setStage()
    const { options, server, client } = await setApplication(stage)
    const callback = oauth.validateAuthResponse(
      server,
      client,
      await visit(stage, authorizationAddress({ scope: 'openid email' })),
    )
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretBasic(registered.clientSecret),
      callback,
      redirectUri,
      oauth.nopkce,
      options,
    )
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response)
    expect(oauth.getValidatedIdTokenClaims(tokens)).not.toHaveProperty('name')
  })

  test('misses the issuer in a refusal, as it does with the real one', async () => {
    const stage = setStage()
    const { server, client } = await setApplication(stage)
    const callback = await visit(stage, authorizationAddress({ state: 'S' }), 'cancel')
    expect(callback.searchParams.get('error')).toBe('access_denied')
    expect(() => oauth.validateAuthResponse(server, client, callback, 'S')).toThrow('"iss" (issuer) missing')
  })
})

/** Given with each call, as here, the root keeps its path; given to the constructor, the SDK would drop it. */
const callOptions = (google: Google, token: string) => ({
  rootUrl: `${origin}/api/`,
  headers: { Authorization: `Bearer ${token}` },
  retry: false,
  fetchImplementation: async (input: string | URL | Request, init?: RequestInit) =>
    google.fetch(new Request(input, init)),
})

const gmail = new gmail_v1.Gmail({})
const calendar = new calendar_v3.Calendar({})

describe('googleapis', () => {
  test('reads profile, threads, messages and history', async () => {
    const { google, mailbox } = setStage()
    mailbox.stock(mail(1, { labels: ['SENT'], threadId: hex(2) }))
    mailbox.stock(mail(2, { labels: ['INBOX'] }))
    const options = callOptions(google, await accessToken(google))
    const { data: profile } = await gmail.users.getProfile({ userId: 'me' }, options)
    expect(profile).toEqual({ emailAddress: ann.address, messagesTotal: 2, threadsTotal: 1, historyId: '1000' })
    const { data: list } = await gmail.users.threads.list({ userId: 'me', labelIds: ['SENT'], maxResults: 10 }, options)
    expect(list.threads).toEqual([{ id: hex(2), historyId: '1000' }])
    const { data: thread } = await gmail.users.threads.get(
      {
        userId: 'me',
        id: hex(2),
        format: 'metadata',
        metadataHeaders: ['From', 'To'],
      },
      options,
    )
    expect(thread.messages?.map(({ id, payload }) => [id, payload?.headers?.length])).toEqual([
      [hex(2), 2],
      [hex(1), 2],
    ])
    mailbox.relabel(hex(2), { add: ['TRASH'] })
    const { data: history } = await gmail.users.history.list(
      {
        userId: 'me',
        startHistoryId: profile.historyId ?? '',
        historyTypes: ['messageAdded', 'labelAdded'],
      },
      options,
    )
    expect(history.history?.[0]?.labelsAdded?.[0]?.labelIds).toEqual(['TRASH'])
  })

  test('throws what it throws for the real one: status and the body’s message', async () => {
    const { google } = setStage()
    const options = callOptions(google, await accessToken(google))
    await expect(gmail.users.messages.list({ userId: 'me', q: 'x' }, options)).rejects.toMatchObject({
      status: 403,
      message: "Metadata scope does not support 'q' parameter",
      response: { data: { error: { errors: [{ reason: 'forbidden' }] } } },
    })
    await expect(gmail.users.history.list({ userId: 'me', startHistoryId: '1' }, options)).rejects.toMatchObject({
      status: 404,
    })
    const stranger = callOptions(google, 'nobody')
    await expect(gmail.users.getProfile({ userId: 'me' }, stranger)).rejects.toMatchObject({ status: 401 })
  })

  test('walks a calendar and follows its changes', async () => {
    const { google, mailbox, world } = setStage()
    for (const id of ['a', 'b', 'c']) mailbox.stockMeeting(meeting(id))
    const options = callOptions(google, await accessToken(google, calendarEvents))
    const ids = []
    let page: calendar_v3.Schema$Events = {}
    do {
      const { data } = await calendar.events.list(
        {
          calendarId: 'primary',
          singleEvents: true,
          timeMin: '2026-01-01T00:00:00Z',
          maxResults: 2,
          ...(page.nextPageToken ? { pageToken: page.nextPageToken } : {}),
        },
        options,
      )
      page = data
      ids.push(...(page.items ?? []).map(({ id }) => id))
    } while (page.nextPageToken)
    expect(ids).toEqual(['a', 'b', 'c'])
    mailbox.putMeeting(meeting('b', { status: 'cancelled' }))
    const changes = { calendarId: 'primary', singleEvents: true, syncToken: page.nextSyncToken ?? '' }
    const { data } = await calendar.events.list(changes, options)
    expect(data.items).toMatchObject([{ id: 'b', status: 'cancelled' }])
    world.weather.expireCursors = true
    await expect(calendar.events.list(changes, options)).rejects.toMatchObject({ status: 410 })
  })
})
