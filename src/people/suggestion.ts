/** What would be suggested for one person at this moment, for the pages about them. */
import type { Account } from '../model/account.ts'
import type { Suggestion } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import { type User, weekDue } from '../model/user.ts'
import { candidateNumbered } from '../report/candidate.ts'
import { helloTo } from '../report/hello.ts'
import { interactionsWith } from '../store/interactions.ts'
import { contactIdsNow } from './directory.ts'
import { buildOverview, type EveryoneOf, type PeopleDeps } from './overview.ts'

/**
 * The week's suggestion of them where there is one, that of the report that went out before that of a report made now;
 * otherwise a hello. Null where they are nobody the user was in touch with.
 */
export const suggestionFor = async (
  deps: PeopleDeps,
  of: { readonly user: User; readonly accounts: readonly Account[]; readonly personId: number; readonly now: Instant },
): Promise<Suggestion | null> => {
  const { user, accounts, personId, now } = of
  const { report, candidates, sent } = await buildOverview(deps, { user, accounts, week: weekDue(user, now), now })
  const candidate = candidateNumbered(candidates, personId)
  if (candidate === undefined) return null
  const { contactIds } = candidate.person
  const suggested = [...(sent?.suggestions ?? []), ...report.suggestions]
  return suggested.find((each) => contactIds.includes(each.personId)) ?? helloTo(candidate, now)
}

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
