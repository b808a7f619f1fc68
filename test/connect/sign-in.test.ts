import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { signInFor } from '../sandbox/browser.ts'
import { type Installation, type InstallationOptions, install, type Line } from '../sandbox/installation.ts'
import { giveConsent } from '../sandbox/service/visitor.ts'
import { ann, mailboxOf, start } from '../story.ts'

const bo = { ...ann, subject: '2', address: 'bo@gmail.example', name: 'Bo Ek' }
const calendarScope = 'https://www.googleapis.com/auth/calendar.events.owned.readonly'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const open = (options: Partial<InstallationOptions> = {}): Installation =>
  install({ db, now: start, mailboxes: [mailboxOf([]), mailboxOf([], [], bo)], ...options })

const count = async (table: string): Promise<number> =>
  (await db.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? -1

/** A line that counts the grants that are given back. */
const watched = (): { readonly line: Line; readonly revocations: () => number } => {
  const paths: string[] = []
  return {
    line: (request, next) => {
      paths.push(new URL(request.url).pathname)
      return next(request)
    },
    revocations: () => paths.filter((path) => path.endsWith('/revoke')).length,
  }
}

/** To the consent page and back, without having come back yet. */
const consented = async (home: Installation, account = ann.address) => {
  const browser = home.browser()
  const begun = await browser.get('/connect/google')
  const callback = await giveConsent(begun.headers.get('location') ?? '', {
    fetch: (request) => home.google.fetch(request),
    account,
  })
  return { browser, callback }
}

describe('signing in', () => {
  test('asks for headers and meetings, with PKCE, a nonce and a state', async () => {
    const begun = await open().browser().get('/connect/google')
    const { searchParams } = new URL(begun.headers.get('location') ?? '')
    expect(searchParams.get('scope')?.split(' ').sort()).toEqual(
      ['email', calendarScope, 'https://www.googleapis.com/auth/gmail.metadata', 'openid'].sort(),
    )
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'nonce', 'state']) expect(searchParams.get(name)?.length).toBeGreaterThan(40)
  })

  test('leads to the reading page, signed in, with the work begun', async () => {
    const home = open()
    const { browser, response } = await home.connect(ann.address)
    expect(response.headers.get('location')).toBe('/reading')
    expect(await browser.read('/people')).toContain('We’re still gathering your people.')
    expect(home.queue.waiting.map(({ body }) => body.kind)).toEqual(['sync'])
  })

  test('stores the grant under seal only', async () => {
    const home = open()
    await home.connect(ann.address)
    const row = JSON.stringify(await db.prepare('SELECT * FROM accounts').first())
    expect(row).not.toMatch(/ya29|1\/\/0/)
  })

  test('sets a cookie that scripts, other sites and plain http never see', async () => {
    const home = open()
    const { response } = await home.connect(ann.address)
    const session = response.headers.getSetCookie().find((line) => line.includes('session'))
    expect(session).toMatch(/^__Host-perennial_session=/)
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(session).toContain(attribute)
  })

  test('a second sign-in is the same user, with a new session; the old one is worth nothing', async () => {
    const home = open()
    const { browser } = await home.connect(ann.address)
    const old = new Map(browser.cookies)
    await home.connect(ann.address, { browser })
    expect(await count('users')).toBe(1)
    expect(await count('accounts')).toBe(1)
    expect(browser.cookies).not.toEqual(old)
    const thief = home.browser()
    for (const [name, value] of old) thief.cookies.set(name, value)
    expect((await thief.get('/people')).headers.get('location')).toBe(signInFor('/people'))
  })

  test('signing out ends the session wherever a copy of the cookie is', async () => {
    const home = open()
    const { browser } = await home.connect(ann.address)
    const copy = home.browser()
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
    expect((await browser.post('/sign-out')).status).toBe(303)
    expect((await copy.get('/people')).headers.get('location')).toBe(signInFor('/people'))
  })

  test('a session that ended by itself opens nothing, and cron leaves no row of it', async () => {
    const home = open()
    const { browser } = await home.connect(ann.address)
    expect(await count('sessions')).toBe(1)
    home.clock.time += 61 * 86_400_000
    expect((await browser.get('/people')).headers.get('location')).toBe(signInFor('/people'))
    home.clock.time -= home.clock.time % 86_400_000
    await home.cron()
    expect(await count('sessions')).toBe(0)
  })
})

