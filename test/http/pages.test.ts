import { beforeEach, describe, expect, test } from 'vitest'
import { openRead } from '../fixture.ts'
import { type Browser, signInFor } from '../sandbox/browser.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import { ann, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

let db: D1Database
let home: Installation
let browser: Browser
beforeEach(async () => {
  const mailbox = mailboxOf(
    [
      ...rhythm('Bo Ek <bo@example.com>', 14, 200, 45),
      ...rhythm('"<b>Eve</b> <script>prompt(1)</script>" <eve@example.com>', 10, 100, 5),
      ...rhythm('"\\"><img src=x onerror=prompt(1)>" <img@example.com>', 10, 100, 50),
    ],
    [meetingOf('m', 50, ['bo@example.com'])],
  )
  ;({ db, home, browser } = await openRead([mailbox]))
})

const monday = Date.UTC(2026, 10, 23, 7, 5)

/** Everything the database holds, to see whether something changed. */
const everything = async (): Promise<string> => {
  const tables = ['users', 'accounts', 'sessions', 'interactions', 'addresses', 'contact_blocks', 'reports']
  return JSON.stringify(
    await Promise.all(
      tables.map((table) =>
        db
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .then(({ results }) => results),
      ),
    ),
  )
}

const linksOfMail = async (): Promise<readonly string[]> => {
  await home.passTo(monday, 60)
  const [mail] = home.resend.sent
  return [
    ...new Set(
      [...(mail?.html ?? '').matchAll(/href="https:\/\/perennial\.test([^"]+)"/g)].map(([, path]) => path ?? ''),
    ),
  ]
}

describe('every page', () => {
  const pages = [
    '/people',
    '/people?q=bo',
    '/people?band=fading&sort=name&page=2',
    '/people/triage',
    '/people/1',
    '/people/1/text',
    '/people/1/text?tone=formal',
    '/reading',
    '/reading/state',
    '/reports',
    '/reports/preview',
    '/reports/preview/mail',
    '/reports/preview/not-this-week',
    '/accounts',
    '/settings',
  ]

  test.each(pages)('%s answers, to whom it belongs, and is kept by no cache', async (path) => {
    const response = await browser.get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const stranger = await home.browser().get(path)
    expect(stranger.headers.get('location')).toBe(path.startsWith('/reading') ? '/' : signInFor(path))
  })

  test.each(pages.filter((path) => !path.includes('state')))(
    '%s shows nothing as HTML that came from a header',
    async (path) => {
      const html = await browser.read(path)
      expect(html).not.toMatch(/<script>prompt|<img|<b>Eve/)
      // No inline script or style: the policy would refuse them.
      if (!path.endsWith('/mail')) expect(html).not.toMatch(/<script>|<style| style="| on\w+="/)
    },
  )

  test('whoever came with such a header is shown all the same, by what can be read of their name', async () => {
    const html = await browser.read('/people?sort=name')
    for (const name of ['Bo Ek', 'Eve Prompt', 'img@example.com'])
      expect(html).toMatch(new RegExp(`/people/\\d+">${name}<`))
  })

  test('a mail shown as it is may style itself, and may do nothing else', async () => {
    const policyOf = async (path: string) => (await browser.get(path)).headers.get('content-security-policy')
    expect(await policyOf('/reports/preview/mail')).toContain("style-src 'unsafe-inline'")
    expect(await policyOf('/reports/preview/mail')).not.toContain('script-src')
    expect(await policyOf('/reports/preview')).not.toContain('unsafe-inline')
  })

  test('a report in between is said to count as no week’s before it is asked for', async () => {
    expect(await browser.read('/reports')).toMatch(/Send it to me now<.*Neither counts as this week’s report/s)
  })

  test('when all is read, the letters that came since are not more than all', async () => {
    const state = JSON.parse(await browser.read('/reading/state'))
    expect(state.isDone).toBe(true)
    expect(state.lines.messages).toMatch(/^[\d,]+$/)
  })

  test('opening any of them changes nothing', async () => {
    const before = await everything()
    for (const path of pages) await browser.get(path)
    expect(await everything()).toBe(before)
  })

  test('what is not there is said to be not there', async () => {
    for (const path of [
      '/people/999999',
      '/people/x',
      '/reports/1999-01-04',
      '/c/nonsense',
      '/u/nonsense',
      '/connect/unknown',
      '/nowhere',
    ]) {
      expect((await browser.get(path)).status, path).toBe(404)
    }
  })
})

