/**
 * The named range a tie stands in. Between two contacts a band can only fall, for it looks at what the pair has and how
 * long it is silent, and not at how busy the user is or who was seen on a thread, which come and go. After a break, one
 * contact brings it back to steady; a second one, in another week, to thriving. So no band flickers. Pure.
 */
import type { ChosenRhythm } from '../model/correction.ts'
import type { Band } from '../model/health.ts'
import { type Instant, startOfWeek } from '../model/time.ts'
import { rhythmWeeks } from './signals/rhythm.ts'
import { type WeeksInTouch, yearRate } from './signals/weeks.ts'

export const bandOf = (from: {
  /** 0–1: what the silence has left of the pair's own chance. */
  readonly left: number
  readonly silenceDays: number
  /** Null while there is too little contact to speak of one. */
  readonly usualGapDays: number | null
  readonly isRecovering: boolean
  readonly ageDays: number
}): Band => {
  const { left, silenceDays, usualGapDays } = from
  if (usualGapDays === null) return from.ageDays <= newDays ? 'new' : 'unknown'
  const best: Band = from.isRecovering ? 'steady' : 'thriving'
  // Who is within their rhythm is nobody to worry about, however rare it is.
  if (silenceDays <= usualGapDays) return best
  if (left < 0.25) return 'quiet'
  // What is left of a very close tie falls slowly; that its rhythm is broken shows earlier.
  const overdue = silenceDays / usualGapDays
  if (left < 0.5 || (silenceDays >= shortSilenceDays && overdue >= fadingOverdue)) return 'fading'
  return left < 0.75 || (silenceDays >= restDays && overdue >= steadyOverdue) ? 'steady' : best
}

/** Of a rhythm that the user set: they say what is too long. */
export const bandOfChosen = ({ idealDays, tooLongDays }: ChosenRhythm, silenceDays: number): Band => {
  if (silenceDays <= idealDays) return 'thriving'
  if (silenceDays <= tooLongDays) return 'steady'
  return silenceDays <= quietTooLong * tooLongDays ? 'fading' : 'quiet'
}

/** Whether the last week in touch ended a silence that was long for the pair, as far as they were known then. */
export const isRecovering = ({ yearly, last, before }: WeeksInTouch, firstAt: Instant): boolean => {
  const gap = last - before
  if (before < 0 || gap < minBreakWeeks) return false
  // What the weeks came to before the last one is what they come to now without it.
  const weeks = (yearly - 1) * Math.exp(yearRate * gap)
  return gap >= fadingOverdue * rhythmWeeks({ firstAt, lastAt: startOfWeek(before), weeks })
}

/** Younger than this, a tie with few days in touch is new rather than thin. */
const newDays = 45
/** Silences shorter than a month worry nobody, however quick the rhythm. */
const shortSilenceDays = 30
/** Nobody thrives on a silence that is long for the two, once it is longer than a holiday. */
const restDays = 28
const steadyOverdue = 1.5
const fadingOverdue = 2.5
/** A break of fewer weeks is none. */
const minBreakWeeks = 6
/** Beyond this many times what they called too long, it is not about to go quiet but has. */
const quietTooLong = 3
