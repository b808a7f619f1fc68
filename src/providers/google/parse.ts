/**
 * Google's JSON as our model. Written by hand rather than with a schema library: a page parses a hundred messages
 * within a few milliseconds of CPU. Whatever is not of the expected shape is null, never a guess. Pure.
 */
import { type Address, mailbox, parseAddresses } from '../../model/address.ts'
import type { Attendee, CalendarEvent, ResponseStatus } from '../../model/event.ts'
import { fieldsOf, listOf, textOf } from '../../model/json.ts'
import { bareMessageId, type Headers, headerValue, type Message, maxHeaderLength } from '../../model/message.ts'
import { type Instant, instantFromMilliseconds } from '../../model/time.ts'

/** A message resource in format=metadata; null for drafts, chats and what is no message. */
export const parseMessage = (json: unknown): Message | null => {
  const resource = fieldsOf(json)
  const id = textOf(resource?.id)
  const threadId = textOf(resource?.threadId)
  const receivedAt = Number(textOf(resource?.internalDate) ?? Number.NaN)
  if (resource === null || id === null || threadId === null || Number.isNaN(receivedAt)) return null
  const labels = listOf(resource.labelIds)
  if (labels.includes('DRAFT') || labels.includes('CHAT')) return null
  const headers = parseHeaders(fieldsOf(resource.payload)?.headers)
  return {
    id,
    threadId,
    messageId: bareMessageId(headerValue(headers, 'message-id')),
    receivedAt: instantFromMilliseconds(receivedAt),
    box: boxOf(labels),
    from: addressesIn(headers, 'from')[0] ?? null,
    to: addressesIn(headers, 'to'),
    cc: addressesIn(headers, 'cc'),
    bcc: addressesIn(headers, 'bcc'),
    headers,
  }
}

/** An events resource; null where it lacks what an event must have. A cancelled one may be a bare id. */
export const parseEvent = (json: unknown): CalendarEvent | null => {
  const resource = fieldsOf(json)
  const id = textOf(resource?.id)
  if (resource === null || id === null) return null
  const isCancelled = resource.status === 'cancelled'
  const start = parseTime(resource.start)
  const end = parseTime(resource.end)
  if (!isCancelled && (start === null || end === null)) return null
  const attendees = listOf(resource.attendees).flatMap(parseAttendee)
  const self = attendees.find(({ isSelf }) => isSelf)
  const isOrganizedBySelf = fieldsOf(resource.organizer)?.self === true
  return {
    id,
    seriesId: textOf(resource.recurringEventId),
    uid: textOf(resource.iCalUID),
    originallyAt: parseTime(resource.originalStartTime)?.at ?? null,
    startsAt: start?.at ?? (0 as Instant),
    endsAt: end?.at ?? (0 as Instant),
    isAllDay: start?.isDate ?? false,
    isCancelled,
    kind: meetingTypes.has(textOf(resource.eventType) ?? 'default') ? 'meeting' : 'other',
    response: self?.response ?? (isOrganizedBySelf ? 'accepted' : 'unanswered'),
    attendees,
  }
}

/** The rest are focus time, out of office, working locations, birthdays, and flights found in mail. */
const meetingTypes = new Set(['default'])

const boxOf = (labels: readonly unknown[]): Message['box'] => {
  if (labels.includes('TRASH') || labels.includes('SPAM')) return 'discarded'
  return labels.includes('SENT') ? 'sent' : 'received'
}

const parseHeaders = (json: unknown): Headers => {
  const headers: (readonly [string, string])[] = []
  for (const entry of listOf(json)) {
    const { name, value } = fieldsOf(entry) ?? {}
    if (typeof name === 'string' && typeof value === 'string') headers.push([name, value.slice(0, maxHeaderLength)])
  }
  return headers
}

const addressesIn = (headers: Headers, name: string): readonly Address[] => {
  let found: readonly Address[] = []
  // To and Cc may occur once (RFC 5322 §3.6); some senders repeat them all the same.
  for (const [candidate, value] of headers) {
    if (candidate.length !== name.length || candidate.toLowerCase() !== name) continue
    found = found.length === 0 ? parseAddresses(value) : [...found, ...parseAddresses(value)]
  }
  return found
}

const parseTime = (json: unknown): { readonly at: Instant; readonly isDate: boolean } | null => {
  const fields = fieldsOf(json)
  const moment = textOf(fields?.dateTime)
  const date = textOf(fields?.date)
  const milliseconds = Date.parse(moment ?? date ?? '')
  if (Number.isNaN(milliseconds)) return null
  return { at: instantFromMilliseconds(milliseconds), isDate: moment === null }
}

/** Google's quirk: rooms, and calendars that hold an event, are invited by addresses of its own. */
const calendarsOwn = /@([a-z]+\.)?calendar\.google\.com$/

const responses: Readonly<Record<string, ResponseStatus>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
}

const parseAttendee = (json: unknown): readonly Attendee[] => {
  const fields = fieldsOf(json)
  const address = mailbox(textOf(fields?.displayName) ?? '', textOf(fields?.email) ?? '')
  if (fields === null || address === null) return []
  return [
    {
      address,
      response: responses[textOf(fields.responseStatus) ?? ''] ?? 'unanswered',
      isOrganizer: fields.organizer === true,
      isSelf: fields.self === true,
      isResource: fields.resource === true || calendarsOwn.test(address.address),
    },
  ]
}
