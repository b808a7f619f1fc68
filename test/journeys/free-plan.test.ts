/** One person with two accounts within the limits of the free plan: a first read, a quiet week, a Monday, and bad days. */
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import type { Owner } from '../sandbox/world.ts'
import { ann, mailboxOf, meetingOf, messageOf, rhythm, start } from '../story.ts'

const hour = 3_600_000
const day = 24 * hour
/** Monday 23 November 2026, 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 7)
const limits = { requests: 50, queries: 50, operationsADay: 10_000, rowsADay: 100_000 }

const work: Owner = { ...ann, subject: 'ann-at-work', address: 'ann@firm.example' }
const mailboxes = () => [
  mailboxOf([...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)]),
  mailboxOf(rhythm('Di Ohm <di@firm.example>', 7, 300, 5), [meetingOf('m1', 3, ['di@firm.example'])], work),
]

/** What each invocation used, the most of each; and what they used together. */
interface Used {
  requests: number
  queries: number
  rowsWritten: number
  operations: number
}

const watching = (home: Installation) => {
  const requestsSent = () => [...home.requests.values()].reduce((sum, count) => sum + count, 0)
  const marks = () => ({
    requests: requestsSent(),
    queries: home.database.queries,
    rowsWritten: home.database.rowsWritten,
    operations: home.queue.operations,
  })
  /** Passes to `until` job by job, with cron every quarter of an hour. */
  const pass = async (until: number): Promise<{ readonly most: Used; readonly all: Used }> => {
    const began = marks()
    const most: Used = { requests: 0, queries: 0, rowsWritten: 0, operations: 0 }
    const measured = async <T>(invocation: () => Promise<T>): Promise<T> => {
      const before = marks()
      const result = await invocation()
      const after = marks()
      for (const name of ['requests', 'queries', 'rowsWritten', 'operations'] as const) {
        most[name] = Math.max(most[name], after[name] - before[name])
      }
      return result
    }
    while (home.clock.time < until) {
      const next = Math.min(until, Math.floor(home.clock.time / 900_000) * 900_000 + 900_000)
      while (await measured(() => home.step(next))) {}
      home.clock.time = Math.max(home.clock.time, next)
      if (next % 900_000 === 0) await measured(() => home.cron())
    }
    const ended = marks()
    return {
      most,
      all: {
        requests: ended.requests - began.requests,
        queries: ended.queries - began.queries,
        rowsWritten: ended.rowsWritten - began.rowsWritten,
        operations: ended.operations - began.operations,
      },
    }
  }
  return { pass }
}

const openBoth = async (line: Parameters<typeof install>[0]['line'] = (request, next) => next(request)) => {
  const home = install({
    db: await freshDatabase(),
    now: start,
    mailboxes: mailboxes(),
    settings: { PLAN: 'free' },
    line,
  })
  const { browser } = await home.connect(ann.address)
  await home.connect(work.address, { provider: 'microsoft', browser })
  return { home, browser, ...watching(home) }
}

describe('within the free plan', () => {
  test('a first read, a quiet week and a Monday stay below every limit of an invocation and of a day', async () => {
    const { home, pass } = await openBoth()
    const first = await pass(start + hour)
    expect(first.most.requests).toBeLessThan(limits.requests)
    expect(first.most.queries).toBeLessThan(limits.queries)
    let at = start + hour
    // Nothing comes, so nothing is written but that it was looked.
    while (at + day < monday) {
      const quiet = await pass(at + day)
      at += day
      expect(quiet.most.queries).toBeLessThan(limits.queries)
      expect(quiet.all.operations).toBeLessThanOrEqual(100)
      expect(quiet.all.rowsWritten).toBeLessThanOrEqual(50)
    }
    home.world.mailboxes[0]?.deliver({ ...messageOf({ from: 'cy@example.com', daysAgo: 0 }), at: home.clock.time + 1 })
    const reported = await pass(monday + 2 * hour)
    expect(home.resend.sent).toHaveLength(1)
    expect(reported.most.requests).toBeLessThan(limits.requests)
    expect(reported.most.queries).toBeLessThan(limits.queries)
    expect(reported.all.operations).toBeLessThanOrEqual(600)
    expect(reported.all.rowsWritten).toBeLessThanOrEqual(200)
  })

  test('what the report says is no older than an hour', async () => {
    const { home, pass } = await openBoth()
    await pass(monday + hour)
    const rows = await home.env.DB.prepare(
      'SELECT claimed_at, (SELECT min(min(mail_read_at), min(calendar_read_at)) FROM accounts) AS read_at FROM reports',
    ).first<{ claimed_at: number; read_at: number }>()
    expect((rows?.claimed_at ?? 0) - (rows?.read_at ?? 0)).toBeLessThanOrEqual(3600)
  })
})

describe('on a bad day', () => {
  test('providers that do not answer for a day cost less than a day has, and nothing is lost', async () => {
    let isDown = false
    const { home, pass } = await openBoth((request, next) => {
      if (isDown && !request.url.includes('resend')) throw new Error('no line')
      return next(request)
    })
    await pass(start + hour)
    isDown = true
    const down = await pass(start + hour + day)
    expect(down.all.operations).toBeLessThan(limits.operationsADay)
    isDown = false
    home.world.mailboxes[0]?.deliver({ ...messageOf({ from: 'ed@example.com', daysAgo: 0 }), at: home.clock.time + 1 })
    await pass(start + hour + day + 8 * hour)
    const found = await home.env.DB.prepare("SELECT 1 FROM addresses WHERE address = 'ed@example.com'").all()
    expect(found.results).toHaveLength(1)
    const { results } = await home.env.DB.prepare('SELECT status_kind FROM accounts').all()
    expect(results).toEqual([{ status_kind: 'active' }, { status_kind: 'active' }])
  })
})
