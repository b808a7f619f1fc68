/**
 * Years known: the day on which they were first in touch comes round this week. Only where the past is known well enough to
 * call it the first. (Birthdays would be a better day still; a calendar tells them in titles, which we do not read.) Pure.
 */
import { DAY } from '../../model/time.ts'
import { isMutual, type ReasonRule } from '../candidate.ts'

const yearDays = 365.25
/** Who was in touch this lately has said hello already. */
const minSilenceDays = 28
/** Fewer years are no occasion that anybody marks. */
const minYears = 3
/** A first contact this soon after the oldest letter there is was perhaps not the first. */
const unsureDays = 90
/** A day for people one is close to. */
const minCloseness = 60

export const anniversaryReason: ReasonRule = {
  kind: 'anniversary',

  mayHold(candidate, { now, recordsSince }) {
    const { person, health } = candidate
    const { firstAt } = person.relationship
    if (recordsSince === null || firstAt === null || firstAt - recordsSince < unsureDays * DAY) return false
    if (!isMutual(candidate, now) || (health.silenceDays ?? 0) < minSilenceDays || health.overdue === null) return false
    const { years, aheadDays } = yearsSince(firstAt, now)
    return years >= minYears && health.closeness >= minCloseness && aheadDays < 7 && aheadDays >= 0
  },

  find({ person: { relationship }, health }, _history, { now }) {
    const { firstAt } = relationship
    if (firstAt === null || health.silenceDays === null) return null
    const { years } = yearsSince(firstAt, now)
    if (years < minYears) return null
    return {
      reason: { kind: 'anniversary', firstAt, years, silenceDays: health.silenceDays },
      change: 0.6,
      quality: years % 5 === 0 ? 0.7 : 0.5,
    }
  },
}

/** Whole years at the next return of the day, and how far ahead that is. */
const yearsSince = (firstAt: number, now: number): { readonly years: number; readonly aheadDays: number } => {
  const days = (now - firstAt) / DAY
  const years = Math.ceil(days / yearDays)
  return { years, aheadDays: years * yearDays - days }
}
