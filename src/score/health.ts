/**
 * The rhythm hazard model. The chance that two people are in touch again falls as their silence lasts, slowly for ties
 * with a slow rhythm and for ties with many weeks behind them: a renewal process with heavy-tailed gaps (Lomax).
 *
 *   P(in touch within h days) = 1 - ((c + s) / (c + s + h))^k
 *
 * with s the silence in days, c = 1.5 usual gaps, and k the mass of the tie. The constants were fitted on public mail
 * archives and checked on communities that the fit had not seen. Pure, closed form.
 */
import type { Band, Health } from '../model/health.ts'
import { lastContactAt, type Relationship } from '../model/relationship.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import { rhythmWeeks } from './signals/rhythm.ts'
import { seenTogether } from './signals/together.ts'
import { weeksInTouch } from './signals/weeks.ts'

/** `activity` is `activityOf` the user's days. */
export const healthOf = (relationship: Relationship, now: Instant, activity: number): Health => {
  const lastAt = lastContactAt(relationship, now)
  const { firstAt } = relationship
  if (lastAt === null || firstAt === null || firstAt > now) return noHealth
  const weeks = weeksInTouch(relationship, now)
  const tie = tieOf({ relationship, firstAt, lastAt, weeks, now, activity })
  const silenceDays = Math.max(0, daysBetween(lastAt, now))
  const inTouch = chance(tie, 0, 90)
  const health = Math.min(100, (100 * chance(tie, silenceDays, 90)) / inTouch)
  const hasRhythm = relationship.firstDays.filter((day) => day * DAY <= now).length >= daysForRhythm
  const usualGapDays = hasRhythm ? 7 * tie.rhythm : null
  return {
    band: bandOf({ health, hasRhythm, silenceDays, usualGapDays: 7 * tie.rhythm, ageDays: daysBetween(firstAt, now) }),
    closeness: 100 * inTouch,
    health,
    chanceIn30Days: chance(tie, silenceDays, 30),
    chanceIn180Days: chance(tie, silenceDays, 180),
    usualGapDays,
    silenceDays,
    overdue: usualGapDays === null ? null : silenceDays / usualGapDays,
    weeks,
  }
}

interface Tie {
  /** Weeks from one week in touch to the next. */
  readonly rhythm: number
  /** Days: how slowly the hazard falls. */
  readonly scale: number
  readonly mass: number
}

const noHealth: Health = {
  band: 'unknown',
  closeness: 0,
  health: 0,
  chanceIn30Days: 0,
  chanceIn180Days: 0,
  usualGapDays: null,
  silenceDays: null,
  overdue: null,
  weeks: 0,
}

/** Days at a rhythm of four weeks: one and a half usual gaps. */
const scaleAtFourWeeks = 42
const massOfOneWeek = 0.13
const rhythmExponent = 0.55
const activityExponent = 0.5
const togetherWeight = 0.45

/** Fewer days in touch than this and there is no rhythm to speak of. */
const daysForRhythm = 3
/** Younger than this, a tie with few days in touch is new rather than thin. */
const newDays = 45

const tieOf = (from: {
  readonly relationship: Relationship
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly weeks: number
  readonly now: Instant
  readonly activity: number
}): Tie => {
  const rhythm = rhythmWeeks(from)
  return {
    rhythm,
    scale: scaleAtFourWeeks * (rhythm / 4),
    mass:
      massOfOneWeek *
      (1 + from.weeks) *
      (rhythm / 4) ** rhythmExponent *
      from.activity ** activityExponent *
      Math.exp(togetherWeight * seenTogether(from.relationship.lastSeenAt, from.now)),
  }
}

/** The chance of being in touch within `days` after `silence` days without. */
const chance = ({ scale, mass }: Tie, silence: number, days: number): number =>
  1 - ((scale + silence) / (scale + silence + days)) ** mass

/** Silences shorter than a month worry nobody, however quick the rhythm. */
const shortSilenceDays = 30

const bandOf = (tie: {
  readonly health: number
  readonly hasRhythm: boolean
  readonly silenceDays: number
  readonly usualGapDays: number
  readonly ageDays: number
}): Band => {
  if (!tie.hasRhythm) return tie.ageDays <= newDays ? 'new' : 'unknown'
  // The health of a very close tie falls slowly; that its rhythm is broken shows earlier.
  const overdue = tie.silenceDays < shortSilenceDays ? 0 : tie.silenceDays / tie.usualGapDays
  if (tie.health < 25) return 'quiet'
  if (tie.health < 50 || overdue >= 2.5) return 'fading'
  return tie.health < 75 || overdue >= 1.5 ? 'steady' : 'thriving'
}
