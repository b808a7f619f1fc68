/**
 * Instants, days and weeks, and the one place where a wall clock meets a time zone.
 * Pure: every "now" comes in as an argument.
 */
import { Temporal } from 'temporal-polyfill'

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

export const localDate = (at: Instant, zone: string): LocalDate => zoned(at, zone).toPlainDate().toString()

/** The Monday of the local week an instant falls into. */
export const mondayOf = (at: Instant, zone: string): LocalDate => {
  const date = zoned(at, zone).toPlainDate()
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
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
  const today = zoned(after, zone).toPlainDate()
  const ahead = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })
  const soonest = momentOf(ahead, hour, zone)
  return soonest > after ? soonest : momentOf(ahead.add({ days: 7 }), hour, zone)
}

/** The latest such moment at or before `until`. No week's seconds lie between the two: clocks change. */
export const latestWeekly = (when: {
  readonly weekday: Weekday
  readonly hour: number
  readonly zone: string
  readonly until: Instant
}): Instant => {
  const { weekday, hour, zone, until } = when
  const today = zoned(until, zone).toPlainDate()
  const behind = today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 })
  const latest = momentOf(behind, hour, zone)
  return latest <= until ? latest : momentOf(behind.subtract({ days: 7 }), hour, zone)
}

const momentOf = (date: Temporal.PlainDate, hour: number, zone: string): Instant =>
  instantFromMilliseconds(
    date.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(hour) }).epochMilliseconds,
  )

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(toMilliseconds(at)).toZonedDateTimeISO(zone)
