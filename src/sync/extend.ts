/** How far back the user wants to see: further back than so far, and each account's feeds go back to their beginning. */
import type { Account } from '../model/account.ts'
import type { ReadsBack, User } from '../model/user.ts'
import { advanceAccount } from '../store/account-changes.ts'
import { accountById, accountsOfUser } from '../store/accounts.ts'
import { saveReadsBack } from '../store/users.ts'
import type { SyncDeps } from './deps.ts'
import { extend, joinReads, readsBetween } from './reads.ts'

type ExtendDeps = Pick<SyncDeps, 'store' | 'now' | 'enqueue'>

/** Reading further back begins at once. What is known already stays known where the user wants to see less. */
export const changeReadsBack = async (deps: ExtendDeps, user: User, readsBack: ReadsBack): Promise<void> => {
  await saveReadsBack(deps.store, user.id, readsBack)
  const isFurther = user.readsBack !== null && (readsBack === null || readsBack > user.readsBack)
  if (isFurther) await readFurtherBack(deps, await accountsOfUser(deps.store, user.id))
}

const readFurtherBack = async ({ store, now, enqueue }: ExtendDeps, accounts: readonly Account[]): Promise<void> => {
  for (const { id, userId, status } of accounts) {
    if (status.kind === 'disconnected') continue
    let account = await accountById(store, id)
    // A page may be written at the same moment; hardly ever twice in a row.
    for (let tries = 0; account !== null && tries < maxTries; tries += 1) {
      const { mail, calendar } = account.feeds
      const reads = joinReads(
        readsBetween(mail, extend(account, 'mail', now())),
        readsBetween(calendar, extend(account, 'calendar', now())),
      )
      if (await advanceAccount(store, account, { reads })) {
        await enqueue({ kind: 'sync', userId, accountId: id, revision: account.revision + 1 }, 0)
        break
      }
      account = await accountById(store, id)
    }
  }
}

const maxTries = 5
