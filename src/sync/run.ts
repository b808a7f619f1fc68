/**
 * Reading an account: one job reads one page. Steps: see what is next; take the account, unless it is only news; pull;
 * write the page with the next position; ask for the next job. Whatever goes wrong is noted on the account and left to
 * the queue: nothing here waits or tries twice.
 */
import type { Account, FeedState } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Disposition, type Job, maxDelaySeconds } from '../model/job.ts'
import { type Instant, later } from '../model/time.ts'
import { type AccountChange, accountsOfUser, settleAccount, takeLease } from '../store/accounts.ts'
import { type Pulled, writePage } from './apply.ts'
import { ack, jobOf, type Reader, recovery, retry, type SyncDeps } from './deps.ts'
import { giveUp } from './failure.ts'
import { planStep, type Step } from './plan.ts'
import { pull } from './pull.ts'
import { withSpent } from './quota.ts'
import { auditDue, withSeen } from './recheck.ts'
import { beginAudit, surveyPass } from './reconcile.ts'

type SyncJob = Extract<Job, { readonly kind: 'sync' }>

export const syncAccount = async (
  deps: SyncDeps,
  job: SyncJob,
  /** How often the queue has delivered this job, from 1. */
  attempts: number,
): Promise<Disposition> => {
  const now = deps.now()
  const accounts = await accountsOfUser(deps.store, job.userId)
  const account = accounts.find(({ id }) => id === job.accountId)
  const provider = account === undefined ? null : deps.providerOf(account)
  // Gone, overtaken, or waiting for a person: the job has nothing to do.
  if (account === undefined || provider === null || account.revision !== job.revision || !isReadable(account))
    return ack
  if (account.leaseUntil > now) return retry(account.leaseUntil - now + 1)
  const step = planStep(account, provider.mail, now)
  const reader: Reader = { deps, accounts, account, provider, attempts }
  switch (step.kind) {
    case 'idle':
      return ack
    case 'wait':
      return retry(step.seconds)
    case 'news':
      return readNews(reader, step.feeds)
    case 'past':
    case 'check':
      return readPast(reader, step)
    case 'survey':
      return surveyPass(reader, step.feed)
    case 'audit':
      return beginAudit(reader, step.feed)
  }
}

/** A page takes seconds; a reader that holds an account longer than this is dead. */
const leaseSeconds = 90

/** Where others than the person must act, nobody tells us when they have: we try again, seldom. */
const isReadable = ({ status }: Account): boolean => status.kind !== 'reconnect' && status.kind !== 'disconnected'

/**
 * News is read without taking the account: two readers at once would cost two units, and only the first could write. So
 * a round that brings nothing writes one row.
 */
const readNews = async (reader: Reader, feeds: readonly FeedName[]): Promise<Disposition> => {
  const { deps, account } = reader
  let change: AccountChange = {}
  for (const feed of feeds) {
    const pulled = await pull(reader, feed, { kind: 'changes', units: newsUnits })
    if (!pulled.ok) return giveUp(reader, feed, pulled.error)
    if (bringsSomething(pulled.value, account)) return writeAndGoOn(reader, pulled.value, change)
    change = joinChanges(change, positionAfter(reader, pulled.value))
  }
  await settleAccount(deps.store, account, { ...change, ...recovery(account) })
  if (hasMoreToDo(account, deps.now())) await deps.enqueue(jobOf(account, account.revision), 0)
  return ack
}

const hasMoreToDo = (account: Account, now: Instant): boolean => {
  const { mail, calendar } = account.feeds
  const isAllRead = mail.past === 'done' && calendar.past === 'done'
  return !isAllRead || mail.pass !== null || calendar.pass !== null || auditDue(account, now) !== null
}

/** A round of news reads at most this many units a page: fifty letters. */
const newsUnits = 1100

const readPast = async (
  reader: Reader,
  step: Extract<Step, { readonly kind: 'past' | 'check' }>,
): Promise<Disposition> => {
  const { deps, account } = reader
  const now = deps.now()
  const lease = { id: account.id, revision: account.revision, now, until: later(now, leaseSeconds) }
  if (!(await takeLease(deps.store, lease))) return retry(leaseSeconds)
  const isAudit = step.kind === 'check'
  const pulled = await pull(reader, step.feed, { kind: 'backfill', units: step.units, isAudit })
  if (!pulled.ok) return giveUp(reader, step.feed, pulled.error, isAudit)
  return writeAndGoOn(reader, pulled.value, {}, { isAgain: account.feeds[step.feed].pass !== null, isAudit })
}

const bringsSomething = ({ page, feed }: Pulled, before: Account): boolean =>
  page.upserts.length > 0 || page.deletions.length > 0 || page.more || page.backfill.stage !== before.feeds[feed].past

const writeAndGoOn = async (
  reader: Reader,
  pulled: Pulled,
  before: AccountChange,
  { isAgain = false, isAudit = false }: { readonly isAgain?: boolean; readonly isAudit?: boolean } = {},
): Promise<Disposition> => {
  const { deps, accounts, account } = reader
  const now = deps.now()
  const pauseSeconds = Math.min(maxDelaySeconds, pulled.page.pauseSeconds)
  const change = joinChanges(before, {
    ...positionAfter(reader, pulled, isAudit),
    ...recovery(account),
    ...(pauseSeconds > 0 && { notBefore: later(now, pauseSeconds) }),
  })
  const written = await writePage(deps.store, { accounts, account, pulled, change, isAgain, isAudit, now })
  if (!written.ok) return retry(1)
  await deps.enqueue(jobOf(account, account.revision + 1), pauseSeconds)
  return ack
}

/** Where the feed stands after a page. */
const positionAfter = ({ deps, account, provider }: Reader, pulled: Pulled, isAudit = false): AccountChange => {
  const { feed, page } = pulled
  const before = account.feeds[feed]
  const now = deps.now()
  const quotaWindow = withSpent(account.quotaWindow, provider[feed].quota, { at: now, units: page.unitsSpent })
  const seen = before.pass === null ? null : withSeen(before.pass, idsThere(pulled))
  const afterReading = provider[feed].inventory === undefined ? ('sweeping' as const) : ('listing' as const)
  if (isAudit) {
    const place = page.backfill.stage === 'done' ? afterReading : 'reading'
    return { feeds: { [feed]: { ...before, pass: seen && { ...seen, cursor: page.cursor, place } } }, quotaWindow }
  }
  // A first page takes the position before it reads; a round of news is over when nothing more waits.
  const isCurrent = before.cursor === null || (before.past === page.backfill.stage && !page.more)
  const state: FeedState = {
    cursor: page.cursor,
    past: page.backfill.stage,
    readAt: isCurrent ? now : before.readAt,
    recheckSince: page.backfill.stage === 'done' ? null : before.recheckSince,
    pass: isPassRead(before, page.backfill.stage) && seen !== null ? { ...seen, place: afterReading } : seen,
  }
  return { feeds: { [feed]: state }, quotaWindow }
}

/** A feed that had gone back has come to its end. */
const isPassRead = ({ past, pass }: FeedState, stage: FeedState['past']): boolean =>
  pass !== null && pass.because !== 'audit' && pass.place === 'reading' && past !== 'done' && stage === 'done'

const idsThere = ({ feed, page }: Pulled): readonly string[] =>
  feed === 'mail'
    ? page.upserts.filter(({ box }) => box !== 'discarded').map(({ id }) => id)
    : page.upserts.map(({ id }) => id)

const joinChanges = (a: AccountChange, b: AccountChange): AccountChange => ({
  ...a,
  ...b,
  feeds: { ...a.feeds, ...b.feeds },
})
