/** Asking the provider: for one page, or for whatever else needs a token. */
import { horizonOf } from '../model/account.ts'
import type { CalendarEvent } from '../model/event.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Message } from '../model/message.ts'
import { rereadOf } from '../model/read.ts'
import { type Result, success } from '../model/result.ts'
import { DAY, later } from '../model/time.ts'
import type { Access, Cursor, Page, Provider, ProviderError, Pull } from '../providers/provider.ts'
import { rememberedOf } from '../store/reads.ts'
import type { SyncRun } from './deps.ts'
import { thriftAt } from './thrift.ts'

/** A page of either feed. */
export type Pulled =
  | { readonly feed: 'mail'; readonly page: Page<Message> }
  | { readonly feed: 'calendar'; readonly page: Page<CalendarEvent> }

/** Which page is wanted: of a feed's changes, of what lies in it, or of an audit that walks beside. */
export type PageOf = 'changes' | 'feed' | 'audit'

export const pull = async (
  run: SyncRun,
  feed: FeedName,
  { of, units }: { readonly of: PageOf; readonly units: number },
): Promise<Result<Pulled, ProviderError>> => {
  const { account, provider } = run
  const now = run.now()
  const state = account.feeds[feed]
  const { changes, read } = state
  const position = of === 'audit' ? (read ?? changes) : changes
  const since = of === 'audit' ? read?.since : rereadOf(state)?.since
  const request: Pull = {
    want: of === 'changes' ? 'news' : 'past',
    units,
    // What lies in the row came from the same provider, which checks it.
    cursor: position.cursor as Cursor | null,
    since: since ?? horizonOf(account),
    until: later(now, calendarAheadDays * DAY),
    now,
    // What is read again was read before, and not only its last message.
    thrift: read === null || read.purpose === 'backfill' ? thriftAt(now) : null,
    recall: async () =>
      position.wantsRemembered ? position.remembered : rememberedOf(run.store, account.id, position),
  }
  return withAccess(run, (access) => pullFeed(provider, feed, access, request))
}

/**
 * A token that is no longer accepted is renewed once; and so is one that is refused for what it may not do: what is
 * granted may have changed since it was given, and only a new one tells.
 */
export const withAccess = async <T>(
  run: SyncRun,
  work: (access: Access) => Promise<Result<T, ProviderError>>,
): Promise<Result<T, ProviderError>> => {
  const access = await run.access(run.account, false)
  if (!access.ok) return access
  const first = await work(access.value)
  if (first.ok || !mayBeOutdated(first.error)) return first
  const renewed = await run.access(run.account, true)
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
