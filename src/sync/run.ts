/**
 * Reading an account: one job reads one page, with three calls of the database at most. Steps: claim the account and see
 * what is next; pull a page; load what it meets; write it with the next position; ask for the next job. Whatever goes wrong
 * is noted on the account and left to the queue: nothing here waits or tries twice.
 */
import { type Account, ownAddresses } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Disposition, type Job, maxDelaySeconds } from '../model/job.ts'
import { type FeedState, type Read, stageOf } from '../model/read.ts'
import { later } from '../model/time.ts'
import { type AccountChange, advanceAccount, settleAccount } from '../store/account-changes.ts'
import { type PageWrite, rowsOf, savePage } from '../store/pages.ts'
import { applyPage, inferFrom } from './apply.ts'
import { withRows } from './daily-rows.ts'
import { ack, jobOf, overtaken, recovery, retry, type SyncDeps, type SyncRun, waitFor } from './deps.ts'
import { accountAfter, giveUp, goOn, stopped, stopsFeedOnly } from './failure.ts'
import { claim, leaseSeconds, loadPage } from './load.ts'
import { planStep } from './plan.ts'
import { type PageOf, type Pulled, pull } from './pull.ts'
import { withSpent } from './quota.ts'
import {
  afterAuditPage,
  afterPage,
  afterQuietRound,
  audit,
  joinReads,
  type PagePosition,
  readsBetween,
} from './reads.ts'
import { reconcile } from './reconcile.ts'

type SyncJob = Extract<Job, { readonly kind: 'sync' }>

export const syncAccount = async (
  deps: SyncDeps,
  job: SyncJob,
  /** How often the queue has delivered this job, from 1. */
  attempts: number,
): Promise<Disposition> => {
  const { user, accounts, hasLease } = await claim(deps, job)
  const account = accounts.find(({ id }) => id === job.accountId)
  const provider = account === undefined ? null : deps.providerOf(account)
  // Gone, overtaken, or waiting for a person: the job has nothing to do.
  if (user === null || account === undefined || provider === null) return ack
  if (account.revision !== job.revision || !isReadable(account)) return ack
  const now = deps.now()
  if (!hasLease && account.leaseUntil > now) return retry(account.leaseUntil - now + 1)
  const run: SyncRun = { ...deps, user, accounts, account, hasLease, provider, attempts }
  const step = planStep(account, provider.mail, now)
  switch (step.kind) {
    case 'idle':
      return release(run, ack)
    case 'wait':
      return release(run, waitFor(step.seconds, run))
    case 'changes':
      return readChanges(run, step.feeds)
    case 'page':
      return readPage(run, step)
    case 'reconcile':
      return reconcile(run, step.read)
    case 'audit':
      return beginAudit(run, step.feed)
  }
}

/** Where others than the person must act, nobody tells us when they have: we try again, seldom. */
const isReadable = ({ status }: Account): boolean => status.kind !== 'reconnect' && status.kind !== 'disconnected'

/** Nothing was read: where the account was taken for it, it is given back. */
const release = async (run: SyncRun, disposition: Disposition): Promise<Disposition> => {
  if (run.hasLease) await settleAccount(run.store, run.account, {})
  return disposition
}

/** Changes are read without a lease where nothing else is under way: so a round that brings nothing writes one row. */
const readChanges = async (run: SyncRun, feeds: readonly FeedName[]): Promise<Disposition> => {
  const { account } = run
  let change: AccountChange = {}
  for (const feed of feeds) {
    const pulled = await pull(run, feed, { of: 'changes', units: unitsOfChanges })
    const wanted = { feed, of: 'changes', change } as const
    if (pulled.ok) {
      if (bringsSomething(pulled.value, account)) return writePage(run, pulled.value, { of: 'changes', change })
      change = joinQuiet(run, change, pulled.value)
    } else if (stopsFeedOnly(pulled.error, feed)) {
      change = stopped(run, wanted, pulled.error)
    } else {
      return giveUp(run, wanted, pulled.error)
    }
  }
  return goOn(run, change)
}

/** A round of changes reads at most this many units a page: fifty messages. */
const unitsOfChanges = 1100

const bringsSomething = ({ page, feed }: Pulled, before: Account): boolean =>
  page.upserts.length > 0 ||
  page.deletions.length > 0 ||
  page.more ||
  page.backfill.stage !== stageOf(before.feeds[feed])

const joinQuiet = (run: SyncRun, change: AccountChange, pulled: Pulled): AccountChange => {
  const { feed } = pulled
  const before = run.account.feeds[feed]
  const now = run.now()
  const after = afterQuietRound(before, positionOf(run, pulled), now)
  const reads = joinReads(change.reads, readsBetween(before, after))
  return {
    ...change,
    ...recovery(run.account, feed, change),
    readAt: { ...change.readAt, [feed]: now },
    ...(reads.put.length > 0 && { reads }),
    quotaWindow: quotaAfter(run, change, pulled),
  }
}

