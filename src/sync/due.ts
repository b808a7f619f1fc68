/**
 * Which accounts cron has read. Changes are asked for by need: seldom on most days, hourly in the half day before the report,
 * and soon after the user opened a check-in, whose message is awaited. A page that is opened asks by itself: `refresh.ts`.
 */
import { type Job, maxJobsAtOnce } from '../model/job.ts'
import { DAY, HOUR, type Instant, later, localDate, MINUTE } from '../model/time.ts'
import { dueAccounts } from '../store/accounts.ts'
import type { SyncDeps } from './deps.ts'

export const enqueueDueAccounts = async (
  { store, enqueueAll }: Pick<SyncDeps, 'store'> & { readonly enqueueAll: (jobs: readonly Job[]) => Promise<void> },
  now: Instant,
): Promise<void> => {
  const due = await dueAccounts(store, {
    now,
    readBefore: later(now, -seldomSeconds),
    readBeforeReport: later(now, -hourlySeconds),
    reportsUntil: later(now, beforeReportSeconds),
    openedSince: localDate(later(now, -openedDays * DAY), 'UTC'),
    awaitedAfter: awaitedAfterSeconds,
  })
  // A job with the account's own revision: where a chain of jobs is alive, whichever comes second finds it passed.
  const jobs = due.map(({ id, userId, revision }): Job => ({ kind: 'sync', userId, accountId: id, revision }))
  for (let first = 0; first < jobs.length; first += maxJobsAtOnce) {
    await enqueueAll(jobs.slice(first, first + maxJobsAtOnce))
  }
}

/** Cron comes to the minute, and a job ends some seconds after it. */
const slack = MINUTE
const seldomSeconds = 6 * HOUR - slack
const hourlySeconds = HOUR - slack
const beforeReportSeconds = 12 * HOUR
/** Once when most have sent what they opened, and once when the others have. */
const awaitedAfterSeconds = [15 * MINUTE, HOUR] as const
/** Check-ins are opened in the fortnight after their Monday. */
const openedDays = 14
