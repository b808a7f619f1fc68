/**
 * When the page did not come: what stopped it is noted, and when to try again. A grant that is gone stops the account; all
 * else stops one feed, and the other goes on.
 */
import type { Account, FeedStop } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Disposition, maxDelaySeconds } from '../model/job.ts'
import { HOUR, type Instant, later, laterOf, MINUTE } from '../model/time.ts'
import type { Cursor, ProviderError } from '../providers/provider.ts'
import { type AccountChange, advanceAccount, settleAccount } from '../store/account-changes.ts'
import { ack, jobOf, overtaken, retry, type SyncRun, waitFor } from './deps.ts'
import { planStep } from './plan.ts'
import type { PageOf } from './pull.ts'
import { readFromStart, readsBetween, recover } from './reads.ts'

export interface WantedPage {
  readonly feed: FeedName
  readonly of: PageOf
  /** What the job changes of the account besides. */
  readonly change: AccountChange
}

/** Notes on the account what stopped the page, and says when to come back. */
export const giveUp = async (run: SyncRun, wanted: WantedPage, error: ProviderError): Promise<Disposition> => {
  const { account, attempts } = run
  if (error.reason === 'cursor_expired') {
    // What was asked for without a position cannot have lost one.
    const { changes, read } = account.feeds[wanted.feed]
    const cursor = wanted.of === 'audit' ? read?.cursor : changes.cursor
    return cursor === null ? goOn(run, stopped(run, wanted, lostNothing)) : startAgain(run, wanted)
  }
  if (!isOfAccount(error, wanted.feed)) return goOn(run, stopped(run, wanted, error))
  logStop(run, wanted.feed, error)
  // Another job may have got a newer grant a moment ago and be about to store it: whoever is called dead, is so twice.
  if (attempts < 2) {
    await settleAccount(run.store, account, wanted.change)
    return retry(storingSeconds)
  }
  const status = { kind: 'reconnect', reason: error.reason, since: run.now() } as const
  await settleAccount(run.store, account, { ...wanted.change, status })
  return ack
}

const lostNothing: ProviderError = { reason: 'malformed', detail: 'a position forgotten that was never given' }

/** Between a grant that came and its row, there is a write. */
const storingSeconds = 30

type AccountError = Extract<ProviderError, { readonly reason: 'grant_revoked' | 'scope_missing' }>

/** Without mail there is nothing to tell anybody; a calendar that may not be read is missing, and no more. */
const isOfAccount = (error: ProviderError, feed: FeedName): error is AccountError =>
  error.reason === 'grant_revoked' || (error.reason === 'scope_missing' && feed === 'mail')

/** Whether the error stops its feed alone: the rest of the job may go on. */
export const stopsFeedOnly = (error: ProviderError, feed: FeedName): error is FeedError =>
  error.reason !== 'cursor_expired' && !isOfAccount(error, feed)

type FeedError = Exclude<ProviderError, { readonly reason: 'grant_revoked' | 'cursor_expired' }>

/** What the job changes, with the feed stopped. */
export const stopped = (run: SyncRun, { feed, change }: WantedPage, error: ProviderError): AccountChange => {
  const { account } = run
  const now = run.now()
  logStop(run, feed, error)
  const stops = change.stops ?? account.stops
  const stop = stopAfter(stops[feed], error, now)
  const isTold = error.reason === 'rate_limited' && stop.tries <= maxSharedWaits
  return {
    ...change,
    stops: { ...stops, [feed]: stop },
    // The provider counts what both feeds ask together; a refusal that does not end is the feed's own.
    ...(isTold && { notBefore: laterOf(change.notBefore ?? account.notBefore, stop.notBefore) }),
  }
}

const maxSharedWaits = 3

const logStop = ({ log, account, attempts }: SyncRun, feed: FeedName, { reason }: ProviderError): void =>
  log('sync stopped', { accountId: account.id, feed, reason, attempts })

/** How a feed stands after one more try in vain. Pure. */
export const stopAfter = (before: FeedStop | undefined, error: ProviderError, now: Instant): FeedStop => {
  const reason = reasonOf(error)
  const tries = (before?.tries ?? 0) + 1
  const since = before !== undefined && before.reason === reason ? before.since : now
  return { reason, since, tries, notBefore: later(now, waitSeconds(error, tries)) }
}

