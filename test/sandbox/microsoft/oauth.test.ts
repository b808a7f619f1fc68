import { decodeJwt } from 'jose'
import { calculatePKCECodeChallenge } from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import { personalTenant } from './account.ts'
import {
  annAtHome,
  annAtWork,
  authorizationAddress,
  client,
  consent,
  exchange,
  loginRefusalOf,
  origin,
  pageText,
  refreshed,
  setStage,
  signIn,
  type Tokens,
  tokenCall,
  usualScope,
  usualScopesListed,
} from './stage.ts'

const day = 86_400_000

describe('tokens', () => {
  test('come with their scopes but the lasting one, for 4378 seconds', async () => {
    const tokens = await signIn(setStage().microsoft)
    expect(tokens).toEqual({
      token_type: 'Bearer',
      scope: usualScopesListed,
      expires_in: 4378,
      ext_expires_in: 4378,
      access_token: expect.stringMatching(/^eyJ/),
      refresh_token: expect.stringMatching(/^1\.AXoA/),
      id_token: expect.any(String),
    })
    expect(usualScopesListed).toBe('Calendars.ReadBasic Mail.ReadBasic User.Read profile openid email')
    expect(tokens.refresh_token?.length).toBeGreaterThan(1536)
  })

  test('of a personal account look like nothing at all', async () => {
    const { access_token } = await signIn(setStage({ owners: [annAtHome] }).microsoft)
    expect(access_token).toMatch(/^EwB4A8l6BAAU[\w-]+$/)
  })

  test('list scopes as whole addresses where Microsoft pleases', async () => {
    const { scope } = await signIn(setStage({ switches: { scopeNames: 'whole' } }).microsoft, {
      scope: 'openid User.Read',
    })
    expect(scope).toBe('https://graph.microsoft.com/User.Read openid')
  })

  test('know scopes in any spelling', async () => {
    const { scope } = await signIn(setStage().microsoft, { scope: 'https://graph.microsoft.com/mail.readbasic' })
    expect(scope).toBe('Mail.ReadBasic')
  })

  test('without offline_access bring no refresh token, without openid no ID token', async () => {
    const tokens = await signIn(setStage().microsoft, { scope: 'User.Read' })
    expect(tokens).not.toHaveProperty('refresh_token')
    expect(tokens).not.toHaveProperty('id_token')
  })

  test('may hold less than was asked, and say so', async () => {
    const tokens = await signIn(setStage().microsoft, {}, { without: ['Calendars.ReadBasic'] })
    expect(tokens.scope).toBe('Mail.ReadBasic User.Read profile openid email')
  })

  test('hold what was consented to before, too', async () => {
    const { microsoft } = setStage()
    await signIn(microsoft, { scope: 'Mail.ReadBasic' })
    expect((await signIn(microsoft, { scope: 'openid User.Read' })).scope).toBe('Mail.ReadBasic User.Read openid')
  })

  test('expire', async () => {
    const { microsoft, get, clock } = setStage()
    const { access_token } = await signIn(microsoft)
    clock.time += 4_377_000
    expect((await get('/me', access_token)).status).toBe(200)
    clock.time += 1000
    const answer = await get('/me', access_token)
    expect(await answer.json()).toMatchObject({
      error: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed, the token is expired.' },
    })
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer /)
  })
})

