/** What would be suggested for one person at this moment, for the pages about them. */
import type { Account } from '../model/account.ts'
import type { Suggestion } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import { type User, weekDue } from '../model/user.ts'
import { candidateNumbered } from '../report/candidate.ts'
import { helloTo } from '../report/hello.ts'
import { interactionsWith } from '../store/interactions.ts'
import type { Store } from '../store/store.ts'
import type { FindPeople } from './directory.ts'
import { buildOverview } from './overview.ts'

/** The week's suggestion where there is one, of the mail that went out before one made now; otherwise a hello; null where they are nobody the user was in touch with. */
export const suggestionFor = async (
  store: Store,
  find: FindPeople,
  of: { readonly user: User; readonly accounts: readonly Account[]; readonly personId: number; readonly now: Instant },
): Promise<Suggestion | null> => {
  const { user, accounts, personId, now } = of
  const { report, candidates, sent } = await buildOverview(store, find, {
    user,
    accounts,
    week: weekDue(user, now),
    now,
  })
  const candidate = candidateNumbered(candidates, personId)
  if (candidate === undefined) return null
  const { contactIds } = candidate.person
  const suggested = [...(sent?.suggestions ?? []), ...report.suggestions]
  return suggested.find((each) => contactIds.includes(each.personId)) ?? helloTo(candidate, now)
}

/** When the user and somebody were in touch after `since`, the first time; null where they were not. */
export const contactSince = async (
  store: Store,
  of: {
    readonly userId: number
    readonly contactIds: readonly number[]
    readonly since: Instant
    readonly now: Instant
  },
): Promise<Instant | null> => {
  const { userId, contactIds, since, now } = of
  const rows = await interactionsWith(store, { userId, contactIds, from: since, until: now })
  return rows.filter(({ kind, at }) => kind !== 'seen' && at > since).at(-1)?.at ?? null
}
