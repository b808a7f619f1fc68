/**
 * The owner's own Outlook calendar as a feed. A delta watches a window: a year back, and as far ahead as is wanted. What is
 * older is listed once, a year at a time. The window is frozen into the delta's links, so another is listed before it runs
 * out, while the one at hand goes on telling what changes. https://learn.microsoft.com/graph/delta-query-events
 */
import type { CalendarEvent } from '../../../model/event.ts'
import { textOf } from '../../../model/json.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { DAY, type Instant } from '../../../model/time.ts'
import type { Feed, Page, ProviderError } from '../../provider.ts'
import { type GraphClient, instantText } from '../client.ts'
import { askDelta, maxRows } from '../delta.ts'
import { ownerAddresses } from '../owner.ts'
import { freshState, movedOn, page, readCursor, type State, type Window, withZones, zoneOf } from './cursor.ts'
import { askOf, properties, type Read, type Reading, readRows, readTodo } from './read.ts'

export const createCalendarFeed = (client: GraphClient): Feed<CalendarEvent> => ({
  pace: null,
  minUnits: { news: 0, past: 0 },

  async pull(access, request) {
    const reading: Reading = { client, access, request }
    const state = await stateOf(reading)
    if (!state.ok) return state
    if (request.want === 'news') return pullNews(reading, movedOn(state.value, request))
    return state.value.isRead ? success(page(state.value, { calls: 0, more: false })) : pullPast(reading, state.value)
  },
})

const stateOf = async ({ client, access, request }: Reading): Promise<Result<State, ProviderError>> => {
  if (request.cursor !== null) return readCursor(request.cursor)
  const own = await ownerAddresses(client, access, request.now)
  return own.ok ? success(freshState(request, own.value)) : own
}

/** So many events to look up make a page of their own. */
const maxTodo = 39

const pullPast = async (reading: Reading, state: State): Promise<Result<Page<CalendarEvent>, ProviderError>> => {
  const isListed = state.window.isListed && state.olderTo <= state.since
  if (state.todo.length > (isListed ? 0 : maxTodo) || isListed) return pastPage(await readTodo(reading, state))
  if (state.window.isListed) return pastPage(await readOlder(reading, state))
  const asked = await readWindow(reading, state.window)
  if (!asked.ok) return asked
  const { window, rows, isLast } = asked.value
  const told = withZones({ ...state, window }, rows)
  const read = await readRows(reading, isLast ? { ...told, zones: {} } : told, rows)
  return pastPage(read, isLast ? zoneOf(told) : null)
}

const pastPage = (
  read: Result<Read, ProviderError>,
  zone: string | null = null,
): Result<Page<CalendarEvent>, ProviderError> => {
  if (!read.ok) return read
  const { state, calls } = read.value
  const isRead = state.window.isListed && state.olderTo <= state.since && state.todo.length === 0
  return success(page({ ...state, isRead }, { ...read.value, calls: calls + 1, zone, more: !isRead }))
}

/**
 * Steps: where a new window is being listed, list on; when it is, ask the old one for the last time, and let the new one
 * take its place; otherwise ask the window at hand, and when it has nothing to tell, look up what was left.
 */
const pullNews = async (reading: Reading, before: State): Promise<Result<Page<CalendarEvent>, ProviderError>> => {
  const { next } = before
  if (next !== null && !next.isListed) {
    const asked = await readWindow(reading, next)
    if (!asked.ok) return asked
    const { window, rows, isLast } = asked.value
    const told = withZones({ ...before, next: window }, rows)
    const read = await readRows(reading, isLast ? { ...told, zones: {} } : told, rows)
    return newsPage(read, { more: true, zone: isLast ? zoneOf(told) : null })
  }
  const asked = await readWindow(reading, before.window)
  if (!asked.ok) return asked
  const { window, rows, isLast } = asked.value
  const state = next !== null && isLast ? { ...before, window: next, next: null } : { ...before, window }
  if (rows.length > 0 || !isLast || state.todo.length === 0) {
    return newsPage(await readRows(reading, state, rows), { more: !isLast })
  }
  const read = await readTodo(reading, state)
  // One event that cannot be looked up must not keep the others waiting: the next round asks for it again.
  if (!read.ok && read.error.reason === 'unavailable') return success(page(state, { calls: 2, more: false }))
  return newsPage(read, { more: false })
}

const newsPage = (
  read: Result<Read, ProviderError>,
  { more, zone = null }: { readonly more: boolean; readonly zone?: string | null },
): Result<Page<CalendarEvent>, ProviderError> => {
  if (!read.ok) return read
  const { state, calls } = read.value
  return success(page(state, { ...read.value, calls: calls + 1, zone, more: more || state.todo.length > 0 }))
}

/** A delta of the calendar brings whole events, bodies left out: fewer of them fit a page. */
const rowsPerPage = 50

const readWindow = async (
  { client, access, ...reading }: Reading,
  window: Window,
): Promise<
  Result<{ readonly window: Window; readonly rows: readonly unknown[]; readonly isLast: boolean }, ProviderError>
> => {
  const path = window.link ?? `/me/calendarView/delta?${spanOf(window)}`
  const ask = askOf({ client, access, ...reading })
  const asked = await askDelta(client, access, path, { ...ask, pageSize: rowsPerPage })
  if (!asked.ok) return asked
  if (asked.value === null) return failure({ reason: 'cursor_expired' })
  const { rows, link, isLast } = asked.value
  return success({ window: { ...window, link, isListed: window.isListed || isLast }, rows, isLast })
}

/** Graph views no more than five years at once. */
const stretch = 365 * DAY
const viewedPerPage = 100

/** A page of the stretch before what has been listed. Here every occurrence comes whole. */
const readOlder = async (reading: Reading, state: State): Promise<Result<Read, ProviderError>> => {
  const { client, access } = reading
  const from = Math.max(state.since, state.olderTo - stretch)
  const first = `/me/calendarView?${spanOf({ from, until: state.olderTo })}&$select=${properties}&$top=${viewedPerPage}`
  const body = await client.get(access, state.olderLink ?? first, askOf(reading))
  if (!body.ok) return body
  if (body.value === null || !Array.isArray(body.value.value)) {
    return failure({ reason: 'malformed', detail: 'a calendar view without rows' })
  }
  if (body.value.value.length > maxRows) return failure({ reason: 'malformed', detail: 'a page of any length' })
  const link = body.value['@odata.nextLink']
  const olderLink = client.pathOf(link)
  if (olderLink === null && textOf(link) !== null) return failure({ reason: 'malformed', detail: 'a link elsewhere' })
  if (olderLink !== null && olderLink === state.olderLink) {
    return failure({ reason: 'malformed', detail: 'a page that leads back to itself' })
  }
  const after = { ...state, olderLink, olderTo: olderLink === null ? from : state.olderTo }
  return readRows(reading, after, body.value.value)
}

const spanOf = ({ from, until }: Pick<Window, 'from' | 'until'>): string =>
  `startDateTime=${instantText(from as Instant)}&endDateTime=${instantText(until as Instant)}`