describe('an ID token', () => {
  const claimsOf = async (owner: typeof annAtWork, scope = usualScope) => {
    const { microsoft } = setStage({ owners: [owner] })
    return decodeJwt((await signIn(microsoft, { scope, nonce: 'N' })).id_token ?? '')
  }

  test('of a work account is issued by its own tenant, and may lack the address', async () => {
    const { microsoft: account } = annAtWork
    expect(await claimsOf(annAtWork)).toEqual({
      aud: client.clientId,
      iss: `${origin}/${account?.tenantId}/v2.0`,
      iat: expect.any(Number),
      nbf: expect.any(Number),
      exp: expect.any(Number),
      name: 'Ann Berg',
      nonce: 'N',
      oid: account?.objectId,
      preferred_username: 'ann@contoso.example',
      rh: expect.any(String),
      sub: expect.any(String),
      tid: account?.tenantId,
      uti: expect.any(String),
      ver: '2.0',
    })
  })

  test('of a personal account is issued by the tenant they all share, and has the address', async () => {
    expect(await claimsOf(annAtHome)).toMatchObject({
      iss: `${origin}/${personalTenant}/v2.0`,
      tid: personalTenant,
      oid: expect.stringMatching(/^00000000-0000-0000-[0-9a-f]{4}-[0-9a-f]{12}$/),
      email: 'ann@outlook.example',
    })
  })

  test('says nothing of the person without profile', async () => {
    const claims = await claimsOf(annAtHome, 'openid')
    for (const name of ['name', 'oid', 'preferred_username', 'email']) expect(claims).not.toHaveProperty(name)
    expect(claims).toMatchObject({ tid: personalTenant, sub: expect.any(String) })
  })

  test('has another subject for every application', async () => {
    const other = { ...client, clientId: '11111111-2222-4333-8444-555555555555' }
    const { microsoft } = setStage({ clients: [client, other] })
    const first = decodeJwt((await signIn(microsoft)).id_token ?? '')
    const callback = await consent(microsoft, { client_id: other.clientId })
    const tokens = await (
      await tokenCall(microsoft, { ...exchange(callback), client_id: other.clientId })
    ).json<Tokens>()
    const second = decodeJwt(tokens.id_token ?? '')
    expect(second.oid).toBe(first.oid)
    expect(second.sub).not.toBe(first.sub)
  })
})

describe('refreshing', () => {
  test('brings a new refresh token each time, and a new ID token', async () => {
    const { microsoft } = setStage()
    const first = await signIn(microsoft)
    const second = await (await refreshed(microsoft, first.refresh_token)).json<Tokens>()
    expect(second).toMatchObject({ scope: usualScopesListed, id_token: expect.any(String) })
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.access_token).not.toBe(first.access_token)
    expect((await refreshed(microsoft, second.refresh_token)).status).toBe(200)
  })

  test('with the old token works for a while yet, so that a crash in between loses nothing', async () => {
    const { microsoft, clock } = setStage({ switches: { graceSeconds: 3600 } })
    const { refresh_token } = await signIn(microsoft)
    const twice = await Promise.all([refreshed(microsoft, refresh_token), refreshed(microsoft, refresh_token)])
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    clock.time += 3_600_000
    const [last] = await Promise.all([refreshed(microsoft, refresh_token)])
    const { refresh_token: newest } = await last.json<Tokens>()
    clock.time += 1
    expect(await loginRefusalOf(await refreshed(microsoft, refresh_token))).toMatchObject({
      error: 'invalid_grant',
      codes: [70000],
    })
    expect((await refreshed(microsoft, newest)).status).toBe(200)
  })

  test('ends after ninety days without use, and every use begins them anew', async () => {
    const { microsoft, clock } = setStage()
    const { refresh_token } = await signIn(microsoft)
    clock.time += 90 * day
    const next = await (await refreshed(microsoft, refresh_token)).json<Tokens>()
    clock.time += 90 * day
    const newest = await (await refreshed(microsoft, next.refresh_token)).json<Tokens>()
    clock.time += 90 * day + 1
    expect(await loginRefusalOf(await refreshed(microsoft, newest.refresh_token))).toEqual({
      status: 400,
      error: 'invalid_grant',
      codes: [700082],
      suberror: 'bad_token',
    })
  })

  test('may ask for less, and never for more', async () => {
    const { microsoft } = setStage()
    const { refresh_token } = await signIn(microsoft)
    const call = (scope: string) =>
      tokenCall(microsoft, { grant_type: 'refresh_token', refresh_token: refresh_token ?? '', scope })
    expect((await (await call('User.Read')).json<Tokens>()).scope).toBe('User.Read')
    expect((await (await refreshed(microsoft, refresh_token)).json<Tokens>()).scope).toBe(usualScopesListed)
    expect(await loginRefusalOf(await call('Mail.Read'))).toMatchObject({ error: 'invalid_grant', codes: [65001] })
  })

  test('is over when the person takes the consent back, while access lasts to its end', async () => {
    const { microsoft, get } = setStage()
    const { refresh_token, access_token } = await signIn(microsoft)
    const list = await (await microsoft.request(`${origin}/applications`)).text()
    expect(list).toContain('<strong>Perennial</strong> for ann@contoso.example')
    await microsoft.request(`${origin}/applications`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: client.clientId, account: annAtWork.subject }),
    })
    expect(await loginRefusalOf(await refreshed(microsoft, refresh_token))).toEqual({
      status: 400,
      error: 'invalid_grant',
      codes: [65001],
      suberror: 'consent_required',
    })
    expect((await get('/me', access_token)).status).toBe(200)
    expect(await pageText(microsoft, authorizationAddress())).toContain('Permissions requested')
  })
})

