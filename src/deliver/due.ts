/**
 * Who is due for a report. Cron only asks: jobs go to the queue by the hundred, and one statement for a thousand users says
 * when cron asks again should nothing come of a job. The outcome of the report sets a user's true next moment: `weekly.ts`.
 */
import { type Job, maxJobsAtOnce } from '../model/job.ts'
import { HOUR, type Instant, later } from '../model/time.ts'
import { weekDue } from '../model/user.ts'
import type { Store } from '../store/store.ts'
import { askAgainAt, usersDue } from '../store/users.ts'

export interface DueDeps {
  readonly store: Store
  readonly enqueueAll: (jobs: readonly Job[]) => Promise<void>
}

/** Answers with how many reports it asked for. Whoever is left is due as before, and comes first at the next cron. */
export const enqueueDueReports = async ({ store, enqueueAll }: DueDeps, now: Instant): Promise<number> => {
  let asked = 0
  const week = weekOf(now)
  while (asked < maxAskedFor) {
    const due = await usersDue(store, now, maxUsersAtOnce)
    for (let first = 0; first < due.length; first += maxJobsAtOnce) {
      const part = due.slice(first, first + maxJobsAtOnce)
      await enqueueAll(part.map((user): Job => ({ kind: 'report', userId: user.id, week: week(user) })))
    }
    // After the jobs, not before: where this fails, cron asks again, and the claim makes the second job harmless.
    if (due.length > 0) await askAgainAt(store, due, later(now, patienceSeconds))
    asked += due.length
    if (due.length < maxUsersAtOnce) break
  }
  return asked
}

const maxUsersAtOnce = 1000
/** Far below what a run of cron may spend: the largest zones of a service of a million users take two runs. */
const maxAskedFor = 100_000
/** A job without an outcome after so long is lost: a live one waits for an hour at most. */
const patienceSeconds = 6 * HOUR

/** The week due, computed once for all who share a zone, an hour and days away: tens of thousands share a Monday at eight. */
const weekOf = (now: Instant): ((user: Parameters<typeof weekDue>[0]) => string) => {
  const known = new Map<string, string>()
  return (user) => {
    const key = `${user.zone} ${user.report.weekday} ${user.report.hour} ${user.away?.from} ${user.away?.until}`
    const week = known.get(key) ?? weekDue(user, now)
    known.set(key, week)
    return week
  }
}
