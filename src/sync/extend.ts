/** The person wants to see further back than so far: each account's feeds go back to their beginning. */
import type { Account } from '../model/account.ts'
import { advanceAccount } from '../store/account-changes.ts'
import { accountById } from '../store/accounts.ts'
import type { SyncDeps } from './deps.ts'
import { extend, joinReads, readsBetween } from './reads.ts'

export const readFurtherBack = async (
  { store, now, enqueue }: Pick<SyncDeps, 'store' | 'now' | 'enqueue'>,
  accounts: readonly Account[],
): Promise<void> => {
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
