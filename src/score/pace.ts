/**
 * What of a user bears on all of their ties alike: how active they are just now, and whether ties of theirs come back more
 * or less often than the model, which was fitted on strangers, expects. The second is learned by asking what it would have
 * said of the same people a season ago and before, and what came of it: all of that is in the summaries, so nothing has to
 * be kept, and whatever is corrected is corrected in here too. It moves the chances alone: not the health of a tie, nor its
 * band, nor anyone's place before another. Pure.
 */
import type { Relationship } from '../model/relationship.ts'
import { daysBetween, type Instant, startOfWeek, weekIndex } from '../model/time.ts'
import { activityOf } from './signals/activity.ts'
import { rhythmWeeks } from './signals/rhythm.ts'
import { weeksInTouch } from './signals/weeks.ts'
import { chanceOf, fadedBy, oddsOf, tieOf } from './tie.ts'

export interface UserPace {
  /** How active the user is just now: 1 as in their year, less in a holiday. */
  readonly activity: number
  /** How much likelier their ties come back than most people's: 1 as likely. */
  readonly returning: number
}

/** `activeDays` are the UTC days on which the user was in direct contact with anyone, as indexes, in any order. */
export const paceOf = (
  relationships: readonly Relationship[],
  activeDays: readonly number[],
  now: Instant,
): UserPace => ({
  activity: activityOf(activeDays, now),
  returning: returningOf(relationships, activeDays, now),
})

/** Looked back at: so many seasons, and the 13 weeks after each. */
const seasons = 4
const seasonWeeks = 13
/** Asking everybody would tell little more and cost too much. */
const maxAsked = 250
/** A single contact shows no habit. */
const minWeeks = 1.5
/** What is foretold of one user's ties at one time comes true or fails together: each counts for a fifth. */
const weightOfEach = 0.2
/** How different users are, as a standard deviation of the logarithm. */
const spread = 0.6
const grid = [-1.6, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.6]

const returningOf = (relationships: readonly Relationship[], activeDays: readonly number[], now: Instant): number => {
  const everyNth = Math.ceil(relationships.length / maxAsked)
  const likelihoods = grid.map((logarithm) => (-logarithm * logarithm) / (2 * spread * spread))
  const factors = grid.map(Math.exp)
  for (let season = 1; season <= seasons; season += 1) {
    const week = weekIndex(now) - season * seasonWeeks
    const activity = activityOf(activeDays, startOfWeek(week + 1))
    for (let index = 0; index < relationships.length; index += everyNth) {
      const expected = expectedAt(relationships[index], week, activity)
      if (expected === null) continue
      const { oddsThen, wasInTouch } = expected
      for (let at = 0; at < factors.length; at += 1) {
        const chance = chanceOf(oddsThen * (factors[at] ?? 1))
        likelihoods[at] = (likelihoods[at] ?? 0) + weightOfEach * Math.log(wasInTouch ? chance : 1 - chance)
      }
    }
  }
  const best = Math.max(...likelihoods)
  const weights = likelihoods.map((likelihood) => Math.exp(likelihood - best))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Math.exp(weights.reduce((total, weight, at) => total + weight * (grid[at] ?? 0), 0) / sum)
}

/** What was to be expected of a tie at the end of a past week, and what came of it. Null where nothing was known yet. */
const expectedAt = (
  relationship: Relationship | undefined,
  week: number,
  activity: number,
): { readonly oddsThen: number; readonly wasInTouch: boolean } | null => {
  const firstAt = relationship?.firstAt ?? null
  if (relationship === undefined || firstAt === null || firstAt >= startOfWeek(week + 1)) return null
  const weeks = weeksInTouch(relationship, week)
  if (weeks.yearly < minWeeks) return null
  // The hour is not known any more, only the week.
  const lastAt = startOfWeek(weeks.last + 0.5)
  const silenceDays = daysBetween(lastAt, startOfWeek(week + 1))
  const rhythm = rhythmWeeks({ firstAt, lastAt, weeks: weeks.yearly })
  const tie = tieOf({ yearly: weeks.yearly, rhythm, together: 0, activity })
  return {
    oddsThen: oddsOf(tie, weeks.lately * fadedBy(silenceDays), silenceDays, 7 * seasonWeeks),
    wasInTouch: weeksInTouch(relationship, week + seasonWeeks).last > week,
  }
}
