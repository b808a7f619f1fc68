/** Where the reading of an Outlook calendar stands: the window a delta watches, and what lies before it. Pure. */
import * as v from 'valibot'
import type { CalendarEvent } from '../../../model/event.ts'
import { fieldsOf, textOf } from '../../../model/json.ts'
import { DAY, later, laterOf } from '../../../model/time.ts'
import { cursorCodec, instantSchema } from '../../kit/cursor.ts'
import { windowEntries } from '../../kit/moving-window.ts'
import { feedPage, type PageParts } from '../../kit/page.ts'
import type { Page, PageRequest } from '../../provider.ts'
import { ianaZone } from './windows-zones.ts'

const windowSchema = v.object({
  ...windowEntries,
  /** Where its delta goes on, as a path; null before its first page. */
  link: v.nullable(v.string()),
})

const stateSchema = v.object({
  /** What is older is not read. */
  since: instantSchema,
  /** The owner's addresses. */
  own: v.array(v.string()),
  windows: v.object({ current: windowSchema, next: v.nullable(windowSchema) }),
  /** What lies before the window has been listed back to here. */
  olderTo: instantSchema,
  /** The next page of the stretch before that; null at its beginning. */
  olderLink: v.nullable(v.string()),
  isRead: v.boolean(),
  /** While a window is listed: how often its meetings were made in which zone. */
  zones: v.record(v.string(), v.number()),
  /** Events to be looked up one by one. */
  todo: v.array(v.string()),
})

export type OutlookCalendarState = v.InferOutput<typeof stateSchema>

export type OutlookWindow = OutlookCalendarState['windows']['current']

export const outlookCalendarCursor = cursorCodec(2, stateSchema)

export const freshCalendar = (request: PageRequest, own: readonly string[]): OutlookCalendarState => {
  const current = freshWindow(request)
  return {
    since: request.since,
    own: [...own],
    windows: { current, next: null },
    olderTo: current.from,
    olderLink: null,
    isRead: false,
    zones: {},
    todo: [],
  }
}

/** How much of the past a delta watches: what is older hardly ever changes, and the weekly audit reads it again. */
const watchedSeconds = 365 * DAY

export const freshWindow = ({ since, until, now }: Pick<PageRequest, 'since' | 'until' | 'now'>): OutlookWindow => ({
  from: laterOf(since, later(now, -watchedSeconds)),
  until,
  isListed: false,
  link: null,
})

/**
 * Graph tells a mailbox's own zone only to those who may read its settings; but each meeting tells the zone it was made
 * in, and those that the owner made were made in theirs. So a window that is listed to its end tells where they mostly are.
 */
export const withZones = (state: OutlookCalendarState, rows: readonly unknown[]): OutlookCalendarState => {
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

export const mainZone = ({ zones }: OutlookCalendarState): string | null => {
  const known = Object.entries(zones).flatMap(([name, count]) => {
    const zone = ianaZone(name)
    return zone === null ? [] : [{ zone, count }]
  })
  return known.sort((a, b) => b.count - a.count)[0]?.zone ?? null
}

export const outlookCalendarPage = (
  state: OutlookCalendarState,
  parts: Omit<PageParts<CalendarEvent>, 'cursor' | 'backfill'>,
): Page<CalendarEvent> =>
  feedPage({
    ...parts,
    cursor: outlookCalendarCursor.write(state),
    backfill: { stage: state.isRead ? 'done' : 'conversations', readBackTo: null },
  })
