/**
 * The interval a pair keeps: the posterior mean of a Gamma-Poisson rate of weeks in touch, with the prior "every four
 * weeks". Pure.
 */
import { daysBetween, type Instant } from '../../model/time.ts'
import { halfLifeDays } from './weeks.ts'

const dayRate = Math.LN2 / halfLifeDays

/** The prior: one week in touch, in this many weeks. */
const priorWeeks = 4

/** Below a week and above a year the estimate says nothing that a sentence could use. */
const shortest = 1
const longest = 52

/** Weeks from one week in touch to the next. `weeks` is `yearly` of `weeksInTouch`. */
export const rhythmWeeks = (tie: {
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly weeks: number
}): number => {
  const span = -Math.expm1(-daysBetween(tie.firstAt, tie.lastAt) * dayRate) / (7 * dayRate)
  const gap = (priorWeeks + span) / (1 + Math.max(0, tie.weeks - 1))
  return Math.min(longest, Math.max(shortest, gap))
}
