/**
 * Turns the events of calendar files into the meetings of their owner: the latest version of each, series spread out into
 * their instances, times made moments. Pure but for its counting.
 */
import { Temporal } from 'temporal-polyfill'
import { canonicalAddress } from '../../../src/model/address.ts'
import type { Invitee, Meeting } from '../world.ts'
import type { Calendar, Entry } from './calendar.ts'
import type { Event, NamedAddress, WrittenTime } from './event.ts'
import { digest } from './fingerprint.ts'
import type { Person } from './owner.ts'
import { expand, type Horizon } from './recurrence.ts'
import { utcStamp } from './recurrence-rule.ts'
import type { CalendarCount } from './summary.ts'
import { zoneNamed, zoneOf } from './zones.ts'

export interface View {
  readonly owner: Person
  /** Where no zone is told, or none that is known. */
  readonly zone: string
  /** Within it series are spread out; single events count whenever they are. */
  readonly horizon: Horizon
  readonly now: number
}

export const meetingsOf = (entries: readonly Entry[], view: View, count: CalendarCount): readonly Meeting[] => {
  const families = new Map<string, Entry[]>()
  for (const entry of entries) {
    const uid = entry.event.uid || `${entry.event.start.date} ${entry.event.summary}`
    const family = families.get(uid)
    if (family === undefined) families.set(uid, [entry])
    else family.push(entry)
  }
  const planner = new Planner(view, count)
  const meetings = [...families].flatMap(([uid, family]) => planner.family(digest(uid, idDigits), family))
  count.meetings = meetings.length
  count.cancelled = meetings.filter(({ status }) => status === 'cancelled').length
  return meetings
}

const idDigits = 26

class Planner {
  readonly #view: View
  readonly #count: CalendarCount

  constructor(view: View, count: CalendarCount) {
    this.#view = view
    this.#count = count
  }

