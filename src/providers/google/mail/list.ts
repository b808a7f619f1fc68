/** Lists of letters by their ids, newest first: 500 for 5 units. */
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Instant } from '../../../model/time.ts'
import type { Access, ProviderError } from '../../provider.ts'
import { call, type GoogleClient, lapsing } from '../client.ts'
import { errorOfRefusal } from '../errors.ts'
import { idsPerList } from './read.ts'

export interface Stub {
  readonly id: string
  readonly threadId: string
}

export interface MessageList {
  readonly stubs: readonly Stub[]
  readonly nextPageToken: string | null
}

export interface WantedList {
  /** Null for all letters. */
  readonly label?: string | null
  readonly pageToken: string | null
  readonly count?: number
}

interface Listing {
  readonly client: GoogleClient
  readonly access: Access
  readonly now: Instant
}

/** Source: `users.messages.list`. A page token that is no longer known is `cursor_expired`. */
export const listMessages = async (
  { client, access, now }: Listing,
  wanted: WantedList,
): Promise<Result<MessageList, ProviderError>> => {
  const { label = null, pageToken, count = idsPerList } = wanted
  const listed = await call(
    () =>
      client.gmail.users.messages.list(
        {
          userId: 'me',
          maxResults: count,
          ...(label !== null && { labelIds: [label] }),
          ...(pageToken !== null && { pageToken }),
        },
        client.options(access, 'gmail'),
      ),
    { now, ...lapsing(pageToken) },
  )
  return listed.ok ? listIn({ ...listed.value }, wanted) : listed
}

/** Several lists in one request, in their order: all of them, or why one of them does not come. */
export const listTogether = async (
  { client, access, now }: Listing,
  wanted: readonly WantedList[],
): Promise<Result<readonly MessageList[], ProviderError>> => {
  const answers = await client.readBatch(access, wanted.map(pathOf), now)
  if (!answers.ok) return answers
  const lists: MessageList[] = []
  for (const [index, asked] of wanted.entries()) {
    const { status, body } = answers.value[index] ?? { status: 500, body: null }
    const expected = lapsing(asked.pageToken).expect[status]
    const list =
      status === 200 ? listIn(fieldsOf(body) ?? {}, asked) : failure(expected ?? errorOfRefusal({ status, body }, now))
    if (!list.ok) return list
    lists.push(list.value)
  }
  return success(lists)
}

const pathOf = ({ label = null, pageToken, count = idsPerList }: WantedList): string => {
  const query = new URLSearchParams({ maxResults: String(count) })
  if (label !== null) query.set('labelIds', label)
  if (pageToken !== null) query.set('pageToken', pageToken)
  return `/gmail/v1/users/me/messages?${query}`
}

const listIn = (
  answer: Readonly<Record<string, unknown>>,
  { pageToken, count = idsPerList }: WantedList,
): Result<MessageList, ProviderError> => {
  // An empty list has no key for its entries, only this one: without it, the answer is something else and proves nothing.
  if (typeof answer.resultSizeEstimate !== 'number') return failure(noSize)
  if (listOf(answer.messages).length > count) return failure(tooMany)
  const nextPageToken = textOf(answer.nextPageToken)
  if (nextPageToken !== null && nextPageToken === pageToken) return failure(circular)
  const stubs = listOf(answer.messages).flatMap((entry) => {
    const fields = fieldsOf(entry)
    const id = textOf(fields?.id)
    const threadId = textOf(fields?.threadId)
    return id === null || threadId === null ? [] : [{ id, threadId }]
  })
  return success({ stubs, nextPageToken })
}

const tooMany: ProviderError = { reason: 'malformed', detail: 'more letters than were asked for' }
const circular: ProviderError = { reason: 'malformed', detail: 'a page that leads back to itself' }
const noSize: ProviderError = { reason: 'malformed', detail: 'a list without its size' }
