/** Reports with what came of each of their suggestions. One read for all of them together. */
import type { SuggestionAct } from '../model/report.ts'
import type { History } from '../report/candidate.ts'
import { outcomeOf, type ReportOutcome } from '../report/outcomes.ts'
import { interactionsWith } from '../store/interactions.ts'
import { actsSince, latestReports } from '../store/reports.ts'
import { contactIdsNow } from './directory.ts'
import type { EveryoneOf, PeopleDeps } from './overview.ts'

/** Half a year of Mondays. */
export const maxReports = 26

/** The latest reports, newest first. Who merged since counts with all their addresses. */
export const reportsWithOutcomes = async (
  { store, directory }: PeopleDeps,
  { now, ...of }: EveryoneOf,
): Promise<readonly ReportOutcome[]> => {
  const { userId } = of
  const reports = await latestReports(store, userId, maxReports)
  const oldest = reports.at(-1)
  const people = new Set(reports.flatMap(({ report }) => report?.suggestions.map(({ personId }) => personId) ?? []))
  if (oldest?.report == null || people.size === 0) return reports.map((stored) => ({ stored, outcomes: new Map() }))
  const contactsOf = await contactIdsNow(directory, of)
  const contactIds = [...people].flatMap(contactsOf)
  const [rows, acts] = await Promise.all([
    interactionsWith(store, { userId, contactIds, from: oldest.report.at, until: now }),
    actsSince(store, userId, oldest.week),
  ])
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId)
  const historyOf = (personId: number): History => contactsOf(personId).flatMap((id) => byContact.get(id) ?? [])
  const actsOf = (week: string, personId: number): ReadonlySet<SuggestionAct> =>
    new Set(acts.filter((each) => each.week === week && each.personId === personId).map(({ act }) => act))
  return reports.map((stored) => ({
    stored,
    outcomes: new Map(
      (stored.report?.suggestions ?? []).map(({ personId }) => [
        personId,
        outcomeOf(stored.report?.at ?? now, historyOf(personId), actsOf(stored.week, personId)),
      ]),
    ),
  }))
}
