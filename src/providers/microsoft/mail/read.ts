/**
 * From the rows of a delta to letters. Most rows say enough. Looked up are: a row that is gone from its folder (moved,
 * thrown away or deleted: only the letter itself tells), one that changed and says too little, and a letter whose headers
 * may matter.
 */
import { fieldsOf, textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import { type Instant, instantFromMilliseconds } from '../../../model/time.ts'
import type { ProviderError } from '../../provider.ts'
import { instantText, partsPerBatch } from '../client.ts'
import { type PartialMessage, parseRow } from '../parse.ts'
import type { State } from './cursor.ts'
import { messageOf, withAddresses } from './folders.ts'
import { lookUp, properties, type Question, type Reading } from './look-up.ts'

/** Newest first. The options are given once: the links that follow carry them. */
export const deltaPath = (folder: string): string =>
  `/me/mailFolders/${encodeURIComponent(folder)}/messages/delta?$select=${properties}&$orderby=receivedDateTime%20desc`

/** The same of what came since an instant. Such a delta brings at most 5,000 letters: enough for hours, not for years. */
export const freshPath = (folder: string, since: Instant): string =>
  `${deltaPath(folder)}&$filter=receivedDateTime%20ge%20${instantText(since)}`

/** When the oldest of these letters was received, or null where none says so. */
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

export interface Read {
  readonly state: State
  readonly upserts: readonly Message[]
  readonly deletions: readonly string[]
  readonly calls: number
  readonly pauseSeconds: number
}

/** Where a wait was asked for, what is to be looked up is left for later, and no call made. */
export const readRows = async (
  reading: Reading,
  before: State,
  { parts, pauseSeconds = 0 }: { readonly parts: readonly FolderRows[]; readonly pauseSeconds?: number },
): Promise<Result<Read, ProviderError>> => {
  const { partials, unclear } = sortRows(parts, instantText(reading.request.since))
  const state = withAddresses(before, partials)
  const upserts: Message[] = []
  const questions: Question[] = unclear.map((id) => ({ id, partial: null }))
  for (const partial of partials) {
    const message = messageOf(state, partial)
    if (state.hasHeaders && reading.headersMatter(message)) questions.push({ id: partial.id, partial })
    else upserts.push(message)
  }
  if (pauseSeconds === 0) return joined(upserts, await lookUp(reading, state, questions))
  const todo = [...new Set([...state.todo, ...questions.map(({ id }) => id)])]
  return success({ state: { ...state, todo }, upserts, deletions: [], calls: 0, pauseSeconds })
}

/** Looks up what earlier pages left to be looked up, as much as a page has room for. */
export const readTodo = async (reading: Reading, before: State): Promise<Result<Read, ProviderError>> => {
  const questions = before.todo.slice(0, lookUpsPerPage).map((id): Question => ({ id, partial: null }))
  return joined([], await lookUp(reading, { ...before, todo: before.todo.slice(lookUpsPerPage) }, questions))
}

const lookUpsPerPage = 2 * partsPerBatch

const joined = (
  upserts: readonly Message[],
  found: Awaited<ReturnType<typeof lookUp>>,
): Result<Read, ProviderError> => {
  if (!found.ok) return found
  const { messages, gone, ...rest } = found.value
  return success({ ...rest, upserts: [...upserts, ...messages], deletions: gone })
}

/** A delta may tell of one letter more than once, in any order: where one of its rows leaves a doubt, it is looked up. */
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
      const row = parseRow(json, folder)
      if (row === null) continue
      if (row.kind === 'message') partials.set(row.id, row.partial)
      else if (row.kind !== 'other') unclear.add(row.id)
    }
  }
  for (const id of unclear) partials.delete(id)
  return { partials: [...partials.values()], unclear: [...unclear] }
}
