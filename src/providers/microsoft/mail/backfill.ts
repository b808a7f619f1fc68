/**
 * The backfill of an Outlook mailbox. A delta's first round lists a folder, newest first, and ends with the position from
 * which on it tells what changes; so every folder is walked to its end, and what lies beyond the horizon is passed over in
 * long strides. A filter would spare those, but it stays for ever, and caps a round at 5,000 messages without a word: it is
 * good for reading the last weeks again. https://learn.microsoft.com/graph/api/message-delta
 */
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { DAY, earlierOf } from '../../../model/time.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { askDelta, type DeltaPage } from '../client.ts'
import { type Begun, listFolders } from './begin.ts'
import { type FolderWalk, type OutlookState, outlookPage, withWalk } from './cursor.ts'
import { withoutFolder } from './folders.ts'
import {
  deltaPath,
  freshPath,
  mailAsk,
  noStep,
  type OutlookReading,
  type OutlookStep,
  oldestIn,
  readRows,
  readTodo,
} from './read.ts'

/**
 * Steps: list the folders to their end; read a page of the folder that stands latest; look up what pages left to be
 * looked up; at the end of all, be done.
 */
export const backfillOutlook = async (
  reading: OutlookReading,
  begun: Begun,
): Promise<Result<Page<Message>, ProviderError>> => {
  const listed = begun.state.folders.isListed
    ? success({ ...begun, unitsSpent: 0 })
    : await listFolders(reading, begun.state)
  if (!listed.ok) return listed
  const { state } = listed.value
  const unitsSpent = begun.unitsSpent + listed.value.unitsSpent
  if (!state.folders.isListed) return success(outlookPage(state, { unitsSpent, more: true }))
  const read = await readOn(reading, state)
  return read.ok ? success(backfillPage({ ...read.value, unitsSpent: unitsSpent + read.value.unitsSpent })) : read
}

/** The backfill is over when every folder is walked, and nothing is left to be looked up. */
export const backfillPage = ({ state, ...step }: OutlookStep): Page<Message> => {
  const isRead = state.todo.length === 0 && state.walks.every(({ isWalked }) => isWalked)
  return outlookPage({ ...state, isRead }, { ...step, more: !isRead })
}

const readOn = async (reading: OutlookReading, state: OutlookState): Promise<Result<OutlookStep, ProviderError>> => {
  const walk = nextWalk(state, reading)
  if (walk === null || state.todo.length > maxTodo) return readTodo(reading, state)
  const path = walk.link ?? (isFiltered(walk, reading) ? freshPath(walk.id, reading.request.since) : deltaPath(walk.id))
  const asked = await askDelta(reading, path, { ...mailAsk(reading), pageSize: sizeOf(walk, state, reading) })
  if (!asked.ok) return asked
  if (asked.value === null) return withoutWalk(state, walk)
  const after = withWalk(state, walkedOn(walk, asked.value, reading))
  const read = await readRows(reading, after, { parts: [{ folder: walk.id, rows: asked.value.rows }] })
  return read.ok ? success({ ...read.value, unitsSpent: 1 + read.value.unitsSpent }) : read
}

/** Sent messages tell most for the fewest pages: their folder is read a year ahead of the others. */
const leadSeconds = 365 * DAY

/** The folder that stands latest: newest first, all over the mailbox. Null where all are walked. */
const nextWalk = ({ walks, folders }: OutlookState, { request }: OutlookReading): FolderWalk | null => {
  const standing = ({ id, readBackTo }: FolderWalk): number =>
    (readBackTo ?? request.now) + (id === folders.sent ? leadSeconds : 0)
  return walks.reduce<FolderWalk | null>((latest, walk) => {
    if (walk.isWalked) return latest
    return latest === null || standing(walk) > standing(latest) ? walk : latest
  }, null)
}

/** A page's messages, their headers among them, fit the CPU of an invocation; what is sent needs no headers. */
const messagesPerPage = 60
const sentPerPage = 100
const passedPerPage = 300
/** So many messages to look up make a page of their own. */
const maxTodo = 39

const sizeOf = ({ id, readBackTo }: FolderWalk, { folders }: OutlookState, { request }: OutlookReading): number => {
  if (readBackTo !== null && readBackTo < request.since) return passedPerPage
  return id === folders.sent ? sentPerPage : messagesPerPage
}

const walkedOn = (before: FolderWalk, { rows, link, isLast }: DeltaPage, reading: OutlookReading): FolderWalk => {
  const walk = { ...before, readBackTo: earlierOf(oldestIn(rows), before.readBackTo), rows: before.rows + rows.length }
  if (!isLast) return { ...walk, link }
  // It may have been cut short: the folder is walked again, as a whole.
  if (isFiltered(walk, reading) && walk.rows >= maxFiltered) return { ...walk, link: null, isWhole: true }
  return { ...walk, link, isWalked: true, fresh: null }
}

/** A horizon lies years back; where it is nearer, the last weeks are read again. */
const isFiltered = ({ isWhole }: FolderWalk, { request }: OutlookReading): boolean =>
  !isWhole && request.now - request.since < nearSeconds

const nearSeconds = 100 * DAY
const maxFiltered = 5000

/** The folder was deleted while it was read. Where messages seen in it are now, only a new reading tells. */
const withoutWalk = (before: OutlookState, walk: FolderWalk): Result<OutlookStep, ProviderError> => {
  const { state, hasLost } = withoutFolder(before, walk.id)
  return hasLost ? failure({ reason: 'cursor_expired' }) : success({ ...noStep, state, unitsSpent: 1 })
}
