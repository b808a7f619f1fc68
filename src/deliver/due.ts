/**
 * Who is due. Called by cron, which only asks: jobs go to the queue by the hundred, and one statement for a thousand users
 * says when to ask again should nothing come of it. A user's true next moment is set with the outcome (see `weekly.ts`).
 */
import type { Job } from '../model/job.ts'
import { HOUR, type Instant, later } from '../model/time.ts'
import { weekDue } from '../model/user.ts'
import { askAgainAt, usersDue } from '../store/users.ts'
import type { DeliveryDeps } from './weekly.ts'

/** Answers with how many were asked for. Whoever is left is due as before, and first at the next cron. */
export const enqueueDueReports = async (
  { store, enqueueAll }: Pick<DeliveryDeps, 'store' | 'enqueueAll'>,
  now: Instant,
): Promise<number> => {
  let asked = 0
  const week = weekOf(now)
  while (asked < maxAsked) {
    const due = await usersDue(store, now, usersAtOnce)
    for (let first = 0; first < due.length; first += jobsAtOnce) {
      const part = due.slice(first, first + jobsAtOnce)
      await enqueueAll(part.map((user): Job => ({ kind: 'report', userId: user.id, week: week(user) })))
    }
    // After the jobs, not before: where this fails, cron asks again and the claim makes the second job harmless.
    if (due.length > 0) await askAgainAt(store, due, later(now, patienceSeconds))
    asked += due.length
    if (due.length < usersAtOnce) break
  }
  return asked
}

/** What Queues take in one call. */
const jobsAtOnce = 100
const usersAtOnce = 1000
/** Far below what a run of cron may spend; the largest zones of a service of a million take two runs. */
const maxAsked = 100_000
/** A job that has come to nothing after so long was lost: the longest wait of one that lives is an hour. */
const patienceSeconds = 6 * HOUR

/** The week due, computed once for all who share a clock and an hour: a Monday at eight is that of tens of thousands. */
const weekOf = (now: Instant): ((user: Parameters<typeof weekDue>[0]) => string) => {
  const known = new Map<string, string>()
  return (user) => {
    const key = `${user.zone} ${user.report.weekday} ${user.report.hour}`
    const week = known.get(key) ?? weekDue(user, now)
    known.set(key, week)
    return week
  }
}
