/** The check-in's pages as they are met from a mail: without a session, opened by people and by machines. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import { type Browser, signInFor } from '../../sandbox/browser.ts'
import { draftFromLink } from '../../sandbox/console/draft.ts'
import { sentMessage } from '../../sandbox/console/posting.ts'
import type { Installation } from '../../sandbox/installation.ts'
import { ann, mailboxOf, messageOf, rhythm } from '../../story.ts'

const monday = Date.UTC(2026, 10, 23, 7)
const day = 86_400_000
const bo = 'Bo Ek <bo@example.com>'

let db: D1Database
let home: Installation
let owner: Browser
let path: string

beforeEach(async () => {
  const mailbox = mailboxOf([...rhythm('cy@example.com', 10, 200, 3)])
  for (const line of rhythm(bo, 14, 200, 45)) {
    const mail = messageOf(line)
    mailbox.deliver({ ...mail, headers: mail.headers.replace('About things', 'Kelp tariff review') })
  }
  const opened = await openRead([mailbox], { settings: { RESEND_WEBHOOK_SECRET: webhookSecret } })
  ;({ db, home, browser: owner } = opened)
  await mondayAfter(0)
  const link = /https:\/\/perennial\.test(\/c\/\S+)\/text/.exec(home.resend.sent[0]?.text ?? '')
  path = link?.[1] ?? 'no link'
})

/** The Monday so many weeks later, and an hour of work. */
const mondayAfter = async (weeks: number): Promise<void> => {
  home.clock.time = monday + weeks * 7 * day
  await home.cron()
  await home.settle()
}

const webhookSecret = `whsec_${btoa('w'.repeat(24))}`

