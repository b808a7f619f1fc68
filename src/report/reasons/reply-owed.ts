/**
 * A reply is owed: their last letter came to the user alone or nearly, it lies there longer than the user usually lets
 * them wait, and the user usually does answer them. Pure.
 */
import { lastMetAt } from '../../model/relationship.ts'
import { daysBetween, type Instant } from '../../model/time.ts'
import type { History, ReasonRule } from '../candidate.ts'

/** A letter to more people than this asks nobody in particular. */
const mostOthers = 2
const leastWaitDays = 3
/** After two months an answer is no answer any more but a new beginning. */
const mostWaitDays = 60
/** Waiting is owed only beyond this many usual answer times. */
const leastOverdue = 2
/** Someone whose letters are mostly left unanswered is owed none. */
const leastAnswered = 0.5
const leastLetters = 3

export const replyOwed: ReasonRule = {
  kind: 'reply_owed',

  mayHold({ person: { relationship } }, { now }) {
    const { lastReceivedAt, lastSentAt } = relationship
    const metAt = lastMetAt(relationship, now)
    if (lastReceivedAt === null || lastSentAt === null || lastSentAt >= lastReceivedAt) return false
    if (metAt !== null && metAt >= lastReceivedAt) return false
    const waitingDays = daysBetween(lastReceivedAt, now)
    return waitingDays >= leastWaitDays && waitingDays <= mostWaitDays
  },

  find({ person }, history, { now }) {
    const last = history.find(({ kind }) => kind !== 'seen')
    if (last === undefined || last.kind !== 'received' || last.size > mostOthers) return null
    const answers = answersIn(history)
    if (answers.letters < leastLetters || answers.delays.length / answers.letters < leastAnswered) return null
    const waitingDays = daysBetween(last.at, now)
    const usualAnswerDays = median(answers.delays)
    if (waitingDays < leastOverdue * usualAnswerDays) return null
    return {
      reason: {
        kind: 'reply_owed',
        receivedAt: person.relationship.lastReceivedAt ?? last.at,
        waitingDays,
        usualAnswerDays: answers.delays.length < leastLetters ? null : usualAnswerDays,
      },
      // Somebody waits, and the fresher the letter the more an answer is one.
      change: 1 - waitingDays / (2 * mostWaitDays),
      quality: 1,
    }
  },
}

/** An answer after longer than this answers nothing. */
const longestAnswerDays = 21

/** Their letters to the user before the last one, and how many days those answered waited. */
const answersIn = (history: History): { readonly letters: number; readonly delays: readonly number[] } => {
  const delays: number[] = []
  let letters = 0
  let sentAt: Instant | null = null
  // Newest first: `sentAt` is the user's first letter after the one at hand.
  for (const { kind, at, size } of history) {
    if (kind === 'sent') sentAt = at
    if (kind !== 'received' || size > mostOthers) continue
    if (sentAt !== null && daysBetween(at, sentAt) <= longestAnswerDays) delays.push(daysBetween(at, sentAt))
    letters += 1
    sentAt = null
  }
  return { letters: letters - 1, delays }
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
