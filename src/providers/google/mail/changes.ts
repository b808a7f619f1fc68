/** Changes of a Gmail mailbox, from its history. https://developers.google.com/workspace/gmail/api/guides/sync */
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import { malformed } from '../../kit/malformed.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { callGoogle, lapsing } from '../client.ts'
import { type GmailState, gmailPage } from './cursor.ts'
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

/**
 * Steps: list what changed where nothing is left to read; read the new messages; move the position in history only when
 * the whole round is read.
 */
export const changesOfGmail = async (
  reading: GmailReading,
  state: GmailState,
): Promise<Result<Page<Message>, ProviderError>> => {
  const { parts = firstParts } = state
  const listed = await listChanges(reading, state)
  // The place in the list of a round is forgotten, and the place in history is not: the round begins again, in a while.
  if (!listed.ok && listed.error.reason === 'cursor_expired' && state.changes?.pageToken != null) {
    return success(
      gmailPage({ ...state, changes: null }, { more: true, unitsSpent: cost.history, pauseSeconds: relistPause }),
    )
  }
  if (!listed.ok) return listed
  const { round, deletions, spent } = listed.value
  const batch = affordable(
    round.todo.map((id): Entry => ({ kind: 'messages', id })),
    { units: reading.request.units - spent, parts },
  )
  const read = await readEntries(reading, batch, parts)
  if (!read.ok) return read
  const todo = [...read.value.refused.map(({ id }) => id), ...round.todo.slice(batch.length)]
  const isDone = todo.length === 0 && round.pageToken === null
  const next: GmailState = isDone
    ? { ...state, parts: read.value.parts, historyId: round.historyId, changes: null }
    : { ...state, parts: read.value.parts, changes: { ...round, todo } }
  return success(
    gmailPage(next, {
      upserts: read.value.resources.flatMap(messagesIn),
      deletions: [...deletions, ...read.value.gone.map(({ id }) => id)],
      unitsSpent: spent + read.value.spent,
      pauseSeconds: read.value.pauseSeconds,
      more: !isDone,
    }),
  )
}

/** A round of changes: what is listed of it, and where the list goes on. */
type Round = NonNullable<GmailState['changes']>

interface ChangesListed {
  readonly round: Round
  readonly deletions: readonly string[]
  readonly spent: number
}

const listChanges = async (
  reading: GmailReading,
  { changes, historyId: startHistoryId }: GmailState,
): Promise<Result<ChangesListed, ProviderError>> => {
  const { client, access, now } = reading
  if (changes !== null && (changes.todo.length > 0 || changes.pageToken === null)) {
    return success({ round: changes, deletions: [], spent: reading.spent })
  }
  const pageToken = changes?.pageToken ?? null
  const parameters = {
    userId: 'me',
    startHistoryId,
    historyTypes: ['messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved'],
    maxResults: idsPerList,
    ...(pageToken && { pageToken }),
  }
  const list = await callGoogle(() => client.gmail.users.history.list(parameters, client.options(access, 'gmail')), {
    now,
    ...lapsing(pageToken, { 404: { reason: 'cursor_expired' } }),
  })
  if (!list.ok) return list
  const historyId = textOf(list.value.historyId)
  if (historyId === null) return malformed('a history without an id')
  const { toRead, deletions } = changesIn(listOf(list.value.history))
  return success({
    round: {
      // The first page's position: what happens while the others are listed is told again.
      historyId: changes?.historyId ?? historyId,
      pageToken: textOf(list.value.nextPageToken),
      todo: [...toRead],
    },
    deletions: [...deletions],
    spent: reading.spent + cost.history,
  })
}

/** What a stretch of history asks for: ids to read again, and ids gone for good. Only bin and spam matter of labels. */
const changesIn = (
  history: readonly unknown[],
): { readonly toRead: ReadonlySet<string>; readonly deletions: ReadonlySet<string> } => {
  const toRead = new Set<string>()
  const deletions = new Set<string>()
  for (const record of history) {
    const fields = fieldsOf(record)
    for (const kind of ['messagesAdded', 'labelsAdded', 'labelsRemoved', 'messagesDeleted']) {
      for (const entry of listOf(fields?.[kind])) {
        const changed = fieldsOf(fieldsOf(entry)?.message)
        const id = textOf(changed?.id)
        // Drafts are saved and thrown away all day; they were never messages.
        if (id === null || listOf(changed?.labelIds).includes('DRAFT')) continue
        if (kind === 'messagesDeleted') {
          deletions.add(id)
          toRead.delete(id)
        } else if (
          kind === 'messagesAdded' ||
          listOf(fieldsOf(entry)?.labelIds).some((label) => discarding.has(label))
        ) {
          toRead.add(id)
          deletions.delete(id)
        }
      }
    }
  }
  return { toRead, deletions }
}

const discarding: ReadonlySet<unknown> = new Set(['TRASH', 'SPAM'])
