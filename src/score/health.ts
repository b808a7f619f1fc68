/** How a relationship stands on a date: its chances by the rhythm hazard model (see `tie.ts`), and its band. Pure. */
import type { ChosenRhythm } from '../model/correction.ts'
import type { Health } from '../model/health.ts'
import type { Relationship } from '../model/relationship.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import { bandOf, bandOfChosen, isRecovering } from './bands.ts'
import { trueChance } from './calibration.ts'
import { comebackOf } from './comeback.ts'
import type { UserPace } from './pace.ts'
import { chanceOf, factsOf, fadedBy, oddsOf, tieOf } from './tie.ts'

export const healthOf = (relationship: Relationship, now: Instant, pace: UserPace): Health => {
  const facts = factsOf(relationship, now)
  if (facts === null) return noHealth
  const { weeks, rhythm, silenceDays, firstAt } = facts
  const tie = tieOf({ yearly: weeks.yearly, rhythm, together: facts.together, activity: pace.activity })
  const faded = fadedBy(silenceDays)
  const lately = weeks.lately * faded
  // If they were in touch today, today's week would stand beside what is left of the others.
  const latelyToday = lately + 1 - faded
  const now90 = oddsOf(tie, lately, silenceDays, 90)
  const today90 = oddsOf(tie, latelyToday, 0, 90)
  const inTouch = chanceOf(today90)
  const usualGapDays = hasRhythm(relationship, facts.lastAt, now) ? 7 * rhythm : null
  const own = tie.ownMass / tie.mass
  return {
    band: bandOf({
      left: chanceOf(now90 * own) / chanceOf(today90 * own),
      silenceDays,
      usualGapDays,
      isRecovering: isRecovering(weeks, firstAt),
      ageDays: daysBetween(firstAt, now),
    }),
    closeness: 100 * inTouch,
    health: Math.min(100, (100 * chanceOf(now90)) / inTouch),
    chanceIn30Days: trueChance(oddsOf(tie, lately, silenceDays, 30), 30, pace),
    chanceIn90Days: trueChance(now90, 90, pace),
    chanceIn180Days: trueChance(oddsOf(tie, lately, silenceDays, 180), 180, pace),
    chanceIfToday: trueChance(today90, 90, pace),
    comeback: comebackOf({
      yearly: weeks.yearly,
      rhythm,
      together: facts.together,
      activity: pace.activity,
      silenceDays,
    }),
    usualGapDays,
    silenceDays,
    overdue: usualGapDays === null ? null : silenceDays / usualGapDays,
    weeks: weeks.yearly,
    chosen: null,
  }
}

/**
 * The same with a rhythm that the user set: it says what is too long, and the band follows from it. What they would do by
 * themselves stays what it is.
 */
export const withChosenRhythm = (health: Health, chosen: ChosenRhythm | null): Health => {
  if (chosen === null || health.silenceDays === null) return health
  return {
    ...health,
    chosen,
    overdue: health.silenceDays / chosen.idealDays,
    band: bandOfChosen(chosen, health.silenceDays),
  }
}

const noHealth: Health = {
  band: 'unknown',
  closeness: 0,
  health: 0,
  chanceIn30Days: 0,
  chanceIn90Days: 0,
  chanceIn180Days: 0,
  chanceIfToday: 0,
  comeback: 0,
  usualGapDays: null,
  silenceDays: null,
  overdue: null,
  weeks: 0,
  chosen: null,
}

/** Fewer days in touch than this, or all of them within a month, and there is no rhythm to speak of. */
const daysForRhythm = 3
const daysOfRhythm = 28

const hasRhythm = ({ firstDays, firstAt }: Relationship, lastAt: Instant, now: Instant): boolean => {
  const last = firstDays[daysForRhythm - 1]
  return firstAt !== null && daysBetween(firstAt, lastAt) >= daysOfRhythm && last !== undefined && last * DAY <= now
}
