/** Reading a feed to its end: a page, all pages of the backfill, all changes. */
import type { CalendarEvent } from '../../../src/model/event.ts'
import type { Message } from '../../../src/model/message.ts'
import type { Result } from '../../../src/model/result.ts'
import { DAY, instantFromMilliseconds, later } from '../../../src/model/time.ts'
import type {
  Access,
  Cursor,
  Feed,
  FeedKind,
  Page,
  PageRequest,
  ProviderError,
} from '../../../src/providers/provider.ts'
import { withCompleted } from '../../../src/sync/pull.ts'
import type { Meeting } from '../../sandbox/world.ts'
import { type Line, mailboxOf, start } from '../../story.ts'
import { type Simulated, type Stage, setStage } from '../stage.ts'
import type { Holdings } from './holdings.ts'

/** Five years, as a new user has it. */
export const yearsBack = 5 * 365
/** As far ahead as the product asks. */
export const daysAhead = 92

/** A mailbox of these messages and meetings, whose owner has signed in. */
export const openStage = async (
  simulated: Simulated,
  lines: readonly Line[] = [],
  meetings: readonly Meeting[] = [],
): Promise<OpenStage> => {
  const stage = setStage(simulated, mailboxOf(lines, meetings), start)
  return { ...stage, access: await accessOf(stage) }
}

/** Signs the owner in. */
export const accessOf = async (stage: Stage, ask: Parameters<Stage['signIn']>[0] = {}): Promise<Access> => {
  const connected = await stage.signIn(ask)
  if (!connected.ok) throw new Error(`not connected: ${connected.error.reason}`)
  const { accessToken, scopes } = connected.value.grant
  return { token: accessToken, scopes }
}

/** A stage with a token for its mailbox. */
export type OpenStage = Stage & { readonly access: Access }

/** One page, asked for as the product asks, and all of its messages completed. */
export const pull = async <T>(
  stage: OpenStage,
  feed: Feed<T>,
  { cursor, kind }: { readonly cursor: Cursor | null; readonly kind: FeedKind },
): Promise<Result<Page<T>, ProviderError>> => {
  const { access, now } = stage
  const isRemembering = kind === 'backfill' && cursor !== null && feed.wantsRemembered?.(cursor) === true
  const request: PageRequest = {
    cursor,
    since: later(instantFromMilliseconds(start), -yearsBack * DAY),
    until: later(now(), daysAhead * DAY),
    units: 5000,
    remembered: isRemembering ? (memories.get(stage) ?? '') : '',
    now: now(),
  }
  const page = await feed[kind](access, request)
  if (!page.ok) return page
  const { memory, lacking: messages } = page.value
  if (memory !== null) memories.set(stage, memory.isNew ? memory.text : (memories.get(stage) ?? '') + memory.text)
  if (messages.length === 0) return page
  if (feed.complete === undefined) throw new Error('a page lacks what nobody can complete')
  const completed = await feed.complete(access, { ...request, cursor: page.value.cursor, kind, messages })
  return completed.ok ? { ok: true, value: withCompleted(page.value, completed.value) } : completed
}

/** What the reading of each stage has given to remember; every stage here is read for one feed that does. */
const memories = new WeakMap<OpenStage, string>()

/** The page, which must come. */
export const must = async <T>(pulled: Promise<Result<Page<T>, ProviderError>>): Promise<Page<T>> => {
  const page = await pulled
  if (!page.ok) throw new Error(`refused: ${JSON.stringify(page.error)}`)
  return page.value
}

/** Why no page came; null where one did. */
export const errorOf = async <T>(pulled: Promise<Result<Page<T>, ProviderError>>): Promise<ProviderError | null> => {
  const page = await pulled
  return page.ok ? null : page.error
}

/** Far more than any story here takes: a feed that never ends is a failure. */
const maxPages = 400

const read = async <T extends Message | CalendarEvent>(
  stage: OpenStage,
  feed: Feed<T>,
  holdings: Holdings,
  from: { readonly cursor: Cursor | null; readonly kind: FeedKind },
): Promise<readonly Page<T>[]> => {
  const pages: Page<T>[] = []
  let { cursor } = from
  for (let more = true; more; ) {
    const page = await must(pull(stage, feed, { cursor, kind: from.kind }))
    holdings.lay(page)
    pages.push(page)
    ;({ cursor, more } = page)
    if (pages.length > maxPages) throw new Error(`more than ${maxPages} pages`)
  }
  return pages
}

/** All pages of the backfill, from the very first. */
export const readBackfill = <T extends Message | CalendarEvent>(stage: OpenStage, feed: Feed<T>, holdings: Holdings) =>
  read(stage, feed, holdings, { cursor: null, kind: 'backfill' })

/** The position after all changes have been read. */
export const readChanges = async <T extends Message | CalendarEvent>(
  stage: OpenStage,
  feed: Feed<T>,
  holdings: Holdings,
  cursor: Cursor | null,
): Promise<Cursor | null> => (await read(stage, feed, holdings, { cursor, kind: 'changes' })).at(-1)?.cursor ?? null
