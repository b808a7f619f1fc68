/**
 * Reading what lay in an Outlook mailbox. A delta's first round lists a folder, newest first, and ends with the position
 * from which on it tells what changes; so every folder is walked to its end, and what lies beyond the horizon is passed
 * over in long strides. A filter would spare those, but it stays for ever, and caps a round at 5,000 letters without a
 * word: it is good for looking at the last weeks again.
 * https://learn.microsoft.com/graph/api/message-delta
 */
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { DAY } from '../../../model/time.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { askDelta, type DeltaPage } from '../delta.ts'
import { listFolders } from './begin.ts'
import { page, type State, type Walk, withWalk } from './cursor.ts'
import { withoutFolder } from './folders.ts'
import { askOf, type Reading } from './look-up.ts'
import { deltaPath, freshPath, oldestIn, type Read, readRows, readTodo } from './read.ts'

/**
 * Steps: list the folders to their end; read a page of the folder that stands latest; look up what pages left to be
 * looked up; at the end of all, be done.
 */
export const pullPast = async (
  reading: Reading,
  begun: State,
  spent: number,
): Promise<Result<Page<Message>, ProviderError>> => {
  const listed = begun.folders.isListed ? success({ state: begun, calls: 0 }) : await listFolders(reading, begun)
  if (!listed.ok) return listed
  const { state } = listed.value
  const calls = spent + listed.value.calls
  if (!state.folders.isListed) return success(page(state, { calls, more: true }))
  const walk = nextWalk(state, reading)
  const isTodoNext = state.todo.length > (walk === null ? 0 : maxTodo)
  if (isTodoNext || walk === null) {
    const read = await readTodo(reading, state)
    return read.ok ? success(pageOf(read.value, calls)) : read
  }
  const path = walk.link ?? (isFiltered(walk, reading) ? freshPath(walk.id, reading.request.since) : deltaPath(walk.id))
  const asked = await askDelta(reading.client, reading.access, path, {
    ...askOf(reading),
    pageSize: sizeOf(walk, state, reading),
  })
  if (!asked.ok) return asked
  if (asked.value === null) return gone(state, walk, calls + 1)
  const after = withWalk(state, walkedOn(walk, asked.value, reading))
  const read = await readRows(reading, after, { parts: [{ folder: walk.id, rows: asked.value.rows }] })
  return read.ok ? success(pageOf(read.value, calls + 1)) : read
}

const pageOf = (read: Read, calls: number): Page<Message> => {
  const { state } = read
  const isRead = state.todo.length === 0 && state.walks.every(({ isWalked }) => isWalked)
  return page({ ...state, isRead }, { ...read, calls: calls + read.calls, more: !isRead })
}

/** Letters sent tell most for the fewest pages: their folder is read a year ahead of the others. */
const leadSeconds = 365 * DAY

/** The folder that stands latest: newest first, all over the mailbox. Null where all are walked. */
const nextWalk = ({ walks, folders }: State, { request }: Reading): Walk | null => {
  const standing = ({ id, readBackTo }: Walk): number =>
    (readBackTo ?? request.now) + (id === folders.sent ? leadSeconds : 0)
  return walks.reduce<Walk | null>((latest, walk) => {
    if (walk.isWalked) return latest
    return latest === null || standing(walk) > standing(latest) ? walk : latest
  }, null)
}

/** A page's letters, their headers among them, fit the CPU of an invocation; what is sent needs no headers. */
const messagesPerPage = 60
const sentPerPage = 100
const passedPerPage = 300
/** So many letters to look up make a page of their own. */
const maxTodo = 39

const sizeOf = ({ id, readBackTo }: Walk, { folders }: State, { request }: Reading): number => {
  if (readBackTo !== null && readBackTo < request.since) return passedPerPage
  return id === folders.sent ? sentPerPage : messagesPerPage
}

const walkedOn = (before: Walk, { rows, link, isLast }: DeltaPage, reading: Reading): Walk => {
  const oldest = oldestIn(rows)
  const readBackTo = oldest === null ? before.readBackTo : Math.min(oldest, before.readBackTo ?? oldest)
  const walk = { ...before, readBackTo, rows: before.rows + rows.length }
  if (!isLast) return { ...walk, link }
  // It may have been cut short: the folder is walked again, as a whole.
  if (isFiltered(walk, reading) && walk.rows >= maxFiltered) return { ...walk, link: null, isWhole: true }
  return { ...walk, link, isWalked: true, fresh: null }
}

/** A horizon lies years back; what is nearer is a look at what came lately. */
const isFiltered = ({ isWhole }: Walk, { request }: Reading): boolean =>
  !isWhole && request.now - request.since < lately

const lately = 100 * DAY
const maxFiltered = 5000

/** The folder was deleted while it was read. Of letters that had been seen in it, only a new reading tells where they are. */
const gone = (state: State, walk: Walk, calls: number): Result<Page<Message>, ProviderError> => {
  const without = withoutFolder(state, walk.id)
  if (without.hasLost) return failure({ reason: 'cursor_expired' })
  return success(pageOf({ state: without.state, upserts: [], deletions: [], calls: 0, pauseSeconds: 0 }, calls))
}
