/**
 * From the rows of a calendar to events. Looked up, twenty to a batch, are: the masters of occurrences, which a delta tells
 * by their times alone; and what is said to be gone, for that is said of every event outside the window as well.
 */
import type { CalendarEvent } from '../../../model/event.ts'
import type { Fields } from '../../../model/json.ts'
import { type Result, success } from '../../../model/result.ts'
import { isInWindow } from '../../kit/moving-window.ts'
import type { PageRequest, ProviderError } from '../../provider.ts'
import { askEach, type GraphAsk, type GraphSession, partsPerBatch } from '../client.ts'
import { isNotFound } from '../errors.ts'
import { calendarScope } from '../oauth.ts'
import type { OutlookCalendarState } from './cursor.ts'
import { type EventRow, occurrenceOf, parseEventRow } from './parse.ts'

export interface CalendarReading extends GraphSession {
  readonly request: PageRequest
}

/** What a step of a page brought, and where it leaves the reading. */
export interface CalendarStep {
  readonly state: OutlookCalendarState
  readonly upserts: readonly CalendarEvent[]
  readonly deletions: readonly string[]
  readonly unitsSpent: number
  readonly pauseSeconds: number
}

export const calendarAsk = ({ request: { now } }: CalendarReading): GraphAsk => ({ now, scope: calendarScope })

/** What an event, and every row of a view, is asked for; a delta takes no wishes. */
export const eventProperties =
  'id,type,seriesMasterId,iCalUId,start,end,isAllDay,isCancelled,isOrganizer,showAs,responseStatus,organizer,attendees,hideAttendees'

export const readEventRows = async (
  reading: CalendarReading,
  state: OutlookCalendarState,
  rows: readonly unknown[],
): Promise<Result<CalendarStep, ProviderError>> => {
  const own = new Set(state.own)
  const parsed = rows.flatMap((row) => parseEventRow(row, own) ?? [])
  const gone = new Set(parsed.flatMap((row) => (row.kind === 'gone' ? [row.id] : [])))
  const masters = new Map(parsed.flatMap((row) => (row.kind === 'master' ? [[row.id, row.json] as const] : [])))
  const occurrences = parsed.filter((row) => row.kind === 'occurrence').filter(({ id }) => !gone.has(id))
  const known = occurrences.flatMap(({ json, seriesId }) => joined(json, masters.get(seriesId), own))
  const told = parsed.flatMap((row) => (row.kind === 'event' && !gone.has(row.id) ? [row.event] : []))
  const unknown = Map.groupBy(
    occurrences.filter(({ seriesId }) => !masters.has(seriesId)),
    ({ seriesId }) => seriesId,
  )
  const questions: readonly EventQuestion[] = [
    ...[...gone].map((id): EventQuestion => ({ id, occurrences: null })),
    ...[...unknown].map(([id, ofSeries]): EventQuestion => ({ id, occurrences: ofSeries })),
  ]
  return lookUp(reading, state, { questions, told: [...told, ...known] })
}

/** Looks up what earlier pages left to be looked up, as much as a page has room for. */
export const readEventTodo = (
  reading: CalendarReading,
  state: OutlookCalendarState,
): Promise<Result<CalendarStep, ProviderError>> => {
  const questions = state.todo.slice(0, lookUpsPerPage).map((id): EventQuestion => ({ id, occurrences: null }))
  return lookUp(reading, { ...state, todo: state.todo.slice(lookUpsPerPage) }, { questions, told: [] })
}

const lookUpsPerPage = 2 * partsPerBatch

type Occurrence = Extract<EventRow, { readonly kind: 'occurrence' }>

/** An event, or the master of these occurrences. */
interface EventQuestion {
  readonly id: string
  readonly occurrences: readonly Occurrence[] | null
}

const joined = (occurrence: Fields, master: Fields | undefined, own: ReadonlySet<string>): readonly CalendarEvent[] => {
  const event = master === undefined ? null : occurrenceOf(occurrence, master, own)
  return event === null ? [] : [event]
}

/** What was refused is left for a later page, in `todo`. Where everything was, so is the page, and comes again. */
const lookUp = async (
  reading: CalendarReading,
  state: OutlookCalendarState,
  { questions, told }: { readonly questions: readonly EventQuestion[]; readonly told: readonly CalendarEvent[] },
): Promise<Result<CalendarStep, ProviderError>> => {
  const found = await askEach(reading, calendarAsk(reading), {
    questions,
    pathOf: ({ id }) => `/me/events/${encodeURIComponent(id)}?$select=${eventProperties}`,
    isAnswer: isNotFound,
    isAbout: ({ id }, body) => body.id === id,
  })
  if (!found.ok) return found
  const { answers, refused, calls, pauseSeconds } = found.value
  const missing = answers.flatMap(({ question, answer }) => (answer.ok ? [] : [question]))
  const events = [
    ...told,
    ...answers.flatMap(({ question, answer }) => (answer.ok ? eventsIn(question, answer.body, state) : [])),
  ]
  const isThere = (event: CalendarEvent): boolean => !event.isCancelled && isInWindow(event, state)
  // Occurrences whose master is gone meanwhile may be gone too, or not: each tells for itself.
  const orphans = missing.flatMap(({ occurrences }) => (occurrences ?? []).map(({ id }) => id))
  const todo = refused.flatMap(({ id, occurrences }) => occurrences?.map((each) => each.id) ?? [id])
  return success({
    state: { ...state, todo: [...new Set([...state.todo, ...todo, ...orphans])] },
    upserts: events.filter(isThere),
    deletions: [
      ...missing.flatMap(({ id, occurrences }) => (occurrences === null ? [id] : [])),
      ...events.filter((event) => !isThere(event)).map(({ id }) => id),
    ],
    unitsSpent: calls,
    pauseSeconds,
  })
}

const eventsIn = (
  { occurrences }: EventQuestion,
  body: Fields,
  { own }: OutlookCalendarState,
): readonly CalendarEvent[] => {
  const owner = new Set(own)
  if (occurrences !== null) return occurrences.flatMap(({ json }) => joined(json, body, owner))
  const row = parseEventRow(body, owner)
  return row?.kind === 'event' ? [row.event] : []
}
