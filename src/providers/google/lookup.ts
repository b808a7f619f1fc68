/**
 * Lookups in a Gmail mailbox. `gmail.metadata` cannot search, so the lists are walked, newest first: 500 ids cost 5
 * units and a moment; a walk that would be long is not begun.
 */

import { fieldsOf, listOf, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Instant } from '../../model/time.ts'
import { toMilliseconds } from '../../model/time.ts'
import type { Access, Lookup, ProviderError } from '../provider.ts'
import { callGoogle, type GoogleClient } from './client.ts'
import { errorOfGoogleRefusal } from './errors.ts'
import { listMessages, type MessageList } from './mail/read.ts'

export const googleLookup = (client: GoogleClient): Lookup => ({
  async subjectOf(access, { isIt, direction, now }) {
    // What somebody sent is a short list; what came may have been archived, so all of it is walked.
    const label = direction === 'sent' ? 'SENT' : null
    let pageToken: string | null = null
    for (let lists = 0; lists < maxLists; lists += 1) {
      const listed: Result<MessageList, ProviderError> = await listMessages(
        { client, access, now },
        { label, pageToken },
      )
      if (!listed.ok) return listed
      const id = listed.value.stubs.find((stub) => isIt(stub.id))?.id
      if (id !== undefined) return readSubject(client, access, id, now)
      pageToken = listed.value.nextPageToken
      if (pageToken === null) break
    }
    return success(null)
  },

  async hasReceived(access, { header, value, since, now }) {
    const listed = await listMessages({ client, access, now }, { pageToken: null, count: maxReceived })
    if (!listed.ok) return listed
    const paths = listed.value.stubs.map(
      ({ id }) => `/gmail/v1/users/me/messages/${encodeURIComponent(id)}?format=metadata&metadataHeaders=${header}`,
    )
    if (paths.length === 0) return success(false)
    const parts = await client.readBatch(access, paths, now)
    if (!parts.ok) return parts
    const found = parts.value.flatMap(({ status, body }) => {
      const message = status === 200 ? fieldsOf(body) : null
      return message === null ? [] : [message]
    })
    if (found.some((message) => isSince(message, since) && headerOf(message, header) === value)) return success(true)
    // What was refused may be the one.
    const refused = parts.value.find(({ status }) => status !== 200 && status !== 404)
    return refused === undefined ? success(false) : failure(errorOfGoogleRefusal(refused, now))
  },
})

/** Two thousand messages back: further than that the person would wait too long. */
const maxLists = 4
/** What comes in within a few hours; one batch. */
const maxReceived = 50

const readSubject = async (
  client: GoogleClient,
  access: Access,
  id: string,
  now: Instant,
): Promise<Result<string | null, ProviderError>> => {
  const read = await callGoogle(
    () =>
      client.gmail.users.messages.get(
        { userId: 'me', id, format: 'metadata', metadataHeaders: ['Subject'] },
        client.options(access, 'gmail'),
      ),
    { now },
  )
  return read.ok ? success(headerOf(fieldsOf(read.value) ?? {}, 'Subject')) : read
}

const headerOf = (message: Readonly<Record<string, unknown>>, name: string): string | null => {
  const headers = listOf(fieldsOf(message.payload)?.headers).map(fieldsOf)
  return textOf(headers.find((each) => textOf(each?.name)?.toLowerCase() === name.toLowerCase())?.value)
}

const isSince = (message: Readonly<Record<string, unknown>>, since: Instant): boolean =>
  Number(textOf(message.internalDate) ?? 0) >= toMilliseconds(since)
