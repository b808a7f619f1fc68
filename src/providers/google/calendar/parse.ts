/** Google's events as ours. Whatever is not of the expected shape is null, never a guess. Pure. */
import { mailbox } from '../../../model/address.ts'
import type { Attendee, CalendarEvent, ResponseStatus } from '../../../model/event.ts'
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { beginningOfTime, type Instant, instantFromMilliseconds } from '../../../model/time.ts'
import { uncloaked } from '../../kit/uncloaked.ts'

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
    startsAt: start?.at ?? beginningOfTime,
    endsAt: end?.at ?? beginningOfTime,
    isAllDay: start?.isDate ?? false,
    isCancelled,
    kind: meetingTypes.has(textOf(resource.eventType) ?? 'default') ? 'meeting' : 'other',
    response: self?.response ?? (isOrganizedBySelf ? 'accepted' : 'unanswered'),
    attendees,
  }
}

/** The rest are focus time, out of office, working locations, birthdays, and flights found in mail. */
const meetingTypes = new Set(['default'])

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
  const address = mailbox(textOf(fields?.displayName) ?? '', uncloaked(textOf(fields?.email) ?? ''))
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
