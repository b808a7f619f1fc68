/**
 * A meeting as Graph's event. What Exchange has no word for is lost: whoever organizes a meeting attends it, even where
 * the world (as Google does) knows that they declined. Pure.
 */
import { Temporal } from 'temporal-polyfill'
import { windowsNameOf } from '../archive/zones.ts'
import { type Invitee, isOwnAddress, isSameAddress, type Mailbox, type Meeting, type Owner } from '../world.ts'
import { changeKey, type IdType, itemId } from './ids.ts'
import type { ToldZone } from './prefer.ts'
import { isPlain, type Series } from './series.ts'

export interface EventView {
  readonly mailbox: Mailbox
  readonly idType: IdType
  /** The zone in which times are told. */
  readonly zone: ToldZone
  readonly webRoot: string
  /** The token holds Calendars.ReadBasic alone. */
  readonly isBasic: boolean
}

export const eventProperties = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'categories',
  'transactionId',
  'originalStartTimeZone',
  'originalEndTimeZone',
  'iCalUId',
  'reminderMinutesBeforeStart',
  'isReminderOn',
  'hasAttachments',
  'subject',
  'bodyPreview',
  'importance',
  'sensitivity',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'responseRequested',
  'seriesMasterId',
  'showAs',
  'type',
  'webLink',
  'onlineMeetingUrl',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'allowNewTimeProposals',
  'isDraft',
  'hideAttendees',
  'recurrence',
  'responseStatus',
  'body',
  'start',
  'end',
  'location',
  'locations',
  'attendees',
  'organizer',
] as const

/** What Calendars.ReadBasic leaves out. */
export const excludedFromBasicEvents = ['body', 'bodyPreview']

/** Whether it stands in the calendar at all: what its organizer calls off is gone, and birthdays have a calendar of their own. */
export const isShown = ({ owner }: Mailbox, meeting: Meeting): boolean =>
  meeting.type !== 'birthday' && !(meeting.status === 'cancelled' && isOrganizedBy(owner, meeting))

export const eventRow = (meeting: Meeting, view: EventView): Readonly<Record<string, unknown>> => {
  const { mailbox } = view
  const isException = meeting.seriesId !== null && !isPlain(mailbox, meeting)
  const type = meeting.seriesId === null ? 'singleInstance' : isException ? 'exception' : 'occurrence'
  return { ...etag(meeting), ...propertiesOf(meeting, { view, type, id: eventId(meeting.id, view) }), recurrence: null }
}

/** What a delta tells of an occurrence that is as its series says: the rest stands with the master. */
export const trimmedRow = (meeting: Meeting, view: EventView): object => ({
  ...etag(meeting),
  id: eventId(meeting.id, view),
  seriesMasterId: masterId(meeting.seriesId ?? '', view),
  type: 'occurrence',
  start: timeOf(meeting, meeting.startsAt, view.zone),
  end: timeOf(meeting, meeting.endsAt, view.zone),
})

export const masterRow = ({ id, master, everyDays }: Series, view: EventView): Readonly<Record<string, unknown>> => ({
  ...etag(master),
  ...propertiesOf({ ...master, seriesId: null, id }, { view, type: 'seriesMaster', id: masterId(id, view) }),
  recurrence: {
    pattern:
      everyDays % 7 === 0
        ? { type: 'weekly', interval: everyDays / 7, daysOfWeek: [weekday(master.startsAt)], firstDayOfWeek: 'sunday' }
        : { type: 'daily', interval: everyDays, firstDayOfWeek: 'sunday' },
    range: { type: 'noEnd', startDate: new Date(master.startsAt).toISOString().slice(0, 10), endDate: '0001-01-01' },
  },
})

export const removedEventRow = (meetingId: string, view: EventView): object => ({
  '@odata.type': '#microsoft.graph.event',
  id: eventId(meetingId, view),
  '@removed': { reason: 'deleted' },
})

/** A master's id differs from its instances'. */
export const masterKey = (seriesId: string): string => `series ${seriesId}`

const eventId = (id: string, { mailbox, idType }: EventView): string =>
  itemId(mailbox, { kind: 'event', id, place: idType === 'immutable' ? null : 0 })

const masterId = (seriesId: string, view: EventView): string => eventId(masterKey(seriesId), view)

