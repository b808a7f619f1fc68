/**
 * A relationship is the running summary of the interactions with one address.
 *
 * Every part of it is a join (a union, a maximum, the few smallest), so summing up is commutative, associative and
 * idempotent: pages may arrive newest first, twice, or from two accounts at once, and the sum is the same. The summary
 * of a person with several addresses is the join of theirs. Only taking an interaction away needs the others again.
 */

import { type IndexSet, indexesFrom, joinIndexes, noIndexes, withIndex } from './index-set.ts'
import type { Interaction } from './interaction.ts'
import { dayIndex, earlierOf, type Instant, laterOf, startOf, WEEK, weekIndex } from './time.ts'

export interface Relationship {
  /** The first three days in direct contact, as day indexes, rising: enough to tell "met once" from "in touch". */
  readonly firstDays: readonly number[]
  /** First direct contact, or null. */
  readonly firstAt: Instant | null
  /** Last direct letter from the user, to the user, and last time on one letter or in one crowd without contact. */
  readonly lastSentAt: Instant | null
  readonly lastReceivedAt: Instant | null
  readonly lastSeenAt: Instant | null
  /** The latest meetings, booked ones among them, falling: see `keptMeetings`. */
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

/** What a summary must know of an interaction. Without a size and a series a meeting is one of two, by itself. */
export type Contacted = Pick<Interaction, 'kind' | 'at'> & Partial<Pick<Interaction, 'size' | 'isRecurring'>>

/** The relationship itself where the interaction adds nothing to it. */
export const withInteraction = (relationship: Relationship, interaction: Contacted): Relationship => {
  const { kind, at } = interaction
  if (kind === 'seen') {
    const { lastSeenAt } = relationship
    return lastSeenAt !== null && lastSeenAt >= at ? relationship : { ...relationship, lastSeenAt: at }
  }
  const lasts = lastOf[kind]
  const countedAt = countedFrom(interaction)
  const weeks = withIndex(relationship[lasts.weeks], weekIndex(countedAt))
  const firstDays = withDay(relationship.firstDays, dayIndex(countedAt))
  const firstAt = earlierOf(relationship.firstAt, at)
  const meetingsAt = kind === 'met' ? latestMeetings(relationship.meetingsAt, [at]) : relationship.meetingsAt
  const lastAt = lasts.last === null ? null : laterOf(relationship[lasts.last], at)
  const isKnown =
    weeks === relationship[lasts.weeks] &&
    firstDays === relationship.firstDays &&
    firstAt === relationship.firstAt &&
    meetingsAt === relationship.meetingsAt &&
    (lasts.last === null || lastAt === relationship[lasts.last])
  if (isKnown) return relationship
  return {
    ...relationship,
    firstDays,
    firstAt,
    meetingsAt,
    [lasts.weeks]: weeks,
    ...(lasts.last !== null && { [lasts.last]: lastAt }),
  }
}

/** What both summaries together say. */
export const joinRelationships = (a: Relationship, b: Relationship): Relationship => ({
  firstDays: fewest(a.firstDays, b.firstDays),
  firstAt: earlierOf(a.firstAt, b.firstAt),
  lastSentAt: laterOf(a.lastSentAt, b.lastSentAt),
  lastReceivedAt: laterOf(a.lastReceivedAt, b.lastReceivedAt),
  lastSeenAt: laterOf(a.lastSeenAt, b.lastSeenAt),
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
  a === b ||
  (a.firstAt === b.firstAt &&
    a.lastSentAt === b.lastSentAt &&
    a.lastReceivedAt === b.lastReceivedAt &&
    a.lastSeenAt === b.lastSeenAt &&
    a.weeksSent === b.weeksSent &&
    a.weeksReceived === b.weeksReceived &&
    a.weeksMet === b.weeksMet &&
    areSame(a.firstDays, b.firstDays) &&
    areSame(a.meetingsAt, b.meetingsAt))

/** The last meeting that had begun at `now`, or null. */
export const lastMetAt = ({ meetingsAt }: Relationship, now: Instant): Instant | null => {
  for (const at of meetingsAt) if (at <= now) return at
  return null
}

/** The soonest meeting known that has not begun at `now`, or null. */
export const nextMeetingAt = ({ meetingsAt }: Relationship, now: Instant): Instant | null =>
  meetingsAt.findLast((at) => at > now) ?? null

/** The last direct contact of any kind up to `now`, or null. */
export const lastContactAt = (relationship: Relationship, now: Instant): Instant | null =>
  laterOf(laterOf(relationship.lastSentAt, relationship.lastReceivedAt), lastMetAt(relationship, now))

const lastOf = {
  sent: { weeks: 'weeksSent', last: 'lastSentAt' },
  received: { weeks: 'weeksReceived', last: 'lastReceivedAt' },
  met: { weeks: 'weeksMet', last: null },
} as const

/** The fortieth stand-up is not the fortieth talk: a series of several counts as one week in so many. */
const standingWeeks = 4
/** Of two, every week is a talk. */
const standingSize = 2

/** From when on it counts: of a standing meeting, from the first of its four weeks, whichever of its instances is read. */
const countedFrom = ({ kind, at, size = 1, isRecurring = false }: Contacted): Instant =>
  kind === 'met' && isRecurring && size >= standingSize ? startOf(standingWeeks * WEEK, at) : at

/**
 * Kept are the meetings of the sixteen weeks up to the latest, so that what is booked for the coming quarter leaves room for
 * what was held lately, and some before them, for whoever met long ago and is booked again.
 */
const keptMeetings = { lately: 16 * WEEK, before: 3 } as const
const keptFirstDays = 3

const areSame = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((value, index) => value === b[index]))

/** Mail is read newest first: the three are full soon, and what comes then is mostly earlier still. */
const withDay = (days: readonly number[], day: number): readonly number[] => {
  const last = days[keptFirstDays - 1]
  return (last !== undefined && day >= last) || days.includes(day) ? days : fewest(days, [day])
}

/** The first of both, rising; `a` itself where `b` adds nothing. */
const fewest = (a: readonly number[], b: readonly number[]): readonly number[] => {
  if (a.length === 0) return b
  const last = a.at(-1) ?? 0
  const isFull = a.length === keptFirstDays
  if (b.every((value) => (isFull && value >= last) || a.includes(value))) return a
  return [...new Set([...a, ...b])].sort((left, right) => left - right).slice(0, keptFirstDays)
}

/** The kept of both, falling; `a` itself where `b` adds nothing. */
const latestMeetings = (a: readonly Instant[], b: readonly Instant[]): readonly Instant[] => {
  if (a.length === 0) return b
  if (b.every((at) => a.includes(at))) return a
  const all = [...new Set([...a, ...b])].sort((left, right) => right - left)
  const [latest = 0] = all
  const before = all.findIndex((at) => at <= latest - keptMeetings.lately)
  const kept = before < 0 ? all : all.slice(0, before + keptMeetings.before)
  return areSame(kept, a) ? a : kept
}
