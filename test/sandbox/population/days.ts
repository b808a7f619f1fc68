/**
 * The owner's days. Day 0 is today where she lives, yesterday is -1; hours are what her clock shows.
 * The whole population is written in these, so that it moves along with `now`.
 */
import { Temporal } from 'temporal-polyfill'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export class Days {
  readonly #today: number
  readonly #offsets: readonly ZoneOffset[]

  /** Knows the clock changes of `zone` from `reach` days before `now` to a year after it. */
  constructor(now: number, zone: string, reach: number) {
    this.#offsets = zoneOffsets(zone, now - reach * DAY, now + 366 * DAY)
    this.#today = Math.floor((now + this.offsetAt(now)) / DAY)
  }

  /** The moment at which her clock shows `hour` (9.5 is half past nine) on `day`. */
  at(day: number, hour: number): number {
    const shown = (this.#today + day) * DAY + Math.round(hour * HOUR)
    // An hour early is on the right side of a clock change for every hour of the day but those it happens in.
    return shown - this.offsetAt(shown - HOUR)
  }

  dayOf(at: number): number {
    return Math.floor((at + this.offsetAt(at)) / DAY) - this.#today
  }

  hourOf(at: number): number {
    return ((((at + this.offsetAt(at)) % DAY) + DAY) % DAY) / HOUR
  }

  /** Monday is 1, Sunday is 7. */
  weekday(day: number): number {
    // Day 0 of the Unix epoch was a Thursday.
    return ((((this.#today + day + 3) % 7) + 7) % 7) + 1
  }

  isWorkday(day: number): boolean {
    return this.weekday(day) <= 5
  }

  /** `day`, or the last workday before it. */
  workday(day: number): number {
    return this.isWorkday(day) ? day : this.workday(day - 1)
  }

  /** Midnight UTC of the date: how a calendar holds an all-day event. */
  midnight(day: number): number {
    return (this.#today + day) * DAY
  }

  /** `2026-11-23`. */
  date(day: number): string {
    return new Date(this.midnight(day)).toISOString().slice(0, 10)
  }

  /** Milliseconds by which her clock is ahead of UTC. */
  offsetAt(at: number): number {
    const current = this.#offsets.findLast(({ from }) => from <= at)
    return current?.offset ?? 0
  }
}

interface ZoneOffset {
  readonly from: number
  readonly offset: number
}

const zoneOffsets = (zone: string, from: number, to: number): readonly ZoneOffset[] => {
  const offsets: ZoneOffset[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  while (at !== null && at.epochMilliseconds < to) {
    offsets.push({
      from: offsets.length === 0 ? Number.NEGATIVE_INFINITY : at.epochMilliseconds,
      offset: at.offsetNanoseconds / 1e6,
    })
    at = at.getTimeZoneTransition('next')
  }
  return offsets
}
