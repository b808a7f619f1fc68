/**
 * Gmail as a feed. A read costs 20 units and a mailbox has 6,000 a minute, so order is everything: first the threads the
 * user took part in, whole and newest first, which hold nearly every relationship; then what is left, message by
 * message. News comes from history. https://developers.google.com/workspace/gmail/api/reference/quota
 */
import type { Message } from '../../model/message.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Access, Feed, Page, ProviderError, Pull } from '../provider.ts'
import { call, type GoogleClient, lapsing } from './client.ts'
import { freshPast, type PastState, page, readCursor, type State } from './mail-cursor.ts'
import { pullNews } from './mail-news.ts'
import { affordable, cost, idsPerList, messagesIn, messagesPerPage, type Reading, readAll } from './mail-read.ts'
import { fieldsOf, listOf, textOf } from './parse.ts'
import { addThreads, packThread, threadSet } from './thread-set.ts'

export const createMailFeed = (client: GoogleClient): Feed<Message> => ({
  pace: { units: 6000, perSeconds: 60 },
  leastUnits: { news: cost.history + cost.message, past: cost.threadList + 8 * cost.thread },

  async pull(access, request) {
    const state = request.cursor === null ? await begin(client, access, request) : readCursor(request.cursor)
    if (!state.ok) return state
    const reading: Reading = { client, access, request, spent: request.cursor === null ? cost.profile : 0 }
    if (request.want === 'news') return pullNews(reading, state.value)
    const { stage } = state.value.past
    return stage === 'done'
      ? success(page(state.value, { spent: reading.spent }))
      : pullPast(reading, state.value, stages[stage])
  },

  async list(access, { after, now }) {
    const list = await call(
      () =>
        client.gmail.users.messages.list(
          { userId: 'me', maxResults: idsPerList, ...(after !== null && { pageToken: after }) },
          client.options(access, 'gmail'),
        ),
      { now, ...lapsing(after) },
    )
    if (!list.ok) return list
    if (!isList(list.value)) return failure(noList)
    const ids = listOf(list.value.messages).flatMap((entry) => textOf(fieldsOf(entry)?.id) ?? [])
    return success({ ids, after: textOf(list.value.nextPageToken), unitsSpent: cost.messageList })
  },
})

/** A page should be about a hundred messages, which fit the free plan's CPU. */
const threadsPerPage = 25

/** How a stage of the past is read. */
interface Stage {
  readonly kind: 'threads' | 'messages'
  readonly perPage: number
  readonly list: (reading: Reading, past: PastState) => Promise<Result<Listed, ProviderError>>
  readonly messages: (resource: unknown) => readonly Message[]
  readonly next: PastState['stage']
}

interface Listed {
  readonly ids: readonly string[]
  readonly nextPageToken: string | null
  readonly spent: number
}

/** The position in history is taken before anything is listed, so that nothing that happens meanwhile is lost. */
const begin = async (client: GoogleClient, access: Access, request: Pull): Promise<Result<State, ProviderError>> => {
  const profile = await call(
    () => client.gmail.users.getProfile({ userId: 'me' }, client.options(access, 'gmail')),
    request,
  )
  if (!profile.ok) return profile
  const historyId = textOf(profile.value.historyId)
  if (historyId === null) return failure({ reason: 'malformed', detail: 'a profile without a history id' })
  const total = typeof profile.value.messagesTotal === 'number' ? profile.value.messagesTotal : null
  return success({ version: 1, historyId, total, past: freshPast('conversations', ''), news: null })
}

