/**
 * Graph's JSON as our model. Every field may be null; whatever is not of the expected shape is null, never a guess. By
 * hand rather than with a schema library, for the CPU of a page. Pure.
 */
import { type Address, mailbox, maxMailboxes } from '../../model/address.ts'
import type { Attendee, CalendarEvent, ResponseStatus } from '../../model/event.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../model/json.ts'
import { bareMessageId, type Headers, headersWorthReading, type Message, maxHeaderLength } from '../../model/message.ts'
import { type Instant, instantFromMilliseconds } from '../../model/time.ts'

/** A letter, and the folder it lies in, which tells its box. Its headers are those that Graph tells as properties. */
export interface PartialMessage extends Omit<Message, 'box'> {
  readonly folder: string | null
}

/** One row of a delta of messages, or one message. */
export type Row =
  | { readonly kind: 'message'; readonly id: string; readonly partial: PartialMessage }
  /** Gone from this folder: moved, or deleted. */
  | { readonly kind: 'gone'; readonly id: string }
  /** It changed, and the row says too little to tell what it is. */
  | { readonly kind: 'partial'; readonly id: string }
  /** A draft, or a meeting's mail: no letter. */
  | { readonly kind: 'other'; readonly id: string }

/** `folder` is the one whose delta it is, or null for a message by itself. Null for what is no message. */
export const parseRow = (json: unknown, folder: string | null): Row | null => {
  const fields = fieldsOf(json)
  const id = textOf(fields?.id)
  if (fields === null || id === null) return null
  if (fields['@removed'] !== undefined) return { kind: 'gone', id }
  if (fields.isDraft === true || /eventMessage/i.test(textOf(fields['@odata.type']) ?? '')) return { kind: 'other', id }
  const receivedAt = Date.parse(textOf(fields.receivedDateTime) ?? '')
  if (Number.isNaN(receivedAt) || !Array.isArray(fields.toRecipients)) return { kind: 'partial', id }
  const from = addressOf(fields.from) ?? addressOf(fields.sender)
  const partial: PartialMessage = {
    id,
    threadId: textOf(fields.conversationId) ?? id,
    messageId: bareMessageId(textOf(fields.internetMessageId)),
    receivedAt: instantFromMilliseconds(receivedAt),
    from,
    to: addressesOf(fields.toRecipients),
    cc: addressesOf(fields.ccRecipients),
    bcc: addressesOf(fields.bccRecipients),
    folder: textOf(fields.parentFolderId) ?? folder,
    headers: toldHeaders(fields),
  }
  return { kind: 'message', id, partial }
}

/** The letter with the headers that an answer about it holds: they count, and what was told of it fills their gaps. */
export const withHeaders = (partial: PartialMessage, json: Fields): PartialMessage => {
  const given = givenHeaders(json)
  const names = new Set(given.map(([name]) => name.toLowerCase()))
  return { ...partial, headers: [...given, ...partial.headers.filter(([name]) => !names.has(name.toLowerCase()))] }
}

/** Graph's own copy of a letter's headers, as far as the product looks at them; none where it keeps or gives none. */
export const givenHeaders = (json: Fields): Headers =>
  headersOf(json).filter(([name]) => worthReading.has(name.toLowerCase()))

/** All of them. */
export const headersOf = (json: Fields): Headers =>
  listOf(json.internetMessageHeaders).flatMap((entry) => {
    const { name, value } = fieldsOf(entry) ?? {}
    return typeof name === 'string' && typeof value === 'string'
      ? [[name, value.slice(0, maxHeaderLength)] as const]
      : []
  })

const worthReading = new Set(headersWorthReading)

/** The headers that Graph tells as properties. To and Cc are left out: only an empty header would say more than they do. */
const toldHeaders = (fields: Fields): Headers => {
  const from = mailboxText(fields.from)
  const sender = mailboxText(fields.sender)
  const replyTo = listOf(fields.replyTo).flatMap((recipient) => mailboxText(recipient) ?? [])
  const texts: readonly (readonly [string, string | null])[] = [
    ['From', from],
    ['Sender', sender === from ? null : sender],
    ['Reply-To', replyTo.length === 0 ? null : replyTo.join(', ')],
    ['Subject', textOf(fields.subject)],
    ['Message-ID', textOf(fields.internetMessageId)],
  ]
  return texts.flatMap(([name, value]) => (value === null ? [] : [[name, value.slice(0, maxHeaderLength)] as const]))
}

