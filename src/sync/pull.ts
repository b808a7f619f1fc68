/** Asking the provider: for one page, or for whatever else needs a token. */
import { headersMatter } from '../infer/page.ts'
import { horizonOf } from '../model/account.ts'
import type { CalendarEvent } from '../model/event.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Message } from '../model/message.ts'
import { rereadOf } from '../model/read.ts'
import { type Result, success } from '../model/result.ts'
import { DAY, later } from '../model/time.ts'
import type { Access, Cursor, Feed, FeedKind, Page, PageRequest, ProviderError } from '../providers/provider.ts'
import type { SyncRun } from './deps.ts'

/** A page of either feed. */
export type Pulled =
  | { readonly feed: 'mail'; readonly page: Page<Message> }
  | { readonly feed: 'calendar'; readonly page: Page<CalendarEvent> }

/** Which page is wanted: of a feed's changes, of what lies in it, or of an audit that walks beside. */
export type PageOf = 'changes' | 'feed' | 'audit'

export interface PullRequest {
  readonly of: PageOf
  readonly units: number
}

export const pull = async (
  run: SyncRun,
  feed: FeedName,
  { of, units }: PullRequest,
): Promise<Result<Pulled, ProviderError>> => {
  const { account, provider } = run
  const kind = of === 'changes' ? 'changes' : 'backfill'
  const state = account.feeds[feed]
  const position = of === 'audit' ? (state.read ?? state.changes) : state.changes
  const since = of === 'audit' ? position.since : rereadOf(state)?.since
  const now = run.now()
  const request: PageRequest = {
    // The row keeps what the same provider gave, and the provider checks it.
    cursor: position.cursor as Cursor | null,
    since: since ?? horizonOf(account),
    until: later(now, calendarAheadDays * DAY),
    units,
    remembered: position.remembered,
    now,
  }
  return withAccess(run, async (access): Promise<Result<Pulled, ProviderError>> => {
    if (feed === 'calendar') {
      const page = await provider.calendar[kind](access, request)
      return page.ok ? success({ feed, page: page.value }) : page
    }
    const page = await provider.mail[kind](access, request)
    if (!page.ok) return page
    const completed = await completePage(provider.mail, access, { ...request, kind, page: page.value })
    return completed.ok ? success({ feed, page: completed.value }) : completed
  })
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

/**
 * The page with what its messages lacked, for those whose headers could change what they count as. That is decided by what
 * is known without them, and nothing else: so a message counts the same however often it is read.
 */
const completePage = async (
  feed: Feed<Message>,
  access: Access,
  { page, ...request }: PageRequest & { readonly kind: FeedKind; readonly page: Page<Message> },
): Promise<Result<Page<Message>, ProviderError>> => {
  const messages = page.lacking.filter(headersMatter)
  const wanted = new Set(messages)
  const told = { ...page, upserts: [...page.upserts, ...page.lacking.filter((each) => !wanted.has(each))], lacking: [] }
  if (feed.complete === undefined || messages.length === 0) return success(told)
  // Whoever goes on asking while told to wait is made to wait longer.
  const units = page.pauseSeconds > 0 ? 0 : request.units
  const completed = await feed.complete(access, { ...request, cursor: page.cursor, units, messages })
  return completed.ok ? success(withCompleted(told, completed.value)) : completed
}

/** One page of two: of what was told at once, and of what completing it brought. */
export const withCompleted = <T>(told: Page<T>, completed: Page<T>): Page<T> => ({
  ...completed,
  upserts: [...told.upserts, ...completed.upserts],
  deletions: [...told.deletions, ...completed.deletions],
  memory: told.memory,
  unitsSpent: told.unitsSpent + completed.unitsSpent,
  pauseSeconds: Math.max(told.pauseSeconds, completed.pauseSeconds),
})

/** How far ahead meetings are known: enough to see who is booked this quarter. */
const calendarAheadDays = 92

const mayBeOutdated = (error: ProviderError): boolean =>
  error.reason === 'token_expired' ||
  error.reason === 'scope_missing' ||
  (error.reason === 'blocked' && error.by === 'administrator')
