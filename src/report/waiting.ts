/**
 * Replies that are still owed: a report has asked for one, and the user has neither written to them nor met them since, nor
 * put them off. Such a message stays in sight until it is answered or dismissed, however seldom they are suggested. Pure.
 */
import { maxAsked } from '../model/conversation.ts'
import type { Person } from '../model/person.ts'
import { lastMetAt } from '../model/relationship.ts'
import type { Suggestion } from '../model/report.ts'
import { daysBetween, type Instant } from '../model/time.ts'
import { replyHabitBy } from '../score/signals/reply-habit.ts'
import type { Candidate, History } from './candidate.ts'
import type { PastSuggestion } from './guards.ts'
import { suggestionOf } from './select.ts'

/** Told by the summaries alone: only their histories are read. */
export const mayWait = (
  candidates: readonly Candidate[],
  {
    suggestedBefore,
    now,
  }: { readonly suggestedBefore: (person: Person) => readonly PastSuggestion[]; readonly now: Instant },
): readonly Candidate[] =>
  candidates.filter(({ person }) => {
    const asked = suggestedBefore(person).find(({ kind }) => kind === 'reply_owed')
    if (asked === undefined || isDismissed(person, now)) return false
    const { lastSentAt, lastReceivedAt } = person.relationship
    const doneAt = Math.max(lastSentAt ?? 0, lastMetAt(person.relationship, now) ?? 0)
    return lastReceivedAt !== null && asked.at > doneAt
  })

/** The longest waiting first. */
export const stillWaiting = (
  candidates: readonly Candidate[],
  { historyOf, now }: { readonly historyOf: (person: Person) => History; readonly now: Instant },
): readonly Suggestion[] =>
  candidates
    .flatMap((candidate) => {
      const receivedAt = openMessageAt(historyOf(candidate.person))
      return receivedAt === null ? [] : [{ candidate, receivedAt }]
    })
    .sort((a, b) => a.receivedAt - b.receivedAt || a.candidate.person.id - b.candidate.person.id)
    .map(({ candidate, receivedAt }) => {
      const waitingDays = daysBetween(receivedAt, now)
      const { answered, usualDays } = replyHabitBy('user', historyOf(candidate.person))
      const usualAnswerDays = answered < minAnswered ? null : usualDays
      return suggestionOf(candidate, { kind: 'reply_owed', receivedAt, waitingDays, usualAnswerDays }, now)
    })

/** Fewer replies show no habit. */
const minAnswered = 3

/** A snooze, or a wish to see them less often, is an answer too. */
const isDismissed = ({ override: { snoozedUntil, lessOften } }: Person, now: Instant): boolean =>
  lessOften > 0 || (snoozedUntil !== null && snoozedUntil > now)

/** When their last message came that was meant for the user, or null where something has followed it. */
const openMessageAt = (history: History): Instant | null => {
  for (const { kind, size, at } of history) {
    if (kind === 'sent' || kind === 'met') return null
    if (kind === 'received' && size <= maxAsked) return at
  }
  return null
}
