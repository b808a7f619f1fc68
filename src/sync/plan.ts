/** What an account needs next. Changes come before a backfill; the first conversations before the calendar; the rest last. Pure. */
import type { Account } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { isReadingPages, type Read, stageOf } from '../model/read.ts'
import { DAY, type Instant, later, MINUTE } from '../model/time.ts'
import type { FeedKind, Quota } from '../providers/provider.ts'
import { secondsUntilUnits, unitsLeft } from './quota.ts'

export type Step =
  | { readonly kind: 'changes'; readonly feeds: readonly FeedName[] }
  /** A page of what is under way beside the changes. */
  | { readonly kind: 'page'; readonly read: Read; readonly units: number }
  /** What follows the pages: list what is there, and remove what is not. */
  | { readonly kind: 'reconcile'; readonly read: Read }
  | { readonly kind: 'audit'; readonly feed: FeedName }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'idle' }

/** What the plan must know of a provider's mail feed. */
export interface MailQuota {
  readonly quota: Quota | null
  readonly minUnits: Readonly<Record<FeedKind, number>>
}

/** However often somebody asks, changes are read no sooner than this after the last time. */
export const changesEverySeconds = 14 * MINUTE

export const planStep = (account: Account, mail: MailQuota, now: Instant): Step => {
  if (account.notBefore > now) return { kind: 'wait', seconds: account.notBefore - now }
  const left = mail.quota === null ? unlimited : unitsLeft(account.quotaWindow, mail.quota, now)
  const asked = feedNames.filter((feed) => !isStopped(account, feed, now))
  const due = asked.filter(
    (feed) => areChangesDue(account, feed, now) && (feed !== 'mail' || left >= mail.minUnits.changes),
  )
  if (due.length > 0) return { kind: 'changes', feeds: due }
  const read = nextRead(account, asked, now)
  if (read === null) {
    const feed = auditDue(account, now)
    return feed === null || !asked.includes(feed) ? stopEnds(account, now) : { kind: 'audit', feed }
  }
  if (read.feed === 'calendar') return stepOf(read, unlimited)
  if (left >= mail.minUnits.backfill) return stepOf(read, left)
  const { calendar } = account.feeds
  if (calendar.read !== null && stageOf(calendar) !== 'done' && asked.includes('calendar')) {
    return stepOf(calendar.read, unlimited)
  }
  const seconds =
    mail.quota === null ? 0 : secondsUntilUnits(account.quotaWindow, mail.quota, now, mail.minUnits.backfill)
  return { kind: 'wait', seconds: Math.max(1, seconds) }
}

const isStopped = ({ stops }: Account, feed: FeedName, now: Instant): boolean => (stops[feed]?.notBefore ?? 0) > now

/** The job waits for a stopped feed that is asked again before cron would; for the others cron comes. */
const stopEnds = (account: Account, now: Instant): Step => {
  const waits = feedNames.flatMap((feed) => {
    const { notBefore = now } = account.stops[feed] ?? {}
    const isWaitedFor = nextRead(account, [feed], now) !== null || areChangesDue(account, feed, notBefore)
    return notBefore > now && isWaitedFor ? [notBefore - now] : []
  })
  const seconds = Math.min(...waits)
  return seconds < changesEverySeconds ? { kind: 'wait', seconds } : { kind: 'idle' }
}

const stepOf = (read: Read, units: number): Step =>
  isReadingPages(read) ? { kind: 'page', read, units } : { kind: 'reconcile', read }

const feedNames: readonly FeedName[] = ['mail', 'calendar']
const unlimited = Number.MAX_SAFE_INTEGER

/** So many pages of conversations show the first people; then the calendar, which is short, tells whom the user meets. */
const firstPages = 2

const areChangesDue = ({ feeds }: Account, name: FeedName, now: Instant): boolean => {
  const feed = feeds[name]
  // A calendar has no position to ask for changes from before its window has been listed.
  const hasPosition = feed.changes.cursor !== null && (name === 'mail' || stageOf(feed) === 'done')
  return hasPosition && (feed.readAt === null || later(feed.readAt, changesEverySeconds) <= now)
}

/**
 * The pages of the feeds themselves come first; then whatever goes over what is read. Nothing while the past is paused.
 * `asked` are the feeds that may be asked.
 */
const nextRead = (
  { feeds: { mail, calendar }, progress }: Account,
  asked: readonly FeedName[],
  now: Instant,
): Read | null => {
  if (progress.pausedUntil > now) return null
  const isMailRead = stageOf(mail) === 'done' || !asked.includes('mail')
  const isCalendarNext = stageOf(calendar) !== 'done' && (progress.pages >= firstPages || isMailRead)
  const [ofMail, ofCalendar] = [
    asked.includes('mail') ? mail.read : null,
    asked.includes('calendar') ? calendar.read : null,
  ]
  return isCalendarNext ? (ofCalendar ?? ofMail) : (ofMail ?? ofCalendar)
}

/** What came lately is audited once a week. */
const auditEveryDays = 7

const auditDue = (account: Account, now: Instant): FeedName | null => {
  const { mail, calendar } = account.feeds
  if (mail.read !== null || calendar.read !== null) return null
  return feedNames.find((feed) => later(lastCheckedAt(account, feed), auditEveryDays * DAY) <= now) ?? null
}

/** When a feed was last found complete; the first read counts from the day it began. */
const lastCheckedAt = ({ endedReads, createdAt }: Account, feed: FeedName): Instant =>
  endedReads.find((read) => read.feed === feed)?.endedAt ?? createdAt
