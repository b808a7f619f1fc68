/** How active the user is just now, against their own year: a holiday is no crisis. Pure. */
import { dayIndex, type Instant } from '../../model/time.ts'

/** As active as always. */
export const usualActivity = 1

/** Days on which the user was in direct contact with anyone, as UTC day indexes in any order. */
export const activityOf = (activeDays: Iterable<number>, now: Instant): number => {
  const today = dayIndex(now)
  let first = today
  let recent = 0
  let yearly = 0
  for (const day of activeDays) {
    if (day > today) continue
    if (day < first) first = day
    recent += 2 ** (-(today - day) / recentDays)
    yearly += 2 ** (-(today - day) / yearDays)
  }
  const age = today - first
  const ratio = (recent + 1) / (memory(recentDays, age) + 2) / ((yearly + 1) / (memory(yearDays, age) + 2))
  return Math.min(mostActive, Math.max(leastActive, ratio))
}

const recentDays = 30
const yearDays = 365
const leastActive = 0.2
const mostActive = 3

/** What the decayed count of days comes to for someone active every day of `age` days. */
const memory = (halfLife: number, age: number): number => (halfLife / Math.LN2) * (1 - 2 ** (-age / halfLife))
