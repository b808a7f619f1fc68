import { describe, expect, test } from 'vitest'
import { openApp } from '../../src/app.ts'
import { readConfig } from '../../src/env.ts'
import { type Account, noProgress, type Progress } from '../../src/model/account.ts'
import { DAY, HOUR, type Instant, later, startOf } from '../../src/model/time.ts'
import { withRows } from '../../src/sync/daily-rows.ts'
import { syncAccount } from '../../src/sync/run.ts'
import { accountWith, readFeeds } from '../account.ts'
import { openConnected } from '../fixture.ts'
import { mailboxOf, rhythm } from '../story.ts'

const midnight = startOf(DAY, 1_790_000_000 as Instant)
const now = later(midnight, 9 * HOUR)
const alone: { readonly id: number; readonly accounts: readonly Account[] } = { id: 1, accounts: [] }
const written = (progress: Progress, rows: number, max: number | null = 1000, of = alone) =>
  withRows(progress, of, { max, rows, now })

describe('the rows of a day', () => {
  test('add up until midnight UTC, and begin again', () => {
    const first = written(noProgress, 300)
    expect(written(first, 200).rows.written).toBe(500)
    const tomorrow = withRows(first, alone, { max: 1000, rows: 50, now: later(now, DAY) })
    expect(tomorrow.rows.written).toBe(50)
  })

  test('are enough once the bound is reached: the past goes on at midnight', () => {
    expect(written(noProgress, 999).pausedUntil).toBe(0)
    expect(written(written(noProgress, 999), 1).pausedUntil).toBe(later(midnight, DAY))
  })

  test("of the user's other accounts count too", () => {
    const other = accountWith({ id: 2, createdAt: now, feeds: readFeeds(now), progress: written(noProgress, 900) })
    const own = accountWith({ id: 1, createdAt: now, feeds: readFeeds(now), progress: written(noProgress, 500) })
    expect(written(noProgress, 100, 1000, { id: 1, accounts: [own, other] }).pausedUntil).toBe(later(midnight, DAY))
  })

  test('know no bound where the plan sets none', () => {
    expect(written(noProgress, 1e9, null).pausedUntil).toBe(0)
  })
})

test('a first read stops at the bound without a message that waits, says when it goes on, and ends the next day', async () => {
  const { home, browser, db } = await openConnected([mailboxOf(rhythm('Bo Ek <bo@example.com>', 2, 900, 3))])
  const config = readConfig(home.env)
  if (!config.ok) throw new Error(config.error.sentence)
  const app = { ...openApp(home.env, config.value, home.outside), maxRowsADay: 200 }
  const work = async () => {
    for (let job = home.queue.take(); job !== null; job = home.queue.take()) {
      if (job.body.kind !== 'sync') continue
      home.clock.time = Math.max(home.clock.time, job.dueAt)
      await syncAccount(app, job.body, 1)
    }
  }
  const stored = async () => (await db.prepare('SELECT count(*) AS n FROM interactions').first<{ n: number }>())?.n ?? 0
  await work()
  const before = await stored()
  expect(before).toBeGreaterThan(50)
  expect(home.queue.waiting).toEqual([])
  expect(await browser.read('/accounts')).toContain('Today’s share of the free plan is used up.')
  home.clock.time = startOf(DAY, later((home.clock.time / 1000) as Instant, DAY)) * 1000
  await home.cron()
  await work()
  expect(await stored()).toBeGreaterThan(before)
})
