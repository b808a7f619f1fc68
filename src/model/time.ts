/**
 * Instants, days and weeks, and the one place where a wall clock meets a time zone, by the platform's own table of zones
 * (`Intl`). Pure: every "now" comes in as an argument.
 */

declare const instant: unique symbol

/** Whole seconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instant]: true }

export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400
export const WEEK = 7 * DAY

/** The instant that is so many whole seconds after 1970-01-01T00:00:00Z. */
export const instantAt = (seconds: number): Instant => seconds as Instant

/** After everything. */
export const endOfTime: Instant = instantAt(Number.MAX_SAFE_INTEGER)

/** The instant that `milliseconds` (as `Date.now()` counts) falls into. */
export const instantFromMilliseconds = (milliseconds: number): Instant => instantAt(Math.floor(milliseconds / 1000))

export const toMilliseconds = (at: Instant): number => at * 1000

export const later = (at: Instant, seconds: number): Instant => instantAt(at + seconds)

/** As far back as anything can lie. */
export const beginningOfTime: Instant = instantAt(0)

/** An instant as it lies in a database or on the wire: whole seconds. */
export const instantFromSeconds = (seconds: number): Instant => instantAt(Math.floor(seconds))

export const instantOrNull = (seconds: number | null): Instant | null =>
  seconds === null ? null : instantFromSeconds(seconds)

/** The later of two instants; null is never. */
export const laterOf = <T extends Instant | null>(a: T, b: T): T => (a === null ? b : b === null || a > b ? a : b)

/** The earlier of two instants; null is never. */
export const earlierOf = <T extends Instant | null>(a: T, b: T): T => (a === null ? b : b === null || a < b ? a : b)

/** The latest of several instants; the beginning of time where there are none. */
export const latestOf = (instants: readonly Instant[]): Instant => instantAt(Math.max(beginningOfTime, ...instants))

/** The earliest of several instants; the end of time where there are none. */
export const earliestOf = (instants: readonly Instant[]): Instant => instantAt(Math.min(endOfTime, ...instants))

export const daysBetween = (from: Instant, to: Instant): number => (to - from) / DAY

/** When the UTC day began that an instant falls into. */
export const startOfDay = (at: Instant): Instant => startOf(DAY, at)

/** When the whole hour began that an instant falls into. */
export const startOfHour = (at: Instant): Instant => startOf(HOUR, at)

/** When the period of `seconds` began that an instant falls into, as they follow each other from the epoch on. */
export const startOf = (seconds: number, at: Instant): Instant => instantAt(at - (at % seconds))

/** Index of the UTC day an instant falls into. */
export const dayIndex = (at: Instant): number => Math.floor(at / DAY)

/** Index of the week an instant falls into. Weeks start on Thursdays, as the Unix epoch did: only their length matters. */
export const weekIndex = (at: Instant): number => Math.floor(at / WEEK)

/** When the week of that index began. A fraction is a moment within it: 2.5 is the middle of week 2. */
export const startOfWeek = (index: number): Instant => instantAt(index * WEEK)

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A local calendar date, `YYYY-MM-DD` (RFC 3339 full-date). */
export type LocalDate = string

export const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const localDate = (at: Instant, zone: string): LocalDate => dateOfDay(localDay(at, zone))

/** The Monday of the local week an instant falls into. */
export const mondayOf = (at: Instant, zone: string): LocalDate => {
  const day = localDay(at, zone)
  return dateOfDay(day - weekdayOfDay(day) + 1)
}

/**
 * The first moment strictly after `after` at which a clock in `zone` shows `hour`:00 on `weekday`.
 * Where the clocks skip that hour, the moment they skip to; where they show it twice, the first.
 */
export const nextWeekly = (when: {
  readonly weekday: Weekday
  readonly hour: number
  readonly zone: string
  readonly after: Instant
}): Instant => {
  const { weekday, hour, zone, after } = when
  const today = localDay(after, zone)
  const ahead = today + ((weekday - weekdayOfDay(today) + 7) % 7)
  const soonest = momentOfDay(ahead, hour, zone)
  return soonest > after ? soonest : momentOfDay(ahead + 7, hour, zone)
}

/** Midnight in UTC of a calendar date. */
export const midnightOf = (date: LocalDate): Instant => instantFromMilliseconds(Date.parse(`${date}T00:00:00Z`))

/** The latest such moment at or before `until`. No week's seconds lie between the two: clocks change. */
export const latestWeekly = (when: {
  readonly weekday: Weekday
  readonly hour: number
  readonly zone: string
  readonly until: Instant
}): Instant => {
  const { weekday, hour, zone, until } = when
  const today = localDay(until, zone)
  const behind = today - ((weekdayOfDay(today) - weekday + 7) % 7)
  const latest = momentOfDay(behind, hour, zone)
  return latest <= until ? latest : momentOfDay(behind - 7, hour, zone)
}

/** The day that a calendar in `zone` shows, as a count: day 0 is 1 January 1970, wherever one lives. */
export const localDay = (at: Instant, zone: string): number => Math.floor((at + offsetAt(at, zone)) / DAY)

/** `YYYY-MM-DD` */
const dateOfDay = (day: number): LocalDate => dayInUtc(day).toISOString().slice(0, 10)

/** Day 0 was a Thursday. */
export const weekdayOfDay = (day: number): Weekday => (((day + 3) % 7) + 1) as Weekday

/** January is 1. */
export const monthOfDay = (day: number): { readonly year: number; readonly month: number } => {
  const date = dayInUtc(day)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}

/**
 * When a clock in `zone` shows `hour`:00 on that day. Where the clocks skip that hour, the moment they skip to; where they show
 * it twice, the first.
 */
const momentOfDay = (day: number, hour: number, zone: string): Instant => {
  const wall = day * DAY + hour * HOUR
  // Clocks change seldom: a day before and a day after, both offsets are met that may hold.
  const before = offsetAt(instantAt(wall - DAY), zone)
  const after = offsetAt(instantAt(wall + DAY), zone)
  const shown = [wall - before, wall - after].map(instantAt).filter((at) => at + offsetAt(at, zone) === wall)
  return instantAt(shown.length === 0 ? wall - before : Math.min(...shown))
}

/** Seconds by which a clock in `zone` is ahead of UTC. */
const offsetAt = (at: Instant, zone: string): number => {
  if (zone === 'UTC') return 0
  const {
    year = 0,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
  } = Object.fromEntries(
    clockOf(zone)
      .formatToParts(toMilliseconds(at))
      .map(({ type, value }) => [type, Number(value)]),
  )
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at
}

/** Making one costs more than a hundred uses of it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', hourCycle: 'h23', ...parts })
  clocks.set(zone, clock)
  return clock
}

const parts = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const

const dayInUtc = (day: number): Date => new Date(1000 * DAY * day)
