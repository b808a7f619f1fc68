/** Outlook's calendar cursor: the window a delta stands for, what lies before it, and the window it will move to. Pure. */
import * as v from 'valibot'
import type { CalendarEvent } from '../../model/event.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { DAY, type Instant, later } from '../../model/time.ts'
import type { Cursor, Page, ProviderError, Pull } from '../provider.ts'

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

export const page = (
  state: State,
  parts: {
    readonly upserts?: readonly CalendarEvent[]
    readonly deletions?: readonly string[]
    readonly calls: number
    readonly pauseSeconds?: number
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
  zone: null,
  total: null,
})
