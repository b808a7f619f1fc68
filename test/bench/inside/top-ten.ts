/** The ten people a report would name first, by the rules of the report: who it chooses, then whom it would without those. */

import { historiesOf, peopleAt } from '../../../src/deliver/build.ts'
import { type Instant, instantFromMilliseconds } from '../../../src/model/time.ts'
import { movedAway } from '../../../src/report/former.ts'
import { knownSince } from '../../../src/report/notes.ts'
import { select, shortlist } from '../../../src/report/select.ts'
import { accountsOfUser } from '../../../src/store/accounts.ts'
import { openStore } from '../../../src/store/store.ts'

/** Addresses, sorted. `atMilliseconds` is the day of the report. */
export const topTen = async (db: D1Database, userId: number, atMilliseconds: number): Promise<readonly string[]> => {
  const store = openStore(db)
  const now: Instant = instantFromMilliseconds(atMilliseconds)
  const accounts = await accountsOfUser(store, userId)
  const candidates = await peopleAt(store, userId, accounts, now)
  const people = shortlist(candidates, { now, knownSince: knownSince(accounts) })
  const historyOf = await historiesOf(
    store,
    userId,
    people.map(({ person }) => person),
    now,
  )
  const moved = movedAway(candidates)
  const rules = {
    historyOf,
    lastSuggestionOf: () => null,
    hasNewAddress: ({ id }: { id: number }) => moved.has(id),
    now,
  }
  const named: string[] = []
  let left = people
  while (named.length < 10) {
    const { suggestions } = select(left, rules)
    if (suggestions.length === 0) break
    const chosen = new Set(suggestions.map(({ personId }) => personId))
    named.push(...suggestions.map(({ address }) => address))
    left = left.filter(({ person }) => !chosen.has(person.id))
  }
  return named.slice(0, 10).sort()
}
