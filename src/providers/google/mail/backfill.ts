/**
 * The backfill of a Gmail mailbox, newest first. Two walks over the list of all messages: conversations, and then the
 * rest. What the first has read the second skips.
 */
import type { Memory } from '../../../model/account.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import { type Instant, laterOf } from '../../../model/time.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { entryOf, entryText, freshBackfill, type GmailBackfill, type GmailState, gmailPage } from './cursor.ts'
import { memoryOf, packEntry, readIn } from './memory.ts'
import {
  affordable,
  cost,
  type EntriesRead,
  type Entry,
  firstParts,
  type GmailReading,
  messagesIn,
  readEntries,
  relistPause,
} from './read.ts'
import { listWindow, movesBack, nextWalk } from './window.ts'

/** Steps: list where nothing listed is left; read what the units allow; go to the next walk at the end or the horizon. */
export const backfillGmail = async (
  reading: GmailReading,
  state: GmailState,
): Promise<Result<Page<Message>, ProviderError>> => {
  const { parts = firstParts } = state
  const listed = await listIfEmpty(reading, state.backfill)
  if (!listed.ok && listed.error.reason === 'cursor_expired') return success(listAgain(reading, state))
  if (!listed.ok) return listed
  const { backfill, spent, memory } = listed.value
  const entries = backfill.todo.map(entryOf)
  const batch = affordable(entries, { units: reading.request.units - spent, parts })
  const read = await readEntries(reading, batch, parts)
  if (!read.ok) return read
  const messages = read.value.resources.flatMap(messagesIn)
  const after = backfillAfter(backfill, {
    read: read.value,
    later: entries.slice(batch.length),
    messages,
    since: reading.request.since,
  })
  const isDone = after.stage === 'done'
  return success(
    gmailPage(
      { ...state, parts: read.value.parts, backfill: after },
      {
        upserts: messages,
        unitsSpent: spent + read.value.spent,
        pauseSeconds: read.value.pauseSeconds,
        more: !isDone,
        // After the last walk there is nothing left to skip.
        memory: isDone ? memoryOf('', { isNew: true }) : memory,
      },
    ),
  )
}

/** A place in a list does not live for ever: the walk begins again at the top, and what it has read it skips. */
const listAgain = (reading: GmailReading, state: GmailState): Page<Message> => {
  const { stage, read, isRemembered, readBackTo, walk } = state.backfill
  const begun = { ...freshBackfill(stage, { read, isRemembered }), readBackTo }
  const backfill = walk === undefined ? begun : { ...begun, walk }
  return gmailPage(
    { ...state, backfill },
    { unitsSpent: reading.spent + cost.messageList, pauseSeconds: relistPause, more: true },
  )
}

/** What was read is needed where a list is to be made. */
export const wantsRemembered = ({ backfill }: GmailState): boolean => backfill.isRemembered && isListDue(backfill)

const isListDue = (backfill: GmailBackfill): boolean => backfill.todo.length === 0 && !isListed(backfill)

const isListed = ({ isListed: isBegun, pageToken }: GmailBackfill): boolean => isBegun && pageToken === null

interface Listed {
  readonly backfill: GmailBackfill
  readonly spent: number
  readonly memory: Memory | null
}

const listIfEmpty = async (reading: GmailReading, before: GmailBackfill): Promise<Result<Listed, ProviderError>> => {
  if (!isListDue(before)) return success({ backfill: before, spent: reading.spent, memory: null })
  const listed = await listWindow(reading, before, readIn(reading.request.remembered + before.read))
  if (!listed.ok) return listed
  const { entries, spent, ...position } = listed.value
  const memory = before.read === '' ? null : memoryOf(before.read, { isNew: !before.isRemembered })
  const backfill = {
    ...before,
    ...position,
    isListed: true,
    todo: entries.map(entryText),
    read: '',
    isRemembered: before.isRemembered || memory !== null,
  }
  return success({ backfill, spent, memory })
}

const backfillAfter = (
  before: GmailBackfill,
  page: {
    readonly read: EntriesRead
    readonly later: readonly Entry[]
    readonly messages: readonly Message[]
    readonly since: Instant
  },
): GmailBackfill => {
  // The last walk skips what the first has read, and need not remember what it reads itself.
  const read = before.stage === 'rest' ? '' : before.read + page.read.read.map(packEntry).join('')
  const newest = newestOf(page.messages)
  const todo = [...page.read.refused, ...page.later].map(entryText)
  const isBeyondHorizon = newest !== null && newest < page.since
  const readBackTo = movesBack(before.walk) ? (reachedBy(page.read) ?? before.readBackTo) : before.readBackTo
  if (isBeyondHorizon || (todo.length === 0 && isListed(before))) {
    const walk = nextWalk(before.walk)
    if (walk !== null) {
      return { ...freshBackfill('conversations', { read, isRemembered: before.isRemembered }), readBackTo, walk }
    }
    return before.stage === 'conversations'
      ? freshBackfill('rest', { read, isRemembered: before.isRemembered })
      : freshBackfill('done', { read: '', isRemembered: false })
  }
  return { ...before, todo, read, readBackTo }
}

/** Everything newer than what was read last has been read: entries come newest first. Null where some were refused. */
const reachedBy = ({ resources, refused }: EntriesRead): Instant | null =>
  refused.length > 0 ? null : newestOf(messagesIn(resources.at(-1)))

const newestOf = (messages: readonly Message[]): Instant | null =>
  messages.map(({ receivedAt }) => receivedAt).reduce<Instant | null>(laterOf, null)
