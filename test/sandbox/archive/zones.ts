/** Time zones by whatever a file calls them, and the likeliest zone of someone whose clock offsets are known. Pure. */
import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' }
import { Temporal } from 'temporal-polyfill'
import { isTimeZone } from '../../../src/model/time.ts'
import { zoneOfLongName } from './zone-names.ts'

/** What a clock shows in winter and in summer, in minutes east of UTC; null where that is not known. */
export interface Offsets {
  readonly january: number | null
  readonly july: number | null
}

/** What a VTIMEZONE says of a zone besides its name. */
export interface ZoneDefinition {
  /** X-LIC-LOCATION, or `''`. */
  readonly location: string
  readonly offsets: Offsets
}

/** The IANA zone that a TZID means, with its VTIMEZONE where the file has one; or null. */
export const zoneOf = (tzid: string, definition: ZoneDefinition | null): string | null => {
  const named = zoneNamed(tzid)
  if (definition === null || (named !== null && !isBareOffset(named, tzid))) return named
  return zoneNamed(definition.location) ?? zoneWith(definition.offsets) ?? named
}

/** A name that tells no more than an offset ("GMT -0500") tells less than a VTIMEZONE, which knows when clocks change. */
const isBareOffset = (zone: string, tzid: string): boolean => /^(?:Etc\/GMT|[+-])/.test(zone) && !tzid.includes(zone)

export const zoneNamed = (tzid: string): string | null => {
  const known = resolved.get(tzid)
  if (known !== undefined) return known
  const zone = resolve(tzid)
  if (resolved.size < maxRemembered) resolved.set(tzid, zone)
  return zone
}

/** Thousands of events name the same few zones, and asking whether there is one takes its time. */
const resolved = new Map<string, string | null>()
const maxRemembered = 1000

const resolve = (tzid: string): string | null => {
  const name = tzid.replace(/^["'\s]+|["'\s]+$/g, '')
  const path = name.split('/')
  // Some programs put their own path before the name: "/mozilla.org/20050126_1/Europe/Berlin".
  for (let from = 0; from < path.length; from++) {
    const candidate = path.slice(from).join('/')
    if (/^(?:UTC|GMT|Z|Zulu)$/i.test(candidate)) return 'UTC'
    if (ianaName.test(candidate) && isTimeZone(candidate)) return candidate
  }
  return ofWindows(name.toLowerCase()) ?? ofBothOffsets(name) ?? zoneOfLongName(name, ofWindows)
}

/** Outlook's `GMT -0500 (Standard) / GMT -0400 (Daylight)`. */
const ofBothOffsets = (name: string): string | null => {
  const [standard, daylight, more] = [...name.matchAll(/(?:GMT|UTC)\s*([+-])(\d\d):?(\d\d)/gi)].map(
    ([, sign, hours, minutes]) => (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)),
  )
  if (standard === undefined || daylight === undefined || more !== undefined) return null
  return zoneWith({ january: standard, july: daylight })
}

const ofWindows = (name: string): string | null => zonesOfWindows.get(name) ?? null

/** What Windows calls a zone, or the zone's own name where it has none for it. */
export const windowsNameOf = (zone: string): string => windowsNames.get(zone) ?? zone

/** The zone most people with these offsets live in, or null where there is none with them. */
export const zoneWith = ({ january, july }: Offsets): string | null => {
  if (january === null && july === null) return null
  const found = populousZones.find(
    (zone) =>
      (january === null || january === offsetMinutes(zone, someJanuary)) &&
      (july === null || july === offsetMinutes(zone, someJuly)),
  )
  return found ?? null
}

/** How far a clock in `zone` is ahead of UTC at a moment. */
export const offsetMinutes = (zone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000

/** Offsets of one zone at many moments: asks for its clock changes once. */
export const offsetClock = (zone: string): ((at: number) => number) => {
  const changes = clockChanges(zone)
  return (at) => changes.findLast((change) => change.at <= at)?.offset ?? offsetMinutes(zone, at)
}

interface ClockChange {
  readonly at: number
  /** Minutes east of UTC from then on. */
  readonly offset: number
}

const firstChange = Date.UTC(1980, 0, 1)
const lastChange = Date.UTC(2045, 0, 1)

const clockChanges = (zone: string): readonly ClockChange[] => {
  const changes: ClockChange[] = [{ at: firstChange, offset: offsetMinutes(zone, firstChange) }]
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(firstChange).toZonedDateTimeISO(zone)
  for (;;) {
    at = at.getTimeZoneTransition('next')
    if (at === null || at.epochMilliseconds > lastChange) return changes
    changes.push({ at: at.epochMilliseconds, offset: at.offsetNanoseconds / 60_000_000_000 })
  }
}

/**
 * Names with a continent or ocean, and the short ones whose clocks change: `Intl` takes others too, some of which are not
 * what they seem ("EST").
 */
const ianaName = /^(?:[A-Za-z_]+\/[A-Za-z0-9_+\-/]+|CET|MET|EET|WET|[ECMP]ST[5-8][ECMP]DT)$/

const zonesOfWindows: ReadonlyMap<string, string> = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other.toLowerCase(), mapZone._type]),
)

const windowsNames: ReadonlyMap<string, string> = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones.flatMap(({ mapZone }) =>
    mapZone._type.split(' ').map((zone) => [zone, mapZone._other] as const),
  ),
)

/** Of zones with the same offsets the one most people live in comes first. */
const populousZones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'America/Los_Angeles',
  'America/Chicago',
  'Europe/London',
  'America/Sao_Paulo',
  'Europe/Moscow',
  'Asia/Tokyo',
  'Europe/Helsinki',
  'America/Denver',
  'America/Mexico_City',
  'America/Bogota',
  'Asia/Jakarta',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Pacific/Auckland',
  'America/Phoenix',
  'America/Halifax',
  'America/Caracas',
  'America/Santiago',
  'America/St_Johns',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Kathmandu',
  'Asia/Yangon',
  'Asia/Vladivostok',
  'Pacific/Noumea',
  'Atlantic/Azores',
  'Atlantic/South_Georgia',
  'UTC',
] as const

const someJanuary = Date.UTC(2025, 0, 15)
const someJuly = Date.UTC(2025, 6, 15)
