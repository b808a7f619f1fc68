/** Weeks in touch, halved for every year they lie back: a burst of forty letters in one project week is one week. Pure. */

import { indexesOf, joinIndexes } from '../../model/index-set.ts'
import type { Relationship } from '../../model/relationship.ts'
import { type Instant, weekIndex } from '../../model/time.ts'

/** Between half a year and a year fits equally well; a quarter and no decay at all fit worse (rhythm hazard, ablations). */
export const halfLifeDays = 365

/** The decayed number of weeks with direct contact up to `now`, as of the last of them. 0 where there was none. */
export const weeksInTouch = (relationship: Relationship, now: Instant): number =>
  decayedWeeks(contactWeeks(relationship, now))

/** The same of the weeks themselves, rising. */
export const decayedWeeks = (weeks: readonly number[]): number => {
  let last = -1
  let sum = 0
  for (const week of weeks) {
    sum = last < 0 ? 1 : sum * weeklyDecay ** (week - last) + 1
    last = week
  }
  return sum
}

/** Every week with direct contact of any kind, rising: up to `now`, or with booked meetings where it is not said. */
export const contactWeeks = (
  { weeksSent, weeksReceived, weeksMet }: Relationship,
  now: Instant | null = null,
): readonly number[] => {
  const weeks = indexesOf(joinIndexes(joinIndexes(weeksSent, weeksReceived), weeksMet))
  const current = now === null ? Number.POSITIVE_INFINITY : weekIndex(now)
  return (weeks.at(-1) ?? 0) <= current ? weeks : weeks.filter((week) => week <= current)
}

const weeklyDecay = 2 ** (-7 / halfLifeDays)
