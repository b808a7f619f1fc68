/** Where the owner's clock is, as calendar and letters show. Pure. */
import { canonicalAddress, parseAddresses } from '../../../src/model/address.ts'
import { type Agenda, addressOf, type Calendar } from './calendar.ts'
import type { MailArchive } from './drafts.ts'
import { headerIn } from './headers.ts'
import { parseMailDate } from './mail-date.ts'
import type { Person } from './owner.ts'
import { zoneNamed, zoneWith } from './zones.ts'

export const zoneOfOwner = (
  mail: MailArchive,
  agenda: Agenda,
  owner: Person,
): { readonly zone: string; readonly zoneFoundBy: string } => {
  // The calendar that goes by the owner's address comes before those of holidays and of others.
  const isOwn = (calendar: Calendar): boolean => owner.keys.has(canonicalAddress(addressOf(calendar) ?? '') ?? '')
  const calendars = agenda.calendars.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  const ofCalendar = calendars.flatMap(({ zone }) => (zone === null ? [] : (zoneNamed(zone) ?? [])))[0]
  if (ofCalendar !== undefined) return { zone: ofCalendar, zoneFoundBy: 'the calendar says so' }
  const ofMessages = zoneOfMessages(mail, owner)
  if (ofMessages !== null) return { zone: ofMessages, zoneFoundBy: 'the dates of letters sent have its offset' }
  const ofEvents = mail.drafts.length > 0 ? null : zoneOfEvents(agenda)
  if (ofEvents !== null) return { zone: ofEvents, zoneFoundBy: 'most events are in it' }
  return { zone: 'UTC', zoneFoundBy: 'the files do not tell another' }
}

/** From what the owner's clock showed most in the depth of winter and at the height of summer. */
const zoneOfMessages = ({ drafts }: MailArchive, owner: Person): string | null => {
  const seen = {
    winter: new Map<number, number>(),
    summer: new Map<number, number>(),
    other: new Map<number, number>(),
  }
  for (const { headers, labels } of drafts) {
    if (labels !== null && !labels.includes('SENT')) continue
    const from = parseAddresses(headerIn(headers, 'from') ?? '')[0]
    if (from === undefined || !owner.keys.has(from.address)) continue
    const date = parseMailDate(headerIn(headers, 'date') ?? '')
    if (date === null || date.offsetMinutes === null) continue
    const month = new Date(date.at).getUTCMonth()
    const season = month === 11 || month <= 1 ? 'winter' : month >= 5 && month <= 7 ? 'summer' : 'other'
    seen[season].set(date.offsetMinutes, (seen[season].get(date.offsetMinutes) ?? 0) + 1)
  }
  const [january, july, other] = [seen.winter, seen.summer, seen.other].map(maxSeen)
  return zoneWith({ january: january ?? null, july: july ?? null }) ?? zoneWith({ january: other ?? null, july: null })
}

const zoneOfEvents = ({ entries }: Agenda): string | null => {
  const seen = new Map<string, number>()
  for (const { event } of entries) {
    const zone = event.start.tzid === null ? null : zoneNamed(event.start.tzid)
    if (zone !== null && zone !== 'UTC') seen.set(zone, (seen.get(zone) ?? 0) + 1)
  }
  return maxSeen(seen)
}

const maxSeen = <T>(seen: ReadonlyMap<T, number>): T | null => [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
