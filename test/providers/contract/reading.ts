/** Reading a feed to its end: a page, all pages of the past, all news. */
import type { CalendarEvent } from '../../../src/model/event.ts'
import type { Message } from '../../../src/model/message.ts'
import { DAY, later } from '../../../src/model/time.ts'
import type { Access, Cursor, Feed, Page, ProviderError, Want } from '../../../src/providers/provider.ts'
import type { Meeting } from '../../sandbox/world.ts'
import { type Line, mailboxOf, start } from '../../story.ts'
import { type Simulated, type Stage, setStage } from '../stage.ts'
import type { LruCache } from './shelf.ts'

/** Five years, as a new user has it. */
export const yearsBack = 5 * 365
/** As far ahead as the product asks. */
export const daysAhead = 92

/** A mailbox of these letters and meetings, whose owner has signed in. */
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

/** One page, asked for as the product asks. */
export const pull = async <T>(
  stage: OpenStage,
  feed: Feed<T>,
  { cursor, want }: { readonly cursor: Cursor | null; readonly want: Want },
) => {
  const { access, now } = stage
  const pulled = await feed.pull(access, {
    cursor,
    want,
    since: later((start / 1000) as never, -yearsBack * DAY),
    until: later(now(), daysAhead * DAY),
    units: 5000,
    now: now(),
    thrift: null,
    recall: async () => memories.get(stage) ?? '',
  })
  if (pulled.ok && pulled.value.memory !== undefined) {
    const { text, isNew } = pulled.value.memory
    memories.set(stage, isNew ? text : (memories.get(stage) ?? '') + text)
  }
  return pulled
}

/** What the reading of each stage has given to remember; every stage here is read for one feed that does. */
const memories = new WeakMap<OpenStage, string>()

/** The page, which must come. */
export const must = async <T>(pulled: ReturnType<Feed<T>['pull']>): Promise<Page<T>> => {
  const page = await pulled
  if (!page.ok) throw new Error(`refused: ${JSON.stringify(page.error)}`)
  return page.value
}

/** Why no page came; null where one did. */
export const errorOf = async <T>(pulled: ReturnType<Feed<T>['pull']>): Promise<ProviderError | null> => {
  const page = await pulled
  return page.ok ? null : page.error
}

/** Far more than any story here takes: a feed that never ends is a failure. */
const maxPages = 400

const read = async <T extends Message | CalendarEvent>(
  stage: OpenStage,
  feed: Feed<T>,
  shelf: LruCache,
  from: { readonly cursor: Cursor | null; readonly want: Want },
): Promise<readonly Page<T>[]> => {
  const pages: Page<T>[] = []
  let { cursor } = from
  for (let more = true; more; ) {
    const page = await must(pull(stage, feed, { cursor, want: from.want }))
    shelf.lay(page)
    pages.push(page)
    ;({ cursor, more } = page)
    if (pages.length > maxPages) throw new Error(`more than ${maxPages} pages`)
  }
  return pages
}

/** All pages from the very first. */
export const readPast = <T extends Message | CalendarEvent>(stage: OpenStage, feed: Feed<T>, shelf: LruCache) =>
  read(stage, feed, shelf, { cursor: null, want: 'past' })

/** The position after all news has been read. */
export const readNews = async <T extends Message | CalendarEvent>(
  stage: OpenStage,
  feed: Feed<T>,
  shelf: LruCache,
  cursor: Cursor | null,
): Promise<Cursor | null> => (await read(stage, feed, shelf, { cursor, want: 'news' })).at(-1)?.cursor ?? null
