/**
 * A window of the list of all messages, turned into what is to be read of it. Listing is nearly free and reading is dear,
 * so the lists of some labels are walked beside it, and tell what can wait.
 */
import { type Result, success } from '../../../model/result.ts'
import { DAY, type Instant, instantFromMilliseconds, later } from '../../../model/time.ts'
import type { ProviderError } from '../../provider.ts'
import type { GmailBackfill } from './cursor.ts'
import {
  cost,
  type Entry,
  type GmailReading,
  listTogether,
  type MessageList,
  type MessageStub,
  type WantedList,
} from './read.ts'

export interface MailWindow extends Pick<GmailBackfill, 'pageToken' | 'labelsAt' | 'walk'> {
  readonly entries: readonly Entry[]
  readonly spent: number
}

/** `isRead` tells what need not be read again. */
export const listWindow = async (
  reading: GmailReading,
  before: GmailBackfill,
  isRead: (stub: MessageStub) => boolean,
): Promise<Result<MailWindow, ProviderError>> => {
  const { stage, pageToken, labelsAt } = before
  const labels = stage === 'rest' ? [] : [...sortedAwayLabels, sentLabel]
  const listed = await listTogether(reading, [{ pageToken }, ...labels.map((label) => listOfLabel(label, labelsAt))])
  if (!listed.ok) return listed
  const [all = noList, ...first] = listed.value
  const oldest = all.stubs.at(-1)?.id ?? ''
  const beside = await listBeside(reading, { labels, first, labelsAt, oldest })
  if (!beside.ok) return beside
  const unread = all.stubs.filter((stub) => !isRead(stub))
  const position = { labelsAt: beside.value.labelsAt, pageToken: all.nextPageToken }
  const spent = reading.spent + (1 + labels.length) * cost.messageList + beside.value.spent
  if (stage === 'rest') return success({ ...position, entries: entriesOf(unread, messagesForRest), spent })
  const walk = walkOf(before, beside.value.found)
  const wanted = conversationsIn(unread, { found: beside.value.found, now: reading.now, walk })
  const isOver = walk !== undefined && storedAt(oldest) < later(reading.now, -reachOf(walk))
  return success({
    ...position,
    ...(walk !== undefined && { walk }),
    ...(isOver && { pageToken: null }),
    entries: entriesOf(wanted, messagesForThread),
    spent,
  })
}

/** A thread costs as much as two messages, and brings those with it that lie beyond the window. */
const messagesForThread = 2
/** Where most of a thread has been read already, only more than two of its messages make it the cheaper. */
const messagesForRest = 3

const entriesOf = (stubs: readonly MessageStub[], minForThread: number): readonly Entry[] =>
  [...Map.groupBy(stubs, ({ threadId }) => threadId)].flatMap(([threadId, inThread]): readonly Entry[] =>
    inThread.length < minForThread
      ? inThread.map(({ id }) => ({ kind: 'messages', id }))
      : [{ kind: 'threads', id: threadId }],
  )

/**
 * What comes first: what Gmail does not sort away under a tab of its own. Where it sorts nothing, one message in ten is a
 * person's, and the conversations are walked three times, each time a little further: the last days as a whole, and what the
 * user wrote in, for the first names; whoever wrote lately and may be owed an answer; then what the user wrote in, to the end.
 */
const walks = [
  { ownDays: 60, othersDays: 3 },
  { ownDays: 0, othersDays: 21 },
  { ownDays: Number.POSITIVE_INFINITY, othersDays: 0 },
] as const

/** The walk that follows another; null after the last, and where Gmail sorts. */
export const nextWalk = (walk: number | undefined): number | null =>
  walk === undefined || walk + 1 >= walks.length ? null : walk + 1

/** Whether everything that a walk reads of a time has been read when it has passed it: the second only fills in. */
export const movesBack = (walk: number | undefined): boolean => walk === undefined || (walks[walk]?.ownDays ?? 0) > 0

const reachOf = (walk: number): number => {
  const { ownDays, othersDays } = walks[walk] ?? walks[0]
  return Math.max(ownDays, othersDays) * DAY
}

