import { describe, expect, test } from 'vitest'
import { openRead } from '../fixture.ts'
import type { Installation, InstallationOptions } from '../sandbox/installation.ts'
import { ann, mailboxOf, messageOf, rhythm, start } from '../story.ts'

let db: D1Database

/** Monday 23 November 2026, 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 7)
const week = 7 * 86_400_000

const story = () =>
  mailboxOf([...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)])

const ready = async (
  mailbox = story(),
  settings: NonNullable<InstallationOptions['settings']> = {},
): Promise<Installation> => {
  const opened = await openRead([mailbox], { settings })
  db = opened.db
  return opened.home
}

const report = async () =>
  (await db.prepare('SELECT * FROM reports ORDER BY week DESC').first<Record<string, string | number | null>>()) ?? {}

describe('once, on time', () => {
  test('at eight on Monday by the clock of the calendar, and not before', async () => {
    const home = await ready()
    await home.passTo(monday - 60_000, 60)
    expect(home.resend.sent).toHaveLength(0)
    await home.passTo(monday + 5 * 60_000, 60)
    expect(home.resend.sent.map(({ subject }) => subject)).toEqual(['Bo could hear from you'])
  })

  test('once a week, over the clock change', async () => {
    const home = await ready()
    await home.passTo(monday + 3 * week + 3_600_000, 60)
    const hours = home.resend.sent.map(({ at }) => new Date(at).toISOString().slice(0, 13))
    expect(hours).toEqual(['2026-11-23T07', '2026-11-30T07', '2026-12-07T07', '2026-12-14T07'])
  })

  test('cron fired twice, and the job delivered twice, send one', async () => {
    const home = await ready()
    await home.passTo(monday - 60_000, 60)
    home.clock.time = monday
    await Promise.all([home.cron(), home.cron()])
    for (const { body } of [...home.queue.waiting]) await home.env.JOBS.send(body)
    await home.settle()
    expect(home.resend.sent).toHaveLength(1)
  })

  test('a carrier that accepts and does not answer is asked again with the same words: one arrives', async () => {
    const home = await ready()
    home.resend.weather.acceptThenHang = 2
    await home.passTo(monday + 3_600_000, 60)
    expect(home.resend.sent).toHaveLength(1)
    expect(await report()).toMatchObject({ sent_at: expect.any(Number), failure: null })
  })

  test('a carrier that is down for an hour gets it when it is back', async () => {
    const home = await ready()
    home.resend.weather.refuse = 10
    await home.passTo(monday + 6 * 3_600_000, 60)
    expect(home.resend.sent).toHaveLength(1)
  })

  test('a refusal for good is kept with its reason, and not repeated', async () => {
    const home = await ready(story(), { RESEND_API_KEY: 're_wrong' })
    await home.passTo(monday + 3_600_000, 60)
    expect(home.resend.sent).toHaveLength(0)
    expect(await report()).toMatchObject({ sent_at: null, failure: expect.stringMatching(/^refused: 40[013] /) })
    expect(home.queue.waiting.filter(({ body }) => body.kind === 'report')).toEqual([])
  })

  test('after nine hours without cron it comes late, after nine days only this week’s', async () => {
    const home = await ready()
    home.clock.time = monday + 9 * 3_600_000
    await home.cron()
    await home.settle()
    expect(home.resend.sent).toHaveLength(1)
    home.clock.time = monday + week + 9 * 86_400_000
    await home.cron()
    await home.settle()
    expect(home.resend.sent).toHaveLength(2)
    expect(await report()).toMatchObject({ week: '2026-12-07' })
  })

  test('what could only go out hours before the next is left to that', async () => {
    const home = await ready()
    await db.prepare("UPDATE users SET zone = 'Europe/Berlin', is_zone_chosen = 1").run()
    home.clock.time = monday + week - 5 * 3_600_000
    await home.cron()
    await home.settle()
    expect(home.resend.sent).toHaveLength(0)
    expect(await report()).toMatchObject({ week: '2026-11-23', failure: 'overtaken' })
    await home.passTo(monday + week + 3_600_000, 60)
    expect(home.resend.sent).toHaveLength(1)
    expect(await report()).toMatchObject({ week: '2026-11-30', failure: null })
  })

  test('one that goes out only after the next was due stands for both, and that is kept', async () => {
    const home = await ready()
    home.resend.weather.refuse = Number.POSITIVE_INFINITY
    await home.passTo(monday + 3_600_000, 60)
    // Tried, and nobody knows what became of it: so it goes on, whatever else comes due.
    await db
      .prepare('UPDATE reports SET tried_at = ?1')
      .bind(home.clock.time / 1000)
      .run()
    await db
      .prepare('UPDATE users SET next_report_at = ?1')
      .bind(Math.floor(monday / 1000) + 30 * 86_400)
      .run()
    home.clock.time = monday + week + 3_600_000
    home.resend.weather.refuse = 0
    await home.settle()
    expect(home.resend.sent).toHaveLength(1)
    const rows = await db.prepare('SELECT week, sent_at IS NOT NULL AS sent, failure FROM reports ORDER BY week').all()
    expect(rows.results).toEqual([
      { week: '2026-11-23', sent: 1, failure: null },
      { week: '2026-11-30', sent: 0, failure: 'overtaken' },
    ])
  })

  test('the first says that it is, and no look at the next says so again', async () => {
    const home = await ready()
    const { browser } = await home.connect(ann.address)
    expect(await browser.read('/reports/preview/mail')).toContain('first Monday email')
    await home.passTo(monday + 3_600_000, 60)
    expect(home.resend.sent[0]?.text).toContain('first Monday email')
    expect(await browser.read('/reports/preview/mail')).not.toContain('first Monday email')
  })

  test('the people page shows whom the week’s report named, until the user writes to them', async () => {
    const mailbox = story()
    const home = await ready(mailbox)
    const { browser } = await home.connect(ann.address)
    await home.passTo(monday + 3_600_000, 60)
    const nobody = 'No one needs a nudge'
    expect(await browser.read('/people')).not.toContain(nobody)
    mailbox.deliver(messageOf({ to: 'bo@example.com', daysAgo: -(monday + 3_600_000 - start) / 86_400_000 }))
    await home.passTo(monday + 3 * 3_600_000, 60)
    expect(await browser.read('/people')).toContain(nobody)
  })

  test('whoever is to be answered this week is answered from the people page too, after the mail went out', async () => {
    const home = await ready(
      mailboxOf([...rhythm('Bo Ek <bo@example.com>', 14, 200, 6), { from: 'Bo Ek <bo@example.com>', daysAgo: 1 }]),
    )
    const { browser } = await home.connect(ann.address)
    await home.passTo(monday + 3_600_000, 60)
    const page = await browser.read('/people')
    expect(page).toContain('Reply to Bo')
    const button = /href="(\/people\/\d+\/text)"/.exec(page)?.[1] ?? ''
    expect(await browser.read(button)).toContain('Bo wrote last')
  })

  test('people whom a new account brought are no change in how things stand', async () => {
    const work = { ...ann, subject: '9', address: 'ann@work.example' }
    const atWork = mailboxOf(rhythm('di@example.com', 10, 200, 1), [], work)
    const { home, browser } = await openRead([story(), atWork])
    const trend = async () => JSON.parse(String((await report()).content)).trend
    await home.passTo(monday + week + 4 * 3_600_000, 240)
    expect(await trend()).toHaveLength(1)
    await home.connect(work.address, { browser })
    await home.passTo(monday + 2 * week + 4 * 3_600_000, 240)
    expect(await trend()).toEqual([])
    await home.passTo(monday + 3 * week + 4 * 3_600_000, 240)
    expect(await trend()).toHaveLength(1)
  })

  test('whoever wants none gets none', async () => {
    const home = await ready()
    await db.prepare('UPDATE users SET next_report_at = NULL').run()
    await home.passTo(monday + week, 60)
    expect(home.resend.sent).toHaveLength(0)
  })
})

describe('what it knows', () => {
  test('it waits for letters that came in since the last look, but not for ever', async () => {
    const mailbox = story()
    const home = await ready(mailbox)
    mailbox.deliver({ ...messageOf({ from: 'Bo Ek <bo@example.com>', daysAgo: 0 }), at: monday - 3_600_000 })
    home.clock.time = monday
    await home.cron()
    await home.settle()
    expect(home.resend.sent[0]?.subject).toBe('A quiet week, and Bo is back in touch')
  })

  test('of a mailbox that must be connected again nothing is told: one mail asks for that instead', async () => {
    const home = await ready()
    home.world.weather.revoked = true
    await home.passTo(monday + week + 600_000, 60)
    const keys = home.resend.sent.map(({ idempotencyKey }) => idempotencyKey?.split('-')[0])
    expect(keys).toEqual(['reconnect'])
    expect((await report()).failure).toBe('no_source')
  })

  test('nobody is suggested again in the following weeks', async () => {
    const home = await ready()
    await home.passTo(monday + week + 600_000, 60)
    expect(home.resend.sent.map(({ subject }) => subject.includes('Bo'))).toEqual([true, false])
  })

  test('its own mails never become a contact', async () => {
    const home = await ready()
    await home.passTo(monday + 2 * week, 60)
    const blocks = await db.prepare('SELECT group_concat(contacts) AS c FROM contact_blocks').first<{ c: string }>()
    expect(blocks?.c).not.toContain('perennial.test')
  })
})

test('what each person got is kept, and they get another text while it is less than a year old', async () => {
  const home = await ready()
  const keyAfter = async (earlier: string, keys: string): Promise<string> => {
    await db.batch([
      db.prepare('DELETE FROM reports'),
      db
        .prepare(
          'INSERT INTO reports (user_id, week, claimed_at, sent_at, draft_keys) SELECT id, ?1, 1, 1, ?2 FROM users',
        )
        .bind(earlier, keys),
      db.prepare('UPDATE users SET next_report_at = ?1').bind(monday / 1000),
    ])
    await home.cron()
    await home.settle()
    return String((await report()).draft_keys)
  }
  await home.passTo(monday - 60_000, 60)
  home.clock.time = monday
  const first = await keyAfter('2026-06-01', '{}')
  expect(Object.keys(JSON.parse(first))).toHaveLength(1)
  expect(await keyAfter('2026-06-01', first)).not.toBe(first)
  expect(await keyAfter('2025-06-02', first)).toBe(first)
})
