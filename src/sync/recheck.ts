/**
 * Passes over what was read before: when one begins, how far it reaches, what it remembers, and when it is over. After an
 * expiry the feed itself goes back; an audit walks beside it, and news go on. Pure.
 */
import { type Account, type Check, type FeedState, horizonOf, type Pass } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import { seenKey } from '../store/item-key.ts'

/**
 * The provider forgot our position. What was read stays; what may have been missed is read again. Where the past had been
 * read to its end and the provider can list what it holds, from a week before the last news on: what has gone since is
 * found in the list. Otherwise everything: anything may have changed, whatever its date.
 */
export const afterExpiry = (
  account: Account,
  feed: FeedState,
  at: { readonly now: Instant; readonly canList: boolean },
): FeedState => {
  const lately = feed.recheckSince ?? later(feed.readAt ?? at.now, -7 * DAY)
  const since = wasRead(feed) ? (at.canList ? lately : horizonOf(account)) : null
  return fromStart(feed, newPass('expired', since, at.now))
}

/** The person wants to see further back: everything is read again, down to the new horizon; what is known stays known. */
export const furtherBack = (account: Account, feed: FeedState, now: Instant): FeedState =>
  fromStart(feed, newPass('further', wasRead(feed) ? horizonOf(account) : null, now))

const wasRead = ({ recheckSince, past, readAt }: FeedState): boolean =>
  recheckSince !== null || (past === 'done' && readAt !== null)

const fromStart = ({ readAt }: FeedState, pass: Pass): FeedState => ({
  cursor: null,
  past: 'unread',
  readAt,
  recheckSince: pass.since,
  pass,
})

/** Once a week what came lately is read again, to make sure: two weeks of letters, and the calendar, which costs nothing. */
const auditEveryDays = 7
const auditDays = 14

export const auditDue = (account: Account, now: Instant): FeedName | null => {
  const { mail, calendar } = account.feeds
  if (mail.past !== 'done' || calendar.past !== 'done' || mail.pass !== null || calendar.pass !== null) return null
  const names: readonly FeedName[] = ['mail', 'calendar']
  return names.find((feed) => later(lastCheckedAt(account, feed), auditEveryDays * DAY) <= now) ?? null
}

/** When a feed was last found complete; the first reading counts from the day it began. */
const lastCheckedAt = ({ checks, createdAt }: Account, feed: FeedName): Instant =>
  checks.find((check) => check.feed === feed)?.at ?? createdAt

export const auditOf = (account: Account, feed: FeedName, now: Instant): Pass =>
  newPass('audit', feed === 'mail' ? later(now, -auditDays * DAY) : horizonOf(account), now)

const newPass = (because: Pass['because'], since: Instant | null, now: Instant): Pass => ({
  because,
  since,
  startedAt: now,
  cursor: null,
  place: 'reading',
  after: null,
  seen: '',
  found: 0,
  removed: 0,
})

export const withSeen = (pass: Pass, ids: readonly string[]): Pass => {
  if (ids.length === 0 || pass.seen.length > maxSeenLength) return pass
  const keys = ids.map(seenKey).join(',')
  return { ...pass, seen: pass.seen === '' ? keys : `${pass.seen},${keys}` }
}

/** A row of D1 holds two megabytes: a hundred thousand ids fit. Of a larger mailbox nothing is concluded to be gone. */
const maxSeenLength = 1_200_000

export const isWhole = ({ seen }: Pass): boolean => seen.length <= maxSeenLength

/** From where on what was not seen is gone: a list holds everything, reading only what it reached. */
export const sweptFrom = (account: Account, { since }: Pass, canList: boolean): Instant =>
  canList ? (0 as Instant) : (since ?? horizonOf(account))

/** What is noted of a pass that is over, and the audit that follows: where one found a gap, another looks four times as far. */
export const afterPass = (
  account: Account,
  feed: FeedName,
  pass: Pass,
  now: Instant,
): { readonly checks: readonly Check[]; readonly next: Pass | null } => {
  const { because, since, found, removed } = pass
  const check: Check = { feed, at: now, because, since, found, removed }
  const horizon = horizonOf(account)
  const isGap = because === 'audit' && found > 0 && since !== null && since > horizon
  const wider = isGap ? (Math.max(horizon, now - 4 * (now - since)) as Instant) : null
  return {
    checks: [check, ...account.checks].slice(0, keptChecks),
    next: wider === null ? null : newPass('audit', wider, now),
  }
}

const keptChecks = 12
