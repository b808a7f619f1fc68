/** How reading stands in a database, for tests. */
import type { AccountStatus, FeedStops } from '../src/model/account.ts'
import { stageOf } from '../src/model/read.ts'
import { accountsOfUser } from '../src/store/accounts.ts'
import { openStore } from '../src/store/store.ts'

/** How far each feed of a user's first account is read. */
export const stagesIn = async (db: D1Database, userId = 1) => {
  const account = await firstAccount(db, userId)
  return { mail: stageOf(account.feeds.mail), calendar: stageOf(account.feeds.calendar) }
}

export const allRead = { mail: 'done', calendar: 'done' }

/** What keeps which feed of a user's first account from being read. */
export const stopsIn = async (db: D1Database, userId = 1): Promise<FeedStops> => (await firstAccount(db, userId)).stops

/** How a user's first account stands, as people are told. */
export const statusIn = async (db: D1Database, userId = 1): Promise<AccountStatus> =>
  (await firstAccount(db, userId)).status

const firstAccount = async (db: D1Database, userId: number) => {
  const [account] = await accountsOfUser(openStore(db), userId)
  if (account === undefined) throw new Error('no account')
  return account
}
