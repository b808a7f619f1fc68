/** Changes of an Outlook mailbox: what the delta of each folder tells since it was last asked, twenty folders to a call. */
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { HOUR, later } from '../../../model/time.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { askEach, type DeltaPage, deltaPageIn, partsPerBatch } from '../client.ts'
import { isNotFound } from '../errors.ts'
import { type Begun, listFolders } from './begin.ts'
import { type FolderWalk, type OutlookState, outlookPage, withWalk } from './cursor.ts'
import { withoutFolder } from './folders.ts'
import {
  deltaPath,
  type FolderRows,
  freshPath,
  mailAsk,
  type OutlookReading,
  type OutlookStep,
  readRows,
  readTodo,
} from './read.ts'

/**
 * Steps: begin a round with what changed among the folders themselves; ask the folders, until a page is full or all have
 * been asked; look up what their rows leave open. The round ends when nothing is left to ask.
 */
export const changesOfOutlook = async (
  reading: OutlookReading,
  begun: Begun,
): Promise<Result<Page<Message>, ProviderError>> => {
  const inRound = await beginRound(reading, begun)
  if (!inRound.ok) return inRound
  const { state, unitsSpent } = inRound.value
  if (state.round.length === 0 && state.todo.length > 0) return endRound(reading, state)
  const asked = await askFolders(reading, state)
  if (!asked.ok) return asked
  const read = await readRows(reading, asked.value.state, asked.value)
  if (!read.ok) return read
  return success(
    changesPage({
      ...read.value,
      pauseSeconds: Math.max(asked.value.pauseSeconds, read.value.pauseSeconds),
      unitsSpent: unitsSpent + asked.value.calls + read.value.unitsSpent,
    }),
  )
}

/** A round in which something is left to be looked up goes on, though its folders have all been asked. */
export const changesPage = ({ state, ...step }: OutlookStep): Page<Message> => {
  const round = state.round ?? []
  const isDone = round.length === 0 && state.todo.length === 0
  return outlookPage({ ...state, round: isDone ? null : round }, { ...step, more: !isDone })
}

/** A state within a round. */
type RoundState = OutlookState & { readonly round: NonNullable<OutlookState['round']> }

const beginRound = async (
  reading: OutlookReading,
  { state, unitsSpent }: Begun,
): Promise<Result<{ readonly state: RoundState; readonly unitsSpent: number }, ProviderError>> => {
  if (state.round !== null) return success({ state: { ...state, round: state.round }, unitsSpent })
  const listed = await listFolders(reading, state)
  if (!listed.ok) return listed
  const round = listed.value.state.walks.map(({ id }) => id)
  return success({ state: { ...listed.value.state, round }, unitsSpent: unitsSpent + listed.value.unitsSpent })
}

/** One message that cannot be looked up must not keep the others waiting: the next round asks for it again. */
const endRound = async (
  reading: OutlookReading,
  state: OutlookState,
): Promise<Result<Page<Message>, ProviderError>> => {
  const read = await readTodo(reading, state)
  if (read.ok) return success(changesPage(read.value))
  if (read.error.reason !== 'unavailable') return read
  return success(outlookPage({ ...state, round: null }, { unitsSpent: 1, more: false }))
}

interface FoldersAsked {
  readonly state: RoundState
  readonly parts: readonly FolderRows[]
  readonly calls: number
  readonly pauseSeconds: number
}

/** So many rows are enough for a page. */
const enoughRows = 40
/** Twenties of folders that one invocation asks: far below the fifty requests of the free plan. */
const maxCalls = 8
/** Of one folder by itself; and of each, where many are asked at once. */
const rowsAlone = 60
const rowsEach = 6

const askFolders = async (
  reading: OutlookReading,
  before: RoundState,
): Promise<Result<FoldersAsked, ProviderError>> => {
  let state = before
  let untried = before.round
  let [calls, rows, pauseSeconds] = [0, 0, 0]
  const parts: FolderRows[] = []
  while (untried.length > 0 && calls < maxCalls && rows < enoughRows && pauseSeconds === 0) {
    const walks = untried.slice(0, partsPerBatch).flatMap((id) => state.walks.find((walk) => walk.id === id) ?? [])
    const asked = await askWalks(reading, state, walks)
    if (!asked.ok) return asked
    untried = untried.slice(partsPerBatch)
    calls += asked.value.calls
    pauseSeconds = asked.value.pauseSeconds
    for (const { walk, delta } of asked.value.told) {
      const after = delta === null ? withoutFolder(state, walk.id) : toldOf(state, walk, delta)
      // Messages were seen in it: where they are now, only a new reading tells.
      if (after.hasLost) return failure({ reason: 'cursor_expired' })
      const isAsked = delta === null || delta.isLast
      state = { ...after.state, round: state.round.filter((id) => !(isAsked && id === walk.id)) }
      if (delta !== null && delta.rows.length > 0) parts.push({ folder: walk.id, rows: delta.rows })
      rows += delta?.rows.length ?? 0
    }
  }
  const known = new Set(state.walks.map(({ id }) => id))
  return success({ state: { ...state, round: state.round.filter((id) => known.has(id)) }, parts, calls, pauseSeconds })
}

interface WalksAsked {
  /** Null where the folder is no more. */
  readonly told: readonly { readonly walk: FolderWalk; readonly delta: DeltaPage | null }[]
  readonly calls: number
  readonly pauseSeconds: number
}

const askWalks = async (
  reading: OutlookReading,
  state: OutlookState,
  walks: readonly FolderWalk[],
): Promise<Result<WalksAsked, ProviderError>> => {
  const { client } = reading
  const ask = { ...mailAsk(reading), pageSize: walks.length > 1 ? rowsEach : rowsAlone }
  const asked = await askEach(reading, ask, {
    questions: walks,
    pathOf: (walk) => pathOf(state, walk),
    isAnswer: isNotFound,
    isAbout: (walk, body) => deltaPageIn(client, body, pathOf(state, walk)).ok,
  })
  if (!asked.ok) return asked
  const told: { readonly walk: FolderWalk; readonly delta: DeltaPage | null }[] = []
  for (const { question: walk, answer } of asked.value.answers) {
    const delta = answer.ok ? deltaPageIn(client, answer.body, pathOf(state, walk)) : success(null)
    if (!delta.ok) return delta
    told.push({ walk, delta: delta.value })
  }
  return success({ ...asked.value, told })
}

/** Clocks differ, and a message may lie in a queue before it lies in a folder. */
const freshOverlap = HOUR

/** A folder that is still being walked has a delta of its own for its changes; one made since is walked as changes. */
const isApart = (state: OutlookState, { isWalked }: FolderWalk): boolean => !isWalked && !state.isRead

const pathOf = (state: OutlookState, walk: FolderWalk): string =>
  isApart(state, walk)
    ? (walk.fresh ?? freshPath(walk.id, later(state.startedAt, -freshOverlap)))
    : (walk.link ?? deltaPath(walk.id))

const toldOf = (
  state: OutlookState,
  walk: FolderWalk,
  { link, isLast, rows }: DeltaPage,
): { readonly state: OutlookState; readonly hasLost: false } => {
  const used = { ...walk, rows: walk.rows + rows.length }
  const after = isApart(state, walk) ? { ...used, fresh: link } : { ...used, link, isWalked: walk.isWalked || isLast }
  return { state: withWalk(state, after), hasLost: false }
}
