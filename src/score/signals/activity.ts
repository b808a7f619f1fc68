/** How active the user is just now, against their own year: a holiday is no crisis. Pure. */
import { dayIndex, type Instant } from '../../model/time.ts'

/** Days on which the user was in direct contact with anyone, as UTC day indexes in any order. */
export const activityOf = (activeDays: Iterable<number>, now: Instant): number => {
  const today = dayIndex(now)
  let first = today
  let recent = 0
  let yearly = 0
  for (const day of activeDays) {
    if (day > today) continue
    if (day < first) first = day
    recent += Math.exp(recentRate * (day - today))
    yearly += Math.exp(yearRate * (day - today))
  }
  const age = today - first
  const ratio = (recent + 1) / (memory(recentDays, age) + 2) / ((yearly + 1) / (memory(yearDays, age) + 2))
  return Math.min(maxActive, Math.max(minActive, ratio))
}

/**
 * How many days from an instant to `now` the user was away: stretches without contact with anyone, long for a holiday and
 * long for this user. `activeDays` rise.
 */
export const awayDaysUntil = (activeDays: readonly number[], now: Instant): ((from: Instant) => number) => {
  const today = dayIndex(now)
  const lastYear = activeDays.filter((day) => day <= today && day > today - yearDays)
  const [first] = lastYear
  if (first === undefined) return () => 0
  const usualGap = (today - first + 1) / lastYear.length
  const minAbsence = Math.max(minAbsenceDays, unusualAbsence * usualGap)
  return (from) => {
    let away = 0
    let before = dayIndex(from)
    for (const day of [...lastYear, today]) {
      const gap = day - before - 1
      if (gap >= minAbsence) away += gap
      before = Math.max(before, day)
    }
    return away
  }
}

/** A week without a letter is a holiday for someone who writes every day, and nothing for someone who hardly writes. */
const minAbsenceDays = 7
const unusualAbsence = 5

const recentDays = 30
const yearDays = 365
const recentRate = Math.LN2 / recentDays
const yearRate = Math.LN2 / yearDays
const minActive = 0.2
const maxActive = 3

/** What the decayed count of days comes to for someone active every day of `age` days. */
const memory = (halfLife: number, age: number): number => (halfLife / Math.LN2) * (1 - 2 ** (-age / halfLife))
