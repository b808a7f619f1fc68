/** Messages of the user's that nobody answered. Pure. */
import { dayIndex } from '../model/time.ts'
import type { History } from './candidate.ts'

/** After two messages without a reply we stop suggesting: respect boundaries. */
export const maxUnanswered = 2

/** On how many days the user wrote since last hearing from them. */
export const unansweredDays = (history: History): number => {
  const days = new Set<number>()
  for (const { kind, at } of history) {
    if (kind === 'received' || kind === 'met') break
    if (kind === 'sent') days.add(dayIndex(at))
  }
  return days.size
}
