/**
 * Reading an account: one job reads one page. Steps: see what is next; take the account, unless it is only news; pull;
 * write the page with the next position; ask for the next job. Whatever goes wrong is noted on the account and left to
 * the queue: nothing here waits or tries twice.
 */
import type { Account, AccountStatus, FeedState } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Disposition, Job } from '../model/job.ts'
import { type Result, success } from '../model/result.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { Access, Cursor, Provider, ProviderError, Pull, Want } from '../providers/provider.ts'
import { type AccountChange, accountsOfUser, settleAccount, takeLease } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { withSpent } from './ledger.ts'
import { type Pulled, writePage } from './page.ts'
import { planStep, type Step } from './plan.ts'

export interface Syncing {
  readonly store: Store
  readonly now: () => Instant
  readonly providerOf: (account: Account) => Provider | null
  readonly access: (account: Account, isRefused: boolean) => Promise<Result<Access, ProviderError>>
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

type SyncJob = Extract<Job, { readonly kind: 'sync' }>

export const syncAccount = async (
  syncing: Syncing,
  job: SyncJob,
  /** How often the queue has delivered this job, from 1. */
  attempts: number,
): Promise<Disposition> => {
  const now = syncing.now()
  const accounts = await accountsOfUser(syncing.store, job.userId)
  const account = accounts.find(({ id }) => id === job.accountId)
  const provider = account === undefined ? null : syncing.providerOf(account)
  // Gone, overtaken, or waiting for a person: the job has nothing to do.
  if (account === undefined || provider === null || account.turn !== job.turn || !isReadable(account)) return ack
  if (account.leaseUntil > now) return retry(account.leaseUntil - now + 1)
  const step = planStep(account, provider.mail, now)
  const reader: Reader = { syncing, accounts, account, provider, attempts }
  switch (step.kind) {
    case 'idle':
      return ack
    case 'wait':
      return retry(step.seconds)
    case 'news':
      return readNews(reader, step.feeds)
    case 'past':
      return readPast(reader, step)
  }
}

const ack: Disposition = { kind: 'ack' }
const retry = (delaySeconds: number): Disposition => ({
  kind: 'retry',
  delaySeconds: Math.min(longestDelay, delaySeconds),
})

/** What Queues allow (24 h). */
const longestDelay = 86_400

/** A page takes seconds; a reader that holds an account longer than this is dead. */
const leaseSeconds = 90

interface Reader {
  readonly syncing: Syncing
  /** All of the user's accounts: an address of one is the user's own in every other. */
  readonly accounts: readonly Account[]
  readonly account: Account
  readonly provider: Provider
  readonly attempts: number
}

const isReadable = ({ status }: Account): boolean => status.kind === 'active' || status.kind === 'waiting'

/**
 * News is read without taking the account: two readers at once would cost two units, and only the first could write. So
 * a round that brings nothing writes one row.
 */
const readNews = async (reader: Reader, feeds: readonly FeedName[]): Promise<Disposition> => {
  const { syncing, account } = reader
  let change: AccountChange = {}
  for (const feed of feeds) {
    const pulled = await pull(reader, feed, { want: 'news', units: newsUnits })
    if (!pulled.ok) return giveUp(reader, feed, pulled.error)
    if (bringsSomething(pulled.value, account)) return writeAndGoOn(reader, pulled.value, change)
    change = joinChanges(change, positionAfter(reader, pulled.value))
  }
  await settleAccount(syncing.store, account, { ...change, ...recovery(account) })
  const isAllRead = account.feeds.mail.past === 'done' && account.feeds.calendar.past === 'done'
  if (!isAllRead) await syncing.enqueue(jobOf(account, account.turn), 0)
  return ack
}

/** A round of news reads at most this many units a page: fifty letters. */
const newsUnits = 1100

const readPast = async (reader: Reader, step: Extract<Step, { readonly kind: 'past' }>): Promise<Disposition> => {
  const { syncing, account } = reader
  const now = syncing.now()
  const lease = { id: account.id, turn: account.turn, now, until: later(now, leaseSeconds) }
  if (!(await takeLease(syncing.store, lease))) return retry(leaseSeconds)
  const pulled = await pull(reader, step.feed, { want: 'past', units: step.units })
  if (!pulled.ok) return giveUp(reader, step.feed, pulled.error)
  return writeAndGoOn(reader, pulled.value, {})
}

const bringsSomething = ({ page, feed }: Pulled, before: Account): boolean =>
  page.upserts.length > 0 || page.deletions.length > 0 || page.more || page.past.stage !== before.feeds[feed].past

const writeAndGoOn = async (reader: Reader, pulled: Pulled, before: AccountChange): Promise<Disposition> => {
  const { syncing, accounts, account } = reader
  const change = joinChanges(before, { ...positionAfter(reader, pulled), ...recovery(account) })
  const written = await writePage(syncing.store, { accounts, account, pulled, change, now: syncing.now() })
  if (!written.ok) return retry(1)
  await syncing.enqueue(jobOf(account, account.turn + 1), pulled.page.pauseSeconds)
  return ack
}

const jobOf = ({ id, userId }: Account, turn: number): Job => ({ kind: 'sync', userId, accountId: id, turn })

/** Pulls one page; a token that is no longer accepted is renewed once. */
const pull = async (
  { syncing, account, provider }: Reader,
  feed: FeedName,
  ask: { readonly want: Want; readonly units: number },
): Promise<Result<Pulled, ProviderError>> => {
  const now = syncing.now()
  const state = account.feeds[feed]
  const request: Pull = {
    ...ask,
    cursor: state.cursor as Cursor | null,
    since: state.recheckSince ?? later(account.createdAt, -horizonDays * DAY),
    until: later(now, calendarAheadDays * DAY),
    now,
  }
  const access = await syncing.access(account, false)
  if (!access.ok) return access
  const first = await pullFeed(provider, feed, access.value, request)
  if (first.ok || first.error.reason !== 'token_expired') return first
  const renewed = await syncing.access(account, true)
  return renewed.ok ? pullFeed(provider, feed, renewed.value, request) : renewed
}

const pullFeed = async (
  provider: Provider,
  feed: FeedName,
  access: Access,
  request: Pull,
): Promise<Result<Pulled, ProviderError>> => {
  if (feed === 'mail') {
    const pulled = await provider.mail.pull(access, request)
    return pulled.ok ? success({ feed, page: pulled.value }) : pulled
  }
  const pulled = await provider.calendar.pull(access, request)
  return pulled.ok ? success({ feed, page: pulled.value }) : pulled
}

/** How far back the past is read, from the day the account was connected. */
const horizonDays = 5 * 365
/** How far ahead meetings are known: enough to see who is booked this quarter. */
const calendarAheadDays = 92

/** Where the feed stands after a page. */
const positionAfter = ({ syncing, account, provider }: Reader, { feed, page }: Pulled): AccountChange => {
  const before = account.feeds[feed]
  const now = syncing.now()
  // A first page takes the position before it reads; a round of news is over when nothing more waits.
  const isCurrent = before.cursor === null || (before.past === page.past.stage && !page.more)
  const state: FeedState = {
    cursor: page.cursor,
    past: page.past.stage,
    readAt: isCurrent ? now : before.readAt,
    recheckSince: page.past.stage === 'done' ? null : before.recheckSince,
  }
  return {
    feeds: { [feed]: state },
    ledger: withSpent(account.ledger, provider[feed].pace, { at: now, units: page.unitsSpent }),
  }
}

const joinChanges = (a: AccountChange, b: AccountChange): AccountChange => ({
  ...a,
  ...b,
  feeds: { ...a.feeds, ...b.feeds },
})

/** An account that waited for its provider is well again with the first page. */
const recovery = ({ status }: Account): AccountChange =>
  status.kind === 'waiting' ? { status: { kind: 'active' } } : {}

/** Notes on the account what stopped the page, and says when to come back. */
const giveUp = async (
  { syncing, account, attempts }: Reader,
  feed: FeedName,
  error: ProviderError,
): Promise<Disposition> => {
  const { store, enqueue, log } = syncing
  const now = syncing.now()
  log('sync stopped', { accountId: account.id, feed, reason: error.reason, attempts })
  const settle = (change: AccountChange) => settleAccount(store, account, change)
  switch (error.reason) {
    case 'rate_limited':
      await settle({ notBefore: later(now, error.retryAfterSeconds) })
      return retry(error.retryAfterSeconds)
    case 'cursor_expired':
      await settle({ feeds: { [feed]: recheck(account.feeds[feed]) } })
      await enqueue(jobOf(account, account.turn), 0)
      return ack
    case 'unavailable':
    case 'malformed':
    case 'token_expired':
      await settle({ status: waiting(account, error, now) })
      // Cron comes again in any case; until then, fewer and fewer tries.
      return attempts < mostAttempts ? retry(Math.min(longestBackoff, 5 * 2 ** attempts)) : ack
    case 'grant_revoked':
    case 'scope_missing':
      await settle({ status: { kind: 'reconnect', reason: error.reason, since: now } })
      return ack
    case 'blocked':
      await settle({ status: { kind: 'blocked', reason: error.by, since: now } })
      return ack
  }
}

const mostAttempts = 8
const longestBackoff = 600

const waiting = (account: Account, error: ProviderError, now: Instant): AccountStatus => ({
  kind: 'waiting',
  reason: error.reason === 'malformed' ? 'malformed' : 'unavailable',
  since: account.status.kind === 'waiting' ? account.status.since : now,
})

/**
 * The provider forgot our position. What was read stays; what may have been missed is read again: from a week before
 * the last news where the past had been read to its end, otherwise from the start.
 */
const recheck = (feed: FeedState): FeedState => ({
  cursor: null,
  past: 'unread',
  readAt: feed.readAt,
  recheckSince: feed.past === 'done' && feed.readAt !== null ? later(feed.readAt, -7 * DAY) : feed.recheckSince,
})
