/** One VEVENT as its file writes it (RFC 5545): local times still in their own zones, nobody's view of it yet. Pure. */
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { mailbox } from '../../../src/model/address.ts'
import type { Invitee } from '../world.ts'

/** A date or a local time, and the zone it is in: a TZID, `UTC`, or null where it floats. */
export interface WrittenTime {
  readonly date: Temporal.PlainDate
  readonly time: Temporal.PlainTime | null
  readonly tzid: string | null
}

export interface Event {
  readonly uid: string
  readonly sequence: number
  /** When this version was written, in milliseconds, or 0. */
  readonly stampAt: number
  /** Which instance of a series it replaces, or null. */
  readonly recurrence: WrittenTime | null
  /** RANGE=THISANDFUTURE (RFC 5545 §3.2.13): it replaces the instances that follow as well. */
  readonly isForFollowing: boolean
  readonly start: WrittenTime
  readonly end: WrittenTime | null
  readonly duration: Temporal.Duration | null
  readonly rules: readonly string[]
  readonly additions: readonly WrittenTime[]
  readonly exceptions: readonly WrittenTime[]
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly summary: string
  readonly organizer: NamedAddress | null
  readonly attendees: readonly Invitee[]
  /** Attendees of whom no address is told. */
  readonly withoutAddress: number
  /** Groups that were invited: they are not among the attendees. */
  readonly groups: number
  readonly type: string
  /** Exchange marks events that last whole days and gives them times all the same. */
  readonly isMarkedAllDay: boolean
}

export interface NamedAddress {
  readonly address: string
  readonly name: string
}

/** The properties read; descriptions, places, links and attachments are not among them. */
export const readProperties = new Set([
  'UID',
  'SEQUENCE',
  'DTSTAMP',
  'LAST-MODIFIED',
  'RECURRENCE-ID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'STATUS',
  'SUMMARY',
  'ORGANIZER',
  'ATTENDEE',
  'CATEGORIES',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
])

/** The event that the unfolded lines of a VEVENT tell of, or a sentence that says why there is none. */
export const parseEvent = (lines: readonly string[]): Event | string => {
  const properties = lines.flatMap((line) => propertyOf(line) ?? [])
  const all = (name: string): readonly Property[] => properties.filter((property) => property.name === name)
  const text = (name: string): string => all(name)[0]?.values[0]?.trim() ?? ''
  const time = (name: string): WrittenTime | null => timesOf(all(name).slice(0, 1))[0] ?? null

  const start = time('dtstart')
  if (start === null) return all('dtstart').length === 0 ? 'it has no start' : 'its start is no date'
  const groups = groupsNamed(all('attendee'))
  const guests = all('attendee').filter((property) => !isGroup(property, groups))
  const attendees = guests.map(attendeeOf)
  const organizer = all('organizer')[0]
  const stamps = timesOf([...all('last-modified'), ...all('dtstamp')])
  return {
    uid: text('uid'),
    sequence: Number.parseInt(text('sequence'), 10) || 0,
    stampAt: Math.max(0, ...stamps.map(stampMilliseconds)),
    recurrence: time('recurrence-id'),
    isForFollowing: all('recurrence-id').some((property) => /^THISANDFUTURE$/i.test(parameterOf(property, 'range'))),
    start,
    end: time('dtend'),
    duration: durationOf(text('duration')),
    rules: lines.flatMap((line) => /^RRULE(?:;(?:"[^"]*"|[^":])*)?:(.*)$/i.exec(line)?.[1]?.trim() ?? []),
    additions: timesOf(all('rdate')),
    exceptions: timesOf(all('exdate')),
    status: statusOf(text('status')),
    summary: text('summary'),
    organizer: organizer === undefined ? null : personOf(organizer),
    attendees: attendees.filter((attendee) => attendee !== null),
    withoutAddress: attendees.filter((attendee) => attendee === null).length,
    groups: all('attendee').length - guests.length,
    type: typeOf(
      text('x-microsoft-cdo-busystatus'),
      all('categories').flatMap(({ values }) => values),
    ),
    isMarkedAllDay: text('x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE',
  }
}

interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly values: readonly string[]
}

/** A content line, or null where it is broken: an event may lose an attendee so, and is not lost itself. */
const propertyOf = (line: string): Property | null => {
  try {
    const parsed: unknown = ICAL.parse.property(line)
    if (!Array.isArray(parsed)) return null
    const [name, parameters, , ...values] = parsed as readonly unknown[]
    return {
      name: String(name),
      parameters: parameters as Readonly<Record<string, unknown>>,
      // A period is a pair; its start is what counts here.
      values: values.map((value) => String(Array.isArray(value) ? value[0] : value)),
    }
  } catch {
    return null
  }
}

const parameterOf = ({ parameters }: Property, name: string): string => {
  const value = parameters[name]
  return typeof value === 'string' ? value.trim() : ''
}

const timesOf = (properties: readonly Property[]): readonly WrittenTime[] =>
  properties.flatMap((property) =>
    property.values.flatMap((value) => writtenTime(value, parameterOf(property, 'tzid') || null) ?? []),
  )

/** In which anyone meets: other years are slips of a program, and lead arithmetic astray. */
const centuries = new Set(['19', '20', '21'])

