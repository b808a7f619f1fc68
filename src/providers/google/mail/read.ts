/** What Gmail is asked for: lists of ids, and many messages or threads at once, each answering for itself. */
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { headersWorthReading, type Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Instant } from '../../../model/time.ts'
import { malformed } from '../../kit/malformed.ts'
import { nextPage } from '../../kit/next-page.ts'
import { type Settled, settle } from '../../kit/settle.ts'
import type { Access, PageRequest, ProviderError } from '../../provider.ts'
import { type BatchPart, callGoogle, type GoogleClient, lapsing } from '../client.ts'
import { errorOfGoogleRefusal } from '../errors.ts'
import { parseMessage } from './parse.ts'

/** Units of the table in force since May 2026: https://developers.google.com/workspace/gmail/api/reference/quota */
export const cost = { profile: 1, history: 2, messageList: 5, threadList: 10, message: 20, thread: 40 } as const

export const idsPerList = 500
/** Before a list whose place was forgotten is begun again. */
export const relistPause = 10
/**
 * The parts of a batch run side by side, and how many of them Gmail suffers nobody says: a mailbox begins with few, has
 * half as many after a refusal, and half as many more after a batch without one. More than 50 are discouraged.
 */
export const firstParts = 12
const minParts = 3
const maxParts = 50
/** A page should be well under a hundred messages, which fit the free plan's CPU. */
const messagesPerPage = 60
/** What threads of more than one message hold on average, in most mailboxes. */
const messagesPerThread = 2.5

export interface GmailSession {
  readonly client: GoogleClient
  readonly access: Access
  readonly now: Instant
}

export interface GmailReading extends GmailSession {
  readonly request: PageRequest
  /** Units spent before the step that reads. */
  readonly spent: number
}

export interface MessageStub {
  readonly id: string
  readonly threadId: string
}

export interface MessageList {
  readonly stubs: readonly MessageStub[]
  readonly nextPageToken: string | null
}

export interface WantedList {
  /** Null for all messages. */
  readonly label?: string | null
  readonly pageToken: string | null
  readonly count?: number
}

/** Ids, newest first: 500 for 5 units. A page token that is no longer known is `cursor_expired`. */
export const listMessages = async (
  { client, access, now }: GmailSession,
  wanted: WantedList,
): Promise<Result<MessageList, ProviderError>> => {
  const { label = null, pageToken, count = idsPerList } = wanted
  const parameters = {
    userId: 'me',
    maxResults: count,
    ...(label !== null && { labelIds: [label] }),
    ...(pageToken !== null && { pageToken }),
  }
  const listed = await callGoogle(() => client.gmail.users.messages.list(parameters, client.options(access, 'gmail')), {
    now,
    ...lapsing(pageToken),
  })
  return listed.ok ? listIn(listed.value, wanted) : listed
}

/** Several lists in one request, in their order: all of them, or why one of them does not come. */
export const listTogether = async (
  { client, access, now }: GmailSession,
  wanted: readonly WantedList[],
): Promise<Result<readonly MessageList[], ProviderError>> => {
  const answers = await client.readBatch(access, wanted.map(listPath), now)
  if (!answers.ok) return answers
  const lists: MessageList[] = []
  for (const [index, asked] of wanted.entries()) {
    const { status, body } = answers.value[index] ?? noPart
    const expected = lapsing(asked.pageToken).expect[status]
    const list = status === 200 ? listIn(body, asked) : failure(expected ?? errorOfGoogleRefusal({ status, body }, now))
    if (!list.ok) return list
    lists.push(list.value)
  }
  return success(lists)
}

const listPath = ({ label = null, pageToken, count = idsPerList }: WantedList): string => {
  const query = new URLSearchParams({ maxResults: String(count) })
  if (label !== null) query.set('labelIds', label)
  if (pageToken !== null) query.set('pageToken', pageToken)
  return `/gmail/v1/users/me/messages?${query}`
}

const listIn = (answer: unknown, { pageToken, count = idsPerList }: WantedList): Result<MessageList, ProviderError> => {
  const { resultSizeEstimate, messages, nextPageToken } = fieldsOf(answer) ?? {}
  // An empty list has no key for its entries, only this one: without it, the answer is something else and proves nothing.
  if (typeof resultSizeEstimate !== 'number') return malformed('a list without its size')
  if (listOf(messages).length > count) return malformed('more messages than were asked for')
  const next = nextPage({ next: textOf(nextPageToken), asked: pageToken })
  if (!next.ok) return next
  const stubs = listOf(messages).flatMap((entry) => {
    const fields = fieldsOf(entry)
    const id = textOf(fields?.id)
    const threadId = textOf(fields?.threadId)
    return id === null || threadId === null ? [] : [{ id, threadId }]
  })
  return success({ stubs, nextPageToken: next.value })
}