  /** The meetings that all versions and exceptions of one UID come to. */
  family(id: string, entries: readonly Entry[]): readonly Meeting[] {
    const told = withReplies(entries)
    this.#count.superseded += entries.length - told.length
    const masters = told.filter(({ event }) => event.recurrence === null)
    const master = this.#latest(masters)
    const overrides = this.#latestByInstance(told.filter(({ event }) => event.recurrence !== null))
    for (const entry of [master, ...overrides]) {
      this.#count.withoutAddress += entry?.event.withoutAddress ?? 0
      this.#count.groups += entry?.event.groups ?? 0
    }
    if (master === null) return overrides.map((entry) => this.#orphan(id, entry))
    if (master.event.rules.length === 0 && master.event.additions.length === 0) {
      const alone = { ...this.#told(master), ...this.#span(master), id, seriesId: null }
      return [alone, ...overrides.map((entry) => this.#orphan(id, entry))]
    }
    return this.#series(id, master, overrides)
  }

  #series(id: string, master: Entry, overrides: readonly Entry[]): readonly Meeting[] {
    const { event } = master
    const span = this.#span(master)
    const starts = this.#startsOf(master, span)
    const replaced = new Map(overrides.map((entry) => [this.#originalStart(entry, { starts, span }), entry]))
    const excepted = new Set(event.exceptions.map((time) => this.#instanceAt(time, master.calendar, { starts, span })))
    const isOff = isCancelled(master)
    const changes = [...replaced]
      .filter(([, entry]) => entry.event.isForFollowing)
      .map(([at, entry]) => ({ at, entry: isOff ? cancelled(entry) : entry }))
      .sort((a, b) => a.at - b.at)
    const told = this.#told(master)
    const lasting = span.endsAt - span.startsAt
    const instances = [...starts]
      .filter((at) => !excepted.has(at) && !replaced.has(at))
      .map((at) => {
        const change = changes.findLast((one) => one.at <= at)
        if (change !== undefined) return this.#following(id, at, { ...change, span })
        return { ...told, ...span, startsAt: at, endsAt: at + lasting, id: instanceId(id, at, span), seriesId: id }
      })
    if (instances.length === 0 && replaced.size === 0) this.#count.outside += 1
    const exceptions = [...replaced].map(([at, entry]) =>
      this.#exception(id, isOff ? cancelled(entry) : entry, { at, span }),
    )
    return [...instances, ...exceptions]
  }

  /** When the instances of a series begin, within the horizon; of a series nobody can follow, the first one was held all the same. */
  #startsOf({ event, calendar, position }: Entry, span: Span): ReadonlySet<number> {
    const start = local(span.startsAt, span.isAllDay ? 'UTC' : span.zone)
    const expanded = expand({ start, isAllDay: span.isAllDay, rules: event.rules, zone: span.zone }, this.#view.horizon)
    if (expanded === null) {
      this.#count.unfollowed += 1
      this.#count.notes.push(
        `${position.file}, event ${position.number}, byte ${position.offset}: of the series only the first instance is known, as nobody can follow its rule.`,
      )
    }
    const added = [span.startsAt, ...event.additions.map((time) => this.#moment(time, calendar, span))]
    const { from, until } = this.#view.horizon
    return new Set([...(expanded ?? []), ...added.filter((at) => at >= from && at <= until)])
  }

  /** A later instance of a series that was changed from `change.at` on: as much later, and as long, as the changed one is. */
  #following(
    id: string,
    at: number,
    { at: changedAt, entry, span }: { readonly at: number; readonly entry: Entry; readonly span: Span },
  ): Meeting {
    const changed = this.#span(entry)
    const clock = ({ isAllDay, zone }: Span): string => (isAllDay ? 'UTC' : zone)
    const shift = wallClock(changedAt, clock(span)).until(wallClock(changed.startsAt, clock(changed)))
    const startsAt = wallClock(at, clock(span)).add(shift).toZonedDateTime(clock(changed)).epochMilliseconds
    const endsAt = startsAt + changed.endsAt - changed.startsAt
    return { ...this.#told(entry), ...changed, startsAt, endsAt, id: instanceId(id, at, span), seriesId: id }
  }

  /** An instance of a series that is not here. */
  #orphan(id: string, entry: Entry): Meeting {
    return this.#exception(id, entry, { at: this.#originalStart(entry, null), span: null })
  }

  #exception(id: string, entry: Entry, original: { readonly at: number; readonly span: Span | null }): Meeting {
    const span = this.#span(entry)
    return { ...this.#told(entry), ...span, id: instanceId(id, original.at, original.span ?? span), seriesId: id }
  }

  /** What all instances have in common. */
  #told(entry: Entry): Omit<Meeting, 'id' | 'seriesId' | keyof Span> {
    const { event, calendar } = entry
    const { owner, now } = this.#view
    const organizer = event.organizer ?? { address: owner.address, name: owner.name }
    return {
      status: isCancelled(entry) ? 'cancelled' : event.status,
      summary: event.summary,
      organizer,
      invitees: inviteesOf(event, organizer, owner),
      type: event.type === 'default' && isBirthdays(calendar) ? 'birthday' : event.type,
      updatedAt: Math.min(event.stampAt === 0 ? this.#span(entry).startsAt : event.stampAt, now),
    }
  }

  /** RFC 5546: the highest sequence number counts, then the latest stamp, then the one that comes last. */
  #latest(versions: readonly Entry[]): Entry | null {
    if (versions.length === 0) return null
    this.#count.superseded += versions.length - 1
    const ordered = versions.toSorted(
      (a, b) => a.event.sequence - b.event.sequence || a.event.stampAt - b.event.stampAt,
    )
    const last = ordered.at(-1) ?? null
    const before = ordered.findLast((entry) => !isCancelled(entry))
    if (last === null || before === undefined || !isCancelled(last)) return last
    // A cancellation need not say again what it cancels.
    const { sequence, stampAt } = last.event
    return cancelled({ ...before, event: { ...before.event, sequence, stampAt } })
  }

  #latestByInstance(entries: readonly Entry[]): readonly Entry[] {
    const byInstance = Map.groupBy(entries, (entry) => this.#originalStart(entry, null))
    return [...byInstance.values()].flatMap((versions) => this.#latest(versions) ?? [])
  }

  #originalStart(entry: Entry, series: Instances | null): number {
    return this.#instanceAt(entry.event.recurrence ?? entry.event.start, entry.calendar, series)
  }

  /**
   * Which instance a time means. Some writers name an instance of a timed series by its day or by the midnight that day
   * begins with, and one of whole days by a time: of that day, or the moment at which the day begins where the calendar is.
   */
  #instanceAt(time: WrittenTime, calendar: Calendar, series: Instances | null): number {
    if (series === null) return this.#moment(time, calendar, null)
    const { starts, span } = series
    const exact = this.#moment(time, calendar, span)
    if (starts.has(exact)) return exact
    if (span.isAllDay) {
      if (time.time === null) return exact
      const there = local(this.#moment(time, calendar, null), span.zone).toPlainDate()
      return starts.has(midnightUtc(there)) ? midnightUtc(there) : exact
    }
    if (!isMidnight(time)) return exact
    const sameDay = [...starts].find((at) => localDate(at, span.zone) === time.date.toString())
    return sameDay ?? (time.time === null ? this.#moment({ ...time, time: localTime(span) }, calendar, span) : exact)
  }

  #moment(time: WrittenTime, calendar: Calendar, within: Span | null): number {
    if (time.time === null || within?.isAllDay === true) return midnightUtc(time.date)
    const zone = time.tzid === null && within !== null ? within.zone : this.#zone(time.tzid, calendar)
    return time.date.toZonedDateTime({ timeZone: zone, plainTime: time.time }).epochMilliseconds
  }

  #span(entry: Entry): Span {
    const { event, calendar } = entry
    const { start, end, duration } = event
    const zone = this.#zone(start.tzid, calendar)
    const endDate = end?.date ?? (duration === null ? start.date.add({ days: 1 }) : start.date.add(duration))
    if (start.time === null || (event.isMarkedAllDay && isMidnight(start) && (end === null || isMidnight(end)))) {
      const startsAt = midnightUtc(start.date)
      return { startsAt, endsAt: Math.max(midnightUtc(endDate), startsAt + day), isAllDay: true, zone }
    }
    const startsAt = this.#moment(start, calendar, null)
    const endsAt =
      end === null
        ? local(startsAt, zone).add(duration ?? new Temporal.Duration()).epochMilliseconds
        : this.#endMoment(end, calendar, zone)
    return { startsAt, endsAt: Math.max(endsAt, startsAt), isAllDay: false, zone }
  }

  #endMoment(end: WrittenTime, calendar: Calendar, zone: string): number {
    return end.time === null ? end.date.toZonedDateTime(zone).epochMilliseconds : this.#moment(end, calendar, null)
  }

  #zone(tzid: string | null, calendar: Calendar): string {
    const fallback = (calendar.zone === null ? null : zoneNamed(calendar.zone)) ?? this.#view.zone
    if (tzid === null) return fallback
    const zone = zoneOf(tzid, calendar.zones.get(tzid) ?? null)
    if (zone === null) this.#count.unknownZones.add(tzid)
    return zone ?? fallback
  }
}

interface Span {
  readonly startsAt: number
  readonly endsAt: number
  readonly isAllDay: boolean
  readonly zone: string
}

interface Instances {
  readonly starts: ReadonlySet<number>
  readonly span: Span
}

const day = 24 * 60 * 60 * 1000

const midnightUtc = (date: Temporal.PlainDate): number => date.toZonedDateTime('UTC').epochMilliseconds

const isMidnight = ({ time }: WrittenTime): boolean => time === null || time.equals(new Temporal.PlainTime())

const local = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

const wallClock = (at: number, zone: string): Temporal.PlainDateTime => local(at, zone).toPlainDateTime()

const localDate = (at: number, zone: string): string => local(at, zone).toPlainDate().toString()

const localTime = ({ startsAt, zone }: Span): Temporal.PlainTime => local(startsAt, zone).toPlainTime()

/** As Google names an instance: by the series and when it would have begun. */
const instanceId = (id: string, at: number, { isAllDay }: Span): string =>
  `${id}_${isAllDay ? utcStamp(at).slice(0, 8) : utcStamp(at)}`

const isCancelled = ({ event, calendar }: Entry): boolean =>
  event.status === 'cancelled' || calendar.method === 'CANCEL'

const cancelled = (entry: Entry): Entry => ({ ...entry, event: { ...entry.event, status: 'cancelled' } })

/** Google's and Outlook's calendar of birthdays, in the languages whose labels are known here. */
const isBirthdays = ({ name }: Calendar): boolean =>
  /^(?:birthdays|geburtstage|anniversaires|cumpleaños|compleanni|verjaardagen|aniversários)$/i.test(name?.trim() ?? '')

/** Answers are no versions of an event: they only say what one attendee said (RFC 5546 §3.2.3). */
const withReplies = (entries: readonly Entry[]): readonly Entry[] => {
  const isAnswer = ({ calendar }: Entry): boolean =>
    ['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER'].includes(calendar.method)
  const replies = entries.filter(({ calendar }) => calendar.method === 'REPLY')
  const versions = entries.filter((entry) => !isAnswer(entry))
  if (replies.length === 0) return versions
  const answers = new Map(
    replies.flatMap(({ event }) => event.attendees).map(({ address, response }) => [keyOf(address), response]),
  )
  return versions.map((entry) => {
    const attendees = entry.event.attendees.map((invitee) => ({
      ...invitee,
      response: answers.get(keyOf(invitee.address)) ?? invitee.response,
    }))
    return { ...entry, event: { ...entry.event, attendees } }
  })
}

/** Everyone on the event, the organizer and the owner among them; nobody where it is the owner's alone. */
const inviteesOf = ({ attendees }: Event, organizer: NamedAddress, owner: Person): readonly Invitee[] => {
  const isOwner = (address: string): boolean => owner.keys.has(keyOf(address))
  if (attendees.every(({ address }) => isOwner(address))) return []
  const invitees = [...new Map(attendees.map((invitee) => [keyOf(invitee.address), invitee])).values()]
  const lacks = (test: (address: string) => boolean): boolean => !invitees.some(({ address }) => test(address))
  const organizerKey = keyOf(organizer.address)
  // A shared calendar can be an organizer, and is nobody.
  if (!organizerKey.endsWith('calendar.google.com') && lacks((address) => keyOf(address) === organizerKey)) {
    invitees.unshift({ address: organizer.address, name: organizer.name, response: 'accepted' })
  }
  if (lacks(isOwner)) invitees.push({ address: owner.address, name: owner.name, response: 'needsAction' })
  return invitees
}

const keyOf = (address: string): string => canonicalAddress(address) ?? address.toLowerCase()
