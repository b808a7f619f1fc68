/** When the instances of a recurring event begin (RFC 5545 §3.8.5). Pure. */
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

export interface Series {
  readonly start: Temporal.ZonedDateTime
  readonly isAllDay: boolean
  /** Values of RRULE. */
  readonly rules: readonly string[]
}

/** From when to when instances are wanted, in milliseconds, both ends included. */
export interface Horizon {
  readonly from: number
  readonly until: number
}

/** The starts within the horizon, in milliseconds, rising; or null where a rule makes no sense or never stops. */
export const expand = ({ start, isAllDay, rules }: Series, horizon: Horizon): readonly number[] | null => {
  if (rules.some((rule) => timesADay(rule) > maxTimesADay)) return null
  const starts = new Set<number>()
  try {
    for (const rule of rules) {
      // It gives up by itself on rules that never end; told where to, it would leave its fast ways.
      const recurrence = new RRuleTemporal({
        rruleString: `RRULE:${isAllDay ? rule : untilInUtc(rule, start.timeZoneId)}`,
        dtstart: start,
        includeDtstart: true,
        temporal: Temporal,
      })
      for (const instance of recurrence.between(new Date(horizon.from), new Date(horizon.until), true)) {
        starts.add(instance.epochMilliseconds)
      }
    }
  } catch {
    return null
  }
  return [...starts].sort((a, b) => a - b).slice(0, maxInstances)
}

/** What meets more often than this in six years is no meeting anyone goes to. */
const maxInstances = 10_000

const maxTimesADay = 24

/** How often a rule asks for each of its days by hours, minutes and seconds: days are all alike, so this is the cost. */
const timesADay = (rule: string): number =>
  [...rule.matchAll(/BY(?:HOUR|MINUTE|SECOND)=([\d,]+)/gi)].reduce(
    (times, [, list = '']) => times * list.split(',').length,
    1,
  )

/** RFC 5545 wants UNTIL in UTC; some write it in the event's own time. */
const untilInUtc = (rule: string, zone: string): string =>
  rule.replace(
    /(UNTIL=)(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?!\d|Z)/i,
    (_, name: string, year: string, month: string, day: string, hour: string, minute: string, second: string) => {
      const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`)
      return name + utcStamp(local.toZonedDateTime(zone).epochMilliseconds)
    },
  )

/** `20261123T090000Z` */
export const utcStamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
