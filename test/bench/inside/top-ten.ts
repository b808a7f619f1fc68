/**
 * The ten people whom the report ranks first: a reason holds, no guard speaks, and theirs is worth most. The report then
 * keeps places for each kind of reason and names seven.
 */
import { historiesOf, peopleAt } from '../../../src/deliver/build.ts'
import { instantFromMilliseconds } from '../../../src/model/time.ts'
import type { Candidate, History } from '../../../src/report/candidate.ts'
import { movedAway } from '../../../src/report/former.ts'
import { guardOf } from '../../../src/report/guards.ts'
import { knownSince } from '../../../src/report/notes.ts'
import { reasonRules } from '../../../src/report/reasons/index.ts'
import { shortlist } from '../../../src/report/select.ts'
import { accountsOfUser } from '../../../src/store/accounts.ts'
import { openStore } from '../../../src/store/store.ts'

/** Addresses, sorted. `atMilliseconds` is the day of the report. */
export const topTen = async (db: D1Database, userId: number, atMilliseconds: number): Promise<readonly string[]> => {
  const store = openStore(db)
  const now = instantFromMilliseconds(atMilliseconds)
  const accounts = await accountsOfUser(store, userId)
  const candidates = await peopleAt(store, userId, accounts, now)
  const moved = movedAway(candidates)
  const people = shortlist(candidates, { now, knownSince: knownSince(accounts) })
  const shortlisted = people.map(({ person }) => person)
  const historyOf = await historiesOf(store, userId, shortlisted, now)
  const worthOf = (candidate: Candidate, history: History): number => {
    const hasNewAddress = moved.has(candidate.person.id)
    if (guardOf(candidate, { history, lastSuggestion: null, hasNewAddress, now }) !== null) return 0
    for (const rule of reasonRules) {
      const found = rule.mayHold(candidate, now) ? rule.find(candidate, history, now) : null
      if (found !== null) return found.worth
    }
    return 0
  }
  return people
    .map((candidate) => ({ candidate, worth: worthOf(candidate, historyOf(candidate.person)) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 10)
    .map(({ candidate }) => candidate.person.address)
    .sort()
}
