/** How long ago something was, as a calendar tells it: what "on Wednesday", "last week" and "in May" are made of. Pure. */
import { Temporal } from 'temporal-polyfill'
import { type Instant, toMilliseconds } from '../model/time.ts'

export interface Moment {
  /** Calendar days between then and the day of writing. */
  readonly days: number
  /** Calendar weeks between the two, Mondays being first. */
  readonly weeks: number
  /** Calendar months between the two. */
  readonly months: number
  /** Monday is 1. */
  readonly weekday: number
  /** January is 1. */
  readonly month: number
  readonly year: number
  readonly isThisYear: boolean
}

export const momentOf = (then: Instant, day: { readonly sentAt: Instant; readonly zone: string }): Moment => {
  const [past, today] = [dateOf(then, day.zone), dateOf(day.sentAt, day.zone)]
  return {
    days: past.until(today).days,
    weeks: mondayOf(past).until(mondayOf(today)).days / 7,
    months: (today.year - past.year) * 12 + today.month - past.month,
    weekday: past.dayOfWeek,
    month: past.month,
    year: past.year,
    isThisYear: past.year === today.year,
  }
}

/** Whole and nearly whole units that a silence is told in: "over two months", "almost a year". */
export interface Duration {
  readonly count: number
  readonly unit: 'weeks' | 'months' | 'years'
  /** `few` counts nothing: "a few weeks"; `just` is as near as makes no difference. */
  readonly how: 'few' | 'almost' | 'just' | 'over'
}

export const durationOf = (days: number): Duration => {
  if (days < 52) return { count: Math.floor(days / 7), unit: 'weeks', how: 'few' }
  const months = days / monthDays
  const years = days / yearDays
  if (years >= 0.92) {
    const isAlmost = Math.ceil(years) - years < 0.08
    return { count: isAlmost ? Math.ceil(years) : Math.floor(years), unit: 'years', how: isAlmost ? 'almost' : 'over' }
  }
  if (Math.abs(months - Math.round(months)) < 0.12) return { count: Math.round(months), unit: 'months', how: 'just' }
  const isAlmost = Math.ceil(months) - months < 0.3
  return { count: isAlmost ? Math.ceil(months) : Math.floor(months), unit: 'months', how: isAlmost ? 'almost' : 'over' }
}

const monthDays = 30.4369
const yearDays = 365.2425

const dateOf = (at: Instant, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(toMilliseconds(at)).toZonedDateTimeISO(zone).toPlainDate()

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 })