const everything = async (): Promise<string> => {
  const tables = ['users', 'accounts', 'reports', 'corrections', 'suggestion_acts', 'contact_blocks', 'sessions']
  const rows = await Promise.all(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
  return JSON.stringify(rows.map(({ results }) => results))
}
const said = async (): Promise<readonly string[]> =>
  (await db.prepare('SELECT content FROM corrections ORDER BY id').all<{ content: string }>()).results.map(
    ({ content }) => JSON.parse(content).kind,
  )
const acts = async (): Promise<readonly string[]> =>
  (await db.prepare('SELECT act FROM suggestion_acts ORDER BY act').all<{ act: string }>()).results.map(
    ({ act }) => act,
  )

describe('opening', () => {
  test('every page a link leads to changes nothing, however it is opened, and asks the provider nothing', async () => {
    const before = await everything()
    const calls = home.requests.get('google.test') ?? 0
    for (const page of ['', '/text', '/text?tone=formal', '/text?open', '/done', '/later', '/less', '/not']) {
      for (const method of ['GET', 'HEAD']) {
        const request = new Request(`https://perennial.test${path}${page}`, { method })
        const response = await home.worker.fetch(request, home.env, {} as ExecutionContext)
        expect(response.status, page).toBeLessThan(400)
        expect(response.headers.get('referrer-policy')).toBe('no-referrer')
        expect(response.headers.get('set-cookie')).toBeNull()
      }
    }
    expect(await everything()).toBe(before)
    expect(home.requests.get('google.test') ?? 0).toBe(calls)
  })

  test('counts only what a hand does on our page, and once', async () => {
    const stranger = home.browser()
    await stranger.get(path)
    await stranger.get(`${path}/text`)
    expect(await acts()).toEqual([])
    for (let click = 0; click < 2; click += 1) expect((await stranger.post(`${path}/opened`)).status).toBe(204)
    expect(await acts()).toEqual(['opened'])
    expect((await stranger.post(`${path}/opened`, {}, 'https://elsewhere.example')).status).toBe(403)
  })
})

describe('where one writes', () => {
  const writesIn = (place: string) =>
    owner.post('/settings', { reports: 'on', weekday: '1', hour: '8', zone: 'Europe/Berlin', writesIn: place })
  const target = async () => (await home.browser().get(path)).headers.get('location') ?? ''

  test.each([
    ['account', /^https:\/\/mail\.test\/mail\/\?view=cm.*&authuser=ann%40gmail\.example&/],
    ['gmail', /^https:\/\/mail\.test\/mail\/\?view=cm/],
    ['outlook_work', /^https:\/\/outlook\.test\/mail\/deeplink\/compose\?to=bo%40example\.com&subject=/],
    ['outlook_personal', /^https:\/\/outlook\.test\/mail\/0\/deeplink\/compose\?to=/],
    ['mailto', /\/text\?open$/],
    ['page', /\/text$/],
  ])('%s', async (place, expected) => {
    expect((await writesIn(place)).status).toBe(303)
    expect(await target()).toMatch(expected)
    // Whatever was chosen, every way is on the page.
    const page = await home.browser().read(`${path}/text`)
    expect(page).toContain('name="in" value="mailto"')
    expect(page).toContain('name="in" value="gmail"')
  })

  test('a place that is none is refused, and nothing changes', async () => {
    expect((await writesIn('telegram')).status).toBe(400)
    expect(await target()).toContain('mail.test')
  })
})

describe('the small links', () => {
  test.each([
    ['done', {}, 'log', 'done', /in touch with Bo on 23 November/],
    ['later', { days: '30' }, 'snooze', 'snoozed', /Bo is snoozed until 23 December/],
    ['later', { until: '2027-02-01' }, 'snooze', 'snoozed', /Bo is snoozed until 1 February 2027/],
    ['less', {}, 'less_often', 'less_often', /You asked to see Bo less often/],
    ['not', {}, 'ignore', 'not_a_person', /You’ve left Bo out/],
  ])('%s says what it will do, does it once, and takes it back', async (name, form, kind, act, sentence) => {
    const stranger = home.browser()
    expect(await stranger.read(`${path}/${name}`)).toContain('Opening this page has changed nothing')
    const before = await owner.read('/people')
    const answer = await stranger.post(`${path}/${name}`, form as Record<string, string>)
    expect(answer.status).toBe(303)
    const done = await stranger.read(answer.headers.get('location') ?? '')
    await stranger.post(`${path}/${name}`, form as Record<string, string>)
    expect(done).toMatch(sentence)
    expect([await said(), await acts()]).toEqual([[kind], [act]])
    const seal = /name="seal" value="([^"]+)"/.exec(done)?.[1] ?? ''
    expect((await stranger.post(`${path}/undo`, { seal })).headers.get('location')).toBe(`${path}/text?undone`)
    expect([await said(), await acts()]).toEqual([[kind, 'undo'], []])
    expect(await owner.read('/people')).toBe(before)
  })

  test.each([
    ['a day that has passed', 'later', { until: '2020-01-01' }],
    ['no day at all', 'later', {}],
  ])('%s is refused with a sentence', async (_what, name, form) => {
    const response = await home.browser().post(`${path}/${name}`, form as Record<string, string>)
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toContain('aria-describedby="until-error"')
    expect(html).toContain(`value="${(form as { readonly until?: string }).until ?? ''}"`)
    expect(await said()).toEqual([])
  })

  test('neither another site nor a seal of something else gets anything done', async () => {
    expect((await home.browser().post(`${path}/not`, {}, 'https://elsewhere.example')).status).toBe(403)
    const token = path.slice('/c/'.length)
    expect((await home.browser().post(`${path}/undo`, { seal: token })).status).toBe(400)
    expect(await said()).toEqual([])
  })

  test('are on the pages of the app as well, for whoever is signed in alone', async () => {
    const id = /href="(\/people\/\d+)">Bo Ek</.exec(await owner.read('/people'))?.[1] ?? ''
    expect(await owner.read(`${id}/later`)).toContain('Snooze Bo?')
    expect((await owner.post(`${id}/less`)).status).toBe(303)
    expect(await said()).toEqual(['less_often'])
    expect((await home.browser().get(`${id}/later`)).headers.get('location')).toBe(signInFor(`${id}/later`))
  })
})

describe('what the two last wrote about', () => {
  const lookUp = async (): Promise<string> => {
    const id = /href="(\/people\/\d+)">Bo Ek</.exec(await owner.read('/people'))?.[1] ?? ''
    return (await owner.post(`${id}/subject`)).text()
  }

  test('is in the email and in its link, and kept nowhere', async () => {
    expect(home.resend.sent[0]?.text).toContain('Last email: “Kelp tariff review”')
    expect(await home.browser().read(`${path}/text`)).toContain('Last: “Kelp tariff review”')
    expect(await everything()).not.toContain('Kelp')
  })

  test('leads to the conversation itself, in the account that holds it', async () => {
    const conversation = /https:\/\/mail\.test\/mail\/\?authuser=ann%40gmail\.example#all\/[0-9a-f]{16}/
    expect(await home.browser().read(`${path}/text`)).toMatch(conversation)
  })

  test('is read live for a session alone', async () => {
    const before = home.requests.get('google.test') ?? 0
    expect((await home.browser().post(`${path}/subject`)).headers.get('location')).toBe(`${path}/text`)
    expect(home.requests.get('google.test') ?? 0).toBe(before)
    expect(await lookUp()).toContain('Last: “Kelp tariff review”')
    expect(await everything()).not.toContain('Kelp')
  })

  test.each([
    ['the grant is dead', () => Object.assign(home.world.weather, { revoked: true })],
    ['the provider is out of order', () => Object.assign(home.world.weather, { outage: 1000 })],
    ['the provider talks nonsense', () => Object.assign(home.world.weather, { nonsense: 1000 })],
  ])('where %s, the text is there all the same', async (_what, spoil) => {
    spoil()
    expect(await lookUp()).toContain('couldn’t find what you last wrote about')
    expect((await home.browser().get(path)).status).toBe(302)
    expect(await home.browser().read(`${path}/text`)).toContain('Hi Bo,')
  })

  test('costs the email nothing where the mailbox does not answer', async () => {
    Object.assign(home.world.weather, { outage: 1000 })
    await owner.post('/reports/send')
    expect(home.resend.sent).toHaveLength(2)
    expect(home.resend.sent[1]?.text).not.toContain('Last email:')
  })
})