/** Steps: list where nothing listed is left; read what the units allow; go to the next stage at the end or the horizon. */
const pullPast = async (
  reading: Reading,
  state: State,
  stage: Stage,
): Promise<Result<Page<Message>, ProviderError>> => {
  const listed = await listIfEmpty(reading, state.past, stage)
  if (!listed.ok) return listed
  const { past, spent } = listed.value
  const batch = affordable(past.todo, {
    limit: stage.perPage,
    each: stage.kind === 'threads' ? cost.thread : cost.message,
    units: reading.request.units - spent,
  })
  const read = await readAll(reading, stage.kind, batch)
  if (!read.ok) return read
  const messages = read.value.resources.flatMap(stage.messages)
  const newest = Math.max(...messages.map(({ receivedAt }) => receivedAt))
  const isPastHorizon = messages.length > 0 && newest < reading.request.since
  const todo = [...read.value.unread, ...past.todo.slice(batch.length)]
  const threads = stage.kind === 'threads' ? addThreads(past.threads, read.value.readIds) : past.threads
  const isDone = isPastHorizon || (todo.length === 0 && past.isListed && past.pageToken === null)
  const next = isDone
    ? freshPast(stage.next, stage.next === 'done' ? '' : threads)
    : { ...past, todo, threads, readBackTo: messages.length === 0 ? past.readBackTo : newest }
  return success(
    page(
      { ...state, past: next },
      {
        upserts: messages,
        spent: spent + read.value.spent,
        pauseSeconds: read.value.pauseSeconds,
        more: next.stage !== 'done',
      },
    ),
  )
}

const listIfEmpty = async (
  reading: Reading,
  past: PastState,
  stage: Stage,
): Promise<Result<{ readonly past: PastState; readonly spent: number }, ProviderError>> => {
  if (past.todo.length > 0 || (past.isListed && past.pageToken === null)) return success({ past, spent: reading.spent })
  const listed = await stage.list(reading, past)
  if (!listed.ok) return listed
  const { ids, nextPageToken, spent } = listed.value
  return success({
    past: { ...past, pageToken: nextPageToken, isListed: true, todo: [...ids] },
    spent: reading.spent + spent,
  })
}

const listThreads: Stage['list'] = async ({ client, access, request }, { pageToken }) => {
  const list = await call(
    () =>
      client.gmail.users.threads.list(
        { userId: 'me', labelIds: ['SENT'], maxResults: idsPerList, ...(pageToken !== null && { pageToken }) },
        client.options(access, 'gmail'),
      ),
    { ...request, ...lapsing(pageToken) },
  )
  if (!list.ok) return list
  if (!isList(list.value)) return failure(noList)
  const ids = listOf(list.value.threads).flatMap((thread) => textOf(fieldsOf(thread)?.id) ?? [])
  return success({ ids, nextPageToken: textOf(list.value.nextPageToken), spent: cost.threadList })
}

/** All messages but those whose thread has been read whole. */
const listMessages: Stage['list'] = async ({ client, access, request }, { pageToken, threads }) => {
  const list = await call(
    () =>
      client.gmail.users.messages.list(
        { userId: 'me', maxResults: idsPerList, ...(pageToken !== null && { pageToken }) },
        client.options(access, 'gmail'),
      ),
    { ...request, ...lapsing(pageToken) },
  )
  if (!list.ok) return list
  if (!isList(list.value)) return failure(noList)
  const known = threadSet(threads)
  const ids = listOf(list.value.messages).flatMap((entry) => {
    const { id, threadId } = fieldsOf(entry) ?? {}
    const isKnown = typeof threadId === 'string' && known.has(packThread(threadId))
    return isKnown ? [] : (textOf(id) ?? [])
  })
  return success({ ids, nextPageToken: textOf(list.value.nextPageToken), spent: cost.messageList })
}

/** An empty list has no key for its entries, only this one: without it, the answer is something else and proves nothing. */
const isList = (answer: { readonly resultSizeEstimate?: number | null }): boolean =>
  typeof answer.resultSizeEstimate === 'number'

const noList: ProviderError = { reason: 'malformed', detail: 'a list without its size' }

const stages: Readonly<Record<Exclude<PastState['stage'], 'done'>, Stage>> = {
  conversations: {
    kind: 'threads',
    perPage: threadsPerPage,
    list: listThreads,
    messages: (thread) => listOf(fieldsOf(thread)?.messages).flatMap(messagesIn),
    next: 'rest',
  },
  rest: { kind: 'messages', perPage: messagesPerPage, list: listMessages, messages: messagesIn, next: 'done' },
}
