/**
 * From the rows of a delta to messages. Most rows say enough. Looked up one by one are: a row that is gone from its folder
 * (moved, thrown away or deleted: only the message itself tells), and one that changed and says too little. The headers of
 * a message cost a call each: they are read for the messages that the caller chose.
 */
import { fieldsOf, textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import { type Instant, instantFromMilliseconds } from '../../../model/time.ts'
import type { PageRequest, ProviderError } from '../../provider.ts'
import { askEach, type GraphAsk, type GraphPart, type GraphSession, instantText, partsPerBatch } from '../client.ts'
import { isNotFound } from '../errors.ts'
import { mailScope } from '../oauth.ts'
import { type OutlookState, withTodo } from './cursor.ts'
import { messageOf, withAddresses } from './folders.ts'
import { beforeMove, mayBeMoved, withMoves } from './moved.ts'
import { givenHeaders, type PartialMessage, parseMessageRow, withHeaders } from './parse.ts'

export interface OutlookReading extends GraphSession {
  readonly request: PageRequest
}

export const mailAsk = ({ request: { now } }: OutlookReading): GraphAsk => ({ now, scope: mailScope })

/** What a message, and every row of a delta, is asked for. */
const messageProperties =
  'receivedDateTime,sentDateTime,subject,internetMessageId,conversationId,parentFolderId,isDraft,from,sender,toRecipients,ccRecipients,bccRecipients,replyTo'

/** Newest first. The options are given once: the links that follow carry them. */
export const deltaPath = (folder: string): string =>
  `/me/mailFolders/${encodeURIComponent(folder)}/messages/delta?$select=id,${messageProperties}&$orderby=receivedDateTime%20desc`

/** The same of what came since an instant. Such a delta brings at most 5,000 messages: enough for hours, not for years. */
export const freshPath = (folder: string, since: Instant): string =>
  `${deltaPath(folder)}&$filter=receivedDateTime%20ge%20${instantText(since)}`

/** When the oldest of these messages was received, or null where none says so. */
export const oldestIn = (rows: readonly unknown[]): Instant | null => {
  const [oldest] = rows.flatMap((row) => textOf(fieldsOf(row)?.receivedDateTime) ?? []).sort()
  const milliseconds = Date.parse(oldest ?? '')
  return Number.isNaN(milliseconds) ? null : instantFromMilliseconds(milliseconds)
}

/** Rows as they came, and the folder whose delta they are of. */
export interface FolderRows {
  readonly folder: string
  readonly rows: readonly unknown[]
}

/** What a step of a page brought, and where it leaves the reading. */
export interface OutlookStep {
  readonly state: OutlookState
  readonly upserts: readonly Message[]
  readonly deletions: readonly string[]
  readonly lacking: readonly Message[]
  readonly unitsSpent: number
  readonly pauseSeconds: number
}

export const noStep: Omit<OutlookStep, 'state'> = {
  upserts: [],
  deletions: [],
  lacking: [],
  unitsSpent: 0,
  pauseSeconds: 0,
}

/** Where a wait was asked for, what is to be looked up is left for later, and no call made. */
export const readRows = async (
  reading: OutlookReading,
  before: OutlookState,
  { parts, pauseSeconds = 0 }: { readonly parts: readonly FolderRows[]; readonly pauseSeconds?: number },
): Promise<Result<OutlookStep, ProviderError>> => {
  const { since } = reading.request
  const sorted = sortRows(parts, instantText(since))
  const state = withMoves(withAddresses(before, sorted.partials), sorted.partials)
  // Those that lie alone at the end of a page are looked up when more of their day is known.
  const unsure = sorted.partials.filter((partial) => mayBeMoved(state, partial))
  const isUnsure = new Set(unsure)
  const unclear = [...sorted.unclear, ...unsure.map(({ id }) => id)]
  const messages = sorted.partials
    .filter((partial) => !isUnsure.has(partial))
    .map((partial) => messageOf(state, beforeMove(state, partial)))
    .filter(({ receivedAt }) => receivedAt >= since)
  const told = state.hasHeaders ? { lacking: messages } : { upserts: messages }
  if (pauseSeconds > 0) return success({ ...noStep, ...told, state: withTodo(state, unclear), pauseSeconds })
  const found = await lookUp(reading, state, unclear)
  if (!found.ok) return found
  return success({ ...found.value, ...told, upserts: [...(told.upserts ?? []), ...found.value.upserts] })
}

/** Looks up what earlier pages left to be looked up, as much as a page has room for. */
export const readTodo = (
  reading: OutlookReading,
  before: OutlookState,
): Promise<Result<OutlookStep, ProviderError>> => {
  const state = { ...before, todo: before.todo.slice(lookUpsPerPage) }
  return lookUp(reading, state, before.todo.slice(0, lookUpsPerPage))
}

const lookUpsPerPage = 2 * partsPerBatch

/** Reads the headers of messages at hand. What is refused, and all of it where no call may be made, is left for later. */
export const readHeaders = async (
  reading: OutlookReading,
  state: OutlookState,
  messages: readonly Message[],
): Promise<Result<OutlookStep, ProviderError>> => {
  const idsOf = (some: readonly Message[]): readonly string[] => some.map(({ id }) => id)
  if (reading.request.units === 0) return success({ ...noStep, state: withTodo(state, idsOf(messages)) })
  const found = await askEach(reading, mailAsk(reading), {
    questions: messages,
    pathOf: ({ id }) => messagePath(id, ['id', headersProperty]),
    isAnswer: (refusal) => isNotFound(refusal) || refusal.status === 403,
    isAbout: ({ id }, body) => body.id === id,
  })
  if (!found.ok) return found
  const { answers, refused, calls, pauseSeconds } = found.value
  const hasHeaders = givesHeaders(answers.map(({ answer }) => answer))
  const forbidden = answers.filter(({ answer }) => isForbidden(answer)).map(({ question }) => question)
  return success({
    ...noStep,
    state: withTodo({ ...state, hasHeaders }, idsOf([...refused, ...(hasHeaders ? forbidden : [])])),
    upserts: [
      ...answers.flatMap(({ question, answer }) => (answer.ok ? [withHeaders(question, answer.body)] : [])),
      ...(hasHeaders ? [] : forbidden),
    ],
    deletions: answers.flatMap(({ question, answer }) => (isGone(answer) ? [question.id] : [])),
    unitsSpent: calls,
    pauseSeconds,
  })
}

/** Reads messages of which nothing is known but the id, their headers too where Graph gives any. */
const lookUp = async (
  reading: OutlookReading,
  state: OutlookState,
  ids: readonly string[],
): Promise<Result<OutlookStep, ProviderError>> => {
  const properties = ['id', messageProperties, ...(state.hasHeaders ? [headersProperty] : [])]
  const found = await askEach(reading, mailAsk(reading), {
    questions: ids,
    pathOf: (id) => messagePath(id, properties),
    // Headers may be forbidden where the rest is not.
    isAnswer: (refusal) => isNotFound(refusal) || (refusal.status === 403 && state.hasHeaders),
    isAbout: (id, body) => body.id === id,
  })
  if (!found.ok) return found
  const { answers, refused, calls, pauseSeconds } = found.value
  const messages = answers.flatMap(({ answer }) => (answer.ok ? messageIn(state, answer) : []))
  const received = answers.filter(({ question, answer }) => isForbidden(answer) || isReceived(messages, question))
  const hasHeaders = state.hasHeaders && givesHeaders(received.map(({ answer }) => answer))
  const forbidden = answers.flatMap(({ question, answer }) => (isForbidden(answer) ? [question] : []))
  return success({
    ...noStep,
    state: withTodo({ ...state, hasHeaders }, [...refused, ...forbidden]),
    upserts: messages.filter(({ receivedAt, box }) => receivedAt >= reading.request.since || box === 'discarded'),
    deletions: answers.flatMap(({ question, answer }) => (isGone(answer) ? [question] : [])),
    unitsSpent: calls,
    pauseSeconds,
  })
}

const headersProperty = 'internetMessageHeaders'

const messagePath = (id: string, properties: readonly string[]): string =>
  `/me/messages/${encodeURIComponent(id)}?$select=${properties.join(',')}`

const isGone = (part: GraphPart): boolean => !part.ok && isNotFound(part.refusal)

const isForbidden = (part: GraphPart): boolean => !part.ok && !isNotFound(part.refusal)

/** None where it is a draft, or a meeting's mail. */
const messageIn = (state: OutlookState, part: Extract<GraphPart, { readonly ok: true }>): readonly Message[] => {
  const row = parseMessageRow(part.body, null)
  return row?.kind === 'message' ? [messageOf(state, withHeaders(beforeMove(state, row.partial), part.body))] : []
}

/** What was sent may have no headers of its own. */
const isReceived = (messages: readonly Message[], id: string): boolean =>
  messages.some((message) => message.id === id && message.box === 'received')

/** Not one of many answers has any, or headers are forbidden: this Graph keeps them to itself, and is not asked again. */
const givesHeaders = (answers: readonly GraphPart[]): boolean => {
  const bodies = answers.flatMap((part) => (part.ok ? [part.body] : []))
  if (bodies.some((body) => givenHeaders(body).length > 0)) return true
  return bodies.length < manyMessages && !answers.some(isForbidden)
}

const manyMessages = 20

/** A delta may tell of one message more than once, in any order: where one of its rows leaves a doubt, it is looked up. */
const sortRows = (
  parts: readonly FolderRows[],
  since: string,
): { readonly partials: readonly PartialMessage[]; readonly unclear: readonly string[] } => {
  const partials = new Map<string, PartialMessage>()
  const unclear = new Set<string>()
  for (const { folder, rows } of parts) {
    for (const json of rows) {
      // What lies beyond the horizon is passed over, hundreds at a time: it must cost nothing.
      const received = fieldsOf(json)?.receivedDateTime
      if (typeof received === 'string' && received < since) continue
      const row = parseMessageRow(json, folder)
      if (row === null) continue
      if (row.kind === 'message') partials.set(row.id, row.partial)
      else if (row.kind !== 'other') unclear.add(row.id)
    }
  }
  for (const id of unclear) partials.delete(id)
  return { partials: [...partials.values()], unclear: [...unclear] }
}
