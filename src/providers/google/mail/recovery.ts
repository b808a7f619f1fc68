/**
 * After Gmail forgot our place in its history. What changed since is told by the list of all threads, five hundred for ten
 * units, each with the number of its last change: so a message that came, was fetched out of the bin or was imported
 * under an old date is found, and nothing else is read again. What is gone, the list of all ids tells afterwards.
 */
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import { malformed } from '../../kit/malformed.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { callGoogle, lapsing } from '../client.ts'
import { freshBackfill, type GmailState, gmailPage } from './cursor.ts'
import {
  affordable,
  cost,
  type Entry,
  firstParts,
  type GmailReading,
  idsPerList,
  messagesIn,
  readEntries,
  relistPause,
} from './read.ts'

type Recovery = NonNullable<GmailState['recovery']>

/** The state whose place in history was forgotten: what the backfill has read stays read. Pure. */
export const resumedGmail = (state: GmailState): GmailState => ({
  ...state,
  changes: null,
  recovery: {
    since: state.recovery?.since ?? state.historyId,
    isPlaced: false,
    pageToken: null,
    isListed: false,
    todo: [],
  },
})

/** Steps: list threads where none is left to read; read those that changed; at the end of the list, go on where it stopped. */
export const recoverGmail = async (
  reading: GmailReading,
  state: GmailState,
  before: Recovery,
): Promise<Result<Page<Message>, ProviderError>> => {
  const { parts = firstParts } = state
  const listed =
    before.todo.length > 0 || before.isListed
      ? success({ recovery: before, spent: 0 })
      : await listChanged(reading, before)
  if (!listed.ok && listed.error.reason === 'cursor_expired') {
    const again = { ...before, pageToken: null, isListed: false }
    return success(gmailPage({ ...state, recovery: again }, { more: true, pauseSeconds: relistPause }))
  }
  if (!listed.ok) return listed
  const { recovery, spent } = listed.value
  if (recovery === null) return success(fromTheTop(state, reading.spent + spent))
  const entries = recovery.todo.map((id): Entry => ({ kind: 'threads', id }))
  const batch = affordable(entries, { units: reading.request.units - reading.spent - spent, parts })
  const read = await readEntries(reading, batch, parts)
  if (!read.ok) return read
  const todo = [...read.value.refused, ...entries.slice(batch.length)].map(({ id }) => id)
  const isDone = todo.length === 0 && recovery.isListed
  const { recovery: _, ...recovered } = { ...state, parts: read.value.parts }
  const after: GmailState = isDone ? recovered : { ...recovered, recovery: { ...recovery, todo } }
  return success(
    gmailPage(after, {
      upserts: read.value.resources.flatMap(messagesIn),
      unitsSpent: reading.spent + spent + read.value.spent,
      pauseSeconds: read.value.pauseSeconds,
      more: !isDone || after.backfill.stage !== 'done',
    }),
  )
}

/** Where the list does not tell when threads changed, any of them may have: everything is read again. */
const fromTheTop = ({ recovery: _, ...state }: GmailState, unitsSpent: number): Page<Message> =>
  gmailPage(
    { ...state, backfill: freshBackfill('conversations', { read: '', isRemembered: false }) },
    { more: true, unitsSpent, memory: { text: '', isNew: true, longest: 1 } },
  )

/** Lists of one job: two thousand threads. */
const maxLists = 4

/** The threads that changed, a stretch of the list at a time; null where it does not tell. */
const listChanged = async (
  { client, access, now }: GmailReading,
  before: Recovery,
): Promise<Result<{ readonly recovery: Recovery | null; readonly spent: number }, ProviderError>> => {
  const since = numberIn(before.since)
  let recovery = before
  for (let count = 1; count <= maxLists && recovery.todo.length === 0 && !recovery.isListed; count += 1) {
    const { pageToken } = recovery
    const parameters = {
      userId: 'me',
      maxResults: idsPerList,
      // A list of threads may hold the beginnings of their texts.
      fields: 'threads(id,historyId),nextPageToken,resultSizeEstimate',
      ...(pageToken !== null && { pageToken }),
    }
    const list = await callGoogle(() => client.gmail.users.threads.list(parameters, client.options(access, 'gmail')), {
      now,
      ...lapsing(pageToken),
    })
    if (!list.ok) return list
    const { threads, nextPageToken, resultSizeEstimate } = list.value
    if (typeof resultSizeEstimate !== 'number') return malformed('a list without its size')
    const changed = changedIn(listOf(threads), since)
    if (changed === null) return success({ recovery: null, spent: count * cost.threadList })
    const next = textOf(nextPageToken)
    recovery = { ...recovery, pageToken: next, isListed: next === null, todo: [...changed] }
    if (recovery.isListed || changed.length > 0) return success({ recovery, spent: count * cost.threadList })
  }
  return success({ recovery, spent: maxLists * cost.threadList })
}

const changedIn = (threads: readonly unknown[], since: bigint | null): readonly string[] | null => {
  const changed: string[] = []
  for (const thread of threads) {
    const { id, historyId } = fieldsOf(thread) ?? {}
    const at = numberIn(textOf(historyId) ?? '')
    if (typeof id !== 'string' || at === null || since === null) return null
    if (at > since) changed.push(id)
  }
  return changed
}

/** History counts in numbers of 64 bits. */
const numberIn = (text: string): bigint | null => (/^\d+$/.test(text) ? BigInt(text) : null)
