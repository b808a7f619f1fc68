/**
 * Lookups in a Gmail mailbox and its owner's calendar. `gmail.metadata` cannot search: a message is found by its id or not
 * at all.
 */

import { fieldsOf, listOf, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { type Instant, later, toMilliseconds } from '../../model/time.ts'
import type { Access, FoundTopic, Lookup, ProviderError, WantedItem } from '../provider.ts'
import { callGoogle, type GoogleClient } from './client.ts'
import { errorOfGoogleRefusal } from './errors.ts'
import { listMessages } from './mail/read.ts'

export const googleLookup = (client: GoogleClient): Lookup => ({
  async topicsOf(access, wanted, now) {
    const messages = wanted.filter(({ from, id }) => from === 'message' && id !== null)
    const meetings = wanted.filter(({ from }) => from === 'meeting')
    const [subjects, ...titles] = await Promise.all([
      readSubjects(client, access, messages, now),
      ...meetings.map((meeting) => readTitle(client, access, meeting, now)),
    ])
    if (!subjects.ok) return subjects
    const found = new Map([
      ...messages.map((item, index) => [item, subjects.value[index] ?? null] as const),
      // A calendar that refuses costs its own titles alone.
      ...meetings.map((item, index) => [item, titles[index] ?? null] as const),
    ])
    return success(wanted.map((item) => found.get(item) ?? null))
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

/** What comes in within a few hours; one batch. */
const maxReceived = 50

const readSubjects = async (
  client: GoogleClient,
  access: Access,
  messages: readonly WantedItem[],
  now: Instant,
): Promise<Result<readonly (FoundTopic | null)[], ProviderError>> => {
  if (messages.length === 0) return success([])
  const paths = messages.map(
    ({ id }) => `/gmail/v1/users/me/messages/${encodeURIComponent(id ?? '')}?format=metadata&metadataHeaders=Subject`,
  )
  const parts = await client.readBatch(access, paths, now)
  if (!parts.ok) return parts
  const refused = parts.value.find(({ status }) => status === 401 || status === 403)
  if (refused !== undefined) return failure(errorOfGoogleRefusal(refused, now))
  return success(
    parts.value.map(({ status, body }, index) => {
      const message = status === 200 ? fieldsOf(body) : null
      const isAsked = message !== null && textOf(message.id) === messages[index]?.id
      return isAsked ? topicIn(headerOf(message, 'Subject')) : null
    }),
  )
}

/** Meetings that began at that moment are few. */
const readTitle = async (
  client: GoogleClient,
  access: Access,
  { at, isIt }: WantedItem,
  now: Instant,
): Promise<FoundTopic | null> => {
  const listed = await callGoogle(
    () =>
      client.calendar.events.list(
        {
          calendarId: 'primary',
          singleEvents: true,
          timeMin: new Date(toMilliseconds(at)).toISOString(),
          timeMax: new Date(toMilliseconds(later(at, 60))).toISOString(),
          fields: 'items(id,summary)',
        },
        client.options(access, 'calendar'),
      ),
    { now },
  )
  if (!listed.ok) return null
  const event = listOf(listed.value.items)
    .map(fieldsOf)
    .find((each) => isIt(textOf(each?.id) ?? ''))
  return topicIn(textOf(event?.summary))
}

const topicIn = (text: string | null): FoundTopic | null => (text === null ? null : { text, link: null })

const headerOf = (message: Readonly<Record<string, unknown>>, name: string): string | null => {
  const headers = listOf(fieldsOf(message.payload)?.headers).map(fieldsOf)
  return textOf(headers.find((each) => textOf(each?.name)?.toLowerCase() === name.toLowerCase())?.value)
}

const isSince = (message: Readonly<Record<string, unknown>>, since: Instant): boolean =>
  Number(textOf(message.internalDate) ?? 0) >= toMilliseconds(since)