describe('the token endpoint refuses', () => {
  test('with facts for programs and a sentence for people', async () => {
    const answer = await tokenCall(setStage().microsoft, { grant_type: 'refresh_token', refresh_token: 'x' })
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual({
      error: 'invalid_grant',
      error_description: expect.stringMatching(
        /^AADSTS70000: .* Trace ID: .* Correlation ID: .* Timestamp: 2026-11-23 09:00:00Z$/,
      ),
      error_codes: [70000],
      timestamp: '2026-11-23 09:00:00Z',
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: 'https://login.microsoftonline.com/error?code=70000',
      suberror: 'bad_token',
    })
  })

  test.each([
    ['a secret that is wrong', { client_secret: 'no' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: '' }, 401, 'invalid_client', 7000218],
    ['a client that there is not', { client_id: 'x' }, 400, 'unauthorized_client', 700016],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['no code', { grant_type: 'authorization_code' }, 400, 'invalid_request', 900144],
    [
      'a code that is none',
      { grant_type: 'authorization_code', code: 'x', redirect_uri: 'y' },
      400,
      'invalid_grant',
      70000,
    ],
  ])('%s', async (_what, form, status, error, code) => {
    const answer = await tokenCall(setStage().microsoft, { grant_type: 'refresh_token', refresh_token: 'x', ...form })
    expect(await loginRefusalOf(answer)).toMatchObject({ status, error, codes: [code] })
  })

  test('everybody once the application’s secret has run out', async () => {
    const { microsoft, world } = setStage()
    const { refresh_token } = await signIn(microsoft)
    world.weather.secretExpired = true
    expect(await loginRefusalOf(await refreshed(microsoft, refresh_token))).toEqual({
      status: 401,
      error: 'invalid_client',
      codes: [7000222],
    })
  })

  test('a code that was used, has expired, or belongs to another address or verifier', async () => {
    const { microsoft, clock } = setStage()
    const code_challenge = await calculatePKCECodeChallenge('v'.repeat(43))
    const codeFor = async () => exchange(await consent(microsoft, { code_challenge, code_challenge_method: 'S256' }))
    const proof = { code_verifier: 'v'.repeat(43) }
    const used = await codeFor()
    expect((await tokenCall(microsoft, { ...used, ...proof })).status).toBe(200)
    const codes = [
      await loginRefusalOf(await tokenCall(microsoft, { ...used, ...proof })),
      await loginRefusalOf(await tokenCall(microsoft, { ...(await codeFor()), code_verifier: 'w'.repeat(43) })),
      await loginRefusalOf(await tokenCall(microsoft, await codeFor())),
      await loginRefusalOf(
        await tokenCall(microsoft, { ...(await codeFor()), ...proof, redirect_uri: 'http://x.test/' }),
      ),
    ]
    const late = await codeFor()
    clock.time += 600_000
    codes.push(await loginRefusalOf(await tokenCall(microsoft, { ...late, ...proof })))
    expect(codes.flatMap((refused) => refused.codes)).toEqual([54005, 501481, 501481, 500112, 70008])
    for (const { error } of codes) expect(error).toBe('invalid_grant')
  })

  test('a token under an address of a tenant that the account does not belong to', async () => {
    const { microsoft } = setStage({ owners: [annAtWork, annAtHome] })
    const { refresh_token } = await signIn(microsoft, { login_hint: annAtHome.address })
    const form = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '' }
    expect((await tokenCall(microsoft, form, 'organizations')).status).toBe(400)
    expect((await tokenCall(microsoft, form, 'consumers')).status).toBe(200)
  })
})
