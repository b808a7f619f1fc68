/**
 * The rhythm hazard model. The chance that two people are in touch again falls as their silence lasts, slowly for ties
 * with a slow rhythm and for ties with many weeks behind them. Its odds are
 *
 *   odds(in touch within h days) = k × ln(1 + h / (c + s))
 *
 * with s the silence in days, c = 1.25 usual gaps, and k the mass of the tie:
 *
 *   k = 0.13 × (1 + weeks of the year) × (1 + weeks of the month) × (R / 4)^0.65 × A^0.5 × e^(0.45 L)
 *
 * where the weeks of the year and of the month are weeks in touch, halved every year and every thirty days they lie
 * back; R is the usual gap in weeks, A how active the user is, L whether they were seen together lately.
 *
 * It is a renewal process with heavy-tailed gaps (Lomax) whose mass is known only up to a factor: the more heavy-tailed for
 * it, and never quite certain. Ties cool before they fall silent: that is why the weeks of the month stand beside those of
 * the year. The constants were fitted on halves of three public mail histories, lists, an institute and a firm, and checked
 * on the other halves; each is flat around its value, and none helps one of the three and hurts another. Pure, closed form.
 */
import { lastContactAt, type Relationship } from '../model/relationship.ts'
import { daysBetween, type Instant, weekIndex } from '../model/time.ts'
import { rhythmWeeks } from './signals/rhythm.ts'
import { seenTogether } from './signals/together.ts'
import { latelyDays, type WeeksInTouch, weeksInTouch } from './signals/weeks.ts'

/** What is known of a tie on a day. */
export interface TieFacts {
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly silenceDays: number
  readonly weeks: WeeksInTouch
  /** Weeks from one week in touch to the next. */
  readonly rhythm: number
  /** 0–1. */
  readonly together: number
}

/** Null where there was no direct contact. */
export const factsOf = (relationship: Relationship, now: Instant): TieFacts | null => {
  const lastAt = lastContactAt(relationship, now)
  const { firstAt } = relationship
  if (lastAt === null || firstAt === null || firstAt > now) return null
  const weeks = weeksInTouch(relationship, weekIndex(lastAt))
  return {
    firstAt,
    lastAt,
    silenceDays: Math.max(0, daysBetween(lastAt, now)),
    weeks,
    rhythm: rhythmWeeks({ firstAt, lastAt, weeks: weeks.yearly }),
    together: seenTogether(relationship.lastSeenAt, now),
  }
}

/** How a tie's chances are made: see the formula. */
export interface Tie {
  /** Days: how slowly the chances fall. */
  readonly scale: number
  /** Without the weeks of the month, which fade with every day. */
  readonly mass: number
  /** What of it is the pair's own: without how busy the user is and who was seen where. */
  readonly ownMass: number
}

export const tieOf = (of: {
  readonly yearly: number
  readonly rhythm: number
  readonly together: number
  readonly activity: number
}): Tie => {
  const { yearly, rhythm, together, activity } = of
  const ownMass = massOfOneWeek * (1 + yearly) * Math.exp(rhythmExponent * Math.log(rhythm / 4))
  return {
    scale: scaleAtFourWeeks * (rhythm / 4),
    ownMass,
    mass: ownMass * Math.exp(activityExponent * Math.log(activity) + togetherWeight * together),
  }
}

/** The odds of contact within so many days. What bears on a chance multiplies its odds. */
export const oddsOf = (tie: Tie, lately: number, silenceDays: number, days: number): number =>
  tie.mass * (1 + lately) * Math.log1p(days / (tie.scale + silenceDays))

export const chanceOf = (odds: number): number => odds / (1 + odds)

/** What the weeks of the month, as of the last contact, have faded to after so many days of silence. */
export const fadedBy = (silenceDays: number): number => Math.exp((-Math.LN2 / latelyDays) * silenceDays)

/** Days at a rhythm of four weeks: one and a quarter usual gaps. */
const scaleAtFourWeeks = 35
const massOfOneWeek = 0.13
const rhythmExponent = 0.65
const activityExponent = 0.5
const togetherWeight = 0.45