describe('the text', () => {
  test('goes where the user writes as it was edited, without a script', async () => {
    const written = { in: 'gmail', subject: 'Kelp & co', text: 'Hi Bo,\r\n\r\nmine' }
    const answer = await home.browser().post(`${path}/compose`, written)
    expect(answer.status).toBe(303)
    const target = new URL(answer.headers.get('location') ?? '')
    expect([target.hostname, target.searchParams.get('su'), target.searchParams.get('body')]).toEqual([
      'mail.test',
      'Kelp & co',
      'Hi Bo,\n\nmine',
    ])
    expect(await acts()).toEqual(['opened'])
    expect(answer.headers.get('content-security-policy')).toContain('https://mail.test')
  })

  test('is shown again where it is too long for a link', async () => {
    const text = 'word '.repeat(1000)
    const answer = await home.browser().post(`${path}/compose`, { in: 'gmail', subject: 'Hi', text })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('too long for a link')
  })
})

describe('what came of it', () => {
  test('whoever was in touch at another address of the same person is told so as well', async () => {
    const [mailbox] = home.world.mailboxes
    expect(await owner.read(`${path}/text`)).not.toContain('have been in touch since')
    const merge = { kind: 'merge', address: 'bo@example.com', other: 'cy@example.com', back: '/people' }
    expect((await owner.post('/people/corrections', merge)).status).toBe(303)
    mailbox?.deliver({ ...messageOf({ from: 'cy@example.com', daysAgo: 0 }), at: home.clock.time + 2 * day })
    home.clock.time = monday + 3 * day
    await home.cron()
    await home.settle()
    expect(await owner.read(`${path}/text`)).toContain('have been in touch since this was suggested')
    expect(await home.browser().read(`${path}/text`)).not.toContain('have been in touch since')
  })

  test('a letter, its answer and where they come from are told on the page, in the next report, and to whoever opens the old link', async () => {
    const [mailbox] = home.world.mailboxes
    if (mailbox === undefined) throw new Error('no mailbox')
    const compose = new URL((await home.browser().get(path)).headers.get('location') ?? '')
    mailbox.deliver(sentMessage(draftFromLink(compose.searchParams), { mailbox, at: home.clock.time + day }))
    mailbox.deliver({ ...messageOf({ from: bo, daysAgo: 0 }), at: home.clock.time + 2 * day })
    home.clock.time = monday + 3 * day
    await home.cron()
    await home.settle()
    const reports = (await owner.read('/reports')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(reports).toContain('you wrote on 24 November · they replied on 25 November')
    expect(reports).toContain('You wrote 1')
    expect(reports).toContain('Opened on our page 0')
    expect(await owner.read(`${path}/text`)).toContain('have been in touch since this was suggested')
    expect(await home.browser().read(`${path}/text`)).not.toContain('have been in touch since')
    await mondayAfter(1)
    expect(home.resend.sent[1]?.text.replace(/\s+/g, ' ')).toContain('You and Bo are writing to each other again')
  })
})

describe('a report on demand', () => {
  test('is the same mail, counts as no week’s, pauses nobody, and comes once in a while', async () => {
    const before = (await db.prepare('SELECT * FROM reports').all()).results
    expect((await owner.post('/reports/send')).headers.get('location')).toBe('/reports?done=sent')
    const again = await owner.post('/reports/send')
    expect(again.status).toBe(429)
    expect(home.resend.sent).toHaveLength(2)
    expect(home.resend.sent[1]?.subject).toMatch(/\(on demand\)$/)
    expect(home.resend.sent[1]?.idempotencyKey).toMatch(/^now-1-/)
    expect((await db.prepare('SELECT * FROM reports').all()).results).toEqual(before)
    home.clock.time += 6 * 60_000
    expect((await owner.post('/reports/send')).status).toBe(303)
    expect((await home.browser().post('/reports/send')).headers.get('location')).toBe('/')
  })

  test('its links work although no report is kept', async () => {
    await db.prepare('DELETE FROM reports').run()
    await owner.post('/reports/send')
    const link = /https:\/\/perennial\.test(\/c\/\S+)\/text/.exec(home.resend.sent[1]?.text ?? '')?.[1] ?? ''
    expect((await home.browser().get(link)).headers.get('location')).toContain('bo%40example.com')
    expect(await home.browser().read(`${link}/text`)).toContain('Hi Bo,')
  })
})

describe('mail that comes back or is not wanted', () => {
  const tell = async (event: object, change: { readonly at?: number; readonly secret?: string } = {}) => {
    const body = JSON.stringify(event)
    const timestamp = String(Math.floor((change.at ?? home.clock.time) / 1000))
    const secret = change.secret ?? webhookSecret
    const raw = Uint8Array.from(atob(secret.slice(6)), (character) => character.charCodeAt(0))
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`msg_1.${timestamp}.${body}`))
    const signature = btoa(String.fromCharCode(...new Uint8Array(signed)))
    const headers = { 'svix-id': 'msg_1', 'svix-timestamp': timestamp, 'svix-signature': `v1,AAAA v1,${signature}` }
    const request = new Request('https://perennial.test/hooks/resend', { method: 'POST', body, headers })
    return (await home.worker.fetch(request, home.env, {} as ExecutionContext)).status
  }
  const bounced = (type: string) => ({ type: 'email.bounced', data: { tags: { user: '1' }, bounce: { type } } })
  const complained = { type: 'email.complained', data: { tags: { user: '1' } } }

  test('a complaint is final for its address: no button, no form and no new sign-up has mail sent there again', async () => {
    expect(await tell(complained)).toBe(204)
    const settings = await owner.read('/settings')
    expect(settings).toContain('was marked as spam on 23 November')
    expect(settings).not.toContain('/settings/mail-again')
    const refusals = [
      await owner.post('/settings/mail-again'),
      await owner.post('/settings/address', { address: ann.address.toUpperCase() }),
    ]
    for (const refusal of refusals) {
      expect(refusal.status).toBe(400)
      expect(await refusal.text()).toContain('that’s final: we won’t send there again')
    }
    await mondayAfter(1)
    await owner.post('/settings/delete', { sure: 'on' })
    const { browser } = await home.connect(ann.address)
    await home.settle()
    await mondayAfter(2)
    expect(home.resend.sent).toHaveLength(1)
    expect(await browser.read('/reports')).toContain('is stopped')
  })

  test('a bounce stops the sending and is shown; the user can have it go on', async () => {
    expect(await tell(bounced('Permanent'))).toBe(204)
    await mondayAfter(1)
    expect(home.resend.sent).toHaveLength(1)
    expect(await owner.read('/settings')).toContain('came back on 23 November')
    expect(await owner.read('/reports')).toContain('is stopped')
    expect(await owner.read('/reports')).toContain(
      '<span>Monday 30 November</span><span class="muted">Not sent: mail to you is stopped.</span>',
    )
    expect((await owner.post('/reports/send')).status).toBe(502)
    expect((await owner.post('/settings/mail-again')).status).toBe(303)
    await mondayAfter(2)
    expect(home.resend.sent).toHaveLength(2)
  })

  test.each([
    ['a mailbox that is full', bounced('Transient')],
    ['a mail that arrived', { type: 'email.delivered', data: { tags: { user: '1' } } }],
    ['a mail of somebody else’s', { type: 'email.bounced', data: { tags: {} } }],
    ['what is no event', ['nothing']],
  ])('%s stops nothing', async (_what, event) => {
    expect(await tell(event)).toBe(204)
    expect(await owner.read('/settings')).not.toContain('We send nothing there')
  })

  test('unsigned, old or forged news is not heeded', async () => {
    expect(await tell(complained, { at: home.clock.time - 3_600_000 })).toBe(401)
    expect(await tell(complained, { secret: `whsec_${btoa('x'.repeat(24))}` })).toBe(401)
    expect((await home.browser().post('/hooks/resend')).status).toBe(401)
    expect(await owner.read('/settings')).not.toContain('We send nothing there')
  })
})
