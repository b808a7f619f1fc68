/** What would be suggested for one person at this moment, for the pages about them. */
import type { Account } from '../model/account.ts'
import type { ActiveCorrection } from '../model/correction.ts'
import type { Report, Suggestion } from '../model/report.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import { type User, weekDue } from '../model/user.ts'
import { candidateNumbered } from '../report/candidate.ts'
import { helloTo } from '../report/hello.ts'
import { meetingsKnownUntil } from '../report/notes.ts'
import { interactionsWith } from '../store/interactions.ts'
import { reportOfWeek } from '../store/reports.ts'
import { contactIdsNow } from './directory.ts'
import { buildOverview, type EveryoneOf, type PeopleDeps } from './overview.ts'

/** A suggestion, the day it is of, and the report that went out with it; `week` is null where none did. */
export interface SuggestionNow {
  readonly suggestion: Suggestion
  readonly at: Instant
  readonly week: LocalDate | null
  readonly corrections: readonly ActiveCorrection[]
}

/**
 * The suggestion of them in the report of `week` where that is asked for; else the week's where there is one, that of the report that went out before that of a report made now;
 * otherwise a hello. Null where they are nobody the user was in touch with.
 */
export const suggestionFor = async (
  deps: PeopleDeps,
  of: {
    readonly user: User
    readonly accounts: readonly Account[]
    readonly personId: number
    readonly week?: string
    readonly now: Instant
  },
): Promise<SuggestionNow | null> => {
  const { user, accounts, personId, now } = of
  const { report, candidates, sent, corrections } = await buildOverview(deps, {
    user,
    accounts,
    week: weekDue(user, now),
    now,
  })
  const candidate = candidateNumbered(candidates, personId)
  if (candidate === undefined) return null
  const { contactIds } = candidate.person
  if (of.week !== undefined && of.week !== sent?.week) {
    const report = (await reportOfWeek(deps.store, user.id, of.week))?.report ?? null
    const then = suggestionIn(report, contactIds)
    if (then !== null && report !== null) return { suggestion: then, at: report.at, week: report.week, corrections }
  }
  const stored = suggestionIn(sent, contactIds)
  if (stored !== null && sent !== null) return { suggestion: stored, at: sent.at, week: sent.week, corrections }
  const fresh = suggestionIn(report, contactIds) ?? helloTo(candidate, now, meetingsKnownUntil(accounts, now))
  return fresh === null ? null : { suggestion: fresh, at: now, week: null, corrections }
}

const suggestionIn = (report: Report | null, contactIds: readonly number[]): Suggestion | null =>
  [...(report?.suggestions ?? []), ...(report?.waiting ?? [])].find(({ personId }) => contactIds.includes(personId)) ??
  null

/** When the user and somebody were first in touch after `since`, at whatever address; null where they were not. */
export const contactSince = async (
  { store, directory }: PeopleDeps,
  of: EveryoneOf & { readonly personId: number; readonly since: Instant },
): Promise<Instant | null> => {
  const { userId, accounts, personId, since, now } = of
  const contactIds = (await contactIdsNow(directory, { userId, accounts }))(personId)
  const rows = await interactionsWith(store, { userId, contactIds, from: since, until: now })
  return rows.filter(({ kind, at }) => kind !== 'seen' && at > since).at(-1)?.at ?? null
}
