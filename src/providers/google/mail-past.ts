/**
 * Reading what lay in a Gmail mailbox. Listing is nearly free and reading is dear, so the lists decide what is read
 * first: everything but the letters Gmail itself sorts away as promotions, notices and the like, newest first; those
 * come last. A thread with more than one letter is read whole, a lone letter by itself for half the price.
 */
import type { Message } from '../../model/message.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Page, ProviderError } from '../provider.ts'
import { call, lapsing } from './client.ts'
import { addIds, idSet, packId } from './id-set.ts'
import { emptyPacks, freshPast, type PastState, page, type State } from './mail-cursor.ts'
import { affordable, cost, type Entry, idsPerList, messagesIn, noSize, type Reading, readAll } from './mail-read.ts'
import { fieldsOf, listOf, textOf } from './parse.ts'

/** Steps: list where nothing listed is left; read what the units allow; go to the next stage at the end or the horizon. */
export const pullPast = async (reading: Reading, state: State): Promise<Result<Page<Message>, ProviderError>> => {
  const listed = await listIfEmpty(reading, state.past)
  if (!listed.ok) return listed
  const { past, spent } = listed.value
  const batch = affordable(past.todo.map(entryOf), reading.request.units - spent)
  const read = await readAll(reading, batch)
  if (!read.ok) return read
  const { resources, readEntries, unread } = read.value
  const messages = resources.flatMap(messagesOf)
  const newest = Math.max(...messages.map(({ receivedAt }) => receivedAt))
  const isPastHorizon = messages.length > 0 && newest < reading.request.since
  const todo = [...unread.map(nameOf), ...past.todo.slice(batch.length)]
  const packs = {
    threads: addIds(past.packs.threads, idsOf(readEntries, 'threads')),
    letters: addIds(past.packs.letters, idsOf(readEntries, 'messages')),
  }
  const isDone = isPastHorizon || (todo.length === 0 && past.isListed && past.pageToken === null)
  const next = isDone
    ? past.stage === 'conversations'
      ? freshPast('rest', packs)
      : freshPast('done', emptyPacks)
    : {
        ...past,
        todo,
        // The last stage skips what the first has read, and need not remember what it reads itself.
        packs: past.stage === 'conversations' ? packs : past.packs,
        readBackTo: messages.length === 0 ? past.readBackTo : newest,
      }
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

const messagesOf = (resource: unknown): readonly Message[] => {
  const fields = fieldsOf(resource)
  return fields?.messages === undefined ? messagesIn(resource) : listOf(fields.messages).flatMap(messagesIn)
}

/** In the cursor an entry is its id, a thread's with a mark before it. */
const threadMark = 't'

const entryOf = (name: string): Entry =>
  name.startsWith(threadMark) ? { kind: 'threads', id: name.slice(threadMark.length) } : { kind: 'messages', id: name }

const nameOf = ({ kind, id }: Entry): string => (kind === 'threads' ? `${threadMark}${id}` : id)

const idsOf = (entries: readonly Entry[], wanted: Entry['kind']): readonly string[] =>
  entries.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))

/** A window of the list of all letters is turned into what is to be read of it. */
const listIfEmpty = async (
  reading: Reading,
  past: PastState,
): Promise<Result<{ readonly past: PastState; readonly spent: number }, ProviderError>> => {
  if (past.todo.length > 0 || (past.isListed && past.pageToken === null)) return success({ past, spent: reading.spent })
  const listed = await listMessages(reading, { pageToken: past.pageToken, label: null })
  if (!listed.ok) return listed
  const { stubs, nextPageToken } = listed.value
  const window = { ...past, pageToken: nextPageToken, isListed: true }
  const spent = reading.spent + cost.messageList
  const { threads, letters } = past.packs
  const knownThreads = idSet(threads)
  const knownLetters = idSet(letters)
  const isNew = ({ id, threadId }: Stub): boolean =>
    !(knownThreads.has(packId(threadId)) || knownLetters.has(packId(id)))
  if (past.stage !== 'conversations') {
    return success({ past: { ...window, todo: stubs.filter(isNew).map(({ id }) => id) }, spent })
  }
  const sorted = await listSortedAway({ ...reading, spent }, past, stubs)
  if (!sorted.ok) return sorted
  const { ids, sortedAt } = sorted.value
  const todo = namesOf(stubs.filter((stub) => isNew(stub) && !ids.has(stub.id)))
  return success({ past: { ...window, todo, sortedAt }, spent: sorted.value.spent })
}

