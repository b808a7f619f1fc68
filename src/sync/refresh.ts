/** Somebody looks: accounts whose changes were not read just now are read at once, and the next page shows them. */
import type { Account } from '../model/account.ts'
import { type Instant, later } from '../model/time.ts'
import { jobOf, type SyncDeps } from './deps.ts'
import { changesEverySeconds } from './plan.ts'

export const refreshAccounts = async (
  { enqueue, now }: Pick<SyncDeps, 'enqueue' | 'now'>,
  accounts: readonly Account[],
): Promise<void> => {
  const stale = accounts.filter((account) => isStale(account, now()))
  for (const account of stale) await enqueue(jobOf(account, account.revision), 0)
}

/** Of an account that waits or is being read, there is a job already. */
const isStale = ({ status, feeds, notBefore, leaseUntil }: Account, now: Instant): boolean =>
  status.kind === 'active' &&
  notBefore <= now &&
  leaseUntil <= now &&
  feeds.mail.readAt !== null &&
  later(feeds.mail.readAt, changesEverySeconds) <= now
