/** Calendar of Graph v1.0: a view of the primary calendar, what changes in it, and single events. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import type { Mailbox, Meeting } from '../world.ts'
import { accountOf, userIdOf } from './account.ts'
import { type Call, calendarScopes, contextOf, pageBySkip, type Resource, selectedFrom } from './calls.ts'
import { accessDenied, badRequest, malformedId, notFound, notSimulated, type Refusal } from './errors.ts'
import {
  type EventView,
  eventProperties,
  eventRow,
  excludedFromBasicEvents,
  isShown,
  masterKey,
  masterRow,
} from './event.ts'
import { eventDelta } from './event-delta.ts'
import { isIn, readWindow } from './event-window.ts'
import { readItemId } from './ids.ts'
import { unknownProperty } from './query.ts'
import { scopes } from './scopes.ts'
import { seriesOf } from './series.ts'
import type { Switches } from './switches.ts'

export interface CalendarGate {
  readonly switches: Switches
  readonly webRoot: string
  /** How often a state token has been told that it is over. */
  readonly lapses: () => number
}

export const calendarResources = (gate: CalendarGate): readonly Resource[] => [
  resource('me/calendarview', 'calendarView.list', (call) => calendarView(call, gate)),
  resource('me/calendar/calendarview', 'calendarView.list', (call) => calendarView(call, gate)),
  resource('me/calendarview/delta', 'calendarView.delta', (call) =>
    eventDelta(call, { ...gate, view: viewOf(call, gate) }),
  ),
  resource('me/events/*', 'events.get', (call) => eventById(call, gate)),
]

const resource = (path: string, name: string, answer: Resource['answer']): Resource => ({
  name,
  path: path.split('/'),
  scopes: calendarScopes,
  isOutlook: true,
  answer,
})

/** Every instance in the window, whole. */
const calendarView = (call: Call, gate: CalendarGate): Result<object, Refusal> => {
  const { query, mailbox } = call
  const refused = selectionRefusal(call, gate.switches)
  if (refused !== null) return failure(refused)
  for (const name of ['$filter', '$expand', '$search']) {
    if (query.given.has(name)) return failure(notSimulated(`${name} over a calendar view`))
  }
  const window = readWindow(query, gate.switches.calendarViewDays)
  if (!window.ok) return window
  const order = /^\s*start\/dateTime(?:\s+(asc|desc))?\s*$/i.exec(query.orderby ?? 'start/dateTime')
  if (order === null) return failure(notSimulated(`the order ${query.orderby}`))
  const inside = [...mailbox.meetings.values()]
    .filter((meeting) => isIn(meeting, window.value) && isShown(mailbox, meeting))
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
  const { page, links } = pageBySkip(order[1]?.toLowerCase() === 'desc' ? inside.toReversed() : inside, call)
  const view = viewOf(call, gate)
  return success({
    ...contextOf(call, `users('${userIdOf(accountOf(mailbox.owner))}')/calendarView`),
    ...links,
    value: page.map((meeting) => selectedFrom(eventRow(meeting, view), query.select)),
  })
}

const eventById = (call: Call, gate: CalendarGate): Result<object, Refusal> => {
  const refused = selectionRefusal(call, gate.switches)
  if (refused !== null) return failure(refused)
  const found = eventWith(call.mailbox, call.keys[0] ?? '', viewOf(call, gate))
  if (found === null) return failure(malformedId)
  if (found === undefined) return failure(notFound)
  const context = `users('${userIdOf(accountOf(call.mailbox.owner))}')/events/$entity`
  return success({ ...contextOf(call, context), ...selectedFrom(found, call.query.select) })
}

const eventWith = (
  mailbox: Mailbox,
  text: string,
  view: EventView,
): Readonly<Record<string, unknown>> | null | undefined => {
  const named = readItemId(mailbox, text)
  if (named === null || named === undefined) return named
  if (named.kind !== 'event') return undefined
  const seriesId = named.id.startsWith(masterKey('')) ? named.id.slice(masterKey('').length) : null
  const series = seriesId === null ? undefined : seriesOf(mailbox, seriesId)
  if (series !== undefined) return masterRow(series, view)
  const meeting: Meeting | undefined = mailbox.meetings.get(named.id)
  return meeting === undefined || !isShown(mailbox, meeting) ? undefined : eventRow(meeting, view)
}

const viewOf = (call: Call, { webRoot }: CalendarGate): EventView => ({
  mailbox: call.mailbox,
  idType: call.preferences.idType,
  zone: call.preferences.zone,
  webRoot,
  isBasic: isBasic(call),
})

const isBasic = ({ scopes: granted }: Call): boolean =>
  !granted.has(scopes.calendarRead) && !granted.has(scopes.calendarWrite)

const selectionRefusal = (call: Call, { excludedUnderReadBasic }: Switches): Refusal | null => {
  const unknown = unknownProperty(call.query, eventProperties, 'Event')
  if (unknown !== null) return unknown
  const isBeyond = call.query.select?.some((name) => excludedFromBasicEvents.includes(name)) === true
  if (isBasic(call) && isBeyond && excludedUnderReadBasic === 'refused') return accessDenied
  return call.query.given.has('$deltatoken') ? badRequest('There is no delta here.') : null
}
