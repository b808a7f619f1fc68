/**
 * The weekly report. Steps: claim the week; wait for fresh sources, but not long; build what it says and keep it; note that
 * it is being sent; send it; record what became of it, and with that when to ask for the next. Whoever comes again goes on
 * where the first stopped, with the same words. Only what is recorded moves a user on to the next week: a job that is lost,
 * wherever that happens, is asked for again by cron.
 */
import type { Account } from '../model/account.ts'
import type { Disposition, Job } from '../model/job.ts'
import type { OutgoingMail } from '../model/mail.ts'
import type { Report, ReportFailure, StoredReport } from '../model/report.ts'
import { DAY, HOUR, type Instant, later, MINUTE } from '../model/time.ts'
import { nextReportAfter, type User, weekDue } from '../model/user.ts'
import { accountsQuestion } from '../store/accounts.ts'
import {
  beginSending,
  claiming,
  keepContent,
  type ReportKey,
  recordFailure,
  recordNotTaken,
  recordSent,
  reportQuestion,
} from '../store/reports.ts'
import { askTogether, type Store } from '../store/store.ts'
import { reportSchedule, stopMail, userQuestion } from '../store/users.ts'
import type { Mailer } from './mailer/mailer.ts'

/** What delivering a report needs. */
export interface DeliveryDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly mailer: Mailer
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  readonly enqueueAll: (jobs: readonly Job[]) => Promise<void>
  readonly buildReport: (of: {
    readonly user: User
    readonly accounts: readonly Account[]
    readonly week: string
    readonly now: Instant
  }) => Promise<Report>
  readonly renderMail: (user: User, report: Report) => Promise<OutgoingMail>
  /** Looks into the user's own mailbox for a report of this week; null where it cannot be looked into. */
  readonly hasArrived: (
    user: User,
    accounts: readonly Account[],
    mail: { readonly week: string; readonly since: Instant },
  ) => Promise<boolean | null>
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

type ReportJob = Extract<Job, { readonly kind: 'report' }>

/** `attempts` is how often the queue has delivered this job, from 1. */
export const sendWeekly = async (deps: DeliveryDeps, job: ReportJob, attempts: number): Promise<Disposition> => {
  const { store } = deps
  const now = deps.now()
  const key = { userId: job.userId, week: job.week }
  const [user, accounts, , claim] = await askTogether(
    store,
    userQuestion(store, job.userId),
    accountsQuestion(store, job.userId),
    claiming(store, { ...key, now }),
    reportQuestion(store, key),
  )
  if (user === null || user.nextReportAt === null || claim === null) return ack
  if (claim.sentAt !== null || claim.failure !== null) return goOn(store, user, now)
  if (claim.triedAt === null && comesTooLate(user, job, now)) return giveUp(store, user, key, 'overtaken', now)
  if (user.mailStop !== null) return giveUp(store, user, key, 'mail_stopped', now)
  if (claim.report === null && attempts <= freshnessTries && (await askForNews(deps, accounts, now))) {
    return { kind: 'retry', delaySeconds: freshnessSeconds }
  }
  const report = await keptReport(deps, user, accounts, claim, now)
  const doubt = await settleDoubt(deps, { user, accounts, claim, now })
  if (doubt !== null) return doubt
  // The key's time runs from the first try that used it.
  const at = isKeyKnown(deps.mailer, claim, now) ? (claim.triedAt ?? now) : now
  if (!(await beginSending(store, key, { found: claim.triedAt, at }))) {
    return { kind: 'retry', delaySeconds: busySeconds }
  }
  return send(deps, { user, key, report, isInDoubt: claim.triedAt !== null }, attempts)
}

/** The next one is due, or so soon that two would arrive on one day and say different things. */
const comesTooLate = (user: User, { week }: ReportJob, now: Instant): boolean =>
  week < weekDue(user, now) || nextReportAfter(user, now) <= later(now, DAY)

/** The name under which a carrier knows a week's report again. */
const mailKey = ({ userId, week }: ReportKey): string => `report-${userId}-${week}`

const ack: Disposition = { kind: 'ack' }

/** A report is worth two minutes' wait for what came in over the weekend, and no more. */
const freshnessTries = 4
const freshnessSeconds = 30
const staleSeconds = 20 * MINUTE
/** Somebody else has the report in hand at this moment. */
const busySeconds = 60
/** So long a mail may be on its way before its absence says anything. */
const onItsWaySeconds = 30 * MINUTE
/** An outage of a day is met with a try an hour. */
const maxWaitSeconds = HOUR

/** Settled before: only the moment of the next one may have to be put right. */
const goOn = async (store: Store, user: User, now: Instant): Promise<Disposition> => {
  const next = nextReportAfter(user, now)
  if (user.nextReportAt !== next) await reportSchedule(store, user.id, next)
  return ack
}

