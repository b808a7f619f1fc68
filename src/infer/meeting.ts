/** Which interactions a meeting is, and why some are none. Pure. */
import type { Address, CanonicalAddress } from '../model/address.ts'
import type { LeftOutCode } from '../model/automation.ts'
import type { Attendee, CalendarEvent } from '../model/event.ts'
import type { Interaction } from '../model/interaction.ts'
import { distinct, type Inference } from './message.ts'
import { isNobody } from './nobodies.ts'
import { ownAddressTest } from './owner.ts'

/** Whoever declined was not there. */
export const inferFromEvent = (event: CalendarEvent, own: ReadonlySet<CanonicalAddress>): Inference => {
  const code = leftOutCodeOf(event)
  return code === null ? { kind: 'interactions', interactions: interactionsOf(event, own) } : { kind: 'left_out', code }
}

/** A meeting of more people than this is an audience. */
const directAttendees = 8
/** A standing meeting of this many is a habit of the calendar, not of two people. */
const standingAttendees = 6
/** Beyond this many it says nothing about two of them. */
const crowd = 30

const leftOutCodeOf = (event: CalendarEvent): LeftOutCode | null => {
  if (event.kind === 'other') return 'not_a_meeting'
  if (event.isCancelled) return 'cancelled'
  if (event.response === 'declined') return 'declined'
  if (event.attendees.length === 0) return 'no_guests'
  return null
}

const interactionsOf = (event: CalendarEvent, own: ReadonlySet<CanonicalAddress>): readonly Interaction[] => {
  const themselves = event.attendees.filter(({ isSelf, address }) => isSelf || own.has(address.address))
  const addresses = themselves.map(({ address }) => address)
  const isOwn = ownAddressTest(new Set([...own, ...addresses.map(({ address }) => address)]), addresses)
  const isOther = ({ isSelf, isResource, address, response }: Attendee): boolean =>
    !isSelf && !isResource && !isOwn(address) && response !== 'declined' && !isNobody(address)
  const there = event.attendees.filter(isOther)
  const others = distinct(there.map(({ address }) => address))
  if (others.length === 0 || others.length > crowd) return []
  const people = others.length + 1
  const isRecurring = event.seriesId !== null
  const tookPart = event.response === 'accepted' && !event.isAllDay
  const isTalk = people <= directAttendees && !(isRecurring && people >= standingAttendees)
  const organizers = new Set(there.flatMap(({ isOrganizer, address }) => (isOrganizer ? address.address : [])))
  return others.map((who) => ({
    feed: 'calendar',
    item: event.id,
    who,
    kind: tookPart && isTalk ? 'met' : 'seen',
    at: event.startsAt,
    size: others.length,
    message: occurrenceName(event),
    thread: event.uid ?? event.seriesId ?? event.id,
    role: organizers.has(who.address) ? 'from' : 'to',
    isAnswer: false,
    isRecurring,
    response: responseOf(who, there),
    isDoubted: false,
  }))
}

/**
 * What names a meeting in every calendar it lies in: its UID (RFC 5545 §3.8.4.7). Of one of a series some providers tell a UID of
 * their own, or none: whoever called it, and when it is, tell it as well.
 */
const occurrenceName = ({ id, seriesId, uid, originallyAt, startsAt, attendees }: CalendarEvent): string => {
  const organizer = attendees.find(({ isOrganizer }) => isOrganizer)?.address.address
  if (seriesId !== null && organizer !== undefined) return `series ${organizer} ${startsAt}`
  return uid === null ? id : `${uid} ${originallyAt ?? ''}`
}

const responseOf = (who: Address, attendees: readonly Attendee[]): Attendee['response'] =>
  attendees.find(({ address }) => address.address === who.address)?.response ?? 'unanswered'
