/**
 * The user's own Google calendar as a feed. The backfill is a window listed once; changes come by sync token. Instances
 * that enter the window from beyond its end are never reported, so the window must move.
 * https://developers.google.com/workspace/calendar/api/guides/sync
 */
import * as v from 'valibot'
import type { CalendarEvent } from '../../../model/event.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { type Result, success } from '../../../model/result.ts'
import { DAY, type Instant, later, toMilliseconds } from '../../../model/time.ts'
import { cursorCodec, instantSchema } from '../../kit/cursor.ts'
import { malformed } from '../../kit/malformed.ts'
import { isInWindow, windowEntries, windowToAsk, withNextWindow, withWindow } from '../../kit/moving-window.ts'
import { feedPage } from '../../kit/page.ts'
import type { Access, Feed, Page, PageRequest, ProviderError } from '../../provider.ts'
import { callGoogle, type GoogleClient, lapsing } from '../client.ts'
import { parseEvent } from './parse.ts'

export const googleCalendarFeed = (client: GoogleClient): Feed<CalendarEvent> => ({
  quota: null,
  minUnits: { backfill: 0, changes: 0 },

  async backfill(access, request) {
    const state = stateOf(request)
    return state.ok ? readList({ client, access, request }, state.value) : state
  },

  async changes(access, request) {
    const state = stateOf(request)
    if (!state.ok) return state
    const from = later(request.now, -overlapSeconds)
    const windows = withNextWindow(state.value.windows, request, freshWindow({ from, until: request.until }))
    return readList({ client, access, request }, { ...state.value, windows })
  },
})

const windowSchema = v.object({
  ...windowEntries,
  /** Null until the window has been listed to its end. */
  syncToken: v.nullable(v.string()),
  pageToken: v.nullable(v.string()),
})

const stateSchema = v.object({
  /** What is older is not read. */
  since: instantSchema,
  windows: v.object({ current: windowSchema, next: v.nullable(windowSchema) }),
})

type GoogleCalendarState = v.InferOutput<typeof stateSchema>

type GoogleWindow = GoogleCalendarState['windows']['current']

const googleCalendarCursor = cursorCodec(2, stateSchema)

const stateOf = ({ cursor, since, until }: PageRequest): Result<GoogleCalendarState, ProviderError> =>
  cursor === null
    ? success({ since, windows: { current: freshWindow({ from: since, until }), next: null } })
    : googleCalendarCursor.read(cursor)

const freshWindow = (span: Pick<GoogleWindow, 'from' | 'until'>): GoogleWindow => ({
  ...span,
  isListed: false,
  syncToken: null,
  pageToken: null,
})

const eventsPerPage = 250
/** Google's own limit, whatever is asked for. */
const maxEvents = 2500
const attendeeLimit = 60
/** How much of the past a moved window lists again: what is older does not change its place. */
const overlapSeconds = 35 * DAY

const readList = async (
  {
    client,
    access,
    request,
  }: { readonly client: GoogleClient; readonly access: Access; readonly request: PageRequest },
  state: GoogleCalendarState,
): Promise<Result<Page<CalendarEvent>, ProviderError>> => {
  const window = windowToAsk(state.windows)
  const listed = await callGoogle(
    () => client.calendar.events.list(listParameters(window), client.options(access, 'calendar')),
    { now: request.now, ...lapsing(window.pageToken, { 404: noCalendar, 410: { reason: 'cursor_expired' } }) },
  )
  if (!listed.ok) return listed
  const answer = fieldsOf(listed.value) ?? {}
  if (!Array.isArray(answer.items)) return malformed('a calendar without items')
  if (answer.items.length > maxEvents) return malformed('a page of any length')
  // The last page of a window gives the token by which changes are asked for: without one, it would be listed for ever.
  const leadsOn = [answer.nextPageToken, answer.nextSyncToken, window.syncToken].some((token) => textOf(token) !== null)
  if (!leadsOn) return malformed('a calendar that leads nowhere')
  return success(pageOf(state, answer))
}

/** Google's quirk: an account without a calendar has no "primary". */
const noCalendar: ProviderError = { reason: 'blocked', by: 'no_mailbox', detail: 'no primary calendar' }

const listParameters = ({ from, until, syncToken, pageToken }: GoogleWindow) => ({
  calendarId: 'primary',
  singleEvents: true,
  maxResults: eventsPerPage,
  // With more invited than this, Google sends only the user's own entry: an assembly, which counts for nobody.
  maxAttendees: attendeeLimit,
  fields,
  // Google's quirk: a sync token refuses the company of time bounds, and remembers none.
  ...(syncToken === null ? { timeMin: rfc3339(from), timeMax: rfc3339(until) } : { syncToken }),
  ...(pageToken !== null && { pageToken }),
})

/** Times and guests: what a meeting is called, and what is said about it, is not even asked for. */
const fields =
  'items(id,status,start,end,recurringEventId,originalStartTime,iCalUID,eventType,organizer/self,' +
  'attendees(email,displayName,responseStatus,organizer,self,resource)),nextPageToken,nextSyncToken,timeZone'

const rfc3339 = (at: Instant): string => new Date(toMilliseconds(at)).toISOString()

const pageOf = (state: GoogleCalendarState, answer: Fields): Page<CalendarEvent> => {
  const events = listOf(answer.items).flatMap((item) => parseEvent(item) ?? [])
  const isThere = (event: CalendarEvent): boolean => !event.isCancelled && isInWindow(event, state)
  const window = windowToAsk(state.windows)
  const pageToken = textOf(answer.nextPageToken)
  const isLast = pageToken === null
  const syncToken = isLast ? (textOf(answer.nextSyncToken) ?? window.syncToken) : window.syncToken
  const answered = { ...window, pageToken, syncToken, isListed: syncToken !== null }
  const windows = withWindow(state.windows, answered, { isLast })
  return feedPage({
    upserts: events.filter(isThere),
    deletions: events.filter((event) => !isThere(event)).map(({ id }) => id),
    cursor: googleCalendarCursor.write({ ...state, windows }),
    more: !isLast || windows.next !== null,
    backfill: { stage: windows.current.isListed ? 'done' : 'conversations', readBackTo: null },
    zone: textOf(answer.timeZone),
  })
}
