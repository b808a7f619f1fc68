/**
 * A window of the list of all letters, turned into what is to be read of it. Listing is nearly free and reading is dear,
 * so the lists of some labels are walked beside it: what Gmail itself sorts away comes last, and of older letters those
 * of conversations come first in which the user wrote. Once, a sample of what they sent long before is read ahead of its time.
 */
import { type Result, success } from '../../../model/result.ts'
import { type Instant, instantFromMilliseconds } from '../../../model/time.ts'
import type { ProviderError } from '../../provider.ts'
import type { PastState } from './cursor.ts'
import { idSet, packId } from './id-set.ts'
import { listMessages, listTogether, type MessageList, type Stub, type WantedList } from './list.ts'
import { cost, type Reading } from './read.ts'
import type { Task } from './task.ts'

export interface Window {
  readonly tasks: readonly Task[]
  readonly pageToken: string | null
  readonly sortedAt: PastState['sortedAt']
  readonly isSampled: boolean
  readonly spent: number
}

/** `read` is everything that need not be read again, packed. */
export const listWindow = async (
  reading: Reading,
  past: PastState,
  read: string,
): Promise<Result<Window, ProviderError>> => {
  const labels = labelsBeside(reading, past)
  const wanted = [{ pageToken: past.pageToken }, ...labels.map((label) => listOfLabel(label, past.sortedAt))]
  const listed = await listTogether(listing(reading), wanted)
  if (!listed.ok) return listed
  const [all, ...first] = listed.value
  const { stubs, nextPageToken } = all ?? noList
  const unread = stubs.filter(isUnreadIn(read))
  const oldest = stubs.at(-1)?.id ?? ''
  const { sortedAt: before, isSampled } = past
  const spentSoFar = reading.spent + wanted.length * cost.messageList
  const window = { pageToken: nextPageToken, sortedAt: before, isSampled, spent: spentSoFar }
  if (past.stage === 'rest') return success({ ...window, tasks: unread.map(({ id }) => ({ kind: 'message', id })) })

  const beside = await listBeside(reading, { labels, first, sortedAt: past.sortedAt, oldest })
  if (!beside.ok) return beside
  const { found, sortedAt, spent } = beside.value
  const sortedAway = new Set(sortedAwayLabels.flatMap((label) => found.get(label)?.map(({ id }) => id) ?? []))
  const own = new Set(found.get(sentLabel)?.map(({ threadId }) => threadId))
  const messages = unread.filter(({ id }) => !sortedAway.has(id))
  const tasks = tasksOf(messages, own, orderOf(reading, past, sortedAway.size > 0))
  const listedSoFar = { ...window, tasks, sortedAt, spent: window.spent + spent }
  if (!isSampleDue(reading, past)) return success(listedSoFar)

  const sampled = await sampleBeyond(reading, sortedAt, oldest)
  if (!sampled.ok) return sampled
  const samples = sampled.value.ids.map((id): Task => ({ kind: 'sample', id }))
  return success({
    ...listedSoFar,
    tasks: [...samples, ...tasks],
    isSampled: true,
    spent: listedSoFar.spent + sampled.value.spent,
  })
}

const isUnreadIn = (packed: string): ((stub: Stub) => boolean) => {
  const read = idSet(packed)
  return ({ id, threadId }) => !(read.has(packId('thread', threadId)) || read.has(packId('message', id)))
}

interface Order {
  /** Which threads: all, those in which the user wrote, or the others. */
  readonly wanted: 'all' | 'own' | 'others'
  /** Exchanges whose last letter is older are begun with it; null where none are. */
  readonly lastMessageBefore: Instant | null
}

/** Which labels' lists tell something: of the last walk none, and so far back that only the user's own are wanted just theirs. */
const labelsBeside = ({ request: { thrift } }: Reading, { stage, readBackTo }: PastState): readonly string[] => {
  if (stage === 'rest') return []
  const isOwnForSure =
    stage === 'conversations' && thrift !== null && readBackTo !== null && readBackTo < thrift.ownBefore
  return isOwnForSure ? [sentLabel] : [...sortedAwayLabels, sentLabel]
}

const orderOf = ({ request: { thrift } }: Reading, { stage, readBackTo }: PastState, isSorted: boolean): Order => {
  if (stage !== 'conversations') return { wanted: 'others', lastMessageBefore: null }
  if (thrift === null) return { wanted: 'all', lastMessageBefore: null }
  // Only what has been read tells for sure how old the letters are that come now.
  const isOld = readBackTo !== null && readBackTo < (isSorted ? thrift.ownBefore : thrift.ownBeforeUnsorted)
  return { wanted: isOld ? 'own' : 'all', lastMessageBefore: thrift.lastMessageBefore }
}

/**
 * A thread's first letter gives the thread its id. Where nothing else of the thread was listed, it is the only one: half
 * the price. Anything else is a conversation.
 */
