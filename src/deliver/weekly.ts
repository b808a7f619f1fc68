/**
 * The weekly report. Steps: claim the week; wait for fresh sources, but not long; build what it says and keep it; send it
 * under an idempotency key; record that it went out. Whoever comes again goes on where the first stopped, with the same
 * words, so that a week is never reported twice.
 */
import type { Account } from '../model/account.ts'
import type { Disposition, Job } from '../model/job.ts'
import type { OutgoingMail } from '../model/mail.ts'
import type { Report, StoredReport } from '../model/report.ts'
import { type Instant, later, MINUTE } from '../model/time.ts'
import { nextReportAfter, type User, weekDue } from '../model/user.ts'
import { accountsOfUser } from '../store/accounts.ts'
import { claimReport, keepContent, recordFailure, recordSent } from '../store/reports.ts'
import type { Store } from '../store/store.ts'
import { scheduleReport, userById, usersDue } from '../store/users.ts'
import { buildReport } from './build.ts'
import type { Mailer } from './mailer.ts'

export interface Delivering {
  readonly store: Store
  readonly now: () => Instant
  readonly mailer: Mailer
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  readonly renderMail: (user: User, report: Report) => Promise<OutgoingMail>
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

type ReportJob = Extract<Job, { readonly kind: 'report' }>

/** Puts a job on the queue for everyone whose report is due, and sets their next moment. Called by cron. */
export const enqueueDueReports = async (
  { store, enqueue }: Pick<Delivering, 'store' | 'enqueue'>,
  now: Instant,
): Promise<void> => {
  for (const user of await usersDue(store, now)) {
    await enqueue({ kind: 'report', userId: user.id, week: weekDue(user, now) }, 0)
    // After the job, not before: where this fails, cron asks again and the claim makes the second job harmless.
    await scheduleReport(store, user.id, nextReportAfter(user, now))
  }
}

export const sendWeekly = async (delivering: Delivering, job: ReportJob, attempts: number): Promise<Disposition> => {
  const { store, mailer, log } = delivering
  const now = delivering.now()
  const user = await userById(store, job.userId)
  if (user === null || user.nextReportAt === null) return ack
  const claim = await claimReport(store, { userId: user.id, week: job.week, now })
  if (claim.sentAt !== null) return ack
  const accounts = await accountsOfUser(store, user.id)
  if (claim.report === null && attempts <= freshnessTries && (await askForNews(delivering, accounts, now))) {
    return { kind: 'retry', delaySeconds: freshnessSeconds }
  }
  const report = await keptReport(store, user, accounts, claim, now)
  const key = { userId: user.id, week: job.week }
  const sent = await mailer.send(await delivering.renderMail(user, report), `report-${user.id}-${job.week}`)
  if (sent.ok) {
    await recordSent(store, key, delivering.now())
    return ack
  }
  log('report not sent', { userId: user.id, reason: sent.error.reason, attempts })
  if (sent.error.reason === 'unavailable')
    return { kind: 'retry', delaySeconds: sent.error.retryAfterSeconds * attempts }
  await recordFailure(store, key, sent.error.detail)
  return ack
}

const ack: Disposition = { kind: 'ack' }

/** A report is worth two minutes' wait for what came in over the weekend, and no more. */
const freshnessTries = 4
const freshnessSeconds = 30
const staleSeconds = 20 * MINUTE

/** Has stale accounts read, and says whether that is worth waiting for. */
const askForNews = async (
  { enqueue }: Pick<Delivering, 'enqueue'>,
  accounts: readonly Account[],
  now: Instant,
): Promise<boolean> => {
  const stale = accounts.filter(
    ({ status, feeds }) =>
      status.kind === 'active' && feeds.mail.readAt !== null && later(feeds.mail.readAt, staleSeconds) < now,
  )
  for (const { id, userId, turn } of stale) await enqueue({ kind: 'sync', userId, accountId: id, turn }, 0)
  return stale.length > 0
}

const keptReport = async (
  store: Store,
  user: User,
  accounts: readonly Account[],
  claim: StoredReport,
  now: Instant,
): Promise<Report> =>
  claim.report ??
  keepContent(
    store,
    { userId: user.id, week: claim.week },
    await buildReport(store, { user, accounts, week: claim.week, now }),
  )
