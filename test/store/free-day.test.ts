import { describe, expect, test } from 'vitest'
import { DAY, HOUR, type Instant, later, startOf } from '../../src/model/time.ts'
import { isDayUsedUp, nextFreeDay } from '../../src/store/free-day.ts'
import { freshDatabase } from '../database.ts'
import { openConnected } from '../fixture.ts'
import { mailboxOf, rhythm, start } from '../story.ts'

const refusal = "D1_ERROR: your account has exceeded D1's free tier daily limit of rows written"

describe('what D1 says', () => {
  test.each([
    new Error(refusal),
    new Error('Failed query: insert', { cause: new Error(refusal) }),
    new Error('the free plan allows 5,000,000 rows read per day'),
  ])('a refusal of the free plan’s day is told, in whatever words: %s', (error) => {
    expect(isDayUsedUp(error)).toBe(true)
  })

  test.each([
    new Error('D1_ERROR: database is locked: SQLITE_BUSY'),
    new Error('Failed query: insert\nparams: a free plan for every day', { cause: new Error('D1_ERROR: no') }),
    new Error('internal error'),
    'free tier, daily limit',
  ])('nothing else is: %s', (error) => {
    expect(isDayUsedUp(error)).toBe(false)
  })

  test('it answers again at midnight UTC', () => {
    const midnight = startOf(DAY, 1_790_000_000 as Instant)
    expect(nextFreeDay(midnight)).toBe(later(midnight, DAY))
    expect(nextFreeDay(later(midnight, 23 * HOUR))).toBe(later(midnight, DAY))
  })
})

/** A database that refuses everything while `weather.isUsedUp`. */
const refusing = (real: D1Database, weather: { isUsedUp: boolean }): D1Database =>
  new Proxy(real, {
    get(target, name) {
      if (weather.isUsedUp && (name === 'prepare' || name === 'batch')) throw new Error(refusal)
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

test('past its day a job waits as one message until midnight, pages say so, and everything is read in the end', async () => {
  const weather = { isUsedUp: false }
  const db = refusing(await freshDatabase(), weather)
  const { home, browser } = await openConnected([mailboxOf(rhythm('Bo Ek <bo@example.com>', 2, 400, 3))], { db })
  await home.step()
  weather.isUsedUp = true
  const tomorrow = startOf(DAY, later((start / 1000) as Instant, DAY)) * 1000
  const before = home.queue.operations
  await home.passTo(tomorrow - 60_000)
  expect(home.queue.waiting).toHaveLength(1)
  expect(home.queue.thrown).toEqual([])
  expect(home.queue.operations - before).toBeLessThanOrEqual(2)
  const page = await browser.get('/people')
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('Paused until 00:00 UTC')
  weather.isUsedUp = false
  await home.passTo(tomorrow + 3_600_000)
  const { results } = await db.prepare("SELECT 1 FROM reads WHERE purpose = 'backfill' AND phase <> 'done'").all()
  expect(results).toEqual([])
})
