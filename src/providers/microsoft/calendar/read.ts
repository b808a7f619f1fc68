/**
 * From the rows of a calendar to events. Looked up, twenty to a batch, are: the masters of occurrences, which a delta tells
 * by their times alone; and what is said to be gone, for that is said of every event outside the window as well.
 */
import type { CalendarEvent } from '../../../model/event.ts'
import type { Fields } from '../../../model/json.ts'
import { type Result, success } from '../../../model/result.ts'
import type { Access, ProviderError, Pull } from '../../provider.ts'
import { askEach } from '../ask-each.ts'
import { type Ask, type GraphClient, partsPerBatch } from '../client.ts'
import { isNotFound } from '../errors.ts'
import { calendarScope } from '../oauth.ts'
import { type EventRow, occurrenceOf, parseEventRow } from '../parse.ts'
import { isInside, type State } from './cursor.ts'

export interface Reading {
  readonly client: GraphClient
  readonly access: Access
  readonly request: Pull
}

export interface Read {
  readonly state: State
  readonly upserts: readonly CalendarEvent[]
  readonly deletions: readonly string[]
  readonly calls: number
  readonly pauseSeconds: number
}

export const askOf = ({ request: { now } }: Reading): Ask => ({ now, scope: calendarScope })

/** What an event, and every row of a view, is asked for; a delta takes no wishes. */
export const properties =
  'type,seriesMasterId,iCalUId,start,end,isAllDay,isCancelled,isOrganizer,showAs,responseStatus,organizer,attendees,hideAttendees'

export const readRows = async (
  reading: Reading,
  state: State,
  rows: readonly unknown[],
): Promise<Result<Read, ProviderError>> => {
  const own = new Set(state.own)
  const parsed = rows.flatMap((row) => parseEventRow(row, own) ?? [])
  const gone = new Set(idsOf(parsed, 'gone'))
  const masters = new Map(parsed.flatMap((row) => (row.kind === 'master' ? [[row.id, row.json] as const] : [])))
  const occurrences = parsed.filter((row) => row.kind === 'occurrence' && !gone.has(row.id)) as readonly Occurrence[]
  const known = occurrences.flatMap(({ json, seriesId }) => joined(json, masters.get(seriesId), own))
  const told = parsed.flatMap((row) => (row.kind === 'event' && !gone.has(row.id) ? [row.event] : []))
  const unknown = Map.groupBy(
    occurrences.filter(({ seriesId }) => !masters.has(seriesId)),
    ({ seriesId }) => seriesId,
  )
  const questions: readonly Question[] = [
    ...[...gone].map((id): Question => ({ id, occurrences: null })),
    ...[...unknown].map(([id, ofSeries]): Question => ({ id, occurrences: ofSeries })),
  ]
  return lookUp(reading, state, { questions, told: [...told, ...known] })
}

/** Looks up what earlier pages left to be looked up, as much as a page has room for. */
export const readTodo = (reading: Reading, state: State): Promise<Result<Read, ProviderError>> => {
  const questions = state.todo.slice(0, lookUpsPerPage).map((id): Question => ({ id, occurrences: null }))
  return lookUp(reading, { ...state, todo: state.todo.slice(lookUpsPerPage) }, { questions, told: [] })
}

const lookUpsPerPage = 2 * partsPerBatch

type Occurrence = Extract<EventRow, { readonly kind: 'occurrence' }>

/** An event, or the master of these occurrences. */
interface Question {
  readonly id: string
  readonly occurrences: readonly Occurrence[] | null
}

const idsOf = (rows: readonly EventRow[], kind: EventRow['kind']): readonly string[] =>
  rows.flatMap((row) => (row.kind === kind ? [row.id] : []))

const joined = (occurrence: Fields, master: Fields | undefined, own: ReadonlySet<string>): readonly CalendarEvent[] => {
  const event = master === undefined ? null : occurrenceOf(occurrence, master, own)
  return event === null ? [] : [event]
}

/** What was refused is left for a later page, in `todo`. Where everything was, so is the page, and comes again. */
const lookUp = async (
  reading: Reading,
  state: State,
  { questions, told }: { readonly questions: readonly Question[]; readonly told: readonly CalendarEvent[] },
): Promise<Result<Read, ProviderError>> => {
  const found = await askEach(reading, askOf(reading), {
    questions,
    pathOf: ({ id }) => `/me/events/${encodeURIComponent(id)}?$select=${properties}`,
    isAnswer: isNotFound,
    isAbout: ({ id }, body) => body.id === id,
  })
  if (!found.ok) return found
  const { answers, left, calls, pauseSeconds } = found.value
  const excluded = answers.flatMap(([question, part]) => (part.ok ? [] : [question]))
  const events = [
    ...told,
    ...answers.flatMap(([question, part]) => (part.ok ? eventsIn(question, part.body, state) : [])),
  ]
  const isThere = (event: CalendarEvent): boolean => !event.isCancelled && isInside(state, event)
  // Occurrences whose master is gone meanwhile may be gone too, or not: each tells for itself.
  const orphans = excluded.flatMap(({ occurrences }) => idsOf(occurrences ?? [], 'occurrence'))
  const todo = left.flatMap(({ id, occurrences }) => (occurrences === null ? [id] : idsOf(occurrences, 'occurrence')))
  return success({
    state: { ...state, todo: [...new Set([...state.todo, ...todo, ...orphans])] },
    upserts: events.filter(isThere),
    deletions: [
      ...excluded.flatMap(({ id, occurrences }) => (occurrences === null ? [id] : [])),
      ...events.filter((event) => !isThere(event)).map(({ id }) => id),
    ],
    calls,
    pauseSeconds,
  })
}

const eventsIn = ({ occurrences }: Question, body: Fields, { own }: State): readonly CalendarEvent[] => {
  const owner = new Set(own)
  if (occurrences !== null) return occurrences.flatMap(({ json }) => joined(json, body, owner))
  const row = parseEventRow(body, owner)
  return row?.kind === 'event' ? [row.event] : []
}
