/** Weeks in touch, halved for every year they lie back: a burst of forty letters in one project week is one week. Pure. */

import { indexesOf, joinIndexes } from '../../model/index-set.ts'
import type { Relationship } from '../../model/relationship.ts'
import { type Instant, weekIndex } from '../../model/time.ts'

/** Between half a year and a year fits equally well; a quarter and no decay at all fit worse (rhythm hazard, ablations). */
export const halfLifeDays = 365

/** The decayed number of weeks with direct contact up to `now`, as of the last of them. 0 where there was none. */
export const weeksInTouch = (relationship: Relationship, now: Instant): number => {
  const current = weekIndex(now)
  const weeks = contactWeeks(relationship)
  let last = -1
  let sum = 0
  for (const week of weeks) {
    if (week > current) break
    sum = last < 0 ? 1 : sum * weeklyDecay ** (week - last) + 1
    last = week
  }
  return sum
}

/** Every week with direct contact of any kind, booked meetings included, rising. */
export const contactWeeks = ({ weeksSent, weeksReceived, weeksMet }: Relationship): readonly number[] =>
  indexesOf(joinIndexes(joinIndexes(weeksSent, weeksReceived), weeksMet))

const weeklyDecay = 2 ** (-7 / halfLifeDays)
