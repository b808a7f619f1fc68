import { describe, expect, test } from 'vitest'
import { personalTenant } from './account.ts'
import {
  annAtHome,
  annAtWork,
  authorizationAddress,
  client,
  consent,
  loginRefusalOf,
  origin,
  pageText,
  refreshed,
  setStage,
  signIn,
  usualScope,
} from './stage.ts'

describe('discovery', () => {
  const discover = async (tenant: string) =>
    setStage({ owners: [annAtWork, annAtHome] }).microsoft.request(
      `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    )

  test('of common tells a pattern for the issuer, and no way to revoke', async () => {
    const metadata = await (await discover('common')).json<Record<string, unknown>>()
    expect(metadata).toMatchObject({
      issuer: `${origin}/{tenantid}/v2.0`,
      authorization_endpoint: `${origin}/common/oauth2/v2.0/authorize`,
      token_endpoint: `${origin}/common/oauth2/v2.0/token`,
      jwks_uri: `${origin}/common/discovery/v2.0/keys`,
    })
    expect(metadata).not.toHaveProperty('revocation_endpoint')
  })

  test.each([
    ['organizations', '{tenantid}'],
    ['consumers', personalTenant],
    [annAtWork.microsoft?.tenantId ?? '', annAtWork.microsoft?.tenantId],
  ])('of %s tells its issuer', async (tenant, issuer) => {
    expect(await (await discover(tenant)).json()).toMatchObject({ issuer: `${origin}/${issuer}/v2.0` })
  })

  test('of a tenant that there is not is refused', async () => {
    expect(await loginRefusalOf(await discover('0d2c4a6e-1111-4222-8333-444455556666'))).toMatchObject({
      codes: [90002],
    })
  })

  test('names keys without an algorithm', async () => {
    const answer = await setStage().microsoft.request(`${origin}/common/discovery/v2.0/keys`)
    const { keys } = await answer.json<{ keys: Record<string, unknown>[] }>()
    expect(keys).toEqual([
      {
        kty: 'RSA',
        use: 'sig',
        kid: expect.any(String),
        n: expect.any(String),
        e: 'AQAB',
        issuer: `${origin}/{tenantid}/v2.0`,
      },
    ])
  })
})

describe('consent', () => {
  test('lists exactly the scopes that are asked, for the account that was chosen, with nothing to untick', async () => {
    const { microsoft } = setStage()
    const page = await pageText(microsoft, authorizationAddress({ scope: 'openid Mail.ReadBasic' }))
    expect([...page.matchAll(/<code>(.*?)<\/code>/g)].map(([, scope]) => scope)).toEqual(['openid', 'Mail.ReadBasic'])
    expect(page).toContain('ann@contoso.example, work or school account')
    expect(page).not.toContain('type="checkbox"')
  })

  test('of several accounts asks for one first, and knows a hint', async () => {
    const { microsoft } = setStage({ owners: [annAtWork, annAtHome] })
    expect(await pageText(microsoft, authorizationAddress())).toContain('Choose an account')
    const hinted = authorizationAddress({ login_hint: 'ANN@outlook.example' })
    expect(await pageText(microsoft, hinted)).toContain('ann@outlook.example, personal account')
    expect(await pageText(microsoft, authorizationAddress({ login_hint: 'nobody@contoso.example' }))).toContain(
      'Choose an account',
    )
  })

  test.each([
    ['organizations', 'work or school account'],
    ['consumers', 'personal account'],
  ])('at %s knows only its own accounts', async (tenant, kind) => {
    const { microsoft } = setStage({ owners: [annAtWork, annAtHome] })
    expect(await pageText(microsoft, authorizationAddress({}, tenant))).toContain(kind)
  })

  test('leads back with a code longer than a kilobyte, the state and a session state', async () => {
    const callback = await consent(setStage().microsoft, { state: 'a b' })
    expect([...callback.searchParams.keys()]).toEqual(['code', 'state', 'session_state'])
    expect(callback.searchParams.get('state')).toBe('a b')
    expect(callback.searchParams.get('code')?.length).toBeGreaterThan(1024)
  })

  test('declined leads back with access_denied, and a reason for people', async () => {
    const callback = await consent(setStage().microsoft, { state: 'S' }, { decision: 'cancel' })
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      error: 'access_denied',
      error_subcode: 'cancel',
      error_description: expect.stringMatching(
        /^AADSTS65004: User declined to consent.*Timestamp: 2026-11-23 09:00:00Z$/,
      ),
      error_uri: expect.any(String),
      state: 'S',
    })
    expect(callback.search).toContain('AADSTS65004%3A+User+declined')
  })

  test('is not asked for twice, unless the application insists', async () => {
    const { microsoft } = setStage()
    await signIn(microsoft)
    expect((await microsoft.request(authorizationAddress().href)).status).toBe(302)
    expect(await pageText(microsoft, authorizationAddress({ prompt: 'consent' }))).toContain('Permissions requested')
    expect(await pageText(microsoft, authorizationAddress({ prompt: 'select_account' }))).toContain('Choose an account')
    expect(await pageText(microsoft, authorizationAddress({ scope: `${usualScope} Mail.Read` }))).toContain(
      'Permissions requested',
    )
  })

  test.each([
    ['nobody consented', [annAtWork] as const, 'consent_required'],
    ['there are several accounts', [annAtWork, annAtHome] as const, 'login_required'],
  ])('without a page leads back with an error where %s', async (_where, owners, error) => {
    const callback = await consent(setStage({ owners }).microsoft, { prompt: 'none' })
    expect(callback.searchParams.get('error')).toBe(error)
  })

  test('comes by a form that sends itself where the application wants it so', async () => {
    const { microsoft } = setStage()
    await signIn(microsoft)
    const page = await pageText(microsoft, authorizationAddress({ response_mode: 'form_post', state: 'S' }))
    expect(page).toContain(`action="${client.redirectUris[0]}"`)
    expect(page).toMatch(/name="code" value="1\.AXoA/)
    expect(page).toContain('name="state" value="S"')
  })

  test.each([
    ['an unknown client', { client_id: 'x' }, 'AADSTS700016'],
    ['an address that is not registered', { redirect_uri: 'https://evil.example/' }, 'AADSTS50011'],
  ])('is refused on a page for %s', async (_what, parameters, code) => {
    const answer = await setStage().microsoft.request(authorizationAddress(parameters).href)
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(code)])
  })

  test.each([
    ['another flow', { response_type: 'token' }, 'unsupported_response_type', '700054'],
    ['a scope that people cannot give', { scope: 'Mail.ReadBasic.All' }, 'invalid_scope', '650053'],
    ['a scope of another resource', { scope: 'https://outlook.example/Mail.Read' }, 'invalid_scope', '70011'],
    ['no scope', { scope: '' }, 'invalid_request', '900144'],
    ['another mode', { response_mode: 'fragment' }, 'invalid_request', '901002'],
  ])('is refused at the application’s address for %s', async (_what, parameters, error, code) => {
    const callback = await consent(setStage().microsoft, parameters)
    expect(callback.searchParams.get('error')).toBe(error)
    expect(callback.searchParams.get('error_description')).toContain(`AADSTS${code}:`)
  })
})

describe('an administrator who lets nobody in', () => {
  test('stands before work accounts, and the way back says so', async () => {
    const { microsoft, world } = setStage({ owners: [annAtWork, annAtHome] })
    world.weather.administratorBlocks = true
    const hinted = { login_hint: annAtWork.address }
    expect(await pageText(microsoft, authorizationAddress(hinted))).toContain('Need admin approval')
    const callback = await consent(microsoft, hinted)
    expect(callback.searchParams.get('error')).toBe('access_denied')
    expect(callback.searchParams.get('error_description')).toContain('AADSTS90094')
    expect(callback.searchParams.get('error_subcode')).toBeNull()
    const personal = await signIn(microsoft, { login_hint: annAtHome.address })
    expect(personal.access_token).toBeDefined()
  })

  test('may be told by another error', async () => {
    const { microsoft, world } = setStage({ switches: { administratorsError: 'consent_required' } })
    world.weather.administratorBlocks = true
    expect((await consent(microsoft)).searchParams.get('error')).toBe('consent_required')
  })

  test('ends access that was given: tokens are refused, and refreshing is blocked by policy', async () => {
    const { microsoft, world, get } = setStage()
    const { access_token, refresh_token } = await signIn(microsoft)
    world.weather.administratorBlocks = true
    expect((await get('/me', access_token)).status).toBe(401)
    expect(await loginRefusalOf(await refreshed(microsoft, refresh_token))).toEqual({
      status: 400,
      error: 'invalid_grant',
      codes: [53003],
      suberror: 'message_only',
    })
    world.weather.administratorBlocks = false
    expect((await refreshed(microsoft, refresh_token)).status).toBe(200)
  })
})
