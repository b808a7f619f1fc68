/** News of a Gmail mailbox, from its history. https://developers.google.com/workspace/gmail/api/guides/sync */
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { call, lapsing } from '../client.ts'
import { page, type State } from './cursor.ts'
import { affordable, cost, type Entry, idsPerList, messagesIn, type Reading, readAll } from './read.ts'

/**
 * Steps: list what changed where nothing is left to read; read the new letters; move the position in history only when
 * the whole round is read.
 */
export const pullNews = async (reading: Reading, state: State): Promise<Result<Page<Message>, ProviderError>> => {
  const listed = await listNews(reading, state)
  if (!listed.ok) return listed
  const { news, deletions, spent } = listed.value
  const batch = affordable(
    news.todo.map((id): Entry => ({ kind: 'messages', id })),
    reading.request.units - spent,
  )
  const read = await readAll(reading, batch)
  if (!read.ok) return read
  const todo = [...read.value.unread.map(({ id }) => id), ...news.todo.slice(batch.length)]
  const isDone = todo.length === 0 && news.pageToken === null
  const next: State = isDone
    ? { ...state, historyId: news.historyId, news: null }
    : { ...state, news: { ...news, todo } }
  return success(
    page(next, {
      upserts: read.value.resources.flatMap(messagesIn),
      deletions: [...deletions, ...read.value.gone.map(({ id }) => id)],
      spent: spent + read.value.spent,
      pauseSeconds: read.value.pauseSeconds,
      more: !isDone,
    }),
  )
}

type News = NonNullable<State['news']>

const listNews = async (
  reading: Reading,
  state: State,
): Promise<
  Result<{ readonly news: News; readonly deletions: readonly string[]; readonly spent: number }, ProviderError>
> => {
  const { client, access, request } = reading
  const { news } = state
  if (news !== null && (news.todo.length > 0 || news.pageToken === null)) {
    return success({ news, deletions: [], spent: reading.spent })
  }
  const pageToken = news?.pageToken ?? null
  const list = await call(
    () =>
      client.gmail.users.history.list(
        {
          userId: 'me',
          startHistoryId: state.historyId,
          historyTypes: ['messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved'],
          maxResults: idsPerList,
          ...(pageToken && { pageToken }),
        },
        client.options(access, 'gmail'),
      ),
    { ...request, ...lapsing(pageToken, { 404: { reason: 'cursor_expired' } }) },
  )
  if (!list.ok) return list
  const historyId = textOf(list.value.historyId)
  if (historyId === null) return failure({ reason: 'malformed', detail: 'a history without an id' })
  const { toRead, deletions } = changesIn(listOf(list.value.history))
  return success({
    // The first page's position: what happens while the others are listed is told again.
    news: {
      historyId: news?.historyId ?? historyId,
      pageToken: textOf(list.value.nextPageToken),
      isListed: true,
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
        // Drafts are saved and thrown away all day; they were never letters.
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
