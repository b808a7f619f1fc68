/**
 * Reads iCalendar files (RFC 5545): one calendar or several in a file, exports and single invitations alike. Each event
 * is taken by itself, so that a broken one costs no other.
 */
import ICAL from 'ical.js'
import { parseAddresses } from '../../../src/model/address.ts'
import { type Event, parseEvent, readProperties } from './event.ts'
import { decodedBytes } from './headers.ts'
import { LineReader } from './lines.ts'
import { ArchiveError, foreignKind, headBytes, readBytes, type Source, sourceOf } from './source.ts'
import { CalendarCount, type Position } from './summary.ts'
import type { Offsets, ZoneDefinition } from './zones.ts'

/** A VCALENDAR, without its events. */
export interface Calendar {
  readonly source: Source
  name: string | null
  /** X-WR-TIMEZONE. */
  zone: string | null
  /** RFC 5546: what the sender wants done with the events. */
  method: string
  /** Its VTIMEZONEs, by TZID. */
  readonly zones: Map<string, ZoneDefinition>
}

export interface Entry {
  readonly event: Event
  readonly calendar: Calendar
  readonly position: Position
}

export interface Agenda {
  readonly calendars: readonly Calendar[]
  readonly entries: readonly Entry[]
  readonly count: CalendarCount
}

export const readCalendars = async (paths: readonly string[]): Promise<Agenda> => {
  const reading = new Reading()
  for (const path of paths) await reading.file(sourceOf(path))
  return reading
}

/** The address by which a calendar goes, as Google names a person's main one and its file, or null. */
export const addressOf = ({ name, source }: Calendar): string | null => {
  const candidates = [name ?? '', source.name.replace(/\.(?:ics|ical)$/i, '')]
  const own = candidates.flatMap((candidate) => (/^\S+@\S+$/.test(candidate) ? parseAddresses(candidate) : []))
  // Every other calendar's "address" is no person's.
  return own.find(({ address }) => !address.endsWith('calendar.google.com'))?.spelling ?? null
}

class Reading implements Agenda {
  readonly calendars: Calendar[] = []
  readonly entries: Entry[] = []
  readonly count = new CalendarCount()

  async file(source: Source): Promise<void> {
    const components = new Components(source, this)
    const lines = new LineReader((line, offset) => components.line(line, offset))
    let head: Buffer = Buffer.alloc(0)
    const { isWhole } = await readBytes(source.path, (piece) => {
      lines.push(piece)
      if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes)])
      if (head.length >= headBytes && !isCalendar(head)) throw notCalendar(source, head)
    })
    lines.end()
    if (head.toString('latin1').trim() === '') this.count.notes.push(`${source.path} is empty.`)
    else if (!isCalendar(head)) throw notCalendar(source, head)
    components.end()
    if (!isWhole) this.count.notes.push(`${source.path} breaks off or is damaged: what comes before that was read.`)
  }
}

/** Follows BEGIN and END, and keeps of each component the lines that are read. */
class Components {
  readonly #source: Source
  readonly #into: Reading
  readonly #open: string[] = []
  #calendar: Calendar
  #lines: string[] = []
  #eventAt = 0
  #events = 0
  #zone: ZoneLines = noZone

  constructor(source: Source, into: Reading) {
    this.#source = source
    this.#into = into
    this.#calendar = this.#newCalendar()
  }

  line(bytes: string, offset: number): void {
    const line = decodedBytes(Buffer.from(bytes, 'latin1'))
    const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? ''
    if (name === 'BEGIN') this.#begin(line.slice(6).trim().toUpperCase(), offset)
    else if (name === 'END') this.#finish(line.slice(4).trim().toUpperCase())
    else this.#property(name, line)
  }

  end(): void {
    if (this.#open.includes('VEVENT')) this.#skip('the file breaks off within it')
  }

  #begin(component: string, offset: number): void {
    // An event within an event is one whose predecessor was never ended.
    if (component === 'VEVENT' && this.#open.includes('VEVENT')) {
      this.#skip('it has no end')
      this.#open.splice(this.#open.indexOf('VEVENT'))
    }
    this.#open.push(component)
    if (component === 'VCALENDAR') this.#calendar = this.#newCalendar()
    else if (component === 'VTIMEZONE') this.#zone = { ...noZone, observances: [] }
    else if (component === 'STANDARD' || component === 'DAYLIGHT') this.#zone.observances.push([])
    else if (component === 'VEVENT') {
      this.#lines = []
      this.#eventAt = offset
      this.#events += 1
      this.#into.count.read += 1
    }
  }

