/**
 * A relationship is the running summary of the interactions with one address.
 *
 * Every part of it is a join (a union, a maximum, the few smallest), so summing up is commutative, associative and
 * idempotent: pages may arrive newest first, twice, or from two accounts at once, and the sum is the same. The summary
 * of a person with several addresses is the join of theirs. Only taking an interaction away needs the others again.
 */

import { type IndexSet, indexesFrom, joinIndexes, noIndexes, withIndex } from './index-set.ts'
import { type Interaction, isDirect } from './interaction.ts'
import { dayIndex, type Instant, weekIndex } from './time.ts'

export interface Relationship {
  /** The first three days in direct contact, as day indexes, rising: enough to tell "met once" from "in touch". */
  readonly firstDays: readonly number[]
  /** First direct contact, or null. */
  readonly firstAt: Instant | null
  /** Last direct letter from the user, to the user, and last time on one letter or in one crowd without contact. */
  readonly lastSentAt: Instant | null
  readonly lastReceivedAt: Instant | null
  readonly lastSeenAt: Instant | null
  /** The latest meetings, booked ones among them, falling; at most `keptMeetings`. */
  readonly meetingsAt: readonly Instant[]
  /** Weeks with direct contact, by kind. Weeks ahead of now hold booked meetings. */
  readonly weeksSent: IndexSet
  readonly weeksReceived: IndexSet
  readonly weeksMet: IndexSet
}

export const noRelationship: Relationship = {
  firstDays: [],
  firstAt: null,
  lastSentAt: null,
  lastReceivedAt: null,
  lastSeenAt: null,
  meetingsAt: [],
  weeksSent: noIndexes,
  weeksReceived: noIndexes,
  weeksMet: noIndexes,
}

export const withInteraction = (
  relationship: Relationship,
  { kind, at }: Pick<Interaction, 'kind' | 'at'>,
): Relationship => joinRelationships(relationship, relationshipOf(kind, at))

export const joinRelationships = (a: Relationship, b: Relationship): Relationship => ({
  firstDays: fewest(a.firstDays, b.firstDays),
  firstAt: earlier(a.firstAt, b.firstAt),
  lastSentAt: later(a.lastSentAt, b.lastSentAt),
  lastReceivedAt: later(a.lastReceivedAt, b.lastReceivedAt),
  lastSeenAt: later(a.lastSeenAt, b.lastSeenAt),
  meetingsAt: latestMeetings(a.meetingsAt, b.meetingsAt),
  weeksSent: joinIndexes(a.weeksSent, b.weeksSent),
  weeksReceived: joinIndexes(a.weeksReceived, b.weeksReceived),
  weeksMet: joinIndexes(a.weeksMet, b.weeksMet),
})

/**
 * What can be measured of a relationship of which everything is known only from `since` on: contacts of before that happen
 * to be known (the calendar is read at once, the letters are not) would thin out its weeks over years that nobody has
 * read. A tie that was there before counts from `since`. One without contact since then is left as it is: all that is
 * known of it.
 */
export const measurableSince = (relationship: Relationship, since: Instant, now: Instant): Relationship => {
  const { firstAt, weeksSent, weeksReceived, weeksMet } = relationship
  if (firstAt === null || firstAt >= since || (lastContactAt(relationship, now) ?? 0) < since) return relationship
  const week = weekIndex(since)
  return {
    ...relationship,
    firstAt: since,
    weeksSent: indexesFrom(weeksSent, week),
    weeksReceived: indexesFrom(weeksReceived, week),
    weeksMet: indexesFrom(weeksMet, week),
  }
}

/** Whether two summaries say the same. */
export const isSameRelationship = (a: Relationship, b: Relationship): boolean =>
  a.firstAt === b.firstAt &&
  a.lastSentAt === b.lastSentAt &&
  a.lastReceivedAt === b.lastReceivedAt &&
  a.lastSeenAt === b.lastSeenAt &&
  a.weeksSent === b.weeksSent &&
  a.weeksReceived === b.weeksReceived &&
  a.weeksMet === b.weeksMet &&
  areSame(a.firstDays, b.firstDays) &&
  areSame(a.meetingsAt, b.meetingsAt)

/** The last meeting that had begun at `now`, or null. */
export const lastMetAt = ({ meetingsAt }: Relationship, now: Instant): Instant | null =>
  meetingsAt.find((at) => at <= now) ?? null

/** The soonest meeting known that has not begun at `now`, or null. */
export const nextMeetingAt = ({ meetingsAt }: Relationship, now: Instant): Instant | null =>
  meetingsAt.findLast((at) => at > now) ?? null

/** The last direct contact of any kind up to `now`, or null. */
export const lastContactAt = (relationship: Relationship, now: Instant): Instant | null =>
  later(later(relationship.lastSentAt, relationship.lastReceivedAt), lastMetAt(relationship, now))

/** Enough to hold what is booked for the coming quarter and still the last one held. */
const keptMeetings = 16
const keptFirstDays = 3

const relationshipOf = (kind: Interaction['kind'], at: Instant): Relationship => {
  if (!isDirect(kind)) return { ...noRelationship, lastSeenAt: at }
  const week = withIndex(noIndexes, weekIndex(at))
  const direct = { ...noRelationship, firstDays: [dayIndex(at)], firstAt: at }
  switch (kind) {
    case 'sent':
      return { ...direct, lastSentAt: at, weeksSent: week }
    case 'received':
      return { ...direct, lastReceivedAt: at, weeksReceived: week }
    default:
      return { ...direct, meetingsAt: [at], weeksMet: week }
  }
}

const later = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null || a > b ? a : b)

const earlier = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null || a < b ? a : b)

const areSame = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((value, index) => value === b[index]))

const fewest = (a: readonly number[], b: readonly number[]): readonly number[] => {
  if (b.length === 0) return a
  if (a.length === 0) return b
  return [...new Set([...a, ...b])].sort((left, right) => left - right).slice(0, keptFirstDays)
}

const latestMeetings = (a: readonly Instant[], b: readonly Instant[]): readonly Instant[] => {
  if (b.length === 0) return a
  if (a.length === 0) return b
  return [...new Set([...a, ...b])].sort((left, right) => right - left).slice(0, keptMeetings)
}