/** A message, or a thread with all its messages for the price of two. */
export interface Entry {
  readonly kind: 'messages' | 'threads'
  readonly id: string
}

export interface EntriesRead {
  readonly resources: readonly unknown[]
  readonly read: readonly Entry[]
  /** Refused this time, to be asked for again. */
  readonly refused: readonly Entry[]
  /** No more there. */
  readonly gone: readonly Entry[]
  readonly spent: number
  readonly pauseSeconds: number
  /** How many parts the next batch may have. */
  readonly parts: number
}

const metadataQuery = `format=metadata&${headersWorthReading.map((name) => `metadataHeaders=${name}`).join('&')}`

/** Reads messages and threads in one batch, of which `parts` may be sent at once. */
export const readEntries = async (
  { client, access, now }: GmailSession,
  entries: readonly Entry[],
  parts: number,
): Promise<Result<EntriesRead, ProviderError>> => {
  if (entries.length === 0) return success({ ...nothingRead, parts })
  const paths = entries.map(({ kind, id }) => `/gmail/v1/users/me/${kind}/${encodeURIComponent(id)}?${metadataQuery}`)
  const answers = await client.readBatch(access, paths, now)
  if (!answers.ok) return answers
  const settled = settle(
    entries.map((question, index) => ({ question, outcome: answerIn(question, answers.value[index] ?? noPart, now) })),
  )
  if (settled.ok) {
    const isFull = entries.length >= parts
    const next = settled.value.refused.length > 0 ? fewer(parts) : isFull ? more(parts) : parts
    return success({ ...entriesIn(settled.value), parts: next })
  }
  // All of them at once were too many: some of them may not be.
  if (settled.error.reason !== 'rate_limited' || entries.length <= minParts) return settled
  const { retryAfterSeconds: pauseSeconds } = settled.error
  return success({ ...nothingRead, refused: entries, pauseSeconds, parts: fewer(Math.min(parts, entries.length)) })
}

const fewer = (parts: number): number => Math.max(minParts, Math.floor(parts / 2))

const more = (parts: number): number => Math.min(maxParts, Math.ceil(parts * 1.5))

const nothingRead = { resources: [], read: [], refused: [], gone: [], spent: 0, pauseSeconds: 0 } as const

const noPart: BatchPart = { status: 500, body: null }

/** The resource; null where it is no more. */
const answerIn = (entry: Entry, { status, body }: BatchPart, now: Instant): Result<unknown, ProviderError> => {
  if (status === 404) return success(null)
  if (status !== 200) return failure(errorOfGoogleRefusal({ status, body }, now))
  return fieldsOf(body)?.id === entry.id ? success(body) : failure({ reason: 'unavailable', status })
}

const entriesIn = ({ answers, refused, pauseSeconds }: Settled<Entry, unknown>): Omit<EntriesRead, 'parts'> => {
  const there = answers.filter(({ answer }) => answer !== null)
  return {
    resources: there.map(({ answer }) => answer),
    read: there.map(({ question }) => question),
    refused,
    gone: answers.flatMap(({ question, answer }) => (answer === null ? [question] : [])),
    spent: answers.reduce((sum, { question }) => sum + costOf(question), 0),
    pauseSeconds,
  }
}

const costOf = ({ kind }: Entry): number => (kind === 'threads' ? cost.thread : cost.message)

/** The first of these that the units, a batch and a page have room for; always one, so that reading goes on. */
export const affordable = (
  entries: readonly Entry[],
  { units, parts }: { readonly units: number; readonly parts: number },
): readonly Entry[] => {
  let messages = 0
  let spent = 0
  const first = entries.findIndex((entry, index) => {
    messages += entry.kind === 'threads' ? messagesPerThread : 1
    spent += costOf(entry)
    return index > 0 && (spent > units || messages > messagesPerPage || index >= parts)
  })
  return first < 0 ? entries : entries.slice(0, first)
}

/** The messages of a resource: of a message, or of a thread. */
export const messagesIn = (resource: unknown): readonly Message[] => {
  const messages = fieldsOf(resource)?.messages
  return messages === undefined ? [parseMessage(resource) ?? []].flat() : listOf(messages).flatMap(messagesIn)
}
