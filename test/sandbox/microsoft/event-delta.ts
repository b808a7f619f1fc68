/**
 * The events of a window, and then what changes: rounds of pages. The window is frozen into the links; whatever changes
 * outside it is told as if it were gone. Pure.
 */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { opened, sealed } from '../service/opaque.ts'
import type { Mailbox, Meeting } from '../world.ts'
import { type Call, contextOf, usualRows } from './calls.ts'
import { badRequest, invalidQuery, lapsed, malformedToken, type Refusal } from './errors.ts'
import { type EventView, eventRow, isShown, masterRow, removedEventRow, trimmedRow } from './event.ts'
import { isIn, readWindow, type Window } from './event-window.ts'
import { isToken, unsupportedInDelta } from './query.ts'
import { isPlain, seriesOf } from './series.ts'
import type { Switches } from './switches.ts'

/** Where a round stands. A first round goes through the window, a later one through what changed after `since`. */
type Place = { readonly window: Window; readonly begunAt: number; readonly page: number } & (
  | { readonly kind: 'window'; readonly after: string }
  | { readonly kind: 'changes'; readonly since: number; readonly skip: number }
)

interface DeltaSetting {
  readonly switches: Switches
  readonly view: EventView
  readonly lapses: () => number
}

export const eventDelta = (call: Call, { switches, view, lapses }: DeltaSetting): Result<object, Refusal> => {
  const { query, mailbox, preferences } = call
  if (query.given.has('$top')) return failure(topRefused)
  const unsupported = unsupportedInDelta(query, 'CalendarView', [
    '$orderby',
    '$filter',
    '$select',
    '$expand',
    '$search',
  ])
  if (unsupported !== null) return failure(unsupported)
  const begun = isToken(query) ? readToken(call, lapses) : readFirstCall(call, switches)
  if (!begun.ok) return begun
  const place = begun.value
  const size = Math.min(preferences.maxPageSize ?? usualRows, maxRows)
  const { meetings, next } =
    place.kind === 'window'
      ? pageOfWindow(mailbox, place, size)
      : pageOfChanges(mailbox, place, { size, isSilent: switches.deletedOccurrences === 'silent' })
  const link =
    next === null
      ? { '@odata.deltaLink': `${call.address}?$deltatoken=${deltaToken(place)}` }
      : { '@odata.nextLink': `${call.address}?$skiptoken=${skipToken(next)}` }
  return success({
    ...contextOf(call, 'Collection(event)'),
    ...link,
    value: rowsOf(meetings, place, { switches, view }),
  })
}

const maxRows = 1000

const topRefused = invalidQuery(
  "The '$top' parameter is not supported with change tracking over the 'CalendarView' resource as page size cannot be guaranteed. Express page size preferences using the Prefer: odata.maxpagesize= header instead.",
)

const readFirstCall = ({ query, mailbox }: Call, { calendarViewDays }: Switches): Result<Place, Refusal> => {
  const window = readWindow(query, calendarViewDays)
  if (!window.ok) return window
  return success({ kind: 'window', window: window.value, begunAt: mailbox.sequence, page: 0, after: '' })
}

const readToken = ({ query, mailbox, address }: Call, lapses: () => number): Result<Place, Refusal> => {
  if (query.given.size > 1 || query.custom.size > 0) {
    return failure(badRequest('A state token goes with no other query parameter.', 'ErrorInvalidUrlQuery'))
  }
  const place =
    query.deltaToken === null ? readSkipToken(query.skipToken ?? '') : readDeltaToken(query.deltaToken, mailbox)
  if (place === null) return failure(malformedToken)
  const givenAt = place.kind === 'changes' && place.page === 0 ? place.since : place.begunAt
  return givenAt <= mailbox.forgottenUpTo ? failure(lapsed(lapses(), address)) : success(place)
}

interface Page {
  readonly meetings: readonly Told[]
  readonly next: Place | null
}

/** A meeting that is told, or the id of one that is gone; and whether it is the first of its series in this round. */
interface Told {
  readonly id: string
  readonly meeting: Meeting | undefined
  readonly isFirstOfSeries: boolean
}

