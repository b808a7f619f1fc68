/**
 * The user's own Google calendar as a feed. The past is a window listed once; news comes by sync token. Instances that
 * enter the window from beyond its end are never reported, so the window is listed again before it runs out.
 * https://developers.google.com/workspace/calendar/api/guides/sync
 */
import * as v from 'valibot'
import type { CalendarEvent } from '../../../model/event.ts'
import { listOf, textOf } from '../../../model/json.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { DAY, type Instant, later, toMilliseconds } from '../../../model/time.ts'
import type { Cursor, Feed, Page, ProviderError, Pull } from '../../provider.ts'
import { call, type GoogleClient, lapsing } from '../client.ts'
import { parseEvent } from '../parse.ts'

export const createCalendarFeed = (client: GoogleClient): Feed<CalendarEvent> => ({
  pace: null,
  minUnits: { news: 0, past: 0 },

  async pull(access, request) {
    const state = request.cursor === null ? success(fresh(request)) : readCursor(request.cursor)
    if (!state.ok) return state
    const current = request.want === 'news' ? movedOn(state.value, request) : state.value
    const list = listUnderWay(current)
    const listed = await call(
      () => client.calendar.events.list(listParameters(list), client.options(access, 'calendar')),
      { ...request, ...lapsing(list.pageToken, { 410: { reason: 'cursor_expired' } }) },
    )
    if (!listed.ok) return listed
    if (!Array.isArray(listed.value.items)) return failure({ reason: 'malformed', detail: 'a calendar without items' })
    if (listed.value.items.length > maxEvents) return failure({ reason: 'malformed', detail: 'a page of any length' })
    return success(pageOf(current, listed.value))
  },
})

const eventsPerPage = 250
/** Google's own limit, whatever is asked for. */
const maxEvents = 2500
const attendeeLimit = 60
/** With less of the window left than this, it is listed again, up to the new end. */
const windowReserve = 60 * DAY
/** How much of the past a moved window lists again: what is older does not change its place. */
const windowOverlap = 35 * DAY

const listSchema = {
  until: v.number(),
  /** From where the listing under way starts: later than the horizon when only the window's end is moved. */
  listedFrom: v.number(),
  /** Null until the window has been listed to its end. */
  syncToken: v.nullable(v.string()),
  pageToken: v.nullable(v.string()),
}

const stateSchema = v.object({
  version: v.literal(1),
  /** What counts as inside: from the horizon to the end of the window. */
  since: v.number(),
  ...listSchema,
  /** The window with its new end, while it is being listed: until then news come by the old one's token. */
  next: v.optional(v.nullable(v.object(listSchema)), null),
})

type State = v.InferOutput<typeof stateSchema>

type List = NonNullable<State['next']>

const readCursor = (cursor: Cursor): Result<State, ProviderError> => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), stateSchema), cursor)
  return parsed.success ? success(parsed.output) : failure({ reason: 'cursor_expired' })
}

const fresh = ({ since, until }: Pull): State => ({
  version: 1,
  since,
  until,
  listedFrom: since,
  syncToken: null,
  pageToken: null,
  next: null,
})

const movedOn = (state: State, { now, until }: Pull): State => {
  const runsOut = state.syncToken !== null && state.until < now + windowReserve && state.until < until
  if (!runsOut || state.next !== null) return state
  return { ...state, next: { until, listedFrom: later(now, -windowOverlap), syncToken: null, pageToken: null } }
}

/** A new window is listed to its end; then the old one is asked for the last time, and nothing falls between the two. */
const listUnderWay = (state: State): List => (state.next !== null && state.next.syncToken === null ? state.next : state)

const listParameters = ({ listedFrom, until, syncToken, pageToken }: List) => ({
  calendarId: 'primary',
  singleEvents: true,
  maxResults: eventsPerPage,
  // With more invited than this, Google sends only the user's own entry: an assembly, which counts for nobody.
  maxAttendees: attendeeLimit,
  fields,
  // Google's quirk: a sync token refuses the company of time bounds, and remembers none.
  ...(syncToken === null ? { timeMin: rfc3339(listedFrom), timeMax: rfc3339(until) } : { syncToken }),
  ...(pageToken !== null && { pageToken }),
})

/** Times and guests: what a meeting is called, and what is said about it, is not even asked for. */
const fields =
  'items(id,status,start,end,recurringEventId,originalStartTime,iCalUID,eventType,organizer/self,' +
  'attendees(email,displayName,responseStatus,organizer,self,resource)),nextPageToken,nextSyncToken,timeZone'

const rfc3339 = (at: number): string => new Date(toMilliseconds(at as Instant)).toISOString()

interface Answer {
  readonly items?: readonly unknown[]
  readonly nextPageToken?: string | null
  readonly nextSyncToken?: string | null
  readonly timeZone?: string | null
}

const pageOf = (state: State, answer: Answer): Page<CalendarEvent> => {
  const upserts: CalendarEvent[] = []
  const deletions: string[] = []
  const until = state.next?.until ?? state.until
  for (const event of listOf(answer.items).map(parseEvent)) {
    if (event === null) continue
    const isInWindow = event.endsAt >= state.since && event.startsAt <= until
    if (event.isCancelled || !isInWindow) deletions.push(event.id)
    else upserts.push(event)
  }
  const next = stateAfter(state, answer)
  return {
    upserts,
    deletions,
    cursor: JSON.stringify(next) as Cursor,
    more: textOf(answer.nextPageToken) !== null || (state.next !== null && next.next !== null),
    past: { stage: next.syncToken === null ? 'conversations' : 'done', readBackTo: null },
    unitsSpent: 0,
    pauseSeconds: 0,
    zone: textOf(answer.timeZone),
    total: null,
  }
}

const stateAfter = (state: State, answer: Answer): State => {
  const list = listUnderWay(state)
  const pageToken = textOf(answer.nextPageToken)
  const syncToken = pageToken === null ? (textOf(answer.nextSyncToken) ?? list.syncToken) : list.syncToken
  if (list !== state) return { ...state, next: { ...list, pageToken, syncToken } }
  const after = { ...state, pageToken, syncToken }
  return state.next !== null && pageToken === null ? { ...after, ...state.next, next: null } : after
}
