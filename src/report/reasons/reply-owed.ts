/**
 * A reply is owed: their last letter came to the user alone or nearly, it lies there longer than the user usually lets
 * them wait, and the user usually does answer them. Pure.
 */
import { maxAsked } from '../../model/conversation.ts'
import { lastMetAt } from '../../model/relationship.ts'
import { daysBetween } from '../../model/time.ts'
import { replyHabitBy } from '../../score/signals/reply-habit.ts'
import type { ReasonRule } from '../candidate.ts'

const minWaitDays = 3
/** After two months an answer is no answer any more but a new beginning. */
const maxWaitDays = 60
/** Waiting is owed only beyond this many usual answer times, where enough answers show what is usual. */
const minOverdue = 2
/** Someone whose letters are mostly left unanswered is owed none. */
const minAnswered = 0.5
const minMessages = 3

export const replyOwedReason: ReasonRule = {
  kind: 'reply_owed',

  mayHold({ person: { relationship } }, { now }) {
    const { lastReceivedAt, lastSentAt } = relationship
    const metAt = lastMetAt(relationship, now)
    if (lastReceivedAt === null || lastSentAt === null || lastSentAt >= lastReceivedAt) return false
    if (metAt !== null && metAt >= lastReceivedAt) return false
    const waitingDays = daysBetween(lastReceivedAt, now)
    return waitingDays >= minWaitDays && waitingDays <= maxWaitDays
  },

  find({ person }, history, { now }) {
    const last = history.find(({ kind }) => kind !== 'seen')
    if (last === undefined || last.kind !== 'received' || last.size > maxAsked) return null
    const { messages, answered, usualDays } = replyHabitBy('user', history)
    if (messages < minMessages || answered / messages < minAnswered) return null
    const waitingDays = daysBetween(last.at, now)
    const usualAnswerDays = answered < minMessages ? null : usualDays
    if (waitingDays < minOverdue * (usualAnswerDays ?? 0)) return null
    return {
      reason: {
        kind: 'reply_owed',
        receivedAt: person.relationship.lastReceivedAt ?? last.at,
        waitingDays,
        usualAnswerDays,
      },
      // Somebody waits, and the fresher the letter the more an answer is one.
      change: 1 - waitingDays / (2 * maxWaitDays),
      quality: 1,
    }
  },
}