describe('what goes wrong leads back with a sentence, and connects nothing', () => {
  test('refusing', async () => {
    const { response } = await open().connect(ann.address, { decision: 'cancel' })
    expect(await response.text()).toContain('You said no, and that’s fine')
    expect(await count('accounts')).toBe(0)
  })

  test('unticking the calendar', async () => {
    const { response } = await open().connect(ann.address, { without: [calendarScope] })
    expect(await response.text()).toContain('can’t see whom you meet')
    expect(await count('accounts')).toBe(0)
  })

  test('whatever was granted goes back where nobody is let in', async () => {
    const { line, revocations } = watched()
    const home = open({ line })
    await home.connect(ann.address, { without: [calendarScope] })
    expect(revocations()).toBe(1)
    await home.connect(ann.address)
    await home.connect(bo.address)
    expect(revocations()).toBe(2)
  })

  test('and stays where it serves an account we know: a provider ends all grants of an account at once', async () => {
    const { line, revocations } = watched()
    const home = open({ line })
    await home.connect(ann.address)
    const { response } = await home.connect(ann.address, { without: [calendarScope] })
    expect(response.headers.get('location')).toBeNull()
    expect(revocations()).toBe(0)
    await home.settle()
    expect(await db.prepare('SELECT status_kind FROM accounts').first()).toEqual({ status_kind: 'active' })
  })

  test('a callback without a state of ours asks nobody and reads nothing', async () => {
    const home = open()
    const stranger = home.browser()
    stranger.cookies.set('__Host-perennial_sign_in', 'forged')
    const { rowsRead } = home.database
    for (const query of ['code=4/0&state=x', 'error=access_denied&state=x', 'state=', '']) {
      expect((await stranger.get(`/connect/google/callback?${query}`)).status).toBe(400)
    }
    expect([...home.requests]).toEqual([])
    expect(home.database.rowsRead).toBe(rowsRead)
  })

  test('a callback that comes twice', async () => {
    const home = open()
    const { browser, callback } = await consented(home)
    expect((await browser.get(callback.pathname + callback.search)).status).toBe(302)
    const again = await browser.get(callback.pathname + callback.search)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('This sign-in has ended')
    expect(await count('accounts')).toBe(1)
  })

  test('a callback with a wrong state', async () => {
    const { browser, callback } = await consented(open())
    callback.searchParams.set('state', 'another')
    expect((await browser.get(callback.pathname + callback.search)).status).toBe(400)
    expect(await count('accounts')).toBe(0)
  })

  test('a callback in another browser', async () => {
    const home = open()
    const { callback } = await consented(home)
    expect((await home.browser().get(callback.pathname + callback.search)).status).toBe(400)
    expect(await count('accounts')).toBe(0)
  })

  test('a callback from another issuer', async () => {
    const { browser, callback } = await consented(open())
    callback.searchParams.set('iss', 'https://evil.test')
    expect((await browser.get(callback.pathname + callback.search)).status).toBe(502)
    expect(await count('accounts')).toBe(0)
  })

  test('an error of the provider', async () => {
    const { browser, callback } = await consented(open())
    callback.searchParams.delete('code')
    callback.searchParams.set('error', 'server_error')
    const answer = await browser.get(callback.pathname + callback.search)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Google isn’t responding')
  })

  test('a state that took too long', async () => {
    const home = open()
    const { browser, callback } = await consented(home)
    home.clock.time += 16 * 60_000
    expect((await browser.get(callback.pathname + callback.search)).status).toBe(400)
  })

  test('a tampered cookie is no session', async () => {
    const home = open()
    const { browser } = await home.connect(ann.address)
    for (const [name, value] of browser.cookies) browser.cookies.set(name, `${value.slice(0, -4)}AAAA`)
    expect((await browser.get('/people')).headers.get('location')).toBe(signInFor('/people'))
  })
})

describe('who may come in', () => {
  const statuses = async (settings: InstallationOptions['settings']) => {
    const home = open(settings === undefined ? {} : { settings })
    const first = await home.connect(ann.address)
    const second = await home.connect(bo.address)
    return [first.response.status, second.response.status]
  }

  test('the first owns the installation, and then it is closed', async () => {
    expect(await statuses(undefined)).toEqual([302, 403])
    expect(await db.prepare('SELECT is_owner FROM users').first()).toEqual({ is_owner: 1 })
  })

  test('where the owner is named, nobody else can be first', async () => {
    expect(await statuses({ OWNER: bo.address })).toEqual([403, 302])
  })

  test('open is open, and a list is a list', async () => {
    expect(await statuses({ SIGNUPS: 'open' })).toEqual([302, 302])
  })

  test.each([['bo@gmail.example'], ['gmail.example'], ['@gmail.example other.example']])(
    'a list with %s lets them in',
    async (SIGNUPS) => {
      expect(await statuses({ SIGNUPS })).toEqual([302, 302])
    },
  )

  test('a list of others does not', async () => {
    expect(await statuses({ SIGNUPS: 'example.org' })).toEqual([302, 403])
  })

  test('an account of one user cannot be taken by another', async () => {
    const home = open({ settings: { SIGNUPS: 'open' } })
    await home.connect(bo.address)
    const { browser } = await home.connect(ann.address)
    const { response } = await home.connect(bo.address, { browser })
    expect(response.status).toBe(409)
  })
})
