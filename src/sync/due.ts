/** Which accounts cron has read: those whose changes are old, and those of which a read lies idle. */
import { type Instant, later } from '../model/time.ts'
import { dueAccounts } from '../store/accounts.ts'
import type { SyncDeps } from './deps.ts'
import { changesEverySeconds } from './plan.ts'

export const enqueueDueAccounts = async (
  { store, enqueue }: Pick<SyncDeps, 'store' | 'enqueue'>,
  now: Instant,
): Promise<void> => {
  const due = await dueAccounts(store, { now, readBefore: later(now, -changesEverySeconds) })
  // A job with the account's own revision: where a chain of jobs is alive, whichever comes second finds it passed.
  for (const { id, userId, revision } of due) await enqueue({ kind: 'sync', userId, accountId: id, revision }, 0)
}