/** When to ask next once a week is settled: at once where another has come due meanwhile. */
const nextAfter = (user: User, { week }: ReportKey, now: Instant): Instant =>
  weekDue(user, now) > week ? now : nextReportAfter(user, now)

const giveUp = async (
  store: Store,
  user: User,
  key: ReportKey,
  failure: ReportFailure,
  now: Instant,
): Promise<Disposition> => {
  await recordFailure(store, key, { failure, nextReportAt: nextAfter(user, key, now) })
  return ack
}

/** Has stale accounts read, and says whether that is worth waiting for. */
const askForNews = async (
  { enqueue }: Pick<DeliveryDeps, 'enqueue'>,
  accounts: readonly Account[],
  now: Instant,
): Promise<boolean> => {
  const stale = accounts.filter(
    ({ status, feeds }) =>
      status.kind === 'active' && feeds.mail.readAt !== null && later(feeds.mail.readAt, staleSeconds) < now,
  )
  for (const { id, userId, revision } of stale) await enqueue({ kind: 'sync', userId, accountId: id, revision }, 0)
  return stale.length > 0
}

const keptReport = async (
  { store, buildReport }: Pick<DeliveryDeps, 'store' | 'buildReport'>,
  user: User,
  accounts: readonly Account[],
  claim: StoredReport,
  now: Instant,
): Promise<Report> =>
  claim.report ??
  keepContent(
    store,
    { userId: user.id, week: claim.week },
    await buildReport({ user, accounts, week: claim.week, now }),
  )

/** Whether the carrier still knows the key of an earlier try. */
const isKeyKnown = ({ keySeconds }: Mailer, { triedAt }: StoredReport, now: Instant): boolean =>
  triedAt !== null && now < later(triedAt, keySeconds)

/**
 * What to do about an earlier try of which nobody knows what became. A carrier that still knows our key is simply asked
 * again (null). Otherwise the user's own mailbox tells, once the mail has had time to arrive; and where that cannot be
 * looked into, nothing is sent again, and the user is told on the page and in the next report.
 */
const settleDoubt = async (
  { store, mailer, hasArrived }: DeliveryDeps,
  from: {
    readonly user: User
    readonly accounts: readonly Account[]
    readonly claim: StoredReport
    readonly now: Instant
  },
): Promise<Disposition | null> => {
  const { user, accounts, claim, now } = from
  const { triedAt, week } = claim
  if (triedAt === null || isKeyKnown(mailer, claim, now)) return null
  const arrival = later(triedAt, onItsWaySeconds)
  if (now < arrival) return { kind: 'retry', delaySeconds: arrival - now }
  const key = { userId: user.id, week }
  const arrived = await hasArrived(user, accounts, { week, since: later(triedAt, -MINUTE) })
  if (arrived === null) return giveUp(store, user, key, 'in_doubt', now)
  if (!arrived) return null
  await recordSent(store, key, { sentAt: triedAt, nextReportAt: nextAfter(user, key, now), passedOver: null })
  return ack
}

const send = async (
  deps: DeliveryDeps,
  from: { readonly user: User; readonly key: ReportKey; readonly report: Report; readonly isInDoubt: boolean },
  attempts: number,
): Promise<Disposition> => {
  const { store, mailer, log } = deps
  const { user, key, report, isInDoubt } = from
  const sent = await mailer.send(await deps.renderMail(user, report), mailKey(key))
  const now = deps.now()
  if (sent.ok) {
    // So late that the next was due already: one arrives, and it is kept that it stands for both.
    const due = weekDue(user, now)
    const passedOver = due > key.week ? due : null
    await recordSent(store, key, { sentAt: now, nextReportAt: nextReportAfter(user, now), passedOver })
    return ack
  }
  log('report not sent', { userId: user.id, reason: sent.error.reason, attempts })
  switch (sent.error.reason) {
    case 'unavailable':
      if (!isInDoubt) await recordNotTaken(store, key)
      return retry(sent.error.retryAfterSeconds, attempts)
    case 'unanswered':
      return retry(sent.error.retryAfterSeconds, attempts)
    case 'refused':
      return giveUp(store, user, key, `refused: ${sent.error.detail}`, now)
    case 'suppressed':
      await stopMail(store, user.id, { reason: 'suppressed', now })
      return giveUp(store, user, key, 'mail_stopped', now)
  }
}

const retry = (retryAfterSeconds: number, attempts: number): Disposition => ({
  kind: 'retry',
  delaySeconds: Math.max(retryAfterSeconds, Math.min(maxWaitSeconds, retryAfterSeconds * attempts)),
})
