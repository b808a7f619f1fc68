/** Signing in with Microsoft: whoever's directory it is, and whoever has a say in it. */
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Installation, type InstallationOptions, install, type Line } from '../sandbox/installation.ts'
import type { MicrosoftAccount, Owner } from '../sandbox/world.ts'
import { ann, mailboxOf, rhythm, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const at = (tenant: string, change: Partial<MicrosoftAccount> = {}): MicrosoftAccount => ({
  kind: 'work',
  tenantId: `${tenant.padEnd(8, '0').slice(0, 8)}-0000-4000-8000-000000000000`,
  objectId: `${tenant.padEnd(8, '0').slice(0, 8)}-1111-4000-8000-000000000000`,
  userPrincipalName: 'ann@contoso.example',
  tellsAddress: false,
  language: 'en',
  ...change,
})
const atWork: Owner = { ...ann, subject: '11', address: 'ann@contoso.example', microsoft: at('aaaa') }
const elsewhere: Owner = {
  ...ann,
  subject: '12',
  address: 'ann@school.example',
  microsoft: at('bbbb', { userPrincipalName: 'ann@school.example' }),
}
/** In a directory of their own, whoever it is may write any address into their account. */
const impostor: Owner = {
  ...ann,
  subject: '13',
  address: 'owner@victim.example',
  microsoft: at('cccc', { userPrincipalName: 'mallory@evil.example' }),
}

const open = (options: Partial<InstallationOptions> = {}): Installation => {
  const owners = [ann, atWork, elsewhere, impostor]
  return install({
    db,
    now: start,
    mailboxes: owners.map((owner) => mailboxOf(rhythm('bo@example.com', 10, 50, 2), [], owner)),
    ...options,
  })
}
const connect = (home: Installation, owner: Owner, visit: Parameters<Installation['connect']>[1] = {}) =>
  home.connect(owner.address, { provider: 'microsoft', ...visit })
const accounts = async () =>
  (await db.prepare('SELECT subject, address FROM accounts ORDER BY id').all<{ subject: string; address: string }>())
    .results

describe('signing in with Microsoft', () => {
  test('the landing page offers it, and asks for headers, meetings and who it is', async () => {
    const browser = open().browser()
    expect(await browser.read('/')).toMatch(/href="\/connect\/microsoft"><img[^>]*>Continue with Microsoft</)
    const { searchParams } = new URL((await browser.get('/connect/microsoft')).headers.get('location') ?? '')
    expect(searchParams.get('scope')).toBe(
      'openid profile email offline_access User.Read Mail.ReadBasic Calendars.ReadBasic',
    )
    expect(searchParams.get('code_challenge_method')).toBe('S256')
  })

  test('work, school and personal accounts, each keyed by its directory and its place in it', async () => {
    const home = open()
    const { browser } = await connect(home, atWork)
    await connect(home, elsewhere, { browser })
    await connect(home, ann, { browser })
    const connected = await accounts()
    expect(connected.map(({ address }) => address)).toEqual([atWork.address, elsewhere.address, ann.address])
    expect(connected[0]?.subject).toBe(`${atWork.microsoft?.tenantId}.${atWork.microsoft?.objectId}`)
    expect(connected[2]?.subject).toMatch(/^9188040d-6c67-4c5b-b112-36a304b66dad\./)
    await home.settle()
    const rows = await db
      .prepare("SELECT account_id FROM reads WHERE feed = 'mail' GROUP BY account_id HAVING max(purpose) = 'changes'")
      .all()
    expect(rows.results).toHaveLength(3)
    const page = await browser.read('/accounts')
    for (const { address } of connected) expect(page).toContain(address)
  })

  test('together with an account at Google, of the same person', async () => {
    const home = open()
    const { browser } = await home.connect(ann.address)
    await connect(home, atWork, { browser })
    await home.settle()
    expect((await db.prepare('SELECT provider, user_id FROM accounts ORDER BY id').all()).results).toEqual([
      { provider: 'google', user_id: 1 },
      { provider: 'microsoft', user_id: 1 },
    ])
  })

  test('an ID token in the name of another directory than its own is refused, however well it is signed', async () => {
    const own = await connect(open({ line: await signedAnew((claims) => claims) }), atWork)
    expect(own.response.headers.get('location')).toBe('/reading')
    db = await freshDatabase()
    const iss = `https://microsoft.test/${elsewhere.microsoft?.tenantId}/v2.0`
    const foreign = await connect(open({ line: await signedAnew((claims) => ({ ...claims, iss })) }), atWork)
    expect(foreign.response.status).toBe(502)
    expect(await accounts()).toEqual([])
  })

  test('a token that names no directory is refused', async () => {
    const line = await signedAnew(({ tid: _tid, ...claims }) => claims)
    expect((await connect(open({ line }), atWork)).response.status).toBe(502)
    expect(await accounts()).toEqual([])
  })
})

describe('who may come in is decided by the address that Microsoft vouches for', () => {
  test('an address that merely stands in an account claims no installation', async () => {
    const home = open({ settings: { OWNER: impostor.address } })
    const { response } = await connect(home, impostor)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('mallory@evil.example isn’t among those')
    expect(await accounts()).toEqual([])
  })

  test('nor opens a list', async () => {
    const home = open({ settings: { SIGNUPS: 'victim.example', OWNER: atWork.address } })
    await connect(home, atWork)
    expect((await connect(home, impostor)).response.status).toBe(403)
  })

  test('a sign-in name does both', async () => {
    const home = open({ settings: { OWNER: atWork.address, SIGNUPS: 'school.example' } })
    expect((await connect(home, atWork)).response.status).toBe(302)
    expect((await connect(home, elsewhere)).response.status).toBe(302)
  })
})

describe('what goes wrong leads back with a sentence, and connects nothing', () => {
  const sentence = async (home: Installation, visit: Parameters<typeof connect>[2] = {}) => {
    const { response } = await connect(home, atWork, visit)
    expect(await accounts()).toEqual([])
    return response.text()
  }

  test('refusing', async () => {
    expect(await sentence(open(), { decision: 'cancel' })).toContain('You said no, and that’s fine')
  })

  test('a permission that the directory leaves out', async () => {
    expect(await sentence(open(), { without: ['Calendars.ReadBasic'] })).toContain('can’t see whom you meet')
  })

  test.each(['access_denied', 'consent_required'] as const)(
    'an administrator who has to agree first (%s)',
    async (error) => {
      const home = open({ microsoft: { switches: { administratorsError: error } } })
      home.world.weather.administratorBlocks = true
      const { response, browser } = await connect(home, atWork)
      expect(response.headers.get('location')).toBe('/connect/microsoft/approval')
      expect(await browser.read('/connect/microsoft/approval')).toContain('Your organisation decides this one')
      expect(await accounts()).toEqual([])
    },
  )

  test('a secret of the operator’s that is wrong, or has expired', async () => {
    const wrong = await sentence(open({ settings: { MICROSOFT_CLIENT_SECRET: 'the secret’s id' } }))
    expect(wrong).toContain('This installation isn’t set up right')
    const home = open()
    home.world.weather.secretExpired = true
    expect(await sentence(home)).toContain('This installation isn’t set up right')
  })

  test('an outage', async () => {
    const home = open()
    const { browser } = await connect(home, atWork, { decision: 'cancel' })
    home.world.weather.outage = 5
    const { response } = await connect(home, atWork, { browser })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('Microsoft isn’t responding')
  })
})

describe('disconnecting', () => {
  test.each([
    ['at work', atWork, 'https://myapps.microsoft.com/'],
    ['a personal account', ann, 'https://account.live.com/consent/Manage'],
  ])('%s: it is said that only its owner can withdraw the permission, and where', async (_, owner, page) => {
    const home = open()
    const { browser } = await connect(home, owner)
    const answer = await (await browser.post('/accounts/1/disconnect', { learned: 'keep' })).text()
    expect(answer).toContain('only you can withdraw it on their side')
    expect(answer).toContain(`href="${page}"`)
    expect((await db.prepare('SELECT grant FROM accounts').first())?.grant).toBe('')
  })

  test('of everything: the same, for each account that needs it', async () => {
    const home = open()
    const { browser } = await home.connect(ann.address)
    await connect(home, atWork, { browser })
    const answer = await (await browser.post('/settings/delete', { sure: 'on' })).text()
    expect(answer).toContain('href="https://myapps.microsoft.com/"')
    expect(answer).not.toContain('myaccount.google.com')
  })
})

type Claims = Readonly<Record<string, unknown>>

/** A line on which ID tokens are changed, and signed with a key that the keys endpoint then names. */
const signedAnew = async (change: (claims: Claims) => Claims): Promise<Line> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'another', alg: 'RS256', use: 'sig' }
  return async (request, next) => {
    const answer = await next(request)
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/discovery/v2.0/keys')) return Response.json({ keys: [jwk] })
    if (!pathname.endsWith('/token')) return answer
    const tokens = await answer.json<Claims>()
    const claims = change(decodeJwt(String(tokens.id_token)))
    const signed = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'another' }).sign(privateKey)
    return Response.json({ ...tokens, id_token: signed })
  }
}