const tasksOf = (
  stubs: readonly Stub[],
  own: ReadonlySet<string>,
  { wanted, lastMessageBefore }: Order,
): readonly Task[] =>
  [...Map.groupBy(stubs, ({ threadId }) => threadId)].flatMap(([threadId, [last, first, more]]): readonly Task[] => {
    const isOwn = own.has(threadId)
    if (last === undefined || (wanted === 'own' && !isOwn) || (wanted === 'others' && isOwn)) return []
    if (first === undefined && last.id === threadId) return [{ kind: 'message', id: last.id }]
    const isExchange = first?.id === threadId && more === undefined && isOwn
    return isExchange && lastMessageBefore !== null && storedAt(last.id) < lastMessageBefore
      ? [{ kind: 'exchange', lastId: last.id, firstId: first.id }]
      : [{ kind: 'thread', threadId }]
  })

/**
 * An id begins with the milliseconds at which its letter was stored: a habit of Gmail's that nobody promised. Where it
 * does not hold, more is read at once than must be, or less, and no harm done.
 */
const storedAt = (id: string): Instant =>
  instantFromMilliseconds(Number.parseInt(id.padStart(16, '0').slice(0, 11), 16))

/**
 * Once the time is read in which anything may be owed, a few of the letters that the user wrote before it tell whom else
 * they know, and since when: who is no new acquaintance, and with whom it has been quiet for long.
 */
const isSampleDue = ({ request: { thrift } }: Reading, { stage, readBackTo, isSampled }: PastState): boolean =>
  stage === 'conversations' &&
  !isSampled &&
  thrift !== null &&
  readBackTo !== null &&
  readBackTo < thrift.ownBeforeUnsorted

/** One in so many letters sent: of somebody written to once a month, in five years two or three. */
const sampledOf = 25
/** Ten thousand letters sent, and still far below fifty requests with what else a window lists. */
const maxListsSampled = 20

const sampleBeyond = async (
  reading: Reading,
  sortedAt: PastState['sortedAt'],
  oldest: string,
): Promise<Result<{ readonly ids: readonly string[]; readonly spent: number }, ProviderError>> => {
  const ids: string[] = []
  let spent = 0
  let pageToken = sortedAt[sentLabel] ?? null
  for (let lists = 0; lists < maxListsSampled; lists += 1) {
    const listed = await listMessages(listing(reading), { pageToken, label: sentLabel })
    if (!listed.ok) return listed
    spent += cost.messageList
    const { stubs, nextPageToken } = listed.value
    const beyond = stubs.filter(({ id }) => id < oldest && storedAt(id) >= reading.request.since)
    ids.push(...beyond.flatMap(({ id }, index) => (index % sampledOf === 0 ? [id] : [])))
    pageToken = nextPageToken
    const last = stubs.at(-1)
    if (pageToken === null || last === undefined || storedAt(last.id) < reading.request.since) break
  }
  return success({ ids, spent })
}

/** What Gmail puts under its own tabs: hardly ever a letter from one person to another. */
const sortedAwayLabels = ['CATEGORY_PROMOTIONS', 'CATEGORY_UPDATES', 'CATEGORY_SOCIAL', 'CATEGORY_FORUMS']
const sentLabel = 'SENT'

/**
 * The letters of these labels down to the end of a window, by walking each label's own list beside it; `first` are the
 * lists where each of them stands. Ids rise with time, as far as anyone has seen: where they did not, a letter would be
 * read earlier or later than it might be, and no harm done.
 */
const listBeside = async (
  reading: Reading,
  from: {
    readonly labels: readonly string[]
    readonly first: readonly MessageList[]
    readonly sortedAt: PastState['sortedAt']
    readonly oldest: string
  },
): Promise<
  Result<
    {
      readonly found: ReadonlyMap<string, readonly Stub[]>
      readonly sortedAt: PastState['sortedAt']
      readonly spent: number
    },
    ProviderError
  >
> => {
  const found = new Map<string, readonly Stub[]>()
  const sortedAt = { ...from.sortedAt }
  let spent = 0
  let [labels, lists] = [from.labels, from.first]
  for (let round = 1; ; round += 1) {
    const unfinished: string[] = []
    for (const [index, label] of labels.entries()) {
      const { stubs, nextPageToken } = lists[index] ?? noList
      found.set(label, [...(found.get(label) ?? []), ...stubs])
      const reachesBeyond = (stubs.at(-1)?.id ?? '') < from.oldest
      if (reachesBeyond || nextPageToken === null) continue
      sortedAt[label] = nextPageToken
      unfinished.push(label)
    }
    if (unfinished.length === 0 || round === maxListsPerLabel) return success({ found, sortedAt, spent })
    const wanted = unfinished.map((label) => listOfLabel(label, sortedAt))
    const listed = await listTogether(listing(reading), wanted)
    if (!listed.ok) return listed
    spent += wanted.length * cost.messageList
    ;[labels, lists] = [unfinished, listed.value]
  }
}

const listOfLabel = (label: string, sortedAt: PastState['sortedAt']): WantedList => ({
  label,
  pageToken: sortedAt[label] ?? null,
})

const noList: MessageList = { stubs: [], nextPageToken: null }

/** A window holds as many letters as a list; so two lists of one label always reach to its end. */
const maxListsPerLabel = 2

const listing = ({ client, access, request: { now } }: Reading) => ({ client, access, now })