const reasonOf = (error: ProviderError): FeedStop['reason'] => {
  switch (error.reason) {
    case 'blocked':
      return error.by
    case 'token_expired':
    case 'grant_revoked':
      return 'unavailable'
    default:
      return error.reason
  }
}

/** At least as long as told, and longer and longer where it does not end. */
const waitSeconds = (error: ProviderError, tries: number): number => {
  const growing = 5 * 2 ** Math.min(tries, maxDoublings)
  switch (error.reason) {
    case 'rate_limited': {
      const told = Math.min(maxDelaySeconds, error.retryAfterSeconds)
      return Math.max(told, tries === 1 ? 2 : Math.min(outageSeconds, growing))
    }
    case 'blocked':
    case 'scope_missing':
      return blockedSeconds
    case 'malformed':
      // Whoever answers nonsense for hours has changed, and not for a moment.
      return Math.min(tries > maxDoublings ? 4 * HOUR : outageSeconds, growing)
    default: {
      const told = error.reason === 'unavailable' ? Math.min(maxDelaySeconds, error.retryAfterSeconds ?? 0) : 0
      return Math.max(told, Math.min(outageSeconds, growing))
    }
  }
}

const maxDoublings = 12
/** An outage ends at any moment: it is seen within a few minutes. */
const outageSeconds = 10 * MINUTE
/** Blocks are lifted by people, within days: four tries a day see it in time. */
const blockedSeconds = 6 * HOUR

/** After a feed was stopped: the other's turn, or the wait. */
export const goOn = async (run: SyncRun, change: AccountChange): Promise<Disposition> => {
  const { account, store, provider } = run
  await settleAccount(store, account, change)
  const step = planStep(accountAfter(account, change), provider.mail, run.now())
  if (step.kind === 'idle') return ack
  if (step.kind === 'wait') return waitFor(step.seconds, run)
  await run.enqueue(jobOf(account, account.revision), 0)
  return ack
}

/** The account as the change leaves it, as far as the plan asks. */
export const accountAfter = (account: Account, change: AccountChange): Account => {
  const { progress, quotaWindow, notBefore, stops, readAt } = { ...account, readAt: {}, ...change }
  const { mail, calendar } = account.feeds
  return {
    ...account,
    progress,
    quotaWindow,
    notBefore,
    stops,
    feeds: {
      mail: { ...mail, readAt: readAt.mail ?? mail.readAt },
      calendar: { ...calendar, readAt: readAt.calendar ?? calendar.readAt },
    },
  }
}

/** The position is forgotten: of the feed, or only of the read that walks or lists beside it. */
const startAgain = async (run: SyncRun, { feed, of, change }: WantedPage): Promise<Disposition> => {
  const { account, provider, store } = run
  const now = run.now()
  const before = account.feeds[feed]
  const after =
    of === 'audit'
      ? readFromStart(before)
      : recover(account, feed, { now, canList: provider[feed].inventory !== undefined, resumed: resumedAt(run, feed) })
  // Lost again before it led anywhere: it is asked for after a wait.
  const isLostAgain = of === 'audit' || before.read?.purpose === 'recover'
  const stops = { ...(change.stops ?? account.stops), [feed]: stopAfter(account.stops[feed], expired, now) }
  const reads = readsBetween(before, after)
  if (!(await advanceAccount(store, account, { ...change, ...(isLostAgain && { stops }), reads }))) return overtaken
  await run.enqueue(jobOf(account, account.revision + 1), 0)
  return ack
}

/** Where the provider says that the feed can go on, or null. */
const resumedAt = ({ account, provider }: SyncRun, feed: FeedName): Cursor | null => {
  const { cursor } = account.feeds[feed].changes
  // The row keeps what the same provider gave, and the provider checks it.
  return cursor === null ? null : (provider[feed].resume?.(cursor as Cursor) ?? null)
}

const expired: ProviderError = { reason: 'cursor_expired' }
