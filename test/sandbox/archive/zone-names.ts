/**
 * Names of time zones that are in no table: Outlook's long names ("(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb"), names of
 * Windows with a number or a season, names in other languages, bare offsets. Pure.
 */
import { Temporal } from 'temporal-polyfill'
import { isTimeZone } from '../../../src/model/time.ts'

/** The IANA zone of a long name, or null. `windows` tells the zone of a Windows name in lower case. */
export const zoneOfLongName = (name: string, windows: (name: string) => string | null): string | null => {
  const { offset, rest } = parted(name)
  const fits = (zone: string | null): zone is string =>
    zone !== null && (offset === null || standardOffset(zone) === offset)
  const candidates =
    rest === '' ? [] : [ofWindows(rest, windows), ...placesIn(rest), spokenZones().get(folded(rest)) ?? null]
  return candidates.find(fits) ?? (offset === null ? null : fixedZone(offset))
}

/** The zone whose clocks never change and are so many minutes ahead of UTC. */
export const fixedZone = (minutes: number): string => {
  if (minutes === 0) return 'UTC'
  // The signs of these names are POSIX's: west is positive.
  if (minutes % 60 === 0) return `Etc/GMT${minutes < 0 ? '+' : '-'}${Math.abs(minutes) / 60}`
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

interface Parted {
  /** Minutes east of UTC, or null where the name tells none. */
  readonly offset: number | null
  readonly rest: string
}

/** `(UTC-05:00) Eastern Time`, `GMT-0500`, `UTC+5.30`, `-05:00`, `(GMT) Dublin`. */
const parted = (name: string): Parted => {
  const match =
    /^\(?(?:(?:UTC|GMT)\s*(?:([+-−])\s*(\d{1,2})(?:[:.]?(\d\d))?)?|([+-−])(\d{1,2}):?(\d\d))\)?(?:\s+|$)(.*)$/i.exec(
      name,
    )
  if (match === null) return { offset: null, rest: name }
  const [, sign = match[4], hours = match[5] ?? '0', minutes = match[6] ?? '0', , , , rest = ''] = match
  const offset = Number(hours) * 60 + Number(minutes)
  return offset > maxOffset ? { offset: null, rest } : { offset: sign === '+' || offset === 0 ? offset : -offset, rest }
}

const maxOffset = 14 * 60

/** `Eastern Standard Time 1`, `Eastern Daylight Time`, `Eastern Time (US & Canada)`, `Pacific Standard Time/PST`. */
const ofWindows = (name: string, windows: (name: string) => string | null): string | null => {
  const plain = name.toLowerCase().replace(/\s*(?:\(us (?:&|and) canada\)|[-/#]?\s*\d+|\/[a-z]{3,4})\s*$/, '')
  const standard = plain.replace(/\s(?:(?:standard|daylight|summer)\s)?time$/, ' standard time')
  return windows(plain) ?? windows(standard) ?? windows(`${plain} standard time`)
}

/** The zones that are called after one of the places: the last part of an IANA name is its city. */
const placesIn = (name: string): readonly string[] => {
  zonesByCity ??= new Map(
    [...Intl.supportedValuesOf('timeZone'), ...oldNames].map((zone) => [
      folded(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')),
      zone,
    ]),
  )
  return name.split(/[,/;]/).flatMap((place) => zonesByCity?.get(folded(place)) ?? [])
}

let zonesByCity: ReadonlyMap<string, string> | null = null

/** Places whose zone bears another name today, and some that Outlook names and IANA does not. */
const oldNames = [
  'Asia/Calcutta',
  'Asia/Katmandu',
  'Asia/Rangoon',
  'Asia/Saigon',
  'Europe/Kiev',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Yangon',
  'Asia/Ho_Chi_Minh',
].filter(isTimeZone)

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_.-]+/g, ' ')
    .trim()

/** What clocks show when they are not moved ahead. Windows tells this one the year round. */
const standardOffset = (zone: string): number => {
  const offsets = [0, 6].map(
    (month) =>
      Temporal.Instant.fromEpochMilliseconds(Date.UTC(2025, month, 15)).toZonedDateTimeISO(zone).offsetNanoseconds /
      60_000_000_000,
  )
  return Math.min(...offsets)
}

/** "Mitteleuropäische Zeit", "heure normale d’Europe centrale": what CLDR calls the zones of most people, in the languages of this file. */
const spokenZones = (): ReadonlyMap<string, string> => {
  spoken ??= new Map(
    spokenIn
      .flatMap((zone) =>
        languages.flatMap((language) => forms.map((form) => [spokenName(zone, language, form), zone] as const)),
      )
      .toReversed(),
  )
  return spoken
}

let spoken: ReadonlyMap<string, string> | null = null

const spokenName = (timeZone: string, language: string, [timeZoneName, month]: (typeof forms)[number]): string => {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts(Date.UTC(2025, month, 15))
  return folded(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
}

const forms = [
  ['long', 0],
  ['long', 6],
  ['longGeneric', 0],
] as const

/** Of zones that share a name the first one has it. */
const spokenIn = [
  'Europe/Berlin',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Helsinki',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Australia/Sydney',
  'Pacific/Auckland',
]

const languages = 'en de fr es it pt nl ca pl sv da nb fi cs tr ru ja zh ko'.split(' ')
