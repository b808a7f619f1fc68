/** Outlook's calendar cursor: the window a delta stands for, what lies before it, and the window it will move to. Pure. */
import * as v from 'valibot'
import type { CalendarEvent } from '../../../model/event.ts'
import { fieldsOf, textOf } from '../../../model/json.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import { DAY, type Instant, later } from '../../../model/time.ts'
import type { Cursor, Page, ProviderError, Pull } from '../../provider.ts'
import { ianaZone } from '../windows-zones.ts'

const windowSchema = v.object({
  from: v.number(),
  until: v.number(),
  /** Where its delta goes on, as a path; null before its first page. */
  link: v.nullable(v.string()),
  /** It has been listed to its end: from here on its delta tells what changes. */
  isListed: v.boolean(),
})

const stateSchema = v.object({
  version: v.literal(1),
  /** What is older is not read. */
  since: v.number(),
  /** The owner's addresses. */
  own: v.array(v.string()),
  window: windowSchema,
  /** What takes its place, while that is being listed. */
  next: v.nullable(windowSchema),
  /** What lies before the window has been listed back to here. */
  olderTo: v.number(),
  /** The next page of the stretch before that; null at its beginning. */
  olderLink: v.nullable(v.string()),
  isRead: v.boolean(),
  /** While a window is listed: how often its meetings were made in which zone. */
  zones: v.record(v.string(), v.number()),
  /** Events to be looked up one by one. */
  todo: v.array(v.string()),
})

export type State = v.InferOutput<typeof stateSchema>

export type Window = State['window']

export const readCursor = (cursor: Cursor): Result<State, ProviderError> => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), stateSchema), cursor)
  return parsed.success ? success(parsed.output) : failure({ reason: 'cursor_expired' })
}

export const freshState = (request: Pull, own: readonly string[]): State => {
  const window = windowAt(request)
  return {
    version: 1,
    since: request.since,
    own: [...own],
    window,
    next: null,
    olderTo: window.from,
    olderLink: null,
    isRead: false,
    zones: {},
    todo: [],
  }
}

/** How much of the past a delta watches: what is older hardly ever changes, and the weekly check reads it again. */
const watchedSeconds = 365 * DAY
/** With less of the window left than this, it is listed again, up to the new end. */
const windowReserve = 60 * DAY

const windowAt = ({ since, until, now }: Pick<Pull, 'since' | 'until' | 'now'>): Window => ({
  from: Math.max(since, later(now, -watchedSeconds)),
  until,
  link: null,
  isListed: false,
})

/** With the window that is to come, where the one at hand is about to run out. Graph freezes a window into its links. */
export const movedOn = (state: State, request: Pull): State => {
  const { until } = state.window
  const runsOut = until < request.now + windowReserve && until < request.until
  if (state.next !== null || !runsOut) return state
  return { ...state, next: windowAt({ ...request, since: state.since as Instant }) }
}

export const isInside = ({ since, window, next }: State, event: CalendarEvent): boolean =>
  event.endsAt >= since && event.startsAt <= Math.max(window.until, next?.until ?? 0)

/**
 * Graph tells a mailbox's own zone only to those who may read its settings; but each meeting tells the zone it was made
 * in, and those that the owner made were made in theirs. So a window that is listed to its end tells where they mostly are.
 */
export const withZones = (state: State, rows: readonly unknown[]): State => {
  const zones = { ...state.zones }
  for (const row of rows) {
    const fields = fieldsOf(row)
    const zone = textOf(fields?.originalStartTimeZone)
    if (fields === null || zone === null || fields.isAllDay === true) continue
    zones[zone] = (zones[zone] ?? 0) + (fields.isOrganizer === true ? ownWeight : 1)
  }
  return { ...state, zones }
}

const ownWeight = 10

export const zoneOf = ({ zones }: State): string | null => {
  const known = Object.entries(zones).flatMap(([name, count]) => {
    const zone = ianaZone(name)
    return zone === null ? [] : [{ zone, count }]
  })
  return known.sort((a, b) => b.count - a.count)[0]?.zone ?? null
}

export const page = (
  state: State,
  parts: {
    readonly upserts?: readonly CalendarEvent[]
    readonly deletions?: readonly string[]
    readonly calls: number
    readonly pauseSeconds?: number
    readonly zone?: string | null
    readonly more: boolean
  },
): Page<CalendarEvent> => ({
  upserts: parts.upserts ?? [],
  deletions: parts.deletions ?? [],
  cursor: JSON.stringify(state) as Cursor,
  more: parts.more,
  past: { stage: state.isRead ? 'done' : 'conversations', readBackTo: null },
  unitsSpent: parts.calls,
  pauseSeconds: parts.pauseSeconds ?? 0,
  zone: parts.zone ?? null,
  total: null,
})
