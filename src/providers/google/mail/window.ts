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

export interface MailWindow extends Pick<GmailBackfill, 'pageToken' | 'labelsAt'> {
  readonly entries: readonly Entry[]
  readonly spent: number
}

/** `isRead` tells what need not be read again. */
export const listWindow = async (
  reading: GmailReading,
  { stage, pageToken, labelsAt }: GmailBackfill,
  isRead: (stub: MessageStub) => boolean,
): Promise<Result<MailWindow, ProviderError>> => {
  const labels = stage === 'rest' ? [] : [...sortedAwayLabels, sentLabel]
  const listed = await listTogether(reading, [{ pageToken }, ...labels.map((label) => listOfLabel(label, labelsAt))])
  if (!listed.ok) return listed
  const [all = noList, ...first] = listed.value
  const oldest = all.stubs.at(-1)?.id ?? ''
  const beside = await listBeside(reading, { labels, first, labelsAt, oldest })
  if (!beside.ok) return beside
  const unread = all.stubs.filter((stub) => !isRead(stub))
  const wanted = stage === 'rest' ? unread : conversationsIn(unread, beside.value.found, reading.now)
  return success({
    pageToken: all.nextPageToken,
    labelsAt: beside.value.labelsAt,
    entries: stage === 'rest' ? entriesOf(wanted, messagesForRest) : entriesOf(wanted, messagesForThread),
    spent: reading.spent + (1 + labels.length) * cost.messageList + beside.value.spent,
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
 * person's: of what is older than a few weeks, those of threads in which the user wrote.
 */
const conversationsIn = (
  stubs: readonly MessageStub[],
  found: ReadonlyMap<string, readonly MessageStub[]>,
  now: Instant,
): readonly MessageStub[] => {
  const sortedAway = new Set(sortedAwayLabels.flatMap((label) => found.get(label)?.map(({ id }) => id) ?? []))
  if (sortedAway.size > 0) return stubs.filter(({ id }) => !sortedAway.has(id))
  const own = new Set(found.get(sentLabel)?.map(({ threadId }) => threadId))
  const recent = later(now, -recentSeconds)
  return stubs.filter(({ id, threadId }) => own.has(threadId) || storedAt(id) >= recent)
}

/** Who wrote lately and has had no answer yet may be owed one: enough for the first names. */
const recentSeconds = 21 * DAY

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