const mailboxText = (recipient: unknown): string | null => {
  const { name, address } = fieldsOf(fieldsOf(recipient)?.emailAddress) ?? {}
  const spelling = textOf(address)
  if (spelling === null || !spelling.includes('@')) return null
  const named = textOf(name)?.replace(/["\\]/g, '')
  return named === undefined || named === spelling ? spelling : `"${named}" <${spelling}>`
}

const addressesOf = (recipients: unknown): readonly Address[] =>
  listOf(recipients)
    .slice(0, maxMailboxes)
    .flatMap((recipient) => addressOf(recipient) ?? [])

/**
 * Null for a group, or for somebody inside Exchange who has only an X.500 name (`/O=EXCHANGELABS/OU=…`). Graph's quirk:
 * who has no display name has their address for one.
 */
const addressOf = (recipient: unknown): Address | null => {
  const { name, address } = fieldsOf(fieldsOf(recipient)?.emailAddress) ?? {}
  const spelling = textOf(address) ?? ''
  const one = mailbox(textOf(name) ?? '', spelling)
  if (one === null) return null
  return one.name.toLowerCase() === spelling.toLowerCase() ? { ...one, name: '' } : one
}

/** One row of a delta or a view of the calendar, or one event. */
export type EventRow =
  | { readonly kind: 'event'; readonly id: string; readonly event: CalendarEvent }
  | { readonly kind: 'gone'; readonly id: string }
  /** An occurrence as a delta tells it: when it is, and of which series. The rest is its master's. */
  | { readonly kind: 'occurrence'; readonly id: string; readonly seriesId: string; readonly json: Fields }
  /** A series, which is no meeting by itself. */
  | { readonly kind: 'master'; readonly id: string; readonly json: Fields }

export const parseEventRow = (json: unknown, own: ReadonlySet<string>): EventRow | null => {
  const fields = fieldsOf(json)
  const id = textOf(fields?.id)
  if (fields === null || id === null) return null
  if (fields['@removed'] !== undefined) return { kind: 'gone', id }
  if (fields.type === 'seriesMaster') return { kind: 'master', id, json: fields }
  const seriesId = textOf(fields.seriesMasterId)
  if (seriesId !== null && !Array.isArray(fields.attendees)) return { kind: 'occurrence', id, seriesId, json: fields }
  const event = parseEvent(fields, own)
  return event === null ? null : { kind: 'event', id, event }
}

/** An occurrence with what its series says of all of them. */
export const occurrenceOf = (occurrence: Fields, master: Fields, own: ReadonlySet<string>): CalendarEvent | null =>
  parseEvent({ ...master, ...occurrence }, own)

const parseEvent = (fields: Fields, own: ReadonlySet<string>): CalendarEvent | null => {
  const id = textOf(fields.id)
  const startsAt = timeOf(fields.start)
  const endsAt = timeOf(fields.end)
  if (id === null || startsAt === null || endsAt === null) return null
  const seriesId = textOf(fields.seriesMasterId)
  const isOrganizer = fields.isOrganizer === true
  const response = responses[textOf(fieldsOf(fields.responseStatus)?.response) ?? ''] ?? 'unanswered'
  return {
    id,
    seriesId,
    // Graph's UID of an occurrence is neither its series' nor the same elsewhere.
    uid: seriesId === null ? textOf(fields.iCalUId) : null,
    originallyAt: null,
    startsAt,
    endsAt,
    isAllDay: fields.isAllDay === true,
    isCancelled: fields.isCancelled === true,
    kind: apart.has(textOf(fields.showAs) ?? '') ? 'other' : 'meeting',
    response: isOrganizer ? 'accepted' : response,
    attendees: attendeesOf(fields, { own, isOrganizer }),
  }
}

/** What stands in the calendar for others to know, and is no meeting. */
const apart = new Set(['oof', 'workingElsewhere'])

const responses: Readonly<Record<string, ResponseStatus>> = {
  organizer: 'accepted',
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
}

/** Graph's quirk: whoever called the meeting is not among those who were called to it. */
const attendeesOf = (
  fields: Fields,
  { own, isOrganizer }: { readonly own: ReadonlySet<string>; readonly isOrganizer: boolean },
): readonly Attendee[] => {
  const organizer = addressOf(fields.organizer)
  const invited = listOf(fields.attendees).flatMap((attendee): readonly Attendee[] => {
    const address = addressOf(attendee)
    const { type, status } = fieldsOf(attendee) ?? {}
    if (address === null) return []
    const isTheirs = address.address === organizer?.address
    return [
      {
        address,
        response: isTheirs ? 'accepted' : (responses[textOf(fieldsOf(status)?.response) ?? ''] ?? 'unanswered'),
        isOrganizer: isTheirs,
        isSelf: own.has(address.address) || (isTheirs && isOrganizer),
        isResource: type === 'resource',
      },
    ]
  })
  const isAlone = invited.length === 0 && isOrganizer
  if (organizer === null || isAlone || invited.some((attendee) => attendee.isOrganizer)) return invited
  const isSelf = isOrganizer || own.has(organizer.address)
  return [...invited, { address: organizer, response: 'accepted', isOrganizer: true, isSelf, isResource: false }]
}

/**
 * Graph's times have seven digits of a second, and their zone beside them: UTC, as it was asked for. A time in another
 * zone is none.
 */
const timeOf = (json: unknown): Instant | null => {
  const fields = fieldsOf(json)
  const [, moment] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/.exec(textOf(fields?.dateTime) ?? '') ?? []
  if (moment === undefined || !/^(etc\/)?utc$/i.test(textOf(fields?.timeZone) ?? '')) return null
  const milliseconds = Date.parse(`${moment}Z`)
  return Number.isNaN(milliseconds) ? null : instantFromMilliseconds(milliseconds)
}