const etag = ({ updatedAt }: Meeting): object => ({ '@odata.etag': `W/"${changeKey(updatedAt)}"` })

interface Shown {
  readonly view: EventView
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster'
  readonly id: string
}

const propertiesOf = (meeting: Meeting, { view, type, id }: Shown): Readonly<Record<string, unknown>> => {
  const { mailbox, zone, webRoot, isBasic } = view
  const { owner } = mailbox
  const isCancelled = meeting.status === 'cancelled'
  const updated = new Date(meeting.updatedAt).toISOString().replace('Z', '0000Z')
  return {
    id,
    createdDateTime: updated,
    lastModifiedDateTime: updated,
    changeKey: changeKey(meeting.updatedAt),
    categories: [],
    transactionId: null,
    originalStartTimeZone: windowsNameOf(meeting.zone),
    originalEndTimeZone: windowsNameOf(meeting.zone),
    // Of a series every occurrence has one of its own.
    iCalUId: `${meeting.id}@google.com`,
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject: isCancelled ? `Canceled: ${meeting.summary}` : meeting.summary,
    ...(isBasic ? {} : { bodyPreview: '', body: { contentType: 'html', content: '' } }),
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: meeting.isAllDay,
    isCancelled,
    isOrganizer: isOrganizedBy(owner, meeting),
    responseRequested: true,
    seriesMasterId: meeting.seriesId === null ? null : masterId(meeting.seriesId, view),
    showAs: showAs(meeting),
    type,
    webLink: `${webRoot}/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    responseStatus: ownResponse(owner, meeting),
    start: timeOf(meeting, meeting.startsAt, zone),
    end: timeOf(meeting, meeting.endsAt, zone),
    location: { displayName: '', locationType: 'default' },
    locations: [],
    attendees: attendeesOf(owner, meeting),
    organizer: { emailAddress: { name: meeting.organizer.name, address: meeting.organizer.address } },
  }
}

/** Whoever organizes is not among the attendees, and something of one's own has none. */
const attendeesOf = (owner: Owner, { invitees, organizer }: Meeting): readonly object[] =>
  invitees.every(({ address }) => isOwnAddress(owner, address))
    ? []
    : invitees
        .filter(
          ({ address }) =>
            !isSameAddress(address, organizer.address) &&
            !(isOwnAddress(owner, organizer.address) && isOwnAddress(owner, address)),
        )
        .map(({ address, name, response, isResource, isOptional }) => ({
          type: isResource === true ? 'resource' : isOptional === true ? 'optional' : 'required',
          status: { response: responses[response], time: never },
          emailAddress: { name: name || address, address },
        }))

const ownResponse = (owner: Owner, meeting: Meeting): object => {
  if (isOrganizedBy(owner, meeting)) return { response: 'organizer', time: never }
  const own = meeting.invitees.find(({ address }) => isOwnAddress(owner, address))
  if (own === undefined) return { response: 'none', time: never }
  const isOpen = own.response === 'needsAction'
  return {
    response: isOpen ? 'notResponded' : responses[own.response],
    time: isOpen ? never : `${new Date(meeting.updatedAt).toISOString().slice(0, 19)}Z`,
  }
}

const responses: Readonly<Record<Invitee['response'], string>> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentativelyAccepted',
  needsAction: 'none',
}

/** What stands where no time is. */
const never = '0001-01-01T00:00:00Z'

const showAs = ({ type, status }: Meeting): string => {
  if (status === 'cancelled') return 'free'
  if (status === 'tentative') return 'tentative'
  switch (type) {
    case 'outOfOffice':
      return 'oof'
    case 'workingLocation':
      return 'workingElsewhere'
    default:
      return 'busy'
  }
}

/** Seven digits of a second and no offset: the zone stands beside it. A whole day is a day in every zone. */
const timeOf = ({ isAllDay }: Meeting, at: number, { zone, name }: ToldZone): object => {
  const instant = Temporal.Instant.fromEpochMilliseconds(at)
  const shown = instant.toZonedDateTimeISO(isAllDay ? 'UTC' : zone).toPlainDateTime()
  return { dateTime: shown.toString({ fractionalSecondDigits: 7 }), timeZone: name }
}

const weekday = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()

const isOrganizedBy = (owner: Owner, { organizer }: Meeting): boolean => isOwnAddress(owner, organizer.address)
