/** When the instances of a recurring event begin (RFC 5545 §3.8.5). Pure. */
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { plainRule } from './recurrence-rule.ts'

export interface Series {
  readonly start: Temporal.ZonedDateTime
  readonly isAllDay: boolean
  /** Values of RRULE. */
  readonly rules: readonly string[]
  /** Where the calendar is: whole days have no zone of their own. */
  readonly zone: string
}

/** From when to when instances are wanted, in milliseconds, both ends included. */
export interface Horizon {
  readonly from: number
  readonly until: number
}

/** The starts within the horizon, in milliseconds, rising; or null where a rule makes no sense or never stops. */
export const expand = (
  { start, isAllDay, rules: written, zone }: Series,
  horizon: Horizon,
): readonly number[] | null => {
  const rules = written.map((rule) => plainRule(rule, { zone, isAllDay }))
  if (rules.some((rule) => rule === null || timesADay(rule) > maxTimesADay)) return null
  const starts = new Set<number>()
  try {
    for (const rule of rules.filter((rule) => rule !== null)) {
      // It gives up by itself on rules that never end; told where to, it would leave its fast ways.
      const recurrence = new RRuleTemporal({
        rruleString: rule,
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
