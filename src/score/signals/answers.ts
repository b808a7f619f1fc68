/**
 * Who answers whom, and how fast: of the letters that went to the other alone or nearly, how many were answered, and after
 * how long. It ranks nobody; it says what is owed, and what is usual between the two. Pure.
 */
import type { Interaction } from '../../model/interaction.ts'
import { daysBetween, type Instant } from '../../model/time.ts'

export interface Answers {
  /** Letters that asked for an answer: those still open, the last one, are not counted. */
  readonly letters: number
  readonly answered: number
  /** Half of the answers came sooner; null where there was none. */
  readonly usualDays: number | null
}

/** A letter to more people than this asks nobody in particular. */
export const mostAsked = 2
/** An answer after longer than this answers nothing. */
const longestAnswerDays = 21

/** How `by` answers the other. `history` comes newest first. */
export const answersBy = (
  by: 'user' | 'them',
  history: readonly Pick<Interaction, 'kind' | 'at' | 'size'>[],
): Answers => {
  const [asking, answering] = by === 'user' ? (['received', 'sent'] as const) : (['sent', 'received'] as const)
  const delays: number[] = []
  let letters = 0
  let isLast = true
  /** The first letter of whoever answers after the one at hand. */
  let answeredAt: Instant | null = null
  for (const { kind, at, size } of history) {
    if (kind === answering) answeredAt = at
    if (kind !== asking || size > mostAsked) continue
    if (!isLast || answeredAt !== null) letters += 1
    if (answeredAt !== null && daysBetween(at, answeredAt) <= longestAnswerDays)
      delays.push(daysBetween(at, answeredAt))
    isLast = false
    answeredAt = null
  }
  return { letters, answered: delays.length, usualDays: median(delays) }
}

const median = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
