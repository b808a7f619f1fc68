/** What stops a feed, and for how long: the other goes on, and nothing is asked without a wait. */
import { describe, expect, test } from 'vitest'
import { HOUR, type Instant, later } from '../../src/model/time.ts'
import type { ProviderError } from '../../src/providers/provider.ts'
import { stopAfter } from '../../src/sync/failure.ts'
import { freshDatabase } from '../database.ts'
import { allRead, stagesIn, statusIn, stopsIn } from '../reads.ts'
import { install, type Line } from '../sandbox/installation.ts'
import { ann, mailboxOf, meetingOf, messageOf, rhythm, start } from '../story.ts'

const now = (start / 1000) as Instant
const hour = 3_600_000

describe('a wait', () => {
  const waitAfter = (error: ProviderError, tries: number): number => {
    let stop = stopAfter(undefined, error, now)
    for (let count = 1; count < tries; count += 1) stop = stopAfter(stop, error, now)
    return stop.notBefore - now
  }
  const errors: readonly ProviderError[] = [
    { reason: 'unavailable', status: 500 },
    { reason: 'malformed', detail: '' },
    { reason: 'rate_limited', retryAfterSeconds: 1 },
    { reason: 'blocked', by: 'no_mailbox', detail: '' },
    { reason: 'cursor_expired' },
  ]

  test.each(errors)('after $reason grows, and ends within hours', (error) => {
    const waits = Array.from({ length: 30 }, (_, index) => waitAfter(error, index + 1))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits[0]).toBeGreaterThanOrEqual(2)
    expect(waits.at(-1)).toBeLessThanOrEqual(6 * HOUR)
    expect(waits.at(-1)).toBeGreaterThanOrEqual(600)
  })

  test('is at least as long as the provider says', () => {
    expect(waitAfter({ reason: 'rate_limited', retryAfterSeconds: 900 }, 1)).toBe(900)
    expect(waitAfter({ reason: 'unavailable', status: 503, retryAfterSeconds: 1800 }, 1)).toBe(1800)
  })

  test('is told since when it lasts, and anew where the reason is another', () => {
    const first = stopAfter(undefined, { reason: 'unavailable', status: 500 }, now)
    const again = stopAfter(first, { reason: 'unavailable', status: 503 }, later(now, HOUR))
    expect(again).toMatchObject({ since: now, tries: 2 })
    expect(stopAfter(again, { reason: 'malformed', detail: '' }, later(now, 2 * HOUR)).since).toBe(later(now, 2 * HOUR))
  })
})

const refusals: Readonly<Record<string, () => Response>> = {
  'a server error': () => new Response('{}', { status: 500 }),
  'something forbidden': () =>
    Response.json({ error: { code: 403, message: 'Forbidden', errors: [{ reason: 'forbidden' }] } }, { status: 403 }),
  'nothing there': () =>
    Response.json(
      { error: { code: 'ResourceNotFound', message: 'Not Found', errors: [{ reason: 'notFound' }] } },
      { status: 404 },
    ),
  'no mailbox': () =>
    Response.json(
      { error: { code: 'MailboxNotEnabledForRESTAPI', message: '', errors: [{ reason: 'failedPrecondition' }] } },
      { status: 400 },
    ),
  'a refusal for the rate without end': () =>
    Response.json(
      { error: { code: 'TooManyRequests', message: '', errors: [{ reason: 'rateLimitExceeded' }] } },
      { status: 429 },
    ),
}

const paths = {
  calendar: /\/(calendar\/v3|calendarView|events)(\/|$)/,
  mail: /\/(gmail\/v1|messages|mailFolders|\$batch)(\/|$)/,
} as const

const refusing =
  (path: RegExp, refusal: () => Response, isOver: () => boolean): Line =>
  (request, next) =>
    !isOver() && path.test(new URL(request.url).pathname) ? Promise.resolve(refusal()) : next(request)

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  test.each(Object.entries(refusals))(
    'a calendar that answers with %s never stops the mail, and is said to be what is wrong',
    async (_, refusal) => {
      let isOver = false
      const db = await freshDatabase()
      const mailbox = mailboxOf(rhythm('bo@example.com', 14, 200, 3), [meetingOf('m1', 9, ['cy@example.com'])])
      const line = refusing(paths.calendar, refusal, () => isOver)
      const home = install({ db, now: start, mailboxes: [mailbox], line })
      const { browser } = await home.connect(ann.address, { provider })
      await home.passTo(start + hour)
      expect(await stagesIn(db)).toMatchObject({ mail: 'done' })
      mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
      await home.pollAt(start + 2 * hour)
      expect(await isKnown(db, 'eve@example.com')).toBe(true)
      expect(await statusIn(db)).toEqual({ kind: 'active' })
      expect(Object.keys(await stopsIn(db))).toEqual(['calendar'])
      if (!_.includes('rate')) expect(await browser.read('/accounts')).toContain('Your mail is not affected.')
      const asked = sum(home.requests)
      await home.passTo(start + 12 * hour)
      // Mail is asked every quarter of an hour, and the calendar no oftener.
      expect(sum(home.requests) - asked).toBeLessThan(40 * 6)
      isOver = true
      await home.passTo(start + 24 * hour)
      expect(await stopsIn(db)).toEqual({})
      expect(await isKnown(db, 'cy@example.com')).toBe(true)
    },
  )

  test.each(Object.entries(refusals))('mail that answers with %s never stops the calendar', async (_, refusal) => {
    let isOver = false
    const db = await freshDatabase()
    const mailbox = mailboxOf(rhythm('bo@example.com', 14, 200, 3), [meetingOf('m1', 9, ['cy@example.com'])])
    const home = install({ db, now: start, mailboxes: [mailbox], line: refusing(paths.mail, refusal, () => isOver) })
    await home.connect(ann.address, { provider })
    await home.passTo(start + hour)
    expect(await isKnown(db, 'cy@example.com')).toBe(true)
    expect(Object.keys(await stopsIn(db))).toEqual(['mail'])
    isOver = true
    await home.passTo(start + 24 * hour)
    expect(await stagesIn(db)).toEqual(allRead)
    expect(await isKnown(db, 'bo@example.com')).toBe(true)
  })
})

const isKnown = async (db: D1Database, address: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM addresses WHERE address = ?').bind(address).first()) !== null

const sum = (requests: ReadonlyMap<string, number>): number =>
  [...requests.values()].reduce((all, count) => all + count, 0)
