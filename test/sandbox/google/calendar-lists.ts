/** Which meetings a page of events.list holds: a listing in a window, or what changed since a sync token. Pure. */
import { opened, sealed } from '../service/opaque.ts'
import type { Mailbox, Meeting } from '../world.ts'

export interface Window {
  /** Exclusive bound on the end, in milliseconds, or null. */
  readonly from: number | null
  /** Exclusive bound on the start. */
  readonly until: number | null
  readonly showsCancelled: boolean
  /** Null is all of them. */
  readonly types: ReadonlySet<string> | null
  readonly isByStart: boolean
}

/** Where a listing stands: both kinds end with the sync token of the moment they began. */
export type Place =
  | { readonly kind: 'window'; readonly begunAt: number; readonly page: number; readonly after: string }
  | { readonly kind: 'changes'; readonly begunAt: number; readonly since: number; readonly skip: number }

export interface EventPage {
  readonly meetings: readonly Meeting[]
  /** Where the next page begins, or null after the last one. */
  readonly next: Place | null
}

export const eventPage = (mailbox: Mailbox, place: Place, window: Window, size: number): EventPage =>
  place.kind === 'changes' ? changesPage(mailbox, place, window, size) : windowPage(mailbox, place, window, size)

export const syncTokenOf = ({ begunAt }: Place): string => sealed('sync', [begunAt])

/** The sequence number of a sync token, or null where it is none. */
export const sequenceOf = (syncToken: string): number | null => {
  const [sequence] = opened('sync', syncToken) ?? []
  return sequence === undefined ? null : Number(sequence)
}

export const pageTokenOf = (place: Place): string =>
  place.kind === 'window'
    ? sealed('window', [place.begunAt, place.page, place.after])
    : sealed('changes', [place.begunAt, place.since, place.skip])

export const placeOf = (pageToken: string): Place | null => {
  const window = opened('window', pageToken)
  if (window !== null) {
    const [begunAt, page, after = ''] = window
    return { kind: 'window', begunAt: Number(begunAt), page: Number(page), after }
  }
  const changes = opened('changes', pageToken)
  if (changes === null) return null
  const [begunAt, since, skip] = changes
  return { kind: 'changes', begunAt: Number(begunAt), since: Number(since), skip: Number(skip) }
}

/** A page may be empty and still have a next one. Here the second of a longer listing always is. */
const isEmptyPage = (page: number): boolean => page === 1

const windowPage = (
  mailbox: Mailbox,
  place: Place & { readonly kind: 'window' },
  window: Window,
  size: number,
): EventPage => {
  const rest = [...mailbox.meetings.values()]
    .filter((meeting) => isInWindow(meeting, window))
    .map((meeting) => ({ meeting, key: keyOf(meeting, window) }))
    .filter(({ key }) => key > place.after)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const page = isEmptyPage(place.page) ? [] : rest.slice(0, size)
  const isLast = page.length === rest.length
  const after = page.at(-1)?.key ?? place.after
  return {
    meetings: page.map(({ meeting }) => meeting),
    next: isLast ? null : { ...place, page: place.page + 1, after },
  }
}

/** The window is not remembered: a change outside it is told as any other. */
const changesPage = (
  mailbox: Mailbox,
  place: Place & { readonly kind: 'changes' },
  { types }: Window,
  size: number,
): EventPage => {
  const ids = new Set<string>()
  for (const { sequence, meetingId } of mailbox.calendarChanges) {
    if (sequence > place.since && sequence <= place.begunAt) ids.add(meetingId)
  }
  const changed = [...ids].flatMap((id) => mailbox.meetings.get(id) ?? []).filter((meeting) => isOfType(meeting, types))
  const end = place.skip + size
  return {
    meetings: changed.slice(place.skip, end),
    next: end >= changed.length ? null : { ...place, skip: end },
  }
}

const isInWindow = (meeting: Meeting, { from, until, showsCancelled, types }: Window): boolean =>
  (from === null || meeting.endsAt > from) &&
  (until === null || meeting.startsAt < until) &&
  (showsCancelled || meeting.status !== 'cancelled') &&
  isOfType(meeting, types)

const isOfType = ({ type }: Meeting, types: ReadonlySet<string> | null): boolean => types === null || types.has(type)

/** What a listing is sorted by: starts as text of equal length, so that years before 1970 sort too; otherwise by id. */
const keyOf = ({ id, startsAt }: Meeting, { isByStart }: Window): string =>
  isByStart ? `${String(startsAt + 1e14).padStart(16, '0')} ${id}` : id