/** In order of their start, though nobody promised one. The second page of a longer walk is empty. */
const pageOfWindow = (mailbox: Mailbox, place: Place & { readonly kind: 'window' }, size: number): Page => {
  const all = [...mailbox.meetings.values()]
    .filter((meeting) => isIn(meeting, place.window) && isShown(mailbox, meeting))
    .map((meeting) => ({ meeting, key: keyOf(meeting) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const told = firstsMarked(
    mailbox,
    all.map(({ meeting }) => ({ id: meeting.id, meeting })),
  )
  const start = all.findIndex(({ key }) => key > place.after)
  const rest = start < 0 ? [] : told.slice(start)
  const page = place.page === 1 ? [] : rest.slice(0, size)
  const last = page.at(-1)?.meeting
  return {
    meetings: page,
    next:
      page.length === rest.length
        ? null
        : { ...place, page: place.page + 1, after: last === undefined ? place.after : keyOf(last) },
  }
}

const pageOfChanges = (
  mailbox: Mailbox,
  place: Place & { readonly kind: 'changes' },
  { size, isSilent }: { readonly size: number; readonly isSilent: boolean },
): Page => {
  const ids = new Set<string>()
  for (const { sequence, meetingId } of mailbox.calendarChanges) {
    if (sequence > place.since && sequence <= place.begunAt) ids.add(meetingId)
  }
  const changed = [...ids].flatMap((id) => {
    const meeting = mailbox.meetings.get(id)
    const isThere = meeting !== undefined && isShown(mailbox, meeting)
    if (!isThere && isSilent && typeof meeting?.seriesId === 'string') return []
    return { id, meeting: isThere && isIn(meeting, place.window) ? meeting : undefined }
  })
  const end = place.page === 1 ? place.skip : place.skip + size
  return {
    meetings: firstsMarked(mailbox, changed).slice(place.skip, end),
    next: end >= changed.length ? null : { ...place, page: place.page + 1, skip: end },
  }
}

const firstsMarked = (
  mailbox: Mailbox,
  told: readonly { readonly id: string; readonly meeting: Meeting | undefined }[],
): readonly Told[] => {
  const seen = new Set<string>()
  return told.map(({ id, meeting }) => {
    const seriesId = meeting === undefined || !isPlain(mailbox, meeting) ? null : meeting.seriesId
    const isFirstOfSeries = seriesId !== null && !seen.has(seriesId)
    if (seriesId !== null) seen.add(seriesId)
    return { id, meeting, isFirstOfSeries }
  })
}

const rowsOf = (
  told: readonly Told[],
  { window }: Place,
  { switches, view }: Pick<DeltaSetting, 'switches' | 'view'>,
): readonly object[] =>
  told.flatMap(({ id, meeting, isFirstOfSeries }) => {
    if (meeting === undefined) return [removedEventRow(id, view)]
    if (!isPlain(view.mailbox, meeting)) return [typed(eventRow(meeting, view))]
    const series = seriesOf(view.mailbox, meeting.seriesId ?? '')
    const tellsMaster =
      isFirstOfSeries && series !== undefined && (switches.masters === 'always' || isIn(series.master, window))
    // After the occurrence: whoever joins them cannot rely on having seen the master.
    return [typed(trimmedRow(meeting, view)), ...(tellsMaster ? [typed(masterRow(series, view))] : [])]
  })

const typed = (row: object): object => ({ '@odata.type': '#microsoft.graph.event', ...row })

const deltaToken = ({ window, begunAt }: Place): string => sealed('event-delta', [begunAt, window.from, window.until])

const skipToken = (place: Place): string =>
  sealed('event-next', [
    place.begunAt,
    place.window.from,
    place.window.until,
    place.page,
    place.kind,
    ...(place.kind === 'window' ? [place.after] : [place.since, place.skip]),
  ])

const readDeltaToken = (token: string, { sequence }: Mailbox): Place | null => {
  const [since, from, until] = opened('event-delta', token) ?? []
  if (since === undefined) return null
  const window = { from: Number(from), until: Number(until) }
  return { kind: 'changes', window, begunAt: sequence, page: 0, since: Number(since), skip: 0 }
}

const readSkipToken = (token: string): Place | null => {
  const [begunAt, from, until, page, kind, first = '', second] = opened('event-next', token) ?? []
  if (begunAt === undefined) return null
  const stand = {
    window: { from: Number(from), until: Number(until) },
    begunAt: Number(begunAt),
    page: Number(page),
  }
  return kind === 'window'
    ? { kind: 'window', ...stand, after: first }
    : { kind: 'changes', ...stand, since: Number(first), skip: Number(second) }
}

/** Starts as text of equal length, so that years before 1970 sort too. */
const keyOf = ({ id, startsAt }: Meeting): string => `${String(startsAt + 1e14).padStart(16, '0')} ${id}`
