import { describe, expect, test } from 'vitest'
import { ann, bo } from '../small-world.ts'
import {
  accessToken,
  authorizationAddress,
  calendarEvents,
  client,
  consent,
  exchange,
  gmailMetadata,
  origin,
  setStage,
  signIn,
  tokenCall,
} from './stage.ts'

const day = 86_400_000

const refresh = (token: string | undefined) => ({ grant_type: 'refresh_token', refresh_token: token ?? '' })

describe('the authorization endpoint', () => {
  test.each([
    ['an unknown client', { client_id: 'someone.else' }, 401, 'invalid_client'],
    [
      'a redirect address that differs by a slash',
      { redirect_uri: `${client.redirectUris[0]}/` },
      400,
      'redirect_uri_mismatch',
    ],
    ['another response type', { response_type: 'token' }, 400, 'invalid_request'],
    ['a scope nobody knows', { scope: 'openid gmail.everything' }, 400, 'invalid_scope'],
  ])('shows %s on a page and redirects nowhere', async (_, parameters, status, error) => {
    const { google } = setStage()
    const response = await google.request(authorizationAddress(parameters).href)
    expect([response.status, response.headers.get('Location')]).toEqual([status, null])
    expect(await response.text()).toContain(error)
  })

  test('lists exactly the scopes that were asked, boxes for all but identity', async () => {
    const { google } = setStage()
    const scope = `openid email ${gmailMetadata} ${calendarEvents}`
    const page = await (await google.request(authorizationAddress({ scope }).href)).text()
    expect([...page.matchAll(/<code>(.*?)<\/code>/g)].map(([, name]) => name)).toEqual([
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      gmailMetadata,
      calendarEvents,
    ])
    expect([...page.matchAll(/type="checkbox" name="granted" value="(.*?)" checked/g)].map(([, name]) => name)).toEqual(
      [gmailMetadata, calendarEvents],
    )
    expect(page).toContain('Simulated Google – nothing here leaves this machine.')
    expect(page).toContain(ann.address)
  })

  test('escapes what the query brought', async () => {
    const { google } = setStage()
    const page = await (await google.request(authorizationAddress({ state: '"><script>' }).href)).text()
    expect(page).not.toContain('<script>')
  })

  test('lets one choose among several accounts, and asks no more where a hint says which', async () => {
    const { google } = setStage({ owners: [ann, bo] })
    const page = await (await google.request(authorizationAddress().href)).text()
    expect(page).toContain('Choose an account')
    const alias = await (await google.request(authorizationAddress({ login_hint: 'ANN@work.example' }).href)).text()
    expect(alias).toContain('name="account" value="100000000000000000001"')
    const hinted = await (await google.request(authorizationAddress({ login_hint: bo.address }).href)).text()
    expect(hinted).toContain('name="account" value="100000000000000000002"')
    const chosen = await signIn(google, { scope: 'openid email' }, { account: bo.address })
    const userinfo = await google.request(`${origin}/v1/userinfo`, {
      headers: { Authorization: `Bearer ${chosen.access_token}` },
    })
    expect(await userinfo.json()).toEqual({ sub: bo.subject, email: bo.address, email_verified: true })
  })

  test('comes back with state verbatim, issuer, code and scope', async () => {
    const { google } = setStage()
    const state = 'a b/%&"é'
    const callback = await consent(google, { state, scope: 'openid email', prompt: 'consent' })
    expect([...callback.searchParams.keys()]).toEqual(['state', 'iss', 'code', 'scope', 'authuser', 'prompt'])
    expect(callback.searchParams.get('state')).toBe(state)
    expect(callback.searchParams.get('iss')).toBe(origin)
    expect(callback.search).toContain('code=4%2F0')
  })

  test('comes back with access_denied after Cancel', async () => {
    const { google } = setStage()
    const callback = await consent(google, { state: 'S' }, { decision: 'cancel' })
    expect(callback.href).toBe(`${client.redirectUris[0]}?error=access_denied&state=S`)
  })

  test('grants what was left ticked, and calls it a success', async () => {
    const { google } = setStage()
    const scope = `openid ${gmailMetadata} ${calendarEvents}`
    const tokens = await signIn(google, { scope }, { without: [calendarEvents] })
    expect(tokens.scope).toBe(`${gmailMetadata} openid`)
  })

  test('asks again only for prompt=consent or for what was never granted', async () => {
    const { google } = setStage()
    await signIn(google)
    const again = await google.request(authorizationAddress().href)
    expect(again.status).toBe(302)
    const forced = await google.request(authorizationAddress({ prompt: 'consent' }).href)
    expect(forced.status).toBe(200)
    const more = await google.request(authorizationAddress({ scope: calendarEvents }).href)
    expect(more.status).toBe(200)
  })

  test('with prompt=none shows no page', async () => {
    const { google } = setStage()
    const refused = await google.request(authorizationAddress({ prompt: 'none' }).href)
    expect(refused.headers.get('Location')).toContain('error=interaction_required')
  })
})

