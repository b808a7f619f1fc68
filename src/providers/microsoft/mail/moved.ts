/**
 * A mailbox that was moved to Exchange: every message in it was received on the day of the move, and only `sentDateTime` tells
 * when it was written. A sender's clock may be wrong by years, so it is believed of none alone: of messages that many
 * others share the day with, and most of whose day were sent long before. Pure.
 */
import { DAY, dayIndex, type Instant } from '../../../model/time.ts'
import type { OutlookState } from './cursor.ts'
import type { PartialMessage } from './parse.ts'

/** Longer on its way than this, no message is: a queue gives up after five days (RFC 5321 §4.5.4.1). */
const lateSeconds = 7 * DAY
/** So many late ones on a day are no accident. */
const minLate = 3

/** The state that knows the days of moves which these messages tell of. */
export const withMoves = (state: OutlookState, partials: readonly PartialMessage[]): OutlookState => {
  const known = state.movedOn ?? []
  const days = Map.groupBy(partials, ({ receivedAt }) => dayIndex(receivedAt))
  const found = [...days].flatMap(([day, onDay]) => {
    const late = onDay.filter(isLate).length
    return !known.includes(day) && late >= minLate && 2 * late > onDay.length ? [day] : []
  })
  return found.length === 0 ? state : { ...state, movedOn: [...known, ...found].slice(-maxMoves) }
}

/** A move takes days; nobody moves often. */
const maxMoves = 60

/** The message as it was when it was written, where it was only moved since. */
export const beforeMove = ({ movedOn = [] }: OutlookState, partial: PartialMessage): PartialMessage =>
  partial.sentAt !== null && isLate(partial) && movedOn.includes(dayIndex(partial.receivedAt))
    ? { ...partial, receivedAt: partial.sentAt }
    : partial

/** Too few tell of a move yet to say which it is. */
export const mayBeMoved = ({ movedOn = [] }: OutlookState, partial: PartialMessage): boolean =>
  isLate(partial) && !movedOn.includes(dayIndex(partial.receivedAt))

const isLate = ({ receivedAt, sentAt }: { readonly receivedAt: Instant; readonly sentAt: Instant | null }): boolean =>
  sentAt !== null && receivedAt - sentAt > lateSeconds
