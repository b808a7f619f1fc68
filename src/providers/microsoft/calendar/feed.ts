/**
 * The owner's own Outlook calendar as a feed. A delta watches a window: a year back, and as far ahead as is wanted. What is
 * older is listed once, a year at a time. Graph freezes the window into the delta's links, so it must move.
 * https://learn.microsoft.com/graph/delta-query-events
 */
import type { CalendarEvent } from '../../../model/event.ts'
import { textOf } from '../../../model/json.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { DAY, later, laterOf } from '../../../model/time.ts'
import { malformed } from '../../kit/malformed.ts'
import { windowToAsk, withNextWindow, withWindow } from '../../kit/moving-window.ts'
import { nextPage } from '../../kit/next-page.ts'
import type { Feed, Page, ProviderError } from '../../provider.ts'
import { askDelta, type DeltaPage, type GraphClient, instantText, rowsIn } from '../client.ts'
import { ownerAddresses } from '../owner.ts'
import {
  freshCalendar,
  freshWindow,
  mainZone,
  type OutlookCalendarState,
  type OutlookWindow,
  outlookCalendarCursor,
  outlookCalendarPage,
  withZones,
} from './cursor.ts'
import {
  type CalendarReading,
  type CalendarStep,
  calendarAsk,
  eventProperties,
  readEventRows,
  readEventTodo,
} from './read.ts'

export const microsoftCalendarFeed = (client: GraphClient): Feed<CalendarEvent> => ({
  quota: null,
  minUnits: { backfill: 0, changes: 0 },

  async backfill(access, request) {
    const reading = { client, access, request }
    const state = await stateOf(reading)
    if (!state.ok) return state
    return state.value.isRead
      ? success(outlookCalendarPage(state.value, { more: false }))
      : backfillCalendar(reading, state.value)
  },

  async changes(access, request) {
    const reading = { client, access, request }
    const state = await stateOf(reading)
    if (!state.ok) return state
    const next = freshWindow({ ...request, since: state.value.since })
    const windows = withNextWindow(state.value.windows, request, next)
    return changesOfCalendar(reading, { ...state.value, windows })
  },
})

const stateOf = async ({
  client,
  access,
  request,
}: CalendarReading): Promise<Result<OutlookCalendarState, ProviderError>> => {
  if (request.cursor !== null) return outlookCalendarCursor.read(request.cursor)
  const own = await ownerAddresses(client, access, request.now)
  return own.ok ? success(freshCalendar(request, own.value)) : own
}

/** Steps: list the window to its end; list what lies before it; look up what pages left to be looked up. */
const backfillCalendar = async (
  reading: CalendarReading,
  state: OutlookCalendarState,
): Promise<Result<Page<CalendarEvent>, ProviderError>> => {
  if (isAllListed(state) || state.todo.length > maxTodo) return backfillPage(await readEventTodo(reading, state))
  if (state.windows.current.isListed) return backfillPage(await readOlder(reading, state))
  const asked = await askWindow(reading, state)
  if (!asked.ok) return asked
  return backfillPage(await readEventRows(reading, asked.value.state, asked.value.rows), asked.value.zone)
}

/** So many events to look up make a page of their own. */
const maxTodo = 39

const isAllListed = ({ windows, olderTo, since }: OutlookCalendarState): boolean =>
  windows.current.isListed && olderTo <= since

const backfillPage = (
  read: Result<CalendarStep, ProviderError>,
  zone: string | null = null,
): Result<Page<CalendarEvent>, ProviderError> => {
  if (!read.ok) return read
  const { state, ...step } = read.value
  const isRead = isAllListed(state) && state.todo.length === 0
  const unitsSpent = step.unitsSpent + 1
  return success(outlookCalendarPage({ ...state, isRead }, { ...step, unitsSpent, zone, more: !isRead }))
}

/**
 * Steps: where a new window is being listed, list on; when it is, ask the old one for the last time, and let the new one
 * take its place; otherwise ask the window at hand, and when it has nothing to tell, look up what was left.
 */
