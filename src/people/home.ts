/** What the first page shows: everyone, this week as its email said it or as it would be now, and what came of it since. */
import type { ActiveCorrection, CorrectionEntry } from '../model/correction.ts'
import type { Reconnection, Report } from '../model/report.ts'
import { daysBetween } from '../model/time.ts'
import type { Candidate } from '../report/candidate.ts'
import { reconnectionsSince } from '../report/reconnections.ts'
import { correctionsQuestion } from '../store/corrections.ts'
import { latestReportsQuestion } from '../store/reports.ts'
import { answered } from '../store/store.ts'
import { buildOverview, everyoneOf, type PeopleDeps, type ReportOf, stillOpen } from './overview.ts'

export interface Home {
  readonly candidates: readonly Candidate[]
  readonly corrections: readonly ActiveCorrection[]
  /** Empty where nobody asked for it. */
  readonly log: readonly CorrectionEntry[]
  readonly week: HomeWeek
}

export interface HomeWeek {
  /** The report that went out, with whom it still is about; or what one would say now where none went out lately. */
  readonly report: Report
  readonly isSent: boolean
  /** Who was found again: what the report tells, and what has happened since. */
  readonly worked: readonly Reconnection[]
}

/** `isLogWanted` asks for the corrections as they were made, the undone ones among them. */
export const homeAt = async (deps: PeopleDeps, of: ReportOf & { readonly isLogWanted: boolean }): Promise<Home> => {
  const { store, directory } = deps
  const { user, accounts, now } = of
  const { resolved, corrections, answers } = await directory.find(
    { userId: user.id, accounts },
    latestReportsQuestion(store, user.id, 2),
    of.isLogWanted ? correctionsQuestion(store, user.id) : answered(store, nothingLogged),
  )
  const [latest, log] = answers
  const { candidates } = everyoneOf(resolved, accounts, now)
  const sent = latest.find(({ sentAt }) => sentAt !== null)?.report ?? null
  if (sent === null || daysBetween(sent.at, now) > sentDays) {
    const { report } = await buildOverview(deps, of)
    return { candidates, corrections, log, week: { report, isSent: false, worked: report.reconnections } }
  }
  const report = stillOpen(sent, { candidates, corrections, now })
  return { candidates, corrections, log, week: { report, isSent: true, worked: workedSince(sent, candidates, now) } }
}

const nothingLogged: readonly CorrectionEntry[] = []

/** Until the next has gone out, and a day for its lateness. */
const sentDays = 8

/** Whoever the report told of and was in touch with again counts once, by what came last. */
const workedSince = (sent: Report, candidates: readonly Candidate[], now: ReportOf['now']): readonly Reconnection[] => {
  const suggested = [...sent.suggestions, ...(sent.waiting ?? [])]
  const since = reconnectionsSince(
    candidates.map(({ person }) => person),
    {
      since: sent.at,
      now,
      suggestedBefore: ({ contactIds }) =>
        suggested.flatMap(({ personId, reason }) =>
          contactIds.includes(personId) ? [{ at: sent.at, kind: reason.kind }] : [],
        ),
    },
  )
  const again = new Set(since.map(({ personId }) => personId))
  return [...since, ...sent.reconnections.filter(({ personId }) => !again.has(personId))]
}
