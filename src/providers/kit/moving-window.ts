/**
 * The window of a calendar: a provider tells what changes within a span that it was once asked for, and the span does not
 * move by itself. Another is listed before it runs out, while the one at hand goes on telling what changes. Pure.
 */
import * as v from 'valibot'
import type { CalendarEvent } from '../../model/event.ts'
import { DAY, type Instant, later } from '../../model/time.ts'
import type { PageRequest } from '../provider.ts'
import { instantSchema } from './cursor.ts'

/** What the schema of every window holds. */
export const windowEntries = {
  from: instantSchema,
  until: instantSchema,
  /** It has been listed to its end: from then on the provider tells what changes in it. */
  isListed: v.boolean(),
}

export interface CalendarWindow {
  readonly from: Instant
  readonly until: Instant
  readonly isListed: boolean
}

export interface MovingWindow<Window extends CalendarWindow> {
  readonly current: Window
  /** What takes its place, while that is being listed. */
  readonly next: Window | null
}

/** With the window that is to come, where the one at hand is about to run out. */
export const withNextWindow = <Window extends CalendarWindow>(
  windows: MovingWindow<Window>,
  { now, until }: Pick<PageRequest, 'now' | 'until'>,
  next: Window,
): MovingWindow<Window> => {
  const { current } = windows
  const runsOut = current.isListed && current.until < later(now, reserveSeconds) && current.until < until
  return windows.next !== null || !runsOut ? windows : { current, next }
}

/** With less of the window left than this, another is listed, up to the new end. */
const reserveSeconds = 60 * DAY

/** A new window is listed to its end; then the old one is asked for the last time, and nothing falls between the two. */
export const windowToAsk = <Window extends CalendarWindow>({ current, next }: MovingWindow<Window>): Window =>
  next !== null && !next.isListed ? next : current

/** After an answer about the window to ask. `isLast` where the answer has no further page. */
export const withWindow = <Window extends CalendarWindow>(
  windows: MovingWindow<Window>,
  answered: Window,
  { isLast }: { readonly isLast: boolean },
): MovingWindow<Window> => {
  const { current, next } = windows
  if (next === null) return { current: answered, next }
  if (!next.isListed) return { current, next: answered }
  return isLast ? { current: next, next: null } : { current: answered, next }
}

/** Whether an event lies between the horizon and the end of the windows. */
export const isInWindow = (
  event: Pick<CalendarEvent, 'startsAt' | 'endsAt'>,
  { since, windows }: { readonly since: Instant; readonly windows: MovingWindow<CalendarWindow> },
): boolean => event.endsAt >= since && event.startsAt <= Math.max(windows.current.until, windows.next?.until ?? 0)