/**
 * A thread's first letter gives the thread its id. Where no newer letter of the thread was listed before it, it is the
 * only one: half the price. Anything else is a conversation.
 */
const namesOf = (stubs: readonly Stub[]): string[] => {
  const names = new Set<string>()
  for (const { id, threadId } of stubs) {
    const thread = nameOf({ kind: 'threads', id: threadId })
    const isAlone = id === threadId && !names.has(thread)
    names.add(isAlone ? id : thread)
  }
  return [...names]
}

/** What Gmail puts under its own tabs: hardly ever a letter from one person to another. */
const sortedAwayLabels = ['CATEGORY_PROMOTIONS', 'CATEGORY_UPDATES', 'CATEGORY_SOCIAL', 'CATEGORY_FORUMS']

/**
 * Which of a window's letters are sorted away, by walking each label's own list beside it. Ids rise with time, as far as
 * anyone has seen: where they did not, a letter would be read earlier or later than it might be, and no harm done.
 */
const listSortedAway = async (
  reading: Reading,
  past: PastState,
  window: readonly Stub[],
): Promise<
  Result<
    { readonly ids: ReadonlySet<string>; readonly sortedAt: PastState['sortedAt']; readonly spent: number },
    ProviderError
  >
> => {
  const ids = new Set<string>()
  const sortedAt = { ...past.sortedAt }
  const oldest = window.at(-1)?.id ?? ''
  let { spent } = reading
  for (const label of sortedAwayLabels) {
    for (let lists = 0; lists < mostListsPerLabel; lists += 1) {
      const listed = await listMessages(reading, { pageToken: sortedAt[label] ?? null, label })
      if (!listed.ok) return listed
      spent += cost.messageList
      const { stubs, nextPageToken } = listed.value
      for (const { id } of stubs) ids.add(id)
      const reachesBeyond = (stubs.at(-1)?.id ?? '') < oldest
      if (reachesBeyond || nextPageToken === null) break
      sortedAt[label] = nextPageToken
    }
  }
  return success({ ids, sortedAt, spent })
}

/** A window holds as many letters as a list; so two lists of one label always reach to its end. */
const mostListsPerLabel = 2

interface Stub {
  readonly id: string
  readonly threadId: string
}

const listMessages = async (
  { client, access, request }: Reading,
  list: { readonly pageToken: string | null; readonly label: string | null },
): Promise<Result<{ readonly stubs: readonly Stub[]; readonly nextPageToken: string | null }, ProviderError>> => {
  const { pageToken, label } = list
  const listed = await call(
    () =>
      client.gmail.users.messages.list(
        {
          userId: 'me',
          maxResults: idsPerList,
          ...(label !== null && { labelIds: [label] }),
          ...(pageToken !== null && { pageToken }),
        },
        client.options(access, 'gmail'),
      ),
    { ...request, ...lapsing(pageToken) },
  )
  if (!listed.ok) return listed
  // An empty list has no key for its entries, only this one: without it, the answer is something else and proves nothing.
  if (typeof listed.value.resultSizeEstimate !== 'number') return failure(noSize)
  const stubs = listOf(listed.value.messages).flatMap((entry) => {
    const fields = fieldsOf(entry)
    const id = textOf(fields?.id)
    const threadId = textOf(fields?.threadId)
    return id === null || threadId === null ? [] : [{ id, threadId }]
  })
  return success({ stubs, nextPageToken: textOf(listed.value.nextPageToken) })
}
