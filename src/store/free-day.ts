/**
 * The day of the free plan: past its rows D1 refuses every query of the account until midnight UTC. That is no outage, and no
 * retry before then helps. Pure.
 */
import { DAY, type Instant, later, startOf } from '../model/time.ts'

/** Whether a query was refused because the day is used up. The sentence is not documented, so it is matched loosely. */
export const isDayUsedUp = (error: unknown): boolean =>
  messagesOf(error).some((message) => /\bfree[- ](?:tier|plan)\b/i.test(message) && /\b(?:daily|day)\b/i.test(message))

/** When D1 answers again. */
export const nextFreeDay = (now: Instant): Instant => startOf(DAY, later(now, DAY))

/** Along the causes, but for Drizzle's own message: it holds the values of the query, and somebody's may say anything. */
const messagesOf = (error: unknown): readonly string[] => {
  const messages: string[] = []
  for (let at = error; at instanceof Error && messages.length < maxCauses; at = at.cause) {
    messages.push(at.message.startsWith('Failed query') ? '' : at.message)
  }
  return messages
}

/** A cause may name itself as its own. */
const maxCauses = 5
