/** What a report must say of its sources: what has not been read yet, or not lately, or cannot be read. Pure. */
import { type Account, activeDaysOf, type FeedStop } from '../model/account.ts'
import { rereadOf, stageOf } from '../model/read.ts'
import type { SourceNote } from '../model/report.ts'
import {
  beginningOfTime,
  DAY,
  dayIndex,
  daysBetween,
  earliestOf,
  endOfTime,
  HOUR,
  type Instant,
  later,
  latestOf,
} from '../model/time.ts'

export const notesOn = (accounts: readonly Account[], now: Instant): readonly SourceNote[] =>
  accounts.flatMap((account) => noteOn(account, now) ?? calendarNote(account, now) ?? [])

/**
 * From when on all conversations of all accounts have been read: before that, a silence may only be a gap in what we know.
 * 0 where everything is known.
 */
export const knownSince = (accounts: readonly Account[]): Instant => latestOf(accounts.map(readSince))

/**
 * From when on what is known can be measured: what some account has told as a whole. Where one was read to its end and
 * another is being added, everything: what the first has told is no less true for that.
 */
export const measuredSince = (accounts: readonly Account[]): Instant =>
  accounts.length === 0 ? beginningOfTime : earliestOf(accounts.map(readSince))

const readSince = ({ feeds, progress }: Account): Instant => {
  const stage = stageOf(feeds.mail)
  const isKnown = stage === 'rest' || stage === 'done' || rereadOf(feeds.mail) !== null
  return isKnown ? beginningOfTime : (progress.readBackTo ?? endOfTime)
}

/** Days in contact with anyone, rising, of the time that can be measured: of before, most are missing. */
export const knownDays = (accounts: readonly Account[]): readonly number[] => {
  const first = dayIndex(measuredSince(accounts))
  return activeDaysOf(accounts).filter((day) => day >= first)
}

/** Until when all accounts have been read: what came later, nobody can know yet. `now` where none was read at all. */
export const knownUntil = (accounts: readonly Account[], now: Instant): Instant =>
  earliestOf([now, ...sourcesOf(accounts, now).map(({ feeds }) => feeds.mail.readAt ?? now)])

/**
 * The same of one person, who was last in touch through one of the accounts, or it is not known through which. Once another
 * has been out of reach for weeks, what is known of this one is what theirs tells.
 */
export const knownUntilOf = (accounts: readonly Account[], accountId: number | null, now: Instant): Instant => {
  const until = knownUntil(accounts, now)
  if (daysBetween(until, now) <= givenUpDays) return until
  const own = sourcesOf(accounts, now).find(({ id }) => id === accountId)
  return own?.feeds.mail.readAt ?? now
}

/** Until when all calendars have been read: whether a later meeting took place, nobody can know yet. */
export const meetingsKnownUntil = (accounts: readonly Account[], now: Instant): Instant =>
  earliestOf([now, ...sourcesOf(accounts, now).map(({ feeds }) => feeds.calendar.readAt ?? now)])

/** Without what the user took away so long ago that nothing is expected of it any more. */
const sourcesOf = (accounts: readonly Account[], now: Instant): readonly Account[] =>
  accounts.filter(({ status }) => status.kind !== 'disconnected' || daysBetween(status.since, now) <= givenUpDays)

/** Nobody waits longer than this for a source that is out of reach; the note about it stays. */
export const givenUpDays = 28

/** Longer out of date than this, and an answer or a message may lie unread. */
export const staleDays = 2

/** Whether some source has not been read for so long that what rests on it is no fact any more. */
export const isStale = (accounts: readonly Account[], now: Instant): boolean =>
  daysBetween(knownUntil(accounts, now), now) > staleDays

/** The same of calendars: what was booked may have been called off since. */
export const areMeetingsStale = (accounts: readonly Account[], now: Instant): boolean =>
  daysBetween(meetingsKnownUntil(accounts, now), now) > staleDays

/** Older than this, and the list may be out of date. */
const staleHours = 6
/** A letter nobody answered may lie among what is read last; older than this it asks for nothing any more. */
const recentDays = 60

const noteOn = (account: Account, now: Instant): SourceNote | null => {
  const { address, status, feeds, progress } = account
  // The person knows: they took it away.
  if (status.kind === 'disconnected') return null
  if (status.kind === 'reconnect') return { kind: 'reconnect', address, since: status.since }
  if (status.kind === 'blocked') return { kind: 'blocked', address, since: status.since }
  const { readAt } = feeds.mail
  const stage = stageOf(feeds.mail)
  const reread = rereadOf(feeds.mail)
  if (status.kind === 'waiting' || (readAt !== null && later(readAt, staleHours * HOUR) < now)) {
    return { kind: 'waiting', address, since: status.kind === 'waiting' ? status.since : (readAt ?? now) }
  }
  if (reread !== null) {
    // Everything that was known is: only more is to come.
    return reread.purpose === 'extend' ? null : { kind: 'rechecking', address, since: reread.since }
  }
  // Once the conversations are read, what is left of older mail is hardly ever a relationship: nothing to worry anyone with.
  const { readBackTo } = progress
  const isRecentUnread = stage === 'rest' && (readBackTo === null || readBackTo > later(now, -recentDays * DAY))
  if (stage === 'unread' || stage === 'conversations' || isRecentUnread) return { kind: 'reading', address, readBackTo }
  return gapNote(account, now)
}

/** A calendar that is away for a moment is nobody's trouble, and one that never was is none either. */
const calendarNote = ({ address, status, stops, feeds }: Account, now: Instant): SourceNote | null => {
  const { calendar } = stops
  const { readAt } = feeds.calendar
  if (status.kind !== 'active' || calendar === undefined || readAt === null || passing.has(calendar.reason)) return null
  if (daysBetween(calendar.since, now) < staleDays) return null
  return { kind: 'calendar', address, since: readAt, isMendable: calendar.reason === 'scope_missing' }
}

const passing: ReadonlySet<FeedStop['reason']> = new Set(['rate_limited', 'cursor_expired', 'no_mailbox'])

/** What the last days' checks found missing has been filled in; whoever read the last report should know. */
const gapNote = ({ address, endedReads }: Account, now: Instant): SourceNote | null => {
  const gap = endedReads.find(
    ({ endedAt, found, purpose }) =>
      purpose === 'audit' && found > 0 && endedAt !== null && later(endedAt, 7 * DAY) > now,
  )
  return gap === undefined ? null : { kind: 'gap', address, since: gap.endedAt ?? now, found: gap.found }
}
