/** What an account needs next. News comes before the past; the first conversations before the calendar; the rest last. Pure. */
import type { Account } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Instant, later, MINUTE } from '../model/time.ts'
import type { FeedKind, Quota } from '../providers/provider.ts'
import { secondsUntilUnits, unitsLeft } from './quota.ts'
import { auditDue } from './recheck.ts'

export type Step =
  | { readonly kind: 'news'; readonly feeds: readonly FeedName[] }
  | { readonly kind: 'past'; readonly feed: FeedName; readonly units: number }
  /** A page of an audit. */
  | { readonly kind: 'check'; readonly feed: FeedName; readonly units: number }
  /** What a pass does when it has read: list what is there, and take back what is not. */
  | { readonly kind: 'survey'; readonly feed: FeedName }
  | { readonly kind: 'audit'; readonly feed: FeedName }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'idle' }

/** What the plan must know of a provider's mail feed. */
export interface MailPace {
  readonly quota: Quota | null
  readonly minUnits: Readonly<Record<FeedKind, number>>
}

/** Cron comes every fifteen minutes, give or take. */
export const newsEverySeconds = 14 * MINUTE

export const planStep = (account: Account, mail: MailPace, now: Instant): Step => {
  if (account.notBefore > now) return { kind: 'wait', seconds: account.notBefore - now }
  const left = mail.quota === null ? unlimited : unitsLeft(account.quotaWindow, mail.quota, now)
  const due = feedNames.filter(
    (feed) => isNewsDue(account, feed, now) && (feed !== 'mail' || left >= mail.minUnits.changes),
  )
  if (due.length > 0) return { kind: 'news', feeds: due }
  const feed = nextPast(account)
  if (feed === null) return planCheck(account, mail, now, left)
  if (feed === 'calendar') return { kind: 'past', feed, units: unlimited }
  if (left >= mail.minUnits.backfill) return { kind: 'past', feed, units: left }
  if (account.feeds.calendar.past !== 'done') return { kind: 'past', feed: 'calendar', units: unlimited }
  const seconds =
    mail.quota === null ? 0 : secondsUntilUnits(account.quotaWindow, mail.quota, now, mail.minUnits.backfill)
  return { kind: 'wait', seconds: Math.max(1, seconds) }
}

/** Nothing new, and nothing old left: what was read before may be looked at again. */
const planCheck = (account: Account, mail: MailPace, now: Instant, left: number): Step => {
  const feed = feedNames.find((name) => account.feeds[name].pass !== null)
  const pass = feed === undefined ? null : account.feeds[feed].pass
  if (feed === undefined || pass === null) {
    const due = auditDue(account, now)
    return due === null ? { kind: 'idle' } : { kind: 'audit', feed: due }
  }
  if (feed === 'mail' && left < mail.minUnits.backfill) {
    const seconds =
      mail.quota === null ? 0 : secondsUntilUnits(account.quotaWindow, mail.quota, now, mail.minUnits.backfill)
    return { kind: 'wait', seconds: Math.max(1, seconds) }
  }
  if (pass.place !== 'reading') return { kind: 'survey', feed }
  return { kind: 'check', feed, units: feed === 'mail' ? left : unlimited }
}

const feedNames: readonly FeedName[] = ['mail', 'calendar']
const unlimited = Number.MAX_SAFE_INTEGER

/** So many pages of conversations show the first people; then the calendar, which is short, tells whom the user meets. */
const firstPages = 2

const isNewsDue = ({ feeds }: Account, name: FeedName, now: Instant): boolean => {
  const feed = feeds[name]
  // A calendar has no position to ask for news from before its window has been listed.
  const hasPosition = feed.cursor !== null && (name === 'mail' || feed.past === 'done')
  return hasPosition && (feed.readAt === null || later(feed.readAt, newsEverySeconds) <= now)
}

const nextPast = ({ feeds, progress }: Account): FeedName | null => {
  const { mail, calendar } = feeds
  const isCalendarNext = calendar.past !== 'done' && (progress.pages >= firstPages || mail.past === 'done')
  if (isCalendarNext) return 'calendar'
  return mail.past === 'done' ? null : 'mail'
}