  #finish(component: string): void {
    const from = this.#open.lastIndexOf(component)
    if (from === -1) return
    const wasOpen = this.#open.splice(from)
    if (component === 'VTIMEZONE') this.#keepZone()
    if (wasOpen.includes('VEVENT')) this.#keepEvent(component)
  }

  #keepEvent(ended: string): void {
    const event = ended === 'VEVENT' ? parseEvent(this.#lines) : 'it has no end'
    if (typeof event === 'string') this.#skip(event)
    else this.#into.entries.push({ event, calendar: this.#calendar, position: this.#position() })
  }

  #property(name: string, line: string): void {
    switch (this.#open.at(-1)) {
      case 'VEVENT':
        if (readProperties.has(name)) this.#lines.push(line)
        return
      case 'VCALENDAR':
        if (name === 'X-WR-CALNAME') this.#calendar.name = textOf(line)
        else if (name === 'X-WR-TIMEZONE') this.#calendar.zone = textOf(line)
        else if (name === 'METHOD') this.#calendar.method = textOf(line).toUpperCase()
        return
      case 'VTIMEZONE':
        if (name === 'TZID') this.#zone = { ...this.#zone, tzid: textOf(line) }
        else if (name === 'X-LIC-LOCATION') this.#zone = { ...this.#zone, location: textOf(line) }
        return
      case 'STANDARD':
      case 'DAYLIGHT':
        this.#zone.observances.at(-1)?.push(line)
    }
  }

  #newCalendar(): Calendar {
    const calendar = {
      source: this.#source,
      name: null,
      zone: null,
      method: '',
      zones: new Map<string, ZoneDefinition>(),
    }
    this.#into.calendars.push(calendar)
    return calendar
  }

  #keepZone(): void {
    const { tzid, location, observances } = this.#zone
    if (tzid !== '') this.#calendar.zones.set(tzid, { location, offsets: offsetsOf(observances) })
  }

  #skip(reason: string): void {
    this.#into.count.skipped.add({ ...this.#position(), reason })
  }

  #position(): Position {
    return { file: this.#source.path, number: this.#events, offset: this.#eventAt }
  }
}

interface ZoneLines {
  readonly tzid: string
  readonly location: string
  /** The lines of each STANDARD and DAYLIGHT. */
  readonly observances: string[][]
}

const noZone: ZoneLines = { tzid: '', location: '', observances: [] }

const textOf = (line: string): string => {
  try {
    const parsed: unknown = ICAL.parse.property(line)
    return Array.isArray(parsed) ? String(parsed[3] ?? '').trim() : ''
  } catch {
    return ''
  }
}

/** What the zone's clocks show in January and July by the rules that still run, or by the last of those that do not. */
const offsetsOf = (observances: readonly (readonly string[])[]): Offsets => {
  const all = observances.map(observanceOf).toSorted((a, b) => a.start.localeCompare(b.start))
  const running = all.filter(({ runs }) => runs).slice(-2)
  const [first, second = first] = running.length === 2 ? running.toSorted((a, b) => a.month - b.month) : all.slice(-1)
  if (first === undefined || second === undefined) return { january: null, july: null }
  // Whichever begins later in a year still holds in the January after.
  return { january: second.minutes, july: first.month <= 7 ? first.minutes : second.minutes }
}

const observanceOf = (lines: readonly string[]) => {
  const found = (pattern: RegExp): string => lines.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0] ?? ''
  const start = found(/^DTSTART[^:]*:(\d{8})/i)
  const rule = found(/^RRULE:(.*)/i)
  const offset = found(/^TZOFFSETTO:([+-]\d{4})/i)
  return {
    start,
    month: Number(/BYMONTH=(\d{1,2})/i.exec(rule)?.[1] ?? start.slice(4, 6)),
    runs: rule !== '' && !/UNTIL=/i.test(rule),
    minutes: (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5))),
  }
}

const isCalendar = (head: Buffer): boolean => /^[\s\u00ef\u00bb\u00bf]*BEGIN:VCALENDAR/i.test(head.toString('latin1'))

const notCalendar = ({ path }: Source, head: Buffer): ArchiveError => {
  if (head.toString('latin1').startsWith('From '))
    return new ArchiveError(`${path} is an mbox file: pass it with --mbox.`)
  const kind = foreignKind(head)
  if (kind !== null) return new ArchiveError(`${path} ${kind}.`)
  return new ArchiveError(
    `${path} is not a calendar file: it does not begin with BEGIN:VCALENDAR. ` +
      'Google Takeout ("Calendar"), or the settings of the calendar ("Export"), give one that ends in .ics.',
  )
}