const readPage = async (
  run: SyncRun,
  { read, units }: { readonly read: Read; readonly units: number },
): Promise<Disposition> => {
  if (!run.hasLease) return retry(leaseSeconds)
  const of = read.purpose === 'audit' ? 'audit' : 'feed'
  const pulled = await pull(run, read.feed, { of, units })
  if (!pulled.ok) return giveUp(run, { feed: read.feed, of, change: {} }, pulled.error)
  return writePage(run, pulled.value, { of, change: {} })
}

const writePage = async (
  run: SyncRun,
  pulled: Pulled,
  { of, change: before }: { readonly of: PageOf; readonly change: AccountChange },
): Promise<Disposition> => {
  const { accounts, account } = run
  const now = run.now()
  const { read } = account.feeds[pulled.feed]
  const isReread = of !== 'changes' && read !== null && read.purpose !== 'backfill'
  const inferred = inferFrom(pulled, { own: ownAddresses(accounts), now })
  const loaded = await loadPage(run, pulled, inferred, { isReread })
  const pauseSeconds = Math.min(maxDelaySeconds, pulled.page.pauseSeconds)
  const change: AccountChange = {
    ...before,
    ...recovery(account, pulled.feed, before),
    quotaWindow: quotaAfter(run, before, pulled),
    ...(pauseSeconds > 0 && { notBefore: later(now, pauseSeconds) }),
  }
  const after = feedAfter(run, pulled, of)
  const write = withRowsCounted(run, applyPage({ ...run, pulled, inferred, loaded, after, change, isReread, now }))
  const written = await savePage(run.store, write)
  if (!written.ok) return overtaken
  const seconds = secondsToNext(run, pulled.feed, { change: write.change, after })
  const least = Math.max(pauseSeconds, isEmptyHanded(run, pulled) ? emptyPauseSeconds : 0)
  if (seconds !== null) await run.enqueue(jobOf(account, account.revision + 1), Math.max(least, seconds))
  return ack
}

/** A page may bring nothing and lead on, and the next one too: where no quota slows it down, the walk does not run. */
const isEmptyHanded = ({ provider }: SyncRun, { feed, page }: Pulled): boolean =>
  page.more && page.upserts.length + page.deletions.length === 0 && provider[feed].quota === null

const emptyPauseSeconds = 1

const withRowsCounted = ({ account, accounts, maxRowsADay, now }: SyncRun, write: PageWrite): PageWrite => {
  const counted = { max: maxRowsADay, rows: rowsOf(write), now: now() }
  const progress = withRows(write.change.progress ?? account.progress, { id: account.id, accounts }, counted)
  return { ...write, change: { ...write.change, progress } }
}

const feedAfter = (run: SyncRun, pulled: Pulled, of: PageOf): FeedState => {
  const { feed } = pulled
  const before = run.account.feeds[feed]
  const page = positionOf(run, pulled)
  const canList = run.provider[feed].inventory !== undefined
  return of === 'audit'
    ? afterAuditPage(before, page, canList)
    : afterPage(before, page, { now: run.now(), canList, isOfChanges: of === 'changes' })
}

const positionOf = ({ provider }: SyncRun, { feed, page }: Pulled): PagePosition => ({
  cursor: page.cursor,
  more: page.more,
  stage: page.backfill.stage,
  wantsRemembered: provider[feed].wantsRemembered?.(page.cursor) === true,
})

const quotaAfter = (run: SyncRun, { quotaWindow }: AccountChange, { feed, page }: Pulled) =>
  withSpent(quotaWindow ?? run.account.quotaWindow, run.provider[feed].quota, {
    at: run.now(),
    units: page.unitsSpent,
  })

/** How long the next job would find nothing to do; null where it would find nothing at all, until cron asks again. */
const secondsToNext = (
  { account, provider, now }: SyncRun,
  feed: FeedName,
  { change, after }: { readonly change: AccountChange; readonly after: FeedState },
): number | null => {
  const next = planStep(
    accountAfter({ ...account, feeds: { ...account.feeds, [feed]: after } }, change),
    provider.mail,
    now(),
  )
  if (next.kind === 'idle') return null
  return next.kind === 'wait' ? Math.min(maxDelaySeconds, next.seconds) : 0
}

/** Sets out on an audit of a feed; its first page is the next job's. */
const beginAudit = async (run: SyncRun, feed: FeedName): Promise<Disposition> => {
  const { account, store } = run
  const reads = readsBetween(account.feeds[feed], audit(account, feed, run.now()))
  if (!(await advanceAccount(store, account, { reads }))) return overtaken
  await run.enqueue(jobOf(account, account.revision + 1), 0)
  return ack
}