/** As ical.js spells a value, with what a sloppy writer left out of it. */
const writtenForm = /^(\d{4})-(\d{2})-(\d{2})(?:T(?:(\d{2}):(\d{2}):(\d{2})?)?:*(Z)?)?/

const writtenTime = (value: string, tzid: string | null): WrittenTime | null => {
  const match = writtenForm.exec(value)
  if (match === null || !centuries.has((match[1] ?? '').slice(0, 2))) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0))
  try {
    return {
      date: Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' }),
      time:
        match[4] === undefined
          ? null
          : Temporal.PlainTime.from({ hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 }),
      tzid: match[7] === 'Z' ? 'UTC' : tzid,
    }
  } catch {
    return null
  }
}

const stampMilliseconds = ({ date, time }: WrittenTime): number =>
  date.toZonedDateTime({ timeZone: 'UTC', plainTime: time ?? new Temporal.PlainTime() }).epochMilliseconds

const durationOf = (text: string): Temporal.Duration | null => {
  try {
    const duration = Temporal.Duration.from(text)
    const { sign, years, months, weeks, days, hours, minutes } = duration
    const maxUnits = [years, months, weeks, days, hours, minutes]
    return sign < 0 || maxUnits.some((count) => count > maxOfAUnit) ? null : duration
  } catch {
    return null
  }
}

/** More than that of anything is no duration of an event. */
const maxOfAUnit = 10_000

const statusOf = (text: string): Event['status'] => {
  switch (text.toUpperCase()) {
    case 'CANCELLED':
    case 'CANCELED':
      return 'cancelled'
    case 'TENTATIVE':
      return 'tentative'
    default:
      return 'confirmed'
  }
}

const typeOf = (busy: string, categories: readonly string[]): string => {
  if (busy.toUpperCase() === 'OOF') return 'outOfOffice'
  if (busy.toUpperCase() === 'WORKINGELSEWHERE') return 'workingLocation'
  return categories.some((category) => /^(?:birthdays?|geburtstage?)$/i.test(category.trim())) ? 'birthday' : 'default'
}

/** A group stands beside those of its members who were invited (RFC 5545 §3.2.3), so it is no guest itself. */
const isGroup = (property: Property, groups: ReadonlySet<string>): boolean =>
  /^GROUP$/i.test(parameterOf(property, 'cutype')) || groups.has(personOf(property)?.address.toLowerCase() ?? '')

/** The groups that guests are said to be members of (RFC 5545 §3.2.11). */
const groupsNamed = (attendees: readonly Property[]): ReadonlySet<string> =>
  new Set(
    attendees
      .flatMap(({ parameters }) => [parameters.member ?? []].flat())
      .flatMap((member) => mailbox('', addressIn(String(member)))?.spelling.toLowerCase() ?? []),
  )

const attendeeOf = (property: Property): Invitee | null => {
  const person = personOf(property)
  if (person === null) return null
  const isResource =
    /^(?:RESOURCE|ROOM)$/i.test(parameterOf(property, 'cutype')) ||
    /@resource\.calendar\.google\.com$/i.test(person.address)
  const isOptional = /^(?:OPT|NON)-PARTICIPANT$/i.test(parameterOf(property, 'role'))
  return {
    ...person,
    response: responseOf(parameterOf(property, 'partstat')),
    ...(isResource ? { isResource } : {}),
    ...(isOptional ? { isOptional } : {}),
  }
}

const responseOf = (partstat: string): Invitee['response'] => {
  switch (partstat.toUpperCase()) {
    case 'ACCEPTED':
    case 'COMPLETED':
    case 'IN-PROCESS':
      return 'accepted'
    case 'DECLINED':
    case 'DELEGATED':
      return 'declined'
    case 'TENTATIVE':
      return 'tentative'
    default:
      return 'needsAction'
  }
}

/** The address is the value's, with or without `mailto:`, else the EMAIL parameter's (RFC 7986), else the name's own. */
const personOf = (property: Property): NamedAddress | null => {
  const name = parameterOf(property, 'cn')
  for (const candidate of [property.values[0] ?? '', parameterOf(property, 'email'), name].map(addressIn)) {
    const found = mailbox(name, candidate)
    if (found === null || unknownOrganizer.test(found.address)) continue
    return { address: found.spelling, name: found.name === found.spelling ? '' : found.name }
  }
  return null
}

/** The addr-spec of a `mailto:` as URLs write it (RFC 6068: percent signs, a query), or of a value that is no URL. */
const addressIn = (value: string): string => {
  const [, scheme = '', rest = ''] = /^['"<\s]*(?:([a-z][a-z0-9+.-]*):(?:\/\/)?)?(.*)$/is.exec(value) ?? []
  if (!/^(?:mailto|email|)$/i.test(scheme)) return ''
  const plain = percentDecoded(scheme === '' ? rest : rest.replace(/\?.*$/s, ''))
  return (/<([^<>]*)>/.exec(plain)?.[1] ?? plain).trim()
}

/** Most writers leave a percent sign as it is where the value is no URL, so what cannot be decoded stays. */
const percentDecoded = (text: string): string => {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What Google writes where it does not know. */
const unknownOrganizer = /^unknownorganizer@calendar\.google\.com$/
