/** Lists of letters by their ids, newest first: 500 for 5 units. */
import { fieldsOf, listOf, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import type { Access, ProviderError } from '../provider.ts'
import { call, type GoogleClient, lapsing } from './client.ts'
import { idsPerList } from './mail-read.ts'

export interface Stub {
  readonly id: string
  readonly threadId: string
}

export interface MessageList {
  readonly stubs: readonly Stub[]
  readonly nextPageToken: string | null
}

/** Source: `users.messages.list`. A page token that is no longer known is `cursor_expired`. */
export const listMessages = async (
  { client, access, now }: { readonly client: GoogleClient; readonly access: Access; readonly now: Instant },
  list: { readonly label?: string | null; readonly pageToken: string | null; readonly count?: number },
): Promise<Result<MessageList, ProviderError>> => {
  const { label = null, pageToken, count = idsPerList } = list
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
  if (!listed.ok) return listed
  // An empty list has no key for its entries, only this one: without it, the answer is something else and proves nothing.
  if (typeof listed.value.resultSizeEstimate !== 'number') return failure(noSize)
  if (listOf(listed.value.messages).length > count) return failure(tooMany)
  const stubs = listOf(listed.value.messages).flatMap((entry) => {
    const fields = fieldsOf(entry)
    const id = textOf(fields?.id)
    const threadId = textOf(fields?.threadId)
    return id === null || threadId === null ? [] : [{ id, threadId }]
  })
  return success({ stubs, nextPageToken: textOf(listed.value.nextPageToken) })
}

const tooMany: ProviderError = { reason: 'malformed', detail: 'more letters than were asked for' }

const noSize: ProviderError = { reason: 'malformed', detail: 'a list without its size' }
