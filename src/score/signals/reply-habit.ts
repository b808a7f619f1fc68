/**
 * Who answers whom, and how fast: of the letters that went to the other alone or nearly, how many were answered, and after
 * how long. It ranks nobody; it says what is owed, and what is usual between the two. Pure.
 */
import { type Told, turnsOf } from '../../model/conversation.ts'
import { DAY } from '../../model/time.ts'

export interface ReplyHabit {
  /** Letters that asked for an answer: those still open, the last one, are not counted. */
  readonly messages: number
  readonly answered: number
  /** Half of the answers came sooner; null where there was none. */
  readonly usualDays: number | null
}

/** How `by` answers the other, by all that is known of their letters. */
export const replyHabitBy = (by: 'user' | 'them', history: readonly Told[]): ReplyHabit => {
  const answering = by === 'user' ? 'sent' : 'received'
  const turns = [...turnsOf(history).values()]
  const asking = turns.filter(({ kind, isAsking }) => kind !== answering && isAsking)
  const open = asking.at(-1)
  const isOpen = open !== undefined && turns.findLast((turn) => turn === open || turn.kind === answering) === open
  const delays = turns.flatMap(({ kind, answersAfter }) =>
    kind === answering && answersAfter !== null ? [answersAfter / DAY] : [],
  )
  return { messages: asking.length - (isOpen ? 1 : 0), answered: delays.length, usualDays: median(delays) }
}

const median = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
