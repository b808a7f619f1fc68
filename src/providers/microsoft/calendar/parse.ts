/**
 * Graph's events as ours. Every field may be null; whatever is not of the expected shape is null, never a guess. Pure.
 */
import type { Attendee, CalendarEvent, ResponseStatus } from '../../../model/event.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { type Instant, instantFromMilliseconds } from '../../../model/time.ts'
import { recipientAddress } from '../mail/parse.ts'

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
  const event = eventOf(fields, own)
  return event === null ? null : { kind: 'event', id, event }
}

/** An occurrence with what its series says of all of them. */
export const occurrenceOf = (occurrence: Fields, master: Fields, own: ReadonlySet<string>): CalendarEvent | null =>
  eventOf({ ...master, ...occurrence }, own)

const eventOf = (fields: Fields, own: ReadonlySet<string>): CalendarEvent | null => {
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
  const organizer = recipientAddress(fields.organizer)
  const invited = listOf(fields.attendees).flatMap((attendee): readonly Attendee[] => {
    const address = recipientAddress(attendee)
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
