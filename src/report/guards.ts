/** What keeps someone off the list although a reason holds. Pure. */
import { nextMeetingAt } from '../model/relationship.ts'
import type { Reason } from '../model/report.ts'
import { dayIndex, daysBetween, type Instant } from '../model/time.ts'
import type { Candidate, History } from './candidate.ts'

/** When, and for what, somebody was last suggested. */
export interface PastSuggestion {
  readonly at: Instant
  readonly kind: Reason['kind']
}

export type Guard = 'meeting_booked' | 'two_unanswered' | 'suggested_lately' | 'new_address'

export const guardOf = (
  candidate: Candidate,
  context: {
    readonly history: History
    readonly lastSuggestion: PastSuggestion | null
    /** They were seen under another address after this one fell silent. */
    readonly hasNewAddress: boolean
    readonly now: Instant
  },
): Guard | null => {
  if (nextMeetingAt(candidate.person.relationship, context.now) !== null) return 'meeting_booked'
  if (context.hasNewAddress) return 'new_address'
  if (unansweredDays(context.history) >= mostUnanswered) return 'two_unanswered'
  if (isTooSoon(candidate, context.lastSuggestion, context.now)) return 'suggested_lately'
  return null
}

/** After two letters without an answer we stop suggesting: respect boundaries. */
const mostUnanswered = 2

/** On how many days the user wrote since last hearing from them. */
const unansweredDays = (history: History): number => {
  const days = new Set<number>()
  for (const { kind, at } of history) {
    if (kind === 'received' || kind === 'met') break
    if (kind === 'sent') days.add(dayIndex(at))
  }
  return days.size
}

/** Nobody is suggested twice within their own rhythm, nor within six weeks; and twice a year if it is a slow one. */
const leastPauseDays = 42
const mostPauseDays = 182

const isTooSoon = ({ health }: Candidate, last: PastSuggestion | null, now: Instant): boolean => {
  if (last === null) return false
  const pause = Math.min(mostPauseDays, Math.max(leastPauseDays, 2 * (health.usualGapDays ?? 0)))
  return daysBetween(last.at, now) < pause
}
