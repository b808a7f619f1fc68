/** What each thing known about a tie contributes to its chance of contact within 90 days. Pure. */
import type { Relationship } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'
import type { UserPace } from './pace.ts'
import { chanceOf, factsOf, fadedBy, oddsOf, tieOf } from './tie.ts'

/** In points of 100. */
export interface ChancePart {
  readonly of: 'anyone' | 'weeks' | 'rhythm' | 'lately' | 'together' | 'activity' | 'silence'
  readonly points: number
}

/**
 * Taken into account one after the other, each with what it changes; together they are `closeness` × `health` / 100. Empty
 * where there was no direct contact.
 */
export const partsOf = (relationship: Relationship, now: Instant, { activity }: Pick<UserPace, 'activity'>) => {
  const facts = factsOf(relationship, now)
  if (facts === null) return []
  const { weeks, rhythm, together, silenceDays } = facts
  const { yearly, lately } = weeks
  const anyone = { yearly: 1, rhythm: 4, together: 0, activity: 1, lately: 1, silenceDays: 0 }
  const steps = [
    { of: 'anyone', known: anyone },
    { of: 'weeks', known: { ...anyone, yearly } },
    { of: 'rhythm', known: { ...anyone, yearly, rhythm } },
    { of: 'lately', known: { ...anyone, yearly, rhythm, lately } },
    { of: 'together', known: { ...anyone, yearly, rhythm, lately, together } },
    { of: 'activity', known: { ...anyone, yearly, rhythm, lately, together, activity } },
    {
      of: 'silence',
      known: { yearly, rhythm, lately: lately * fadedBy(silenceDays), together, activity, silenceDays },
    },
  ] as const
  let before = 0
  return steps.map(({ of, known }): ChancePart => {
    const after = 100 * chanceOf(oddsOf(tieOf(known), known.lately, known.silenceDays, 90))
    const points = after - before
    before = after
    return { of, points }
  })
}
