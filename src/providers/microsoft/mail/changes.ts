/** News of an Outlook mailbox: what the delta of each folder tells since it was last asked, twenty folders to a call. */
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { HOUR, type Instant, later } from '../../../model/time.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { askEach } from '../ask-each.ts'
import { partsPerBatch } from '../client.ts'
import { type DeltaPage, pageIn } from '../delta.ts'
import { isNotFound } from '../errors.ts'
import { listFolders } from './begin.ts'
import { page, type State, type Walk, withWalk } from './cursor.ts'
import { withoutFolder } from './folders.ts'
import { askOf, type Reading } from './look-up.ts'
import { deltaPath, type FolderRows, freshPath, type Read, readRows, readTodo } from './read.ts'

/**
 * Steps: begin a round with what changed among the folders themselves; ask the folders, until a page is full or all have
 * been asked; look up what their rows leave open. The round ends when nothing is left to ask.
 */
export const pullNews = async (reading: Reading, before: State): Promise<Result<Page<Message>, ProviderError>> => {
  const begun = await inRound(reading, before)
  if (!begun.ok) return begun
  const { state, calls } = begun.value
  if (state.round.length === 0 && state.todo.length > 0) return endRound(reading, state)
  const asked = await askFolders(reading, state)
  if (!asked.ok) return asked
  const read = await readRows(reading, asked.value.state, asked.value)
  if (!read.ok) return read
  const pauseSeconds = Math.max(asked.value.pauseSeconds, read.value.pauseSeconds)
  return success(pageOf({ ...read.value, pauseSeconds, calls: calls + asked.value.calls + read.value.calls }))
}

/** A state within a round. */
type RoundState = State & { readonly round: NonNullable<State['round']> }

const inRound = async (
  reading: Reading,
  before: State,
): Promise<Result<{ readonly state: RoundState; readonly calls: number }, ProviderError>> => {
  if (before.round !== null) return success({ state: { ...before, round: before.round }, calls: 0 })
  const listed = await listFolders(reading, before)
  if (!listed.ok) return listed
  const { state, calls } = listed.value
  return success({ state: { ...state, round: state.walks.map(({ id }) => id) }, calls })
}

/** One letter that cannot be looked up must not keep the others waiting: the next round asks for it again. */
const endRound = async (reading: Reading, state: State): Promise<Result<Page<Message>, ProviderError>> => {
  const read = await readTodo(reading, state)
  if (read.ok) return success(pageOf(read.value))
  if (read.error.reason !== 'unavailable') return read
  return success(page({ ...state, round: null }, { calls: 1, more: false }))
}

const pageOf = (read: Read): Page<Message> => {
  const { state } = read
  const isDone = state.round?.length === 0 && state.todo.length === 0
  return page(isDone ? { ...state, round: null } : state, { ...read, more: !isDone })
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

const askFolders = async (reading: Reading, before: RoundState): Promise<Result<FoldersAsked, ProviderError>> => {
  const { client } = reading
  let state = before
  let untried = before.round
  let [calls, rows, pauseSeconds] = [0, 0, 0]
  const parts: FolderRows[] = []
  while (untried.length > 0 && calls < maxCalls && rows < enoughRows && pauseSeconds === 0) {
    const walks = untried.slice(0, partsPerBatch).flatMap((id) => state.walks.find((walk) => walk.id === id) ?? [])
    const pageSize = walks.length > 1 ? rowsEach : rowsAlone
    const asked = await askEach(
      reading,
      { ...askOf(reading), pageSize },
      {
        questions: walks,
        pathOf: (walk) => pathOf(state, walk),
        isAnswer: isNotFound,
        isAbout: (walk, body) => pageIn(client, body, pathOf(state, walk)).ok,
      },
    )
    if (!asked.ok) return asked
    untried = untried.slice(partsPerBatch)
    calls += asked.value.calls
    pauseSeconds = asked.value.pauseSeconds
    for (const [walk, answer] of asked.value.answers) {
      const told = answer.ok ? pageIn(client, answer.body, pathOf(state, walk)) : success(null)
      if (!told.ok) return told
      const after = told.value === null ? withoutFolder(state, walk.id) : toldOf(state, walk, told.value)
      // Letters were seen in it: where they are now, only a new reading tells.
      if (after.hasLost) return failure({ reason: 'cursor_expired' })
      const isAsked = told.value === null || told.value.isLast
      state = { ...after.state, round: state.round.filter((id) => !(isAsked && id === walk.id)) }
      if (told.value !== null && told.value.rows.length > 0) parts.push({ folder: walk.id, rows: told.value.rows })
      rows += told.value?.rows.length ?? 0
    }
  }
  const known = new Set(state.walks.map(({ id }) => id))
  return success({ state: { ...state, round: state.round.filter((id) => known.has(id)) }, parts, calls, pauseSeconds })
}

/** Clocks differ, and a letter may lie in a queue before it lies in a folder. */
const freshOverlap = HOUR

/** While a folder is still being walked, its news comes by a delta of its own; a folder made since is walked as news. */
const isApart = (state: State, { isWalked }: Walk): boolean => !isWalked && !state.isRead

const pathOf = (state: State, walk: Walk): string =>
  isApart(state, walk)
    ? (walk.fresh ?? freshPath(walk.id, later(state.startedAt as Instant, -freshOverlap)))
    : (walk.link ?? deltaPath(walk.id))

const toldOf = (
  state: State,
  walk: Walk,
  { link, isLast, rows }: DeltaPage,
): { readonly state: State; readonly hasLost: false } => {
  const used = { ...walk, rows: walk.rows + rows.length }
  const after = isApart(state, walk) ? { ...used, fresh: link } : { ...used, link, isWalked: walk.isWalked || isLast }
  return { state: withWalk(state, after), hasLost: false }
}
