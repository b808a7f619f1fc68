/** Calendar events as a provider's metadata tells them (RFC 5545). No title, no description: there is no field for them. */
import type { Address } from './address.ts'
import type { Instant } from './time.ts'

/** RFC 5545 PARTSTAT, as far as it matters here. */
export type ResponseStatus = 'accepted' | 'declined' | 'tentative' | 'unanswered'

export interface Attendee {
  readonly address: Address
  readonly response: ResponseStatus
  readonly isOrganizer: boolean
  /** The user's own entry, as the provider marks it. */
  readonly isSelf: boolean
  /** A room or a projector. */
  readonly isResource: boolean
}

export interface CalendarEvent {
  /** The provider's id of this instance: stable while the event exists. */
  readonly id: string
  /** The id that all instances of a recurring event share, or null for a single one. */
  readonly seriesId: string | null
  /** The iCalendar UID: the same in every calendar that holds the event, and for all instances of a series. Null where unknown. */
  readonly uid: string | null
  /** Of an instance of a series, when it was to begin before anybody moved it (RECURRENCE-ID); null otherwise. */
  readonly originallyAt: Instant | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly isAllDay: boolean
  readonly isCancelled: boolean
  /** `other` is what a calendar holds besides meetings: focus time, out of office, birthdays, flights. */
  readonly kind: 'meeting' | 'other'
  readonly response: ResponseStatus
  /** Everyone invited, the organizer and the user included where known. */
  readonly attendees: readonly Attendee[]
}