/** Whether Gmail sorts, the first window of a mailbox tells. */
const walkOf = (
  { walk, isListed }: GmailBackfill,
  found: ReadonlyMap<string, readonly MessageStub[]>,
): number | undefined => (walk !== undefined || isListed || sortedIn(found).size > 0 ? walk : 0)

const sortedIn = (found: ReadonlyMap<string, readonly MessageStub[]>): ReadonlySet<string> =>
  new Set(sortedAwayLabels.flatMap((label) => found.get(label)?.map(({ id }) => id) ?? []))

const conversationsIn = (
  stubs: readonly MessageStub[],
  {
    found,
    now,
    walk = walks.length - 1,
  }: {
    readonly found: ReadonlyMap<string, readonly MessageStub[]>
    readonly now: Instant
    readonly walk: number | undefined
  },
): readonly MessageStub[] => {
  const sortedAway = sortedIn(found)
  if (sortedAway.size > 0) return stubs.filter(({ id }) => !sortedAway.has(id))
  const own = new Set(found.get(sentLabel)?.map(({ threadId }) => threadId))
  const { ownDays, othersDays } = walks[walk] ?? walks[0]
  return stubs.filter(({ id, threadId }) => {
    const days = own.has(threadId) ? ownDays : othersDays
    return storedAt(id) >= later(now, -days * DAY)
  })
}

/**
 * An id begins with the milliseconds at which its message was stored: a habit of Gmail's that nobody promised. Where it
 * does not hold, more is read at once than must be, or less, and no harm done.
 */
const storedAt = (id: string): Instant =>
  instantFromMilliseconds(Number.parseInt(id.padStart(16, '0').slice(0, 11), 16))

/** What Gmail puts under its own tabs: hardly ever a message from one person to another. */
const sortedAwayLabels = ['CATEGORY_PROMOTIONS', 'CATEGORY_UPDATES', 'CATEGORY_SOCIAL', 'CATEGORY_FORUMS']
const sentLabel = 'SENT'

/**
 * The messages of these labels down to the end of a window, by walking each label's own list beside it; `first` are the
 * lists where each of them stands. Ids rise with time, as far as anyone has seen: where they did not, a message would be
 * read earlier or later than it might be, and no harm done.
 */
const listBeside = async (
  reading: GmailReading,
  from: Pick<GmailBackfill, 'labelsAt'> & {
    readonly labels: readonly string[]
    readonly first: readonly MessageList[]
    readonly oldest: string
  },
): Promise<
  Result<
    Pick<GmailBackfill, 'labelsAt'> & {
      readonly found: ReadonlyMap<string, readonly MessageStub[]>
      readonly spent: number
    },
    ProviderError
  >
> => {
  const found = new Map<string, readonly MessageStub[]>()
  const labelsAt = { ...from.labelsAt }
  let spent = 0
  let [labels, lists] = [from.labels, from.first]
  for (let round = 1; ; round += 1) {
    const unfinished: string[] = []
    for (const [index, label] of labels.entries()) {
      const { stubs, nextPageToken } = lists[index] ?? noList
      found.set(label, [...(found.get(label) ?? []), ...stubs])
      const reachesBeyond = (stubs.at(-1)?.id ?? '') < from.oldest
      if (reachesBeyond || nextPageToken === null) continue
      labelsAt[label] = nextPageToken
      unfinished.push(label)
    }
    if (unfinished.length === 0 || round === maxListsPerLabel) return success({ found, labelsAt, spent })
    const wanted = unfinished.map((label) => listOfLabel(label, labelsAt))
    const listed = await listTogether(reading, wanted)
    if (!listed.ok) return listed
    spent += wanted.length * cost.messageList
    ;[labels, lists] = [unfinished, listed.value]
  }
}

const listOfLabel = (label: string, labelsAt: GmailBackfill['labelsAt']): WantedList => ({
  label,
  pageToken: labelsAt[label] ?? null,
})

const noList: MessageList = { stubs: [], nextPageToken: null }

/** A window holds as many messages as a list; so two lists of one label always reach to its end. */
const maxListsPerLabel = 2
