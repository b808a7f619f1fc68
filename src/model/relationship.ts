/**
 * A relationship is the running summary of the interactions with one address.
 *
 * Every part of it is a join (a union, a maximum, the few smallest), so summing up is commutative, associative and
 * idempotent: pages may arrive newest first, twice, or from two accounts at once, and the sum is the same. The summary
 * of a person with several addresses is the join of theirs. Only taking an interaction away needs the others again.
 */

import { type IndexSet, joinIndexes, noIndexes, withIndex } from './index-set.ts'
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

/** The same as joining the summary of this one interaction, without making it. */
export const withInteraction = (
  relationship: Relationship,
  { kind, at }: Pick<Interaction, 'kind' | 'at'>,
): Relationship => {
  if (!isDirect(kind)) {
    const { lastSeenAt } = relationship
    return lastSeenAt !== null && lastSeenAt >= at ? relationship : { ...relationship, lastSeenAt: at }
  }
  const week = weekIndex(at)
  const firstDays = withFirst(relationship.firstDays, dayIndex(at))
  const firstAt = earlier(relationship.firstAt, at)
  switch (kind) {
    case 'sent': {
      const lastSentAt = later(relationship.lastSentAt, at)
      return { ...relationship, firstDays, firstAt, lastSentAt, weeksSent: withIndex(relationship.weeksSent, week) }
    }
    case 'received': {
      const lastReceivedAt = later(relationship.lastReceivedAt, at)
      const weeksReceived = withIndex(relationship.weeksReceived, week)
      return { ...relationship, firstDays, firstAt, lastReceivedAt, weeksReceived }
    }
    default: {
      const meetingsAt = withMeeting(relationship.meetingsAt, at)
      return { ...relationship, firstDays, firstAt, meetingsAt, weeksMet: withIndex(relationship.weeksMet, week) }
    }
  }
}

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

const later = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null || a > b ? a : b)

const earlier = (a: Instant | null, b: Instant | null): Instant | null => (a === null ? b : b === null || a < b ? a : b)

const areSame = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((value, index) => value === b[index]))

/** Mail is read newest first, so most days lie before those known, or are one of them. */
const withFirst = (days: readonly number[], day: number): readonly number[] => {
  const last = days.at(-1)
  if (days.includes(day) || (days.length === keptFirstDays && last !== undefined && day > last)) return days
  return fewest(days, [day])
}

const withMeeting = (meetings: readonly Instant[], at: Instant): readonly Instant[] => {
  const last = meetings.at(-1)
  const isFull = meetings.length === keptMeetings && last !== undefined && at < last
  return isFull || meetings.includes(at) ? meetings : latestMeetings(meetings, [at])
}

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
