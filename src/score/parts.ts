/** What each thing known about a tie contributes to its chance of contact within 90 days. Pure. */
import type { Relationship } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'
import { trueChance } from './calibration.ts'
import type { UserPace } from './pace.ts'
import { chanceOf, factsOf, fadedBy, oddsOf, tieOf } from './tie.ts'

/** In points of 100. */
export interface ChancePart {
  readonly of: 'anyone' | 'weeks' | 'rhythm' | 'lately' | 'together' | 'activity' | 'silence' | 'returning'
  readonly points: number
}

/** In whole points that add up to the whole total: each part is what it changes in the rounded sum. */
export const wholePoints = (parts: readonly ChancePart[]): readonly ChancePart[] => {
  let sum = 0
  return parts.map(({ of, points }) => {
    const before = Math.round(sum)
    sum += points
    return { of, points: Math.round(sum) - before }
  })
}

/**
 * Taken into account one after the other, each with what it changes; together they are the chance within 90 days. Empty where
 * there was no direct contact.
 */
export const partsOf = (relationship: Relationship, now: Instant, pace: UserPace) => {
  const facts = factsOf(relationship, now)
  if (facts === null) return []
  const { weeks, rhythm, together, silenceDays } = facts
  const { yearly, lately } = weeks
  const { activity } = pace
  const anyone = { yearly: 1, rhythm: 4, together: 0, activity: 1, lately: 1, silenceDays: 0 }
  const today = { yearly, rhythm, lately: lately * fadedBy(silenceDays), together, activity, silenceDays }
  const steps = [
    { of: 'anyone', known: anyone },
    { of: 'weeks', known: { ...anyone, yearly } },
    { of: 'rhythm', known: { ...anyone, yearly, rhythm } },
    { of: 'lately', known: { ...anyone, yearly, rhythm, lately } },
    { of: 'together', known: { ...anyone, yearly, rhythm, lately, together } },
    { of: 'activity', known: { ...anyone, yearly, rhythm, lately, together, activity } },
    { of: 'silence', known: today },
    { of: 'returning', known: today },
  ] as const
  let before = 0
  return steps.map(({ of, known }): ChancePart => {
    const odds = oddsOf(tieOf(known), known.lately, known.silenceDays, 90)
    const after = 100 * (of === 'returning' ? trueChance(odds, 90, pace) : chanceOf(odds))
    const points = after - before
    before = after
    return { of, points }
  })
}
