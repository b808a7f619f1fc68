/** When changes are read: seldom, hourly before the report, when somebody looks, and after a check-in was opened. */
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../src/model/time.ts'
import { recordAct } from '../../src/store/reports.ts'
import { openRead } from '../fixture.ts'
import type { Installation } from '../sandbox/installation.ts'
import { mailboxOf, rhythm } from '../story.ts'

const hour = 3_600_000
/** Monday 23 November 2026, 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 7)

const ready = () => openRead([mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 200, 45))])

/** The moments at which mail was read between now and `until`. */
const readsUntil = async ({ home, db }: { home: Installation; db: D1Database }, until: number) => {
  const moments = new Set<number>()
  while (home.clock.time < until) {
    await home.passTo(Math.min(until, home.clock.time + hour / 4))
    const row = await db.prepare('SELECT mail_read_at AS at FROM accounts').first<{ at: number }>()
    moments.add(1000 * (row?.at ?? 0))
  }
  return [...moments]
}

describe('changes are read', () => {
  test('four times on a common day', async () => {
    const world = await ready()
    const from = monday - 3 * 24 * hour
    await world.home.passTo(from)
    const moments = (await readsUntil(world, from + 24 * hour)).filter((at) => at > from)
    expect(moments).toHaveLength(4)
  })

  test('every hour in the half day before the report', async () => {
    const world = await ready()
    await world.home.passTo(monday - 12 * hour)
    const moments = (await readsUntil(world, monday)).filter((at) => at > monday - 12 * hour)
    expect(moments.length).toBeGreaterThanOrEqual(11)
    expect(moments.length).toBeLessThanOrEqual(13)
  })

  test('a quarter of an hour and an hour after a check-in was opened, and then as always', async () => {
    const world = await ready()
    const { home, store } = world
    await home.passTo(monday + 25 * hour)
    // Just read, so that nothing is due by itself.
    await readsUntil(world, monday + 31 * hour + 60_000)
    const opened = home.clock.time
    const at = Math.floor(opened / 1000) as Instant
    await recordAct(store, { userId: 1, week: '2026-11-23', personId: 1, act: 'opened', at })
    const moments = (await readsUntil(world, opened + 4 * hour)).filter((moment) => moment > opened)
    expect(moments.filter((moment) => moment < opened + 2 * hour)).toHaveLength(2)
  })
})
