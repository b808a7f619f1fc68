/**
 * The rhythm hazard model. The chance that two people are in touch again falls as their silence lasts, slowly for ties
 * with a slow rhythm and for ties with many weeks behind them: a renewal process with heavy-tailed gaps (Lomax).
 *
 *   P(in touch within h days) = 1 - ((c + s) / (c + s + h))^k
 *
 * with s the silence in days, c = 1.5 usual gaps, and k the mass of the tie. The constants were fitted on public mail
 * archives and checked on communities that the fit had not seen. Pure, closed form.
 */
import type { ChosenRhythm } from '../model/correction.ts'
import type { Band, Health } from '../model/health.ts'
import { lastContactAt, type Relationship } from '../model/relationship.ts'
import { DAY, daysBetween, type Instant, WEEK } from '../model/time.ts'
import { rhythmWeeks } from './signals/rhythm.ts'
import { seenTogether } from './signals/together.ts'
import { contactWeeks, decayedWeeks } from './signals/weeks.ts'

/** `activity` is `activityOf` the user's days. */
export const healthOf = (relationship: Relationship, now: Instant, activity: number): Health => {
  const lastAt = lastContactAt(relationship, now)
  const { firstAt } = relationship
  if (lastAt === null || firstAt === null || firstAt > now) return noHealth
  const active = contactWeeks(relationship, now)
  const weeks = decayedWeeks(active)
  const tie = tieOf({ relationship, firstAt, lastAt, weeks, now, activity })
  const silenceDays = Math.max(0, daysBetween(lastAt, now))
  const inTouch = chance(tie, 0, 90)
  const health = Math.min(100, (100 * chance(tie, silenceDays, 90)) / inTouch)
  const hasRhythm = relationship.firstDays.filter((day) => day * DAY <= now).length >= daysForRhythm
  const usualGapDays = hasRhythm ? 7 * tie.rhythm : null
  return {
    band: bandOf({
      tie: ownTie(tie),
      silenceDays,
      hasRhythm,
      isRecovering: isRecovering(active, firstAt),
      ageDays: daysBetween(firstAt, now),
    }),
    closeness: 100 * inTouch,
    health,
    chanceIn30Days: chance(tie, silenceDays, 30),
    chanceIn180Days: chance(tie, silenceDays, 180),
    usualGapDays,
    silenceDays,
    overdue: usualGapDays === null ? null : silenceDays / usualGapDays,
    weeks,
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

const bandOfChosen = ({ idealDays, tooLongDays }: ChosenRhythm, silenceDays: number): Band => {
  if (silenceDays <= idealDays) return 'thriving'
  if (silenceDays <= tooLongDays) return 'steady'
  return silenceDays <= quietTooLong * tooLongDays ? 'fading' : 'quiet'
}

/** Beyond this many times what they called too long, it is not about to go quiet but has. */
const quietTooLong = 3

/** What each thing known about a tie contributes to its chance of contact within 90 days, in points of 100. */
export interface Part {
  readonly of: 'anyone' | 'weeks' | 'rhythm' | 'together' | 'activity' | 'silence'
  readonly points: number
}

/**
 * Taken into account one after the other, each with what it changes; together they are `closeness` × `health` / 100. Empty
 * where there was no direct contact.
 */
export const partsOf = (relationship: Relationship, now: Instant, activity: number): readonly Part[] => {
  const lastAt = lastContactAt(relationship, now)
  const { firstAt } = relationship
  if (lastAt === null || firstAt === null || firstAt > now) return []
  const weeks = decayedWeeks(contactWeeks(relationship, now))
  const rhythm = rhythmWeeks({ firstAt, lastAt, weeks })
  const anyone = { weeks: 1, rhythm: 4, together: 0, activity: 1 }
  const together = seenTogether(relationship.lastSeenAt, now)
  const steps = [
    { of: 'anyone', facts: anyone, silence: 0 },
    { of: 'weeks', facts: { ...anyone, weeks }, silence: 0 },
    { of: 'rhythm', facts: { ...anyone, weeks, rhythm }, silence: 0 },
    { of: 'together', facts: { ...anyone, weeks, rhythm, together }, silence: 0 },
    { of: 'activity', facts: { weeks, rhythm, together, activity }, silence: 0 },
    {
      of: 'silence',
      facts: { weeks, rhythm, together, activity },
      silence: Math.max(0, daysBetween(lastAt, now)),
    },
  ] as const
  let before = 0
  return steps.map(({ of, facts, silence }) => {
    const after = 100 * chance(tieFrom(facts), silence, 90)
    const points = after - before
    before = after
    return { of, points }
  })
}

interface Tie {
  /** Weeks from one week in touch to the next. */
  readonly rhythm: number
  /** Days: how slowly the hazard falls. */
  readonly scale: number
  readonly mass: number
  /** What of it is the pair's own: without how busy the user is and who was seen where. */
  readonly ownMass: number
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
  chosen: null,
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
}): Tie =>
  tieFrom({
    weeks: from.weeks,
    rhythm: rhythmWeeks(from),
    together: seenTogether(from.relationship.lastSeenAt, from.now),
    activity: from.activity,
  })

interface TieFacts {
  readonly weeks: number
  readonly rhythm: number
  readonly together: number
  readonly activity: number
}

const tieFrom = ({ weeks, rhythm, together, activity }: TieFacts): Tie => {
  const own = massOfOneWeek * (1 + weeks) * (rhythm / 4) ** rhythmExponent
  return {
    rhythm,
    scale: scaleAtFourWeeks * (rhythm / 4),
    ownMass: own,
    mass: own * activity ** activityExponent * Math.exp(togetherWeight * together),
  }
}

/** The chance of being in touch within `days` after `silence` days without. */
const chance = ({ scale, mass }: Pick<Tie, 'scale' | 'mass'>, silence: number, days: number): number =>
  1 - ((scale + silence) / (scale + silence + days)) ** mass

/** Silences shorter than a month worry nobody, however quick the rhythm. */
const shortSilenceDays = 30

/** A tie as the band sees it. */
const ownTie = ({ scale, ownMass, rhythm }: Tie) => ({ scale, mass: ownMass, rhythm })

/**
 * Between two contacts a band can only fall, for it looks at what the pair has and how long it is silent, and not at how
 * busy the user is or who was seen on a thread, which come and go. After a break, one contact brings it back to steady;
 * a second one, in another week, to thriving. So no band flickers.
 */
const bandOf = (from: {
  readonly tie: Pick<Tie, 'scale' | 'mass' | 'rhythm'>
  readonly silenceDays: number
  readonly hasRhythm: boolean
  readonly isRecovering: boolean
  readonly ageDays: number
}): Band => {
  const { tie, silenceDays } = from
  if (!from.hasRhythm) return from.ageDays <= newDays ? 'new' : 'unknown'
  const usualGapDays = 7 * tie.rhythm
  const best: Band = from.isRecovering ? 'steady' : 'thriving'
  // Who is within their rhythm is nobody to worry about, however rare it is.
  if (silenceDays <= usualGapDays) return best
  const left = chance(tie, silenceDays, 90) / chance(tie, 0, 90)
  if (left < 0.25) return 'quiet'
  // What is left of a very close tie falls slowly; that its rhythm is broken shows earlier.
  const overdue = silenceDays < shortSilenceDays ? 0 : silenceDays / usualGapDays
  if (left < 0.5 || overdue >= fadingOverdue) return 'fading'
  return left < 0.75 || overdue >= steadyOverdue ? 'steady' : best
}

const steadyOverdue = 1.5
const fadingOverdue = 2.5
/** A break of fewer weeks is none. */
const leastBreakWeeks = 6

/** Whether the last week in touch ended a silence that was long for the pair, as far as they were known then. */
const isRecovering = (active: readonly number[], firstAt: Instant): boolean => {
  const last = active.at(-1)
  const before = active.at(-2)
  if (last === undefined || before === undefined || last - before < leastBreakWeeks) return false
  const lastAt = (before * WEEK) as Instant
  const rhythm = rhythmWeeks({ firstAt, lastAt, weeks: decayedWeeks(active.slice(0, -1)) })
  return last - before >= fadingOverdue * rhythm
}
