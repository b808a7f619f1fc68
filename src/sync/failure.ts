/** When the page did not come: what stopped it is noted on the account, and the queue is told when to try again. */
import type { Account, AccountStatus, BlockedBy, FeedState } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Disposition, maxDelaySeconds } from '../model/job.ts'
import { type Instant, later } from '../model/time.ts'
import type { ProviderError } from '../providers/provider.ts'
import { type AccountChange, settleAccount } from '../store/accounts.ts'
import { ack, jobOf, type Reader, retry } from './deps.ts'
import { afterExpiry } from './recheck.ts'

/** Notes on the account what stopped the page, and says when to come back. */
export const giveUp = async (
  { deps, account, provider, attempts }: Reader,
  feed: FeedName,
  error: ProviderError,
  /** It was the pass that lost its place, not the feed. */
  isOfPass = false,
): Promise<Disposition> => {
  const { store, enqueue, log } = deps
  const now = deps.now()
  log('sync stopped', { accountId: account.id, feed, reason: error.reason, attempts })
  const settle = (change: AccountChange) => settleAccount(store, account, change)
  const expired = (name: FeedName): FeedState =>
    afterExpiry(account, account.feeds[name], { now, canList: provider[name].inventory !== undefined })
  switch (error.reason) {
    case 'rate_limited': {
      // At least as long as told; and longer, where the telling does not end.
      const told = Math.min(maxDelaySeconds, error.retryAfterSeconds)
      const seconds = Math.max(told, Math.min(maxBackoffSeconds, 2 ** attempts))
      await settle({ notBefore: later(now, seconds) })
      return retry(seconds)
    }
    case 'cursor_expired':
      await settle({ feeds: { [feed]: isOfPass ? passFromStart(account.feeds[feed]) : expired(feed) } })
      await enqueue(jobOf(account, account.revision), 0)
      return ack
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

/** The pass itself lost its place in a list: what it saw stays seen, and it starts its list or its audit again. */
const passFromStart = (feed: FeedState): FeedState => ({
  ...feed,
  pass: feed.pass && { ...feed.pass, cursor: null, after: null },
})
