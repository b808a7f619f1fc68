/** Someone the user is in touch with, as pages and reports speak of them. */
import type { CanonicalAddress } from './address.ts'
import type { LoggedHow, Override } from './correction.ts'
import type { LanguageVotes } from './language.ts'
import { lastContactAt, type Relationship } from './relationship.ts'
import type { LastContact } from './report.ts'
import type { Instant } from './time.ts'

export interface Person {
  /**
   * The number of their first contact: stable, and meaningful only together with the user. Of people whom nothing but a
   * correction tells of, that correction's number, negative.
   */
  readonly id: number
  /** What to call them in a list: their name, or their address where nobody ever named them. */
  readonly name: string
  /** What to call them in a greeting, or null where that is not safe to say. */
  readonly givenName: string | null
  /** Where to write to, as they spell it: of several addresses the one the user wrote to last. */
  readonly address: string
  /** Since when the user writes there instead of to another address of theirs; absent where nothing changed. */
  readonly movedAt?: Instant
  /** Since when mail to it comes back, or null: then nobody is reached there. */
  readonly bouncedAt: Instant | null
  readonly contactIds: readonly number[]
  readonly addresses: readonly CanonicalAddress[]
  /** Over all their addresses, what the user logged included. */
  readonly relationship: Relationship
  /** The languages of the messages between the two, at whatever address. */
  readonly languages: LanguageVotes
  readonly override: Override
}

/**
 * When the two last met, or null: a call that the user logged counts as contact, and is no meeting. `readUntil` is until when
 * calendars have been read: whether what was booked for later took place, only the user can know.
 */
export const lastMeetingOf = (person: Person, now: Instant, readUntil: Instant = now): Instant | null =>
  person.relationship.meetingsAt.find(
    (at) => at <= now && isMeetingAt(person, at) && (at <= readUntil || isLoggedAt(person, at)),
  ) ?? null

const isLoggedAt = ({ override }: Person, at: Instant): boolean => override.logged.some((logged) => logged.at === at)

/** Whether what counts as a meeting was one: not a call, or whatever else the user logged. */
export const isMeetingAt = ({ override }: Pick<Person, 'override'>, at: Instant): boolean =>
  !override.logged.some((logged) => logged.at === at && isNoMeeting(logged.how))

/** How they were last in touch, or null where they never were. */
export const lastContactOf = ({ relationship, override }: Person, now: Instant): LastContact | null => {
  const at = lastContactAt(relationship, now)
  if (at === null) return null
  const logged = override.logged.find((each) => each.at === at)
  if (logged !== undefined) return { how: logged.how === 'coffee' ? 'meeting' : logged.how, at }
  return { how: relationship.meetingsAt.includes(at) ? 'meeting' : 'message', at }
}

const isNoMeeting = (how: LoggedHow): boolean => how === 'call' || how === 'elsewhere'
