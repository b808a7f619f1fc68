/** Reading many messages or threads at once, each answering for itself. */
import { fieldsOf } from '../../../model/json.ts'
import { headersWorthReading, type Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Instant } from '../../../model/time.ts'
import type { Access, ProviderError, Pull } from '../../provider.ts'
import type { Part } from '../batch.ts'
import type { GoogleClient } from '../client.ts'
import { errorOfRefusal } from '../errors.ts'
import { parseMessage } from '../parse.ts'

/** Units of the table in force since May 2026. */
export const cost = { profile: 1, history: 2, messageList: 5, message: 20, thread: 40 } as const

/** More than 50 parts are discouraged: they run side by side and trip the limit on concurrent calls. */
const partsPerPage = 50
/** A page should be well under a hundred messages, which fit the free plan's CPU. */
const messagesPerPage = 60
/** What threads of more than one letter hold on average, in most mailboxes. */
const messagesPerThread = 2.5
export const idsPerList = 500

export interface Reading {
  readonly client: GoogleClient
  readonly access: Access
  readonly request: Pull
  /** Units spent before the step that reads. */
  readonly spent: number
}

/** A message, or a thread with all its messages. */
export interface Entry {
  readonly kind: 'messages' | 'threads'
  readonly id: string
}

export interface ReadBatch {
  readonly resources: readonly unknown[]
  /** Refused this time, to be asked for again. */
  readonly unread: readonly Entry[]
  /** No more there. */
  readonly gone: readonly Entry[]
  readonly spent: number
  readonly pauseSeconds: number
}

const metadataQuery = `format=metadata&${headersWorthReading.map((name) => `metadataHeaders=${name}`).join('&')}`

/** Reads messages and threads in one batch. Each part answers for itself; only if all fail does the page fail. */
export const readAll = async (
  reading: Reading,
  entries: readonly Entry[],
): Promise<Result<ReadBatch, ProviderError>> => {
  const { client, access, request } = reading
  if (entries.length === 0) return success(nothingRead)
  const paths = entries.map(({ kind, id }) => `/gmail/v1/users/me/${kind}/${encodeURIComponent(id)}?${metadataQuery}`)
  const parts = await client.readBatch(access, paths, request.now)
  return parts.ok ? sortParts(entries, parts.value, request.now) : parts
}

const nothingRead: ReadBatch = { resources: [], unread: [], gone: [], spent: 0, pauseSeconds: 0 }

const costOf = ({ kind }: Entry): number => (kind === 'threads' ? cost.thread : cost.message)

const sortParts = (
  entries: readonly Entry[],
  parts: readonly Part[],
  now: Instant,
): Result<ReadBatch, ProviderError> => {
  const resources: unknown[] = []
  const readEntries: Entry[] = []
  const unread: Entry[] = []
  const gone: Entry[] = []
  const refusals: ProviderError[] = []
  for (const [index, entry] of entries.entries()) {
    const { status, body } = parts[index] ?? { status: 500, body: null }
    if (status === 200 && fieldsOf(body)?.id === entry.id) {
      resources.push(body)
      readEntries.push(entry)
    } else if (status === 404) {
      gone.push(entry)
    } else {
      refusals.push(status === 200 ? { reason: 'unavailable', status } : errorOfRefusal({ status, body }, now))
      unread.push(entry)
    }
  }
  const grave = refusals.find(({ reason }) => reason !== 'rate_limited' && reason !== 'unavailable')
  if (grave !== undefined) return failure(grave)
  const [refusal] = refusals
  if (refusal !== undefined && unread.length === entries.length) return failure(refusal)
  const pauses = refusals.map((error) => (error.reason === 'rate_limited' ? error.retryAfterSeconds : partPause))
  return success({
    resources,
    unread,
    gone,
    spent: [...readEntries, ...gone].reduce((sum, entry) => sum + costOf(entry), 0),
    pauseSeconds: Math.max(0, ...pauses),
  })
}

/** A part that merely failed is asked for again soon. */
const partPause = 2

/** The first of these that the units, and a page, have room for; always one, so that reading goes on. */
export const affordable = (entries: readonly Entry[], units: number): readonly Entry[] => {
  let messages = 0
  let spent = 0
  const first = entries.findIndex((entry, index) => {
    messages += entry.kind === 'threads' ? messagesPerThread : 1
    spent += costOf(entry)
    return index > 0 && (spent > units || messages > messagesPerPage || index >= partsPerPage)
  })
  return first < 0 ? entries : entries.slice(0, first)
}

export const messagesIn = (json: unknown): readonly Message[] => {
  const parsed = parseMessage(json)
  return parsed === null ? [] : [parsed]
}
