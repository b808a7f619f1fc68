/**
 * The weekly report of one user. Only a recorded outcome moves the user on to the next week: cron asks again for a job that
 * is lost, wherever that happens.
 */
import { type Account, isLiving } from '../model/account.ts'
import { type ActiveCorrection, activeCorrections } from '../model/correction.ts'
import type { Disposition, Job } from '../model/job.ts'
import { peopleAskedFor, type Report, type ReportFailure, type StoredReport } from '../model/report.ts'
import { DAY, HOUR, type Instant, later, localDate, MINUTE, midnightOf } from '../model/time.ts'
import { mailBarrierOf, nextReportAfter, type User, weekDue } from '../model/user.ts'
import { hasArrived, type LookupDeps, readTopics } from '../people/lookup.ts'
import { buildReport } from '../people/overview.ts'
import { accountsQuestion } from '../store/accounts.ts'
import { correctionsQuestion } from '../store/corrections.ts'
import {
  beginSending,
  claiming,
  keepContent,
  type ReportKey,
  recordFailure,
  recordNotTaken,
  recordSent,
  reportQuestion,
  usedKeysQuestion,
} from '../store/reports.ts'
import { askTogether } from '../store/store.ts'
import { reportSchedule, stopMail, userQuestion } from '../store/users.ts'
import type { Mailer } from './mailer/mailer.ts'
import { type ReportMail, type ReportMailDeps, reportMail } from './report-mail.ts'

export interface WeeklyDeps extends LookupDeps, ReportMailDeps {
  readonly mailer: Mailer
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
  readonly steps: WeeklySteps
}

/** The steps that cost most, each in a file of its own. Whoever walks through years of Mondays brings cheap ones. */
export interface WeeklySteps {
  readonly buildReport: typeof buildReport
  readonly reportMail: typeof reportMail
  readonly readTopics: typeof readTopics
  readonly hasArrived: typeof hasArrived
}

export const weeklySteps: WeeklySteps = { buildReport, readTopics, reportMail, hasArrived }

type ReportJob = Extract<Job, { readonly kind: 'report' }>

/** The week's claim, and whose it is. */
interface Claimed {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly claim: StoredReport
  readonly corrections: readonly ActiveCorrection[]
  readonly usedKeys: ReadonlyMap<number, readonly number[]>
  readonly now: Instant
}

/**
 * `attempts` is how often the queue has delivered this job, from 1. Steps:
 * 1. claim the week, and stop where it is settled or overtaken, or where mail to the user is stopped;
 * 2. wait for fresh accounts, but not long;
 * 3. build what the report says and keep it, and come again: each takes an invocation, and a later attempt sends the same people;
 * 4. settle an earlier attempt of which nobody knows the outcome;
 * 5. read what its people wrote last, record that the mail is being sent, then send it;
 * 6. record the outcome, and with it when the next report is due.
 */
export const sendWeekly = async (deps: WeeklyDeps, job: ReportJob, attempts: number): Promise<Disposition> => {
  const { store } = deps
  const now = deps.now()
  const key = { userId: job.userId, week: job.week }
  const [user, accounts, , claim, log, usedKeys] = await askTogether(
    store,
    userQuestion(store, job.userId),
    accountsQuestion(store, job.userId),
    claiming(store, { ...key, now }),
    reportQuestion(store, key),
    correctionsQuestion(store, job.userId),
    usedKeysQuestion(store, job.userId, localDate(later(midnightOf(job.week), -unrepeatedDays * DAY), 'UTC')),
  )
  if (user === null || user.nextReportAt === null || claim === null) return ack
  const claimed = { user, accounts, claim, corrections: activeCorrections(log), usedKeys, now }
  if (claim.sentAt !== null || claim.failure !== null) return moveOn(deps, claimed)
  if (claim.triedAt === null && comesTooLate(claimed)) return giveUp(deps, claimed, 'overtaken')
  const barrier = mailBarrierOf(user)
  if (barrier !== null) return giveUp(deps, claimed, barrier)
  // What it would say rests on nothing: the mail that asks to connect again is notice enough.
  if (claim.report === null && accounts.length > 0 && !accounts.some(isLiving))
    return giveUp(deps, claimed, 'no_source')
  if (claim.report === null && attempts <= freshnessTries && (await refresh(deps, claimed))) {
    return { kind: 'retry', delaySeconds: freshnessSeconds }
  }
  if (claim.report === null) {
    const report = await deps.steps.buildReport(deps, { user, accounts, week: claim.week, now })
    await keepContent(store, key, report)
    return { kind: 'retry', delaySeconds: 0 }
  }
  const settled = await settleDoubt(deps, claimed)
  if (settled !== null) return settled
  const { mail, draftKeys } = await mailFor(deps, claimed, claim.report)
  // The carrier counts the key's time from the first attempt that used it.
  const at = isKeyKnown(deps.mailer, claimed) ? (claim.triedAt ?? now) : now
  if (!(await beginSending(store, key, { found: claim.triedAt, at }))) {
    return { kind: 'retry', delaySeconds: busySeconds }
  }
  return send(deps, claimed, { mail, draftKeys, attempts })
}

const ack: Disposition = { kind: 'ack' }

/** Nobody gets the same text twice within a year. */
const unrepeatedDays = 371

/** A report is worth two minutes' wait for what came in over the weekend, and no more. */
const freshnessTries = 4
const freshnessSeconds = 30
/** With the two minutes, nothing that a report says is older than an hour. */
const staleSeconds = 50 * MINUTE
/** Another job has the report in hand at this moment. */
const busySeconds = 60
/** A mail may be on its way for so long before its absence says anything. */
const onItsWaySeconds = 30 * MINUTE
/** An outage of a day is met with an attempt an hour. */
const maxWaitSeconds = HOUR

