/** Asking the provider: for one page, or for whatever else needs a token. */
import { horizonOf } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Result, success } from '../model/result.ts'
import { DAY, later } from '../model/time.ts'
import type { Access, Cursor, Provider, ProviderError, Pull, Want } from '../providers/provider.ts'
import { recall } from '../store/memories.ts'
import type { Pulled } from './apply.ts'
import type { Reader } from './deps.ts'
import { thriftAt } from './thrift.ts'

/** Pulls one page, of the feed itself or of an audit beside it. */
export const pull = async (
  reader: Reader,
  feed: FeedName,
  { isAudit = false, ...ask }: { readonly want: Want; readonly units: number; readonly isAudit?: boolean },
): Promise<Result<Pulled, ProviderError>> => {
  const { deps, account, provider } = reader
  const now = deps.now()
  const { cursor, recheckSince, pass } = account.feeds[feed]
  const request: Pull = {
    ...ask,
    cursor: (isAudit ? (pass?.cursor ?? null) : cursor) as Cursor | null,
    since: (isAudit ? pass?.since : recheckSince) ?? horizonOf(account),
    until: later(now, calendarAheadDays * DAY),
    now,
    // What is read again was read before, and not only its last letter.
    thrift: pass === null && recheckSince === null ? thriftAt(now) : null,
    recall: () => recall(deps.store, { accountId: account.id, feed, isAudit }),
  }
  return withAccess(reader, (access) => pullFeed(provider, feed, access, request))
}

/**
 * A token that is no longer accepted is renewed once; and so is one that is refused for what it may not do: what is
 * granted may have changed since it was given, and only a new one tells.
 */
export const withAccess = async <T>(
  { deps, account }: Reader,
  work: (access: Access) => Promise<Result<T, ProviderError>>,
): Promise<Result<T, ProviderError>> => {
  const access = await deps.access(account, false)
  if (!access.ok) return access
  const first = await work(access.value)
  if (first.ok || !mayBeOutdated(first.error)) return first
  const renewed = await deps.access(account, true)
  return renewed.ok ? work(renewed.value) : renewed
}

/** How far ahead meetings are known: enough to see who is booked this quarter. */
const calendarAheadDays = 92

const pullFeed = async (
  provider: Provider,
  feed: FeedName,
  access: Access,
  request: Pull,
): Promise<Result<Pulled, ProviderError>> => {
  if (feed === 'mail') {
    const pulled = await provider.mail.pull(access, request)
    return pulled.ok ? success({ feed, page: pulled.value }) : pulled
  }
  const pulled = await provider.calendar.pull(access, request)
  return pulled.ok ? success({ feed, page: pulled.value }) : pulled
}

const mayBeOutdated = (error: ProviderError): boolean =>
  error.reason === 'token_expired' ||
  error.reason === 'scope_missing' ||
  (error.reason === 'blocked' && error.by === 'administrator')