describe('the token endpoint', () => {
  test('takes a code once', async () => {
    const { google } = setStage()
    const form = exchange(await consent(google))
    expect((await tokenCall(google, form)).status).toBe(200)
    const second = await tokenCall(google, form)
    expect([second.status, await second.json()]).toEqual([
      400,
      { error: 'invalid_grant', error_description: 'Bad Request' },
    ])
    expect(second.headers.get('Content-Type')).toBe('application/json; charset=UTF-8')
  })

  test('takes no code after ten minutes', async () => {
    const { google, clock } = setStage()
    const form = exchange(await consent(google))
    clock.time += 600_000
    expect(await (await tokenCall(google, form)).json()).toMatchObject({ error: 'invalid_grant' })
  })

  test.each([
    ['a secret that is wrong', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['a client that is not known', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['another redirect address', { redirect_uri: 'http://localhost:8787/other' }, 400, 'redirect_uri_mismatch'],
    ['a code of another shape', { code: 'abc' }, 400, 'invalid_grant'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s with a flat body', async (_, change, status, error) => {
    const { google } = setStage()
    const response = await tokenCall(google, { ...exchange(await consent(google)), ...change })
    expect([response.status, await response.json()]).toEqual([status, { error, error_description: expect.any(String) }])
  })

  test('wants the verifier of the challenge', async () => {
    const { google } = setStage()
    // The pair of RFC 7636, appendix B.
    const code_challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    const code_verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    const start = async () => exchange(await consent(google, { code_challenge, code_challenge_method: 'S256' }))
    expect((await tokenCall(google, await start())).status).toBe(400)
    expect((await tokenCall(google, { ...(await start()), code_verifier: 'x'.repeat(43) })).status).toBe(400)
    expect((await tokenCall(google, { ...(await start()), code_verifier })).status).toBe(200)
  })

  test('gives a refresh token for offline access at the first consent, then only for prompt=consent', async () => {
    const { google } = setStage()
    expect(await signIn(google, { access_type: 'online' })).not.toHaveProperty('refresh_token')
    expect(await signIn(google)).toHaveProperty('refresh_token')
    expect(await signIn(google)).not.toHaveProperty('refresh_token')
    expect(await signIn(google, { prompt: 'consent' })).toHaveProperty('refresh_token')
  })

  test('refreshes without a new refresh token', async () => {
    const { google, get } = setStage()
    const tokens = await signIn(google)
    const refreshed = await (await tokenCall(google, refresh(tokens.refresh_token))).json()
    expect(Object.keys(refreshed as object)).toEqual(['access_token', 'expires_in', 'scope', 'token_type'])
    expect(refreshed).toMatchObject({ expires_in: 3599, scope: gmailMetadata })
    const profile = await get('/gmail/v1/users/me/profile', (refreshed as Record<string, string>).access_token)
    expect(profile.status).toBe(200)
  })

  test('lets access tokens live 3599 seconds', async () => {
    const { google, get, clock } = setStage()
    const token = await accessToken(google)
    clock.time += 3_598_000
    expect((await get('/gmail/v1/users/me/profile', token)).status).toBe(200)
    clock.time += 1000
    expect((await get('/gmail/v1/users/me/profile', token)).status).toBe(401)
  })

  test('adds every scope ever granted when asked to', async () => {
    const { google } = setStage()
    await signIn(google)
    const plain = await signIn(google, { scope: calendarEvents })
    expect(plain.scope).toBe(calendarEvents)
    const both = await signIn(google, { scope: calendarEvents, include_granted_scopes: 'true' })
    expect(both.scope).toBe(`${calendarEvents} ${gmailMetadata}`)
  })

  test('expands short scope names', async () => {
    const { google } = setStage()
    const { scope } = await signIn(google, { scope: 'email profile' })
    expect(scope).toBe(
      'https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/userinfo.profile',
    )
  })

  test('lets the oldest of 101 refresh tokens die', async () => {
    const { google } = setStage()
    const all = []
    for (let count = 0; count < 101; count += 1) all.push((await signIn(google, { prompt: 'consent' })).refresh_token)
    expect((await tokenCall(google, refresh(all[0]))).status).toBe(400)
    expect((await tokenCall(google, refresh(all[1]))).status).toBe(200)
  })

  test('forgets a refresh token that was not used for half a year', async () => {
    const { google, clock } = setStage()
    const { refresh_token } = await signIn(google)
    clock.time += 180 * day
    expect((await tokenCall(google, refresh(refresh_token))).status).toBe(200)
    clock.time += 183 * day
    expect((await tokenCall(google, refresh(refresh_token))).status).toBe(400)
  })

  test('gives refresh tokens for seven days while the project is in Testing', async () => {
    const { google, clock } = setStage({ publishing: 'testing' })
    const tokens = await signIn(google)
    expect(tokens.refresh_token_expires_in).toBe(604_799)
    clock.time += 7 * day + 1
    expect(await (await tokenCall(google, refresh(tokens.refresh_token))).json()).toEqual({
      error: 'invalid_grant',
      error_description: 'Token has been expired or revoked.',
    })
    expect(await signIn(google, { scope: 'openid email', prompt: 'consent' })).not.toHaveProperty(
      'refresh_token_expires_in',
    )
  })
})

describe('revocation', () => {
  const revoke = (google: ReturnType<typeof setStage>['google'], token: string | undefined) =>
    google.request(`${origin}/revoke`, { method: 'POST', body: new URLSearchParams({ token: token ?? '' }) })

  test('of any token ends all of that account for that client, and of nobody else', async () => {
    const { google, get } = setStage({ owners: [ann, bo] })
    const mail = await signIn(google)
    const calendar = await signIn(google, { scope: calendarEvents, prompt: 'consent' })
    const other = await signIn(google, {}, { account: bo.address })
    const response = await revoke(google, calendar.access_token)
    expect([response.status, await response.json()]).toEqual([200, {}])
    expect((await get('/gmail/v1/users/me/profile', mail.access_token)).status).toBe(401)
    expect((await tokenCall(google, refresh(mail.refresh_token))).status).toBe(400)
    expect((await tokenCall(google, refresh(other.refresh_token))).status).toBe(200)
  })

  test('makes the next consent a first one', async () => {
    const { google } = setStage()
    await revoke(google, (await signIn(google)).refresh_token)
    expect(await signIn(google)).toHaveProperty('refresh_token')
  })

  test('of a dead token says so', async () => {
    const { google } = setStage()
    const response = await revoke(google, 'gone')
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: 'invalid_token', error_description: 'Token expired or revoked' },
    ])
  })
})
