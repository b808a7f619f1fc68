/** The ten people whom the report puts first: those it names, and those it had no room for, in its own order. */

import { instantFromMilliseconds, localDate } from '../../../src/model/time.ts'
import { buildReport } from '../../../src/people/overview.ts'
import { accountsOfUser } from '../../../src/store/accounts.ts'
import { contactsQuestion } from '../../../src/store/contact-book.ts'
import { ask, openStore } from '../../../src/store/store.ts'
import { userById } from '../../../src/store/users.ts'

/** Addresses, sorted. `atMilliseconds` is the day of the report. */
export const topTen = async (db: D1Database, userId: number, atMilliseconds: number): Promise<readonly string[]> => {
  const store = openStore(db)
  const now = instantFromMilliseconds(atMilliseconds)
  const [user, accounts, contacts] = await Promise.all([
    userById(store, userId),
    accountsOfUser(store, userId),
    ask(contactsQuestion(store, userId)),
  ])
  if (user === null) throw new Error(`There is no user ${userId}.`)
  const report = await buildReport(store, { user, accounts, week: localDate(now, user.zone), now })
  const late = (report.heldBack ?? []).filter(({ guard }) => guard === 'no_room')
  // A person's number is that of one of their contacts; which, depends on who was read first.
  const addressOf = new Map(contacts.map(({ id, address }) => [id, address]))
  return [...report.suggestions, ...late]
    .slice(0, 10)
    .map(({ personId }) => addressOf.get(personId) ?? String(personId))
    .sort()
}
