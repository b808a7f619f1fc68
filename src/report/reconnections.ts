/**
 * Whom the user was in touch with again since the last report: after longer than usual, or after a report had suggested
 * it, however long that was. Pure.
 */
import { lastMeetingOf, type Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import type { Reconnection } from '../model/report.ts'
import { daysBetween, type Instant, startOfWeek, weekIndex } from '../model/time.ts'
import { rhythmWeeks } from '../score/signals/rhythm.ts'
import { weeksInTouch } from '../score/signals/weeks.ts'
import { type PastSuggestion, takenUpDays } from './guards.ts'

export interface Period {
  /** The last report. */
  readonly since: Instant
  readonly now: Instant
  /** Newest first. */
  readonly suggestedBefore: (person: Person) => readonly PastSuggestion[]
}

export const reconnectionsSince = (people: readonly Person[], period: Period): readonly Reconnection[] =>
  people
    .filter(({ relationship }) => (lastContactAt(relationship, period.now) ?? 0) > period.since)
    .flatMap((person) => reconnectionOf(person, period) ?? [])
    .sort((a, b) => weightOf(b) - weightOf(a) || b.afterDays - a.afterDays || a.personId - b.personId)
    .slice(0, maxTold)

/** As many as a report suggests. */
const maxTold = 7
/** Shorter silences than this are nothing to speak of. */
const minWeeks = 6
const minOverdue = 1.5

const weightOf = ({ suggestedFor }: Reconnection): number => (suggestedFor == null ? 0 : 1)

const reconnectionOf = (person: Person, { since, now, suggestedBefore }: Period): Reconnection | null => {
  const at = lastContactAt(person.relationship, now)
  if (at === null) return null
  const how = howSince(person, since, now)
  const afterDays = silenceBefore(person, since, at)
  const suggestion = suggestedBefore(person).find((each) => each.at <= at)
  // Whether they took the first step themselves is no matter where the silence was long; a suggestion is taken up by the user.
  const isTakenUp = suggestion !== undefined && how !== 'received' && daysBetween(suggestion.at, at) <= takenUpDays
  if (afterDays === 0 && !isTakenUp) return null
  const { id, name, givenName } = person
  return { personId: id, name, givenName, how, at, afterDays, suggestedFor: isTakenUp ? suggestion.kind : null }
}

const howSince = (person: Person, since: Instant, now: Instant): Reconnection['how'] => {
  const { lastSentAt, lastReceivedAt } = person.relationship
  const metAt = lastMeetingOf(person, now)
  if (metAt !== null && metAt > since) return 'met'
  const isSent = lastSentAt !== null && lastSentAt > since
  const isReceived = lastReceivedAt !== null && lastReceivedAt > since
  if (isSent && isReceived) return 'exchanged'
  return isSent ? 'sent' : isReceived ? 'received' : 'elsewhere'
}

/** How many days they had been silent before, where that was long for the two of them; 0 otherwise. */
const silenceBefore = ({ relationship }: Person, since: Instant, at: Instant): number => {
  const { firstAt } = relationship
  const { last: before, yearly } = weeksInTouch(relationship, weekIndex(since) - 1)
  if (firstAt === null || before < 0) return 0
  const gapWeeks = weekIndex(at) - before
  const rhythm = rhythmWeeks({ firstAt, lastAt: startOfWeek(before), weeks: yearly })
  return gapWeeks < minWeeks || gapWeeks < minOverdue * rhythm ? 0 : 7 * gapWeeks
}
