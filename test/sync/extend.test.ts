import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { ann, type Line, mailboxOf, meetingOf, messageOf, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const year = 365
const hour = 3_600_000
const day = 24 * hour
/** One letter in each of the last twelve years, and many lately: a page of old letters alone ends the reading. */
const lines: readonly Line[] = [
  ...Array.from({ length: 60 }, (_, index) => ({ from: 'bo@example.com', daysAgo: 1 + index })),
  ...Array.from({ length: 200 }, (_, index) => ({ from: 'cy@example.com', daysAgo: 6 * year + index * 10 })),
]
const open = async () => {
  const mailbox = mailboxOf(lines, [
    meetingOf('m1', 7 * year, ['di@example.com']),
    meetingOf('m2', 30, ['di@example.com']),
  ])
  const home = install({ db, now: start, mailboxes: [mailbox] })
  const { browser } = await home.connect(ann.address)
  await home.settle()
  return { home, browser, mailbox }
}
const oldest = async (feed: number) =>
  (start / 1000 -
    ((await db.prepare('SELECT min(at) AS at FROM interactions WHERE feed = ?1').bind(feed).first<number>('at')) ??
      0)) /
  (365 * 86_400)
const count = async () => (await db.prepare('SELECT count(*) AS n FROM interactions').first<number>('n')) ?? 0

describe('how far back mail is read', () => {
  test('is five years, until the person wants more; then everything older is read too, once', async () => {
    const { home, browser } = await open()
    expect(await oldest(1)).toBeLessThan(5)
    await browser.post('/settings/reading', { years: 'all' })
    expect(await browser.read('/reading')).toContain('Reading further back, as you asked')
    await home.passTo(start + 6 * hour)
    expect(await oldest(0)).toBeGreaterThan(11)
    expect(await oldest(1)).toBeCloseTo(7, 1)
    expect(await db.prepare('SELECT count(*) AS n FROM (SELECT DISTINCT item FROM interactions)').first('n')).toBe(262)
    const accounts = await browser.read('/accounts')
    expect(accounts).toContain('Complete from the very start')
    expect(accounts).toContain('because you wanted to see further back')
  })

  test('wanting less takes nothing away', async () => {
    const { home, browser } = await open()
    const before = await count()
    await browser.post('/settings/reading', { years: '1' })
    await home.passTo(start + 9 * day, 240)
    expect(await count()).toBe(before)
    expect(await browser.read('/settings')).toMatch(/<option value="1" selected(="")?>/)
  })

  test('while older mail is read, what is new is not kept waiting', async () => {
    const { home, browser, mailbox } = await open()
    await browser.post('/settings/reading', { years: '10' })
    await home.step()
    mailbox.deliver(messageOf({ from: 'Eve New <eve@example.com>', daysAgo: 0 }))
    await home.pollAt(home.clock.time + hour)
    expect(await db.prepare("SELECT 1 FROM addresses WHERE address = 'eve@example.com'").first()).not.toBeNull()
  })

  test('what is none of the choices changes nothing', async () => {
    const { browser } = await open()
    expect((await browser.post('/settings/reading', { years: '3' })).status).toBe(400)
    expect(await db.prepare('SELECT reads_back_years FROM users').first()).toEqual({ reads_back_years: 5 })
  })
})
