/** A meeting in Calendar's wire form: what is at its default is absent. Pure. */
import { Temporal } from 'temporal-polyfill'
import { type Invitee, isOwnAddress, isSameAddress, type Meeting, type Owner } from '../world.ts'

export interface EventView {
  readonly owner: Owner
  /** The zone whose offset times are written in. */
  readonly zone: string
  readonly maxAttendees: number
  readonly origin: string
}

export const eventResource = (meeting: Meeting, view: EventView): object => {
  if (meeting.status === 'cancelled') return cancelledStub(meeting, view.zone)
  const { owner, origin, zone } = view
  const updated = new Date(meeting.updatedAt).toISOString()
  return {
    ...identity(meeting),
    status: meeting.status,
    htmlLink: `${origin}/calendar/event?eid=${encodeURIComponent(meeting.id)}`,
    created: updated,
    updated,
    summary: meeting.summary,
    creator: party(meeting.organizer, owner),
    organizer: party(meeting.organizer, owner),
    start: timeOf(meeting, meeting.startsAt, zone),
    end: timeOf(meeting, meeting.endsAt, zone),
    ...seriesOf(meeting, zone),
    iCalUID: `${meeting.seriesId ?? meeting.id}@google.com`,
    sequence: 0,
    ...attendees(meeting, view),
    reminders: { useDefault: true },
    eventType: meeting.type,
  }
}

/** A cancelled instance still says which series and which time it was; of a single event only the id is sure. */
const cancelledStub = (meeting: Meeting, zone: string): object => ({
  ...identity(meeting),
  status: 'cancelled',
  ...seriesOf(meeting, zone),
})

const identity = ({ id, updatedAt }: Meeting): object => ({
  kind: 'calendar#event',
  etag: `"${updatedAt * 2}"`,
  id,
})

const seriesOf = (meeting: Meeting, zone: string): object =>
  meeting.seriesId === null
    ? {}
    : { recurringEventId: meeting.seriesId, originalStartTime: timeOf(meeting, originalStart(meeting), zone) }

/** The time in an instance's id, `<series>_20261123T090000Z` or `<series>_20261123`, stays when the instance is moved. */
const originalStart = ({ id, startsAt }: Meeting): number => {
  const [, date, time] = /_(\d{8})(?:T(\d{6})Z)?$/.exec(id) ?? []
  if (date === undefined) return startsAt
  return Temporal.Instant.from(`${date}T${time ?? '000000'}Z`).epochMilliseconds
}

const timeOf = ({ isAllDay, zone }: Meeting, at: number, shownIn: string): object => {
  const instant = Temporal.Instant.fromEpochMilliseconds(at)
  if (isAllDay) return { date: instant.toString().slice(0, 10) }
  return { dateTime: instant.toString({ timeZone: shownIn, smallestUnit: 'second' }), timeZone: zone }
}

const attendees = (meeting: Meeting, { owner, maxAttendees }: EventView): object => {
  const { invitees } = meeting
  if (invitees.every(({ address }) => isOwnAddress(owner, address))) return {}
  const shown =
    invitees.length > maxAttendees ? invitees.filter(({ address }) => isOwnAddress(owner, address)) : invitees
  return {
    attendees: shown.map((invitee) => attendee(invitee, meeting, owner)),
    ...(shown.length < invitees.length ? { attendeesOmitted: true } : {}),
  }
}

const attendee = (invitee: Invitee, { organizer }: Meeting, owner: Owner): object => ({
  ...party(invitee, owner),
  ...(isSameAddress(invitee.address, organizer.address) ? { organizer: true } : {}),
  ...(invitee.isOptional === true ? { optional: true } : {}),
  ...(invitee.isResource === true ? { resource: true } : {}),
  responseStatus: invitee.response,
})

const party = ({ address, name }: { readonly address: string; readonly name: string }, owner: Owner): object => ({
  email: address,
  ...(name === '' ? {} : { displayName: name }),
  ...(isOwnAddress(owner, address) ? { self: true } : {}),
})
