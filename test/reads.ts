/** How reading stands in a database, for tests. */
import { stageOf } from '../src/model/read.ts'
import { accountsOfUser } from '../src/store/accounts.ts'
import { openStore } from '../src/store/store.ts'

/** How far each feed of a user's first account is read. */
export const stagesIn = async (db: D1Database, userId = 1) => {
  const [account] = await accountsOfUser(openStore(db), userId)
  if (account === undefined) throw new Error('no account')
  return { mail: stageOf(account.feeds.mail), calendar: stageOf(account.feeds.calendar) }
}

export const allRead = { mail: 'done', calendar: 'done' }