describe('people', () => {
  test('stand in the picture and in the list, with their rhythm and why they are suggested', async () => {
    const html = await browser.read('/people')
    expect(html).toContain('<title>Bo Ek, ')
    expect(html).toContain('You usually talk every 2 weeks; it’s been 6.')
  })

  test('are found by name and by address', async () => {
    expect(await browser.read('/people?q=EK')).toContain('Bo Ek')
    expect(await browser.read('/people?q=eve@example')).not.toContain('Bo Ek')
  })

  test('have a page each, that says what the score rests on', async () => {
    const path = /href="(\/people\/\d+)">Bo Ek</.exec(await browser.read('/people'))?.[1] ?? ''
    const html = await browser.read(path)
    expect(html).toContain('That’s long for the two of you.')
    expect(html).toContain('<svg')
  })
})

describe('links of the mail', () => {
  test('are safe to open, by anybody, as often as they like', async () => {
    const links = await linksOfMail()
    expect(links.length).toBeGreaterThan(4)
    const before = await everything()
    const scanner = home.browser()
    for (const link of [...links, ...links]) expect((await scanner.get(link)).status, link).toBeLessThan(400)
    expect(await everything()).toBe(before)
    expect(scanner.cookies.size).toBe(0)
  })

  test('the button leads to a compose window, filled in, from the right account', async () => {
    const link = (await linksOfMail()).find((path) => path.startsWith('/c/') && !path.endsWith('/text')) ?? ''
    const target = new URL((await home.browser().get(link)).headers.get('location') ?? '')
    expect(target.origin).toBe('https://mail.test')
    expect(target.searchParams.get('authuser')).toBe(ann.address)
    expect(target.searchParams.get('to')).toBe('bo@example.com')
    expect(target.searchParams.get('body')).toMatch(/^Hi Bo,\n\n\S/)
    expect(target.searchParams.get('body')).toMatch(/Ann$/)
  })

  test('the page beside it has the text in three tones', async () => {
    const link = (await linksOfMail()).find((path) => path.endsWith('/text')) ?? ''
    const stranger = home.browser()
    const warm = await stranger.read(link)
    expect(warm).toMatch(/Hi Bo,\n\n[^<]+\n\nAnn/)
    expect(await stranger.read(`${link}?tone=formal`)).toContain('Dear Bo,')
    expect(await stranger.read(`${link}?tone=rude`)).toBe(warm)
  })

  test('a link that was tampered with, or is a month old, does not work', async () => {
    const link = (await linksOfMail()).find((path) => path.startsWith('/c/') && !path.endsWith('/text')) ?? ''
    expect((await home.browser().get(`${link.slice(0, -6)}AAAAAA`)).status).toBe(404)
    home.clock.time += 31 * 86_400_000
    const late = await home.browser().get(link)
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('This link has expired')
  })

  test('a link of one purpose does not serve another', async () => {
    const links = await linksOfMail()
    const write = links.find((path) => path.startsWith('/c/') && !path.endsWith('/text')) ?? ''
    expect((await home.browser().get(write.replace('/c/', '/u/'))).status).toBe(404)
  })
})

describe('unsubscribing', () => {
  const nextReport = () => db.prepare('SELECT next_report_at AS at FROM users').first<{ at: number | null }>()

  test('a GET asks, a POST does it: with one click, without a cookie, from anywhere', async () => {
    const link = (await linksOfMail()).find((path) => path.startsWith('/u/')) ?? ''
    expect(await home.browser().read(link)).toContain('Stop the Monday email?')
    expect((await nextReport())?.at).not.toBeNull()
    const clicked = await home
      .browser()
      .post(link, { 'List-Unsubscribe': 'One-Click' }, 'https://mail.elsewhere.example')
    expect(clicked.status).toBe(200)
    expect((await nextReport())?.at).toBeNull()
    await home.passTo(monday + 8 * 86_400_000, 60)
    expect(home.resend.sent).toHaveLength(1)
  })
})

