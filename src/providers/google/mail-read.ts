/** Reading many messages or threads at once, each answering for itself. */
import { headersWorthReading, type Message } from '../../model/message.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import type { Access, ProviderError, Pull } from '../provider.ts'
import type { Part } from './batch.ts'
import type { GoogleClient } from './client.ts'
import { errorOfRefusal } from './errors.ts'
import { fieldsOf, parseMessage } from './parse.ts'

/** Units of the table in force since May 2026. */
export const cost = { profile: 1, history: 2, messageList: 5, threadList: 10, message: 20, thread: 40 } as const

/** More than 50 parts are discouraged: they run side by side and trip the limit on concurrent calls. */
export const messagesPerPage = 50
export const idsPerList = 500

export interface Reading {
  readonly client: GoogleClient
  readonly access: Access
  readonly request: Pull
  /** Units spent before the step that reads. */
  readonly spent: number
}

export interface ReadBatch {
  readonly resources: readonly unknown[]
  readonly readIds: readonly string[]
  /** Ids refused this time, to be asked for again. */
  readonly unread: readonly string[]
  /** Ids that are no more. */
  readonly gone: readonly string[]
  readonly spent: number
  readonly pauseSeconds: number
}

const metadataQuery = `format=metadata&${headersWorthReading.map((name) => `metadataHeaders=${name}`).join('&')}`

/** Reads messages or threads in one batch. Each part answers for itself; only if all fail does the page fail. */
export const readAll = async (
  reading: Reading,
  kind: 'messages' | 'threads',
  ids: readonly string[],
): Promise<Result<ReadBatch, ProviderError>> => {
  const { client, access, request } = reading
  if (ids.length === 0) return success({ resources: [], readIds: [], unread: [], gone: [], spent: 0, pauseSeconds: 0 })
  const paths = ids.map((id) => `/gmail/v1/users/me/${kind}/${encodeURIComponent(id)}?${metadataQuery}`)
  const parts = await client.readBatch(access, paths, request.now)
  if (!parts.ok) return parts
  return sortParts(ids, parts.value, kind === 'threads' ? cost.thread : cost.message, request.now)
}

const sortParts = (
  ids: readonly string[],
  parts: readonly Part[],
  each: number,
  now: Instant,
): Result<ReadBatch, ProviderError> => {
  const resources: unknown[] = []
  const readIds: string[] = []
  const unread: string[] = []
  const gone: string[] = []
  const refusals: ProviderError[] = []
  for (const [index, id] of ids.entries()) {
    const { status, body } = parts[index] ?? { status: 500, body: null }
    if (status === 200 && fieldsOf(body)?.id === id) {
      resources.push(body)
      readIds.push(id)
    } else if (status === 404) {
      gone.push(id)
    } else {
      refusals.push(status === 200 ? { reason: 'unavailable', status } : errorOfRefusal({ status, body }, now))
      unread.push(id)
    }
  }
  const grave = refusals.find(({ reason }) => reason !== 'rate_limited' && reason !== 'unavailable')
  if (grave !== undefined) return failure(grave)
  const [refusal] = refusals
  if (refusal !== undefined && unread.length === ids.length) return failure(refusal)
  const pauses = refusals.map((error) => (error.reason === 'rate_limited' ? error.retryAfterSeconds : partPause))
  return success({
    resources,
    readIds,
    unread,
    gone,
    spent: each * (ids.length - unread.length),
    pauseSeconds: Math.max(0, ...pauses),
  })
}

/** A part that merely failed is asked for again soon. */
const partPause = 2

export const affordable = (
  ids: readonly string[],
  budget: { readonly limit: number; readonly each: number; readonly units: number },
): readonly string[] => ids.slice(0, Math.max(1, Math.min(budget.limit, Math.floor(budget.units / budget.each))))

export const messagesIn = (json: unknown): readonly Message[] => {
  const parsed = parseMessage(json)
  return parsed === null ? [] : [parsed]
}
