/**
 * Two years of Mondays of many people (`PEOPLE=500` for a thousand, which take ten minutes), and all that goes wrong: nobody
 * gets a week twice, and nobody misses one.
 */
import { describe, expect, test } from 'vitest'
import {
  DAY,
  HOUR,
  type Instant,
  instantFromMilliseconds,
  later,
  mondayOf,
  nextWeekly,
  WEEK,
  type Weekday,
} from '../../src/model/time.ts'
import { nextReportAfter, type User, zoneLearned } from '../../src/model/user.ts'
import { saveReportSettings, userById, zoneUpdate } from '../../src/store/users.ts'
import { type Odds, type Span, startWalk, type Walk } from './walk.ts'

const from = instantFromMilliseconds(Date.UTC(2025, 8, 3, 12))
const to = later(from, 2 * 365 * DAY)
/** On each of the two carriers. */
const people = Number(process.env.PEOPLE ?? 60)

/** Whole hours, half hours, quarters; clocks that change by an hour, by half of one, in either half of the year, or never. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Africa/Cairo',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'UTC',
]

const odds: Odds = {
  refused: 0.02,
  unsaid: 0.02,
  untaken: 0.02,
  died: 0.01,
  database: 0.002,
  twice: 0.02,
  lost: 0.005,
  cronTwice: 0.02,
  cronMissed: 0.02,
}

const span = (day: number, hours: number): Span => {
  const start = later(from, day * DAY)
  return { from: start, to: later(start, hours * HOUR) }
}

const cronOutages = [span(60, 9), span(200, 9 * 24), span(500, 30), span(611, 9 * 24)]
const carrierOutages = [span(96, 9), span(300, 30), span(405, 9 * 24)]

const populate = async ({ store, chance }: Walk): Promise<void> => {
  const rows = Array.from({ length: people }, (_, index) => {
    const zone = zones[index % zones.length] ?? 'UTC'
    const weekday = (index % 5 === 0 ? 1 + (index % 7) : 1) as Weekday
    const hour = index % 3 === 0 ? chance.whole(0, 23) : 8
    return [zone, weekday, hour, nextWeekly({ weekday, hour, zone, after: from })]
  })
  await store.d1
    .prepare(
      `INSERT INTO users (created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour, next_report_at)
       SELECT ?1, 'user' || key || '@mail.example', '', 0, value ->> 0, 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2)`,
    )
    .bind(from, JSON.stringify(rows))
    .run()
  // Who has no account that can be read gets no report.
  await store.d1
    .prepare(
      `INSERT INTO accounts (user_id, provider, subject, address, created_at, "grant", aliases, status_kind, revision,
         lease_until, not_before, mail_read_at, calendar_read_at, quota_window, progress, active_days)
       SELECT id, 'google', 'subject' || id, address, ?1, '', '[]', 'active', 1, 0, 0, 0, 0, '{}', '{}', '[]' FROM users`,
    )
    .bind(from)
    .run()
}

/** Some people move, or choose another hour, every day. */
const live = async ({ store, chance, now }: Walk, moves: Instant[][]): Promise<void> => {
  if (chance.fraction() >= 0.04) return
  const user = await userById(store, chance.whole(1, people))
  if (user === null) return
  moves[user.id]?.push(now())
  const zone = zones[chance.whole(0, zones.length - 1)] ?? 'UTC'
  if (chance.fraction() < 0.7) {
    const learned = zoneLearned(user, zone, now())
    if (learned !== null) await zoneUpdate(store, user.id, learned).run()
    return
  }
  await saveReportSettings(store, user, { ...user, report: { ...user.report, hour: chance.whole(0, 23) } }, now())
}

interface Outcome {
  readonly arrived: number
  readonly twice: number
  readonly missed: readonly string[]
  readonly inDoubt: number
  readonly overtaken: number
  readonly faults: Readonly<Record<string, number>>
}

const walk = async (keySeconds: number, seed: number): Promise<Outcome> => {
  // Of one in ten nobody can look into the mailbox the report goes to.
  const world = await startWalk({
    seed,
    from,
    odds,
    keySeconds,
    isSeen: (id) => id % 10 !== 0,
    cronOutages,
    carrierOutages,
  })
  await populate(world)
  const moves = Array.from({ length: people + 1 }, (): Instant[] => [])
  await world.go(to, () => live(world, moves))
  const kept = await world.store.d1
    .prepare('SELECT user_id AS userId, week, failure FROM reports WHERE failure IS NOT NULL')
    .all<{ userId: number; week: string; failure: string }>()
  const told = new Map(kept.results.map(({ userId, week, failure }) => [`${userId} ${week}`, failure]))
  const counts = new Map<string, number>()
  for (const { userId, week } of world.arrivals) {
    counts.set(`${userId} ${week}`, (counts.get(`${userId} ${week}`) ?? 0) + 1)
  }
  const missed: string[] = []
  for (let userId = 1; userId <= people; userId += 1) {
    const user = await userById(world.store, userId)
    if (user === null) continue
    for (const week of weeksOf(user)) {
      const key = `${userId} ${week}`
      if (counts.has(key) || told.has(key) || isUnreachable(week)) continue
      missed.push(key)
    }
  }
  const failures = (name: string): number => kept.results.filter(({ failure }) => failure === name).length
  return {
    arrived: world.arrivals.length,
    twice: [...counts.values()].filter((count) => count > 1).length,
    missed,
    inDoubt: failures('in_doubt'),
    overtaken: failures('overtaken'),
    faults: world.faults,
  }
}

/** Every Monday from the first whole week to the last that has been over for days: whatever the hour and the zone. */
const weeksOf = (user: User): readonly string[] => {
  const weeks: string[] = []
  const first = nextReportAfter(user, later(from, WEEK))
  for (let at = first; at < later(to, -WEEK); at = later(at, WEEK)) weeks.push(mondayOf(at, user.zone))
  return weeks
}

/** So long before it does in Greenwich a Monday begins on Kiritimati. */
const earliestHours = 14

/** Nothing could go out from before its moment until after the next one's: there is one to catch up with, and it is not this. */
const isUnreachable = (week: string): boolean => {
  const monday = instantFromMilliseconds(Date.parse(`${week}T00:00:00Z`))
  return [...cronOutages, ...carrierOutages].some(
    (outage) =>
      outage.to - outage.from > WEEK &&
      monday >= later(outage.from, -8 * DAY) &&
      later(monday, WEEK - earliestHours * HOUR) <= outage.to,
  )
}

describe.each([
  ['a carrier that knows keys', 23 * HOUR, 7],
  ['a carrier that knows none', 0, 8],
])('%s', (name, keySeconds, seed) => {
  test('never twice, never silently none', { timeout: 1_800_000 }, async () => {
    const { arrived, twice, missed, inDoubt, overtaken, faults } = await walk(keySeconds, seed)
    console.log(
      `${name}: ${people} people, two years, ${arrived} reports; twice ${twice}, missed ${missed.length}, in doubt and said so ${inDoubt}, overtaken by the next ${overtaken}; faults ${JSON.stringify(faults)}`,
    )
    expect(twice).toBe(0)
    expect(missed).toEqual([])
    // What could not be settled is told, and only of those whose mailbox is closed to us.
    expect(inDoubt).toBeLessThan(0.01 * arrived)
    expect(Math.min(...Object.values(faults))).toBeGreaterThan(10)
  })
})
