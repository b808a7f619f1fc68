/** How a relationship stands on a date: computed whenever it is needed, never stored. */

import type { ChosenRhythm } from './correction.ts'

/**
 * The named range of a health. `new` and `unknown` are honest answers too: too young to have a rhythm, or too little
 * contact to say anything.
 */
export type Band = 'thriving' | 'steady' | 'fading' | 'quiet' | 'new' | 'unknown'

export interface Health {
  readonly band: Band
  /** 0–100: how likely they would be in touch within 90 days if they had been today. What the tie is. */
  readonly closeness: number
  /** 0–100: what the present silence has left of that. */
  readonly health: number
  /** Chances (0–1) of being in touch again by itself within so many days. */
  readonly chanceIn30Days: number
  readonly chanceIn90Days: number
  readonly chanceIn180Days: number
  /** The chance within 90 days as it would be had they been in touch today. */
  readonly chanceIfToday: number
  /** 0–1: who of the silent comes back first, to order them by; never told. */
  readonly comeback: number
  /** The interval this pair keeps, in days; null while there is too little to tell. */
  readonly usualGapDays: number | null
  /** Days since the last direct contact; null if there was none. */
  readonly silenceDays: number | null
  /** Silence over the chosen ideal or, where none is chosen, the usual gap; null where it cannot be said. */
  readonly overdue: number | null
  /** Weeks in direct contact, halved every year they lie back, as of the last contact. */
  readonly weeks: number
  /** What the user wants of this tie, which then says what is too long; null where they leave it to the two of them. */
  readonly chosen: ChosenRhythm | null
}
