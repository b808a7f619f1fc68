/** The dates of forms: days still to come, and days that have passed. Pure. */
import * as v from 'valibot'
import type { Fields } from '../../model/json.ts'
import { DAY, type Instant, later, localDate, midnightOf, startOfDay } from '../../model/time.ts'
import { readAs } from './parse-form.ts'

/** Ten years: for longer, there is another button. */
export const maxDays = 3660

/** A whole number of days. */
export const daysSchema = readAs((text) => {
  const days = Number(text || Number.NaN)
  return Number.isInteger(days) && days >= 1 && days <= maxDays ? days : null
}, 'days')

/** Midnight in UTC of a date, as a date field sends it: "2026-11-23". */
export const dateIn = (text: string): Instant | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const at = midnightOf(text)
  // The 30th of February is read as a day in March, or as none.
  return Number.isInteger(at) && localDate(at, 'UTC') === text ? at : null
}

export const dateSchema = readAs(dateIn, 'date')

/** Until when: so many days from today, or a day still to come. */
export const snoozeSchema = (fields: Fields, now: Instant): v.GenericSchema<unknown, Instant> =>
  'days' in fields
    ? v.pipe(
        v.object({ days: daysSchema }),
        v.transform(({ days }) => later(startOfDay(now), days * DAY)),
      )
    : v.pipe(
        v.object({
          until: v.pipe(
            dateSchema,
            v.check((until) => until > now, 'day_passed'),
            v.check((until) => until <= now + maxDays * DAY, 'day_too_far'),
          ),
        }),
        v.transform(({ until }) => until),
      )