describe('why the score is what it is', () => {
  test('a person’s page tells what each thing known adds, and it adds up to the chance of the next 90 days', async () => {
    const html = await browser.read('/people/1')
    const parts = [...html.matchAll(/<li>[^<]+: ([+−±])(\d+)<\/li>/g)].map(
      ([, sign, points]) => (sign === '−' ? -1 : 1) * Number(points),
    )
    const [, together] = /Together: (\d+) out of 100/.exec(html) ?? []
    expect(parts.length).toBeGreaterThan(4)
    expect(parts.reduce((sum, points) => sum + points, 0)).toBe(Number(together))
  })
})

describe('settings', () => {
  test('change the day, the hour and the zone, and the next report follows', async () => {
    const form = { reports: 'on', weekday: '5', hour: '17', zone: 'America/New_York' }
    expect((await browser.post('/settings', form)).status).toBe(303)
    const row = await db.prepare('SELECT zone, is_zone_chosen, next_report_at AS at FROM users').first<{ at: number }>()
    expect(row).toMatchObject({ zone: 'America/New_York', is_zone_chosen: 1 })
    expect(new Date((row?.at ?? 0) * 1000).toISOString()).toBe('2026-11-20T22:00:00.000Z')
  })

  test('how dates are written holds on every page', async () => {
    const read = async (): Promise<string> =>
      (await Promise.all(['/people', '/people/1', '/accounts'].map((path) => browser.read(path)))).join('\n')
    expect(await read()).toContain('29 September')
    const form = { reports: 'on', weekday: '1', hour: '8', zone: 'Europe/Berlin', locale: 'en-US' }
    expect((await browser.post('/settings', form)).status).toBe(303)
    const html = await read()
    expect(html).toContain('September 29')
    expect(html).not.toMatch(/\d+ (?:September|October|November)/)
  })

  test.each([
    ['a zone that is none', { zone: 'Europe/Atlantis' }],
    ['an hour that is none', { hour: '24' }],
    ['a day that is none', { weekday: 'x' }],
  ])('%s is refused with a sentence, and nothing changes', async (_name, wrong) => {
    const before = await everything()
    const response = await browser.post('/settings', { reports: 'on', weekday: '1', hour: '8', zone: 'UTC', ...wrong })
    expect(response.status).toBe(400)
    const [[name, typed] = ['', '']] = Object.entries(wrong)
    const html = await response.text()
    expect(html).toContain(`aria-describedby="${name}-error"`)
    if (name === 'zone') expect(html).toContain(`value="${typed}"`)
    expect(await everything()).toBe(before)
  })

  test('another site cannot change them for the user', async () => {
    const before = await everything()
    const form = { weekday: '1', hour: '8', zone: 'UTC' }
    expect((await browser.post('/settings', form, 'https://evil.example')).status).toBe(403)
    expect((await browser.post('/sign-out', {}, 'https://evil.example')).status).toBe(403)
    expect(await everything()).toBe(before)
  })
})

test('a database that is away is said to be away, and nothing of it is shown', async () => {
  const broken = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') throw new Error('D1_ERROR: no such table: secrets')
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const ill = install({ db: broken, now: start, mailboxes: [] })
  for (const [name, value] of browser.cookies) {
    const visitor = ill.browser()
    visitor.cookies.set(name, value)
    const response = await visitor.get('/people')
    expect(response.status).toBe(503)
    const text = await response.text()
    expect(text).toContain('Nothing is lost')
    expect(text).not.toContain('D1_ERROR')
  }
})

describe('a setting', () => {
  test.each([
    ['KEYS', ''],
    ['KEYS', 'short'],
    ['PUBLIC_URL', 'http://perennial.example'],
    ['MAIL_FROM', 'nobody'],
    ['OWNER', 'me'],
    ['SIGNUPS', 'everybody'],
    ['GOOGLE_CLIENT_SECRET', ''],
    ['GOOGLE_ISSUER', 'accounts'],
  ])('%s that is wrong (%j) stops the Worker with one sentence that names it', async (setting, value) => {
    const response = await install({ db, now: start, mailboxes: [], settings: { [setting]: value } })
      .browser()
      .get('/')
    expect(response.status).toBe(500)
    expect(await response.text()).toContain(`The setting ${setting} `)
  })
})
