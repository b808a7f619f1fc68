/** Reports with what came of each of their suggestions. One read for all of them together. */
import type { SuggestionAct } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import type { History } from '../report/candidate.ts'
import { outcomeOf, type ReportOutcome } from '../report/outcomes.ts'
import { interactionsWith } from '../store/interactions.ts'
import { actsSince, latestReports } from '../store/reports.ts'
import type { Store } from '../store/store.ts'

/** The latest `limit` reports, newest first. `contactsOf` gives the contacts that a person of an old report has now. */
export const reportsWithOutcomes = async (
  store: Store,
  userId: number,
  of: {
    readonly limit: number
    readonly now: Instant
    readonly contactsOf: (personId: number) => readonly number[]
  },
): Promise<readonly ReportOutcome[]> => {
  const reports = await latestReports(store, userId, of.limit)
  const oldest = reports.at(-1)
  const people = new Set(reports.flatMap(({ report }) => report?.suggestions.map(({ personId }) => personId) ?? []))
  if (oldest?.report == null || people.size === 0) return reports.map((stored) => ({ stored, outcomes: new Map() }))
  const contactIds = [...people].flatMap((personId) => of.contactsOf(personId))
  const [rows, acts] = await Promise.all([
    interactionsWith(store, { userId, contactIds, from: oldest.report.at, until: of.now }),
    actsSince(store, userId, oldest.week),
  ])
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId)
  const historyOf = (personId: number): History => of.contactsOf(personId).flatMap((id) => byContact.get(id) ?? [])
  const actsOf = (week: string, personId: number): ReadonlySet<SuggestionAct> =>
    new Set(acts.filter((each) => each.week === week && each.personId === personId).map(({ act }) => act))
  return reports.map((stored) => ({
    stored,
    outcomes: new Map(
      (stored.report?.suggestions ?? []).map(({ personId }) => [
        personId,
        outcomeOf(stored.report?.at ?? of.now, historyOf(personId), actsOf(stored.week, personId)),
      ]),
    ),
  }))
}