const keyOf = ({ user, claim }: Claimed): ReportKey => ({ userId: user.id, week: claim.week })

/** The carrier knows a week's report again by this name. */
const mailKey = ({ userId, week }: ReportKey): string => `report-${userId}-${week}`

/** The next report is due, or so soon that two would arrive on one day and say different things. */
const comesTooLate = ({ user, claim, now }: Claimed): boolean =>
  claim.week < weekDue(user, now) || nextReportAfter(user, now) <= later(now, DAY)

/** The week was settled before: only the moment of the next report may have to be put right. */
const moveOn = async ({ store }: Pick<WeeklyDeps, 'store'>, { user, now }: Claimed): Promise<Disposition> => {
  const next = nextReportAfter(user, now)
  if (user.nextReportAt !== next) await reportSchedule(store, user.id, next)
  return ack
}

/** When to ask next once a week is settled: at once where another has come due meanwhile. */
const nextAfter = ({ user, claim, now }: Claimed): Instant =>
  weekDue(user, now) > claim.week ? now : nextReportAfter(user, now)

const giveUp = async (
  { store }: Pick<WeeklyDeps, 'store'>,
  claimed: Claimed,
  failure: ReportFailure,
): Promise<Disposition> => {
  await recordFailure(store, keyOf(claimed), { failure, nextReportAt: nextAfter(claimed) })
  return ack
}

/** Asks for the changes of stale accounts, and says whether there are any to wait for. */
const refresh = async ({ enqueue }: Pick<WeeklyDeps, 'enqueue'>, { accounts, now }: Claimed): Promise<boolean> => {
  const stale = accounts.filter(
    ({ status, feeds }) =>
      status.kind === 'active' && feeds.mail.readAt !== null && later(feeds.mail.readAt, staleSeconds) < now,
  )
  for (const { id, userId, revision } of stale) await enqueue({ kind: 'sync', userId, accountId: id, revision }, 0)
  return stale.length > 0
}

/** Whether the carrier still knows the key of an earlier attempt. */
const isKeyKnown = ({ keySeconds }: Mailer, { claim: { triedAt }, now }: Claimed): boolean =>
  triedAt !== null && now < later(triedAt, keySeconds)

/**
 * What to do about an earlier attempt of which nobody knows the outcome; null where the mail may be sent. A carrier that
 * still knows our key simply gets the mail again. Otherwise the user's own mailbox tells, once the mail has had time to
 * arrive. Where no lookup can tell, nothing is sent again: the reports page and the next report say so.
 */
const settleDoubt = async (deps: WeeklyDeps, claimed: Claimed): Promise<Disposition | null> => {
  const { user, accounts, claim, now } = claimed
  const { triedAt, week } = claim
  if (triedAt === null || isKeyKnown(deps.mailer, claimed)) return null
  const arrival = later(triedAt, onItsWaySeconds)
  if (now < arrival) return { kind: 'retry', delaySeconds: arrival - now }
  const arrived = await deps.steps.hasArrived(deps, { user, accounts, week, since: later(triedAt, -MINUTE) })
  if (arrived === null) return giveUp(deps, claimed, 'in_doubt')
  if (!arrived) return null
  const outcome = { sentAt: triedAt, nextReportAt: nextAfter(claimed), passedOver: null, draftKeys: null }
  await recordSent(deps.store, keyOf(claimed), outcome)
  return ack
}

/** What its people wrote last is read for every attempt, and kept nowhere. */
const mailFor = async (
  deps: WeeklyDeps,
  { user, accounts, corrections, usedKeys }: Claimed,
  report: Report,
): Promise<ReportMail> => {
  const suggestions = peopleAskedFor(report)
  const topics = await deps.steps.readTopics(deps, { userId: user.id, accounts, suggestions })
  return deps.steps.reportMail(deps, { user, accounts, report, topics, corrections, usedKeys })
}

const send = async (
  deps: WeeklyDeps,
  before: Claimed,
  { mail, draftKeys, attempts }: ReportMail & { readonly attempts: number },
): Promise<Disposition> => {
  const { store, mailer, log } = deps
  const { user, claim } = before
  const key = keyOf(before)
  const sent = await mailer.send(mail, mailKey(key))
  const now = deps.now()
  const claimed = { ...before, now }
  if (sent.ok) {
    // So late that the next was due already: one mail arrives, and the record says that it stands for both.
    const due = weekDue(user, now)
    const passedOver = due > key.week ? due : null
    await recordSent(store, key, { sentAt: now, nextReportAt: nextReportAfter(user, now), passedOver, draftKeys })
    return ack
  }
  log('report not sent', { userId: user.id, reason: sent.error.reason, attempts })
  switch (sent.error.reason) {
    case 'unavailable':
      if (claim.triedAt === null) await recordNotTaken(store, key)
      return retryAfter(sent.error.retryAfterSeconds, attempts)
    case 'unanswered':
      return retryAfter(sent.error.retryAfterSeconds, attempts)
    case 'refused':
      return giveUp(deps, claimed, `refused: ${sent.error.detail}`)
    case 'suppressed':
      await stopMail(store, user.id, { reason: 'suppressed', now })
      return giveUp(deps, claimed, 'mail_stopped')
  }
}

const retryAfter = (seconds: number, attempts: number): Disposition => ({
  kind: 'retry',
  delaySeconds: Math.max(seconds, Math.min(maxWaitSeconds, seconds * attempts)),
})