const changesOfCalendar = async (
  reading: CalendarReading,
  before: OutlookCalendarState,
): Promise<Result<Page<CalendarEvent>, ProviderError>> => {
  const asked = await askWindow(reading, before)
  if (!asked.ok) return asked
  const { state, rows, isLast, wasListed, zone } = asked.value
  if (!wasListed) return changesPage(await readEventRows(reading, state, rows), { more: true, zone })
  if (rows.length > 0 || !isLast || state.todo.length === 0) {
    return changesPage(await readEventRows(reading, state, rows), { more: !isLast, zone })
  }
  const read = await readEventTodo(reading, state)
  // One event that cannot be looked up must not keep the others waiting: the next round asks for it again.
  if (!read.ok && read.error.reason === 'unavailable') {
    return success(outlookCalendarPage(state, { unitsSpent: 2, more: false }))
  }
  return changesPage(read, { more: false, zone })
}

const changesPage = (
  read: Result<CalendarStep, ProviderError>,
  { more, zone }: { readonly more: boolean; readonly zone: string | null },
): Result<Page<CalendarEvent>, ProviderError> => {
  if (!read.ok) return read
  const { state, ...step } = read.value
  const unitsSpent = step.unitsSpent + 1
  return success(outlookCalendarPage(state, { ...step, unitsSpent, zone, more: more || state.todo.length > 0 }))
}

interface WindowAsked extends Pick<DeltaPage, 'rows' | 'isLast'> {
  readonly state: OutlookCalendarState
  /** The window had been listed before: its rows are changes. */
  readonly wasListed: boolean
  /** Where its meetings mostly are, once a window is listed to its end. */
  readonly zone: string | null
}

const noCalendar: ProviderError = { reason: 'blocked', by: 'no_mailbox', detail: 'no calendar' }

/** A delta of the calendar brings whole events, bodies left out: fewer of them fit a page. */
const rowsPerPage = 50

const askWindow = async (
  reading: CalendarReading,
  before: OutlookCalendarState,
): Promise<Result<WindowAsked, ProviderError>> => {
  const window = windowToAsk(before.windows)
  const path = window.link ?? `/me/calendarView/delta?${spanOf(window)}`
  const asked = await askDelta(reading, path, { ...calendarAsk(reading), pageSize: rowsPerPage })
  if (!asked.ok) return asked
  if (asked.value === null) {
    return failure(window.link === null ? noCalendar : { reason: 'cursor_expired' })
  }
  const { rows, link, isLast } = asked.value
  const wasListed = window.isListed
  const answered = { ...window, link, isListed: wasListed || isLast }
  const state = { ...before, windows: withWindow(before.windows, answered, { isLast }) }
  if (wasListed) return success({ state, rows, isLast, wasListed, zone: null })
  const counted = withZones(state, rows)
  return isLast
    ? success({ state: { ...counted, zones: {} }, rows, isLast, wasListed, zone: mainZone(counted) })
    : success({ state: counted, rows, isLast, wasListed, zone: null })
}

/** Graph views no more than five years at once. */
const stretchSeconds = 365 * DAY
const viewedPerPage = 100

/** A page of the stretch before what has been listed. Here every occurrence comes whole. */
const readOlder = async (
  reading: CalendarReading,
  state: OutlookCalendarState,
): Promise<Result<CalendarStep, ProviderError>> => {
  const { client, access } = reading
  const from = laterOf(state.since, later(state.olderTo, -stretchSeconds))
  const span = spanOf({ from, until: state.olderTo })
  const path = state.olderLink ?? `/me/calendarView?${span}&$select=${eventProperties}&$top=${viewedPerPage}`
  const body = await client.get(access, path, calendarAsk(reading))
  if (!body.ok) return body
  const rows = rowsIn(body.value)
  if (!rows.ok) return rows
  const link = body.value?.['@odata.nextLink']
  const next = nextPage({ next: client.pathOf(link), asked: state.olderLink })
  if (!next.ok) return next
  if (next.value === null && textOf(link) !== null) return malformed('a link elsewhere')
  const olderTo = next.value === null ? from : state.olderTo
  return readEventRows(reading, { ...state, olderLink: next.value, olderTo }, rows.value)
}

const spanOf = ({ from, until }: Pick<OutlookWindow, 'from' | 'until'>): string =>
  `startDateTime=${instantText(from)}&endDateTime=${instantText(until)}`
