/** When the page did not come: what stopped it is noted on the account, and the queue is told when to try again. */
import type { Account, AccountStatus, BlockedBy } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Disposition, maxDelaySeconds } from '../model/job.ts'
import { type Instant, later } from '../model/time.ts'
import type { ProviderError } from '../providers/provider.ts'
import { type AccountChange, advanceAccount, settleAccount } from '../store/account-changes.ts'
import { ack, jobOf, overtaken, retry, type SyncRun } from './deps.ts'
import type { PageOf } from './pull.ts'
import { readFromStart, readsBetween, recover } from './reads.ts'

/** Notes on the account what stopped the page, and says when to come back. */
export const giveUp = async (
  run: SyncRun,
  wanted: { readonly feed: FeedName; readonly of: PageOf },
  error: ProviderError,
): Promise<Disposition> => {
  const { account, attempts } = run
  const now = run.now()
  run.log('sync stopped', { accountId: account.id, feed: wanted.feed, reason: error.reason, attempts })
  const settle = (change: AccountChange) => settleAccount(run.store, account, change)
  switch (error.reason) {
    case 'rate_limited': {
      // At least as long as told; and longer, where the telling does not end.
      const told = Math.min(maxDelaySeconds, error.retryAfterSeconds)
      const seconds = Math.max(told, Math.min(maxBackoffSeconds, 2 ** attempts))
      await settle({ notBefore: later(now, seconds) })
      return retry(seconds)
    }
    case 'cursor_expired':
      return startAgain(run, wanted)
    case 'unavailable': {
      const told = Math.min(maxDelaySeconds, error.retryAfterSeconds ?? 0)
      await settle({ status: waiting(account, error, now), ...(told > 0 && { notBefore: later(now, told) }) })
      if (told > 0) return retry(told)
      return attempts < maxAttempts ? retry(Math.min(maxBackoffSeconds, 5 * 2 ** attempts)) : ack
    }
    case 'malformed':
    case 'token_expired':
      await settle({ status: waiting(account, error, now) })
      // Cron comes again in any case; until then, fewer and fewer tries.
      return attempts < maxAttempts ? retry(Math.min(maxBackoffSeconds, 5 * 2 ** attempts)) : ack
    case 'grant_revoked':
    case 'scope_missing':
      // Another job may have got a newer grant a moment ago and be about to store it: whoever is called dead, is so twice.
      if (attempts < 2) {
        await settle({})
        return retry(storingSeconds)
      }
      await settle({ status: { kind: 'reconnect', reason: error.reason, since: now } })
      return ack
    case 'blocked':
      await settle({ status: blocked(account, error.by, now), notBefore: later(now, blockedPause) })
      return ack
  }
}

/** Between a grant that came and its row, there is a write. */
const storingSeconds = 30

/** Blocks are lifted by people, within days: four tries a day see it in time. */
const blockedPause = 6 * 3600

const blocked = ({ status }: Account, reason: BlockedBy, now: Instant): AccountStatus => ({
  kind: 'blocked',
  reason,
  since: status.kind === 'blocked' && status.reason === reason ? status.since : now,
})

const maxAttempts = 8
const maxBackoffSeconds = 600

const waiting = (account: Account, error: ProviderError, now: Instant): AccountStatus => ({
  kind: 'waiting',
  reason: error.reason === 'malformed' ? 'malformed' : 'unavailable',
  since: account.status.kind === 'waiting' ? account.status.since : now,
})

/** The position is forgotten: of the feed, or only of the read that walks or lists beside it. */
const startAgain = async (
  run: SyncRun,
  { feed, of }: { readonly feed: FeedName; readonly of: PageOf },
): Promise<Disposition> => {
  const { account, provider, store } = run
  const before = account.feeds[feed]
  const canList = provider[feed].inventory !== undefined
  const after = of === 'audit' ? readFromStart(before) : recover(account, feed, { now: run.now(), canList })
  const isWritten = await advanceAccount(store, account, { reads: readsBetween(before, after) })
  if (!isWritten) return overtaken
  await run.enqueue(jobOf(account, account.revision + 1), 0)
  return ack
}
