/** Calendar API v3: the list of calendars (there is one) and its events. */
import { type Context, Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import type { Mailbox } from '../world.ts'
import { eventResource } from './calendar-event.ts'
import { eventPage, type Place, pageTokenOf, placeOf, sequenceOf, syncTokenOf, type Window } from './calendar-lists.ts'
import { type ApiEnv, admit, answer, type Gate, methods, pageSize } from './calls.ts'
import { calendarService, invalidArgument, notFound, type Refusal, refuse } from './errors.ts'

export interface CalendarGate extends Gate {
  readonly origin: string
  isExpired(mailbox: Mailbox, sequence: number): boolean
}

export const createCalendar = (gate: CalendarGate): Hono<ApiEnv> => {
  const app = new Hono<ApiEnv>()

  app.get('/users/me/calendarList', admit(gate, methods.listCalendars), (c) => {
    const { mailbox } = c.var
    return answer(c, calendarService, {
      kind: 'calendar#calendarList',
      etag: etag(mailbox),
      nextSyncToken: syncTokenOf(beginning(mailbox)),
      items: [calendarListEntry(mailbox)],
    })
  })

  app.get('/calendars/:calendarId/events', admit(gate, methods.listEvents), (c) => {
    const { mailbox } = c.var
    const calendarId = c.req.param('calendarId').toLowerCase()
    if (calendarId !== 'primary' && calendarId !== mailbox.owner.address.toLowerCase()) return notFound(calendarService)
    const request = readRequest(c, gate)
    if (request instanceof Response) return request
    const { place, window, maxResults, maxAttendees, zone } = request
    const { meetings, next } = eventPage(mailbox, place, window, maxResults)
    const view = { owner: mailbox.owner, zone, maxAttendees, origin: gate.origin }
    return answer(c, calendarService, {
      ...listHead(mailbox, zone),
      ...(next === null ? { nextSyncToken: syncTokenOf(place) } : { nextPageToken: pageTokenOf(next) }),
      items: meetings.map((meeting) => eventResource(meeting, view)),
    })
  })

  return app
}

interface EventsRequest {
  readonly place: Place
  readonly window: Window
  readonly maxResults: number
  readonly maxAttendees: number
  readonly zone: string
}

/** The request's parameters, or the refusal that they deserve. */
const readRequest = (c: Context<ApiEnv>, gate: CalendarGate): EventsRequest | Response => {
  const { mailbox } = c.var
  const strange = notSimulated.find((name) => c.req.query(name) !== undefined)
  if (strange !== undefined) return badRequest(`The simulated Calendar does not know ${strange}`)
  if (c.req.query('singleEvents') !== 'true') return badRequest('The simulated Calendar only has singleEvents=true')
  const maxResults = pageSize(c.req.query('maxResults'), { usual: 250, most: 2500 })
  const maxAttendees = pageSize(c.req.query('maxAttendees'), { usual: attendeeLimit, most: attendeeLimit })
  if (maxResults === null || maxAttendees === null) return badRequest('Bad Request')
  const zone = c.req.query('timeZone') ?? mailbox.owner.zone
  const window = readWindow(c)
  if (window instanceof Response) return window
  const place = readPlace(c, gate)
  if (place instanceof Response) return place
  return { place, window, maxResults, maxAttendees, zone }
}

const readWindow = (c: Context<ApiEnv>): Window | Response => {
  const from = readTime(c.req.query('timeMin'))
  const until = readTime(c.req.query('timeMax'))
  if (from === undefined || until === undefined) return badRequest('Bad Request')
  if (from !== null && until !== null && until <= from) return refuse(calendarService, timeRangeEmpty)
  const types = c.req.queries('eventTypes') ?? []
  return {
    from,
    until,
    showsCancelled: c.req.query('showDeleted') === 'true',
    types: types.length === 0 ? null : new Set(types),
    isByStart: c.req.query('orderBy') === 'startTime',
  }
}

/** Milliseconds of an RFC 3339 time, which must carry an offset; null where it is absent, undefined where it is none. */
const readTime = (raw: string | undefined): number | null | undefined => {
  if (raw === undefined) return null
  try {
    return Temporal.Instant.from(raw).epochMilliseconds
  } catch {
    return undefined
  }
}

const readPlace = (c: Context<ApiEnv>, { isExpired }: CalendarGate): Place | Response => {
  const { mailbox } = c.var
  const syncToken = c.req.query('syncToken')
  const pageToken = c.req.query('pageToken')
  const since = syncToken === undefined ? null : sequenceOf(syncToken)
  if (syncToken !== undefined) {
    if (restrictions.some((name) => c.req.query(name) !== undefined) || c.req.query('showDeleted') === 'false') {
      return refuse(calendarService, mixedSyncToken)
    }
    if (since === null) return refuse(calendarService, malformedSyncToken)
    if (isExpired(mailbox, since)) return refuse(calendarService, fullSyncRequired)
  }
  if (pageToken === undefined) return since === null ? beginning(mailbox) : changesSince(mailbox, since)
  const place = placeOf(pageToken)
  const isOfThisListing = place !== null && (place.kind === 'changes' ? place.since === since : since === null)
  return isOfThisListing ? place : refuse(calendarService, malformedPageToken)
}

const beginning = ({ sequence }: Mailbox): Place => ({ kind: 'window', begunAt: sequence, page: 0, after: '' })

const changesSince = ({ sequence }: Mailbox, since: number): Place => ({
  kind: 'changes',
  begunAt: sequence,
  since,
  skip: 0,
})

/** More than any meeting has. */
const attendeeLimit = 100_000

const notSimulated = ['q', 'updatedMin', 'iCalUID', 'privateExtendedProperty', 'sharedExtendedProperty']

const restrictions = ['timeMin', 'timeMax', 'orderBy']

const badRequest = (message: string): Response => invalidArgument(calendarService, message, 'badRequest')

const parameterError = (name: string, message: string, reason: string): Refusal => ({
  code: 400,
  status: 'INVALID_ARGUMENT',
  message,
  reason,
  location: { type: 'parameter', name },
})

const mixedSyncToken = parameterError(
  'syncToken',
  'Sync token cannot be used with other request restrictions',
  'invalid',
)
const malformedSyncToken = parameterError('syncToken', 'Invalid sync token value.', 'invalid')
const malformedPageToken = parameterError('pageToken', 'Invalid page token value.', 'invalid')
const timeRangeEmpty: Refusal = {
  ...parameterError('timeMax', 'The specified time range is empty.', 'timeRangeEmpty'),
  domain: 'calendar',
}
const fullSyncRequired: Refusal = {
  ...parameterError('syncToken', 'Sync token is no longer valid, a full sync is required.', 'fullSyncRequired'),
  code: 410,
  status: 'GONE',
  domain: 'calendar',
}

const listHead = (mailbox: Mailbox, zone: string): object => ({
  kind: 'calendar#events',
  etag: etag(mailbox),
  summary: mailbox.owner.address,
  description: '',
  updated: new Date(
    mailbox.meetings.values().reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0),
  ).toISOString(),
  timeZone: zone,
  accessRole: 'owner',
  defaultReminders: [],
})

const calendarListEntry = (mailbox: Mailbox): object => ({
  kind: 'calendar#calendarListEntry',
  etag: etag(mailbox),
  id: mailbox.owner.address,
  summary: mailbox.owner.address,
  timeZone: mailbox.owner.zone,
  colorId: '14',
  backgroundColor: '#9fe1e7',
  foregroundColor: '#000000',
  selected: true,
  accessRole: 'owner',
  defaultReminders: [],
  primary: true,
})

const etag = ({ sequence }: Mailbox): string => `"p${sequence}"`
