/**
 * RRULE values as calendars write them, made such that RFC 5545 §3.3.10 allows them: what has no meaning is left out part by
 * part, so that the rest of the rule still holds. Pure.
 */
import { Temporal } from 'temporal-polyfill'

/** A rule that a parser of RFC 5545 takes, or null where it does not even say how often. */
export const plainRule = (
  written: string,
  { zone, isAllDay }: { readonly zone: string; readonly isAllDay: boolean },
): string | null => {
  const parts = new Map<string, string>()
  for (const part of written.replace(/^\s*RRULE:/i, '').split(';')) {
    const [name = '', value = ''] = part.split('=').map((text) => text.trim().toUpperCase())
    if (!parts.has(name)) parts.set(name, name === 'UNTIL' ? untilOf(value, zone, isAllDay) : value)
  }
  // "The first Monday" has no meaning within a week, and some write it all the same.
  const isWeekly = /^(?:WEEKLY|DAILY)$/.test(parts.get('FREQ') ?? '')
  const kept = [...parts].flatMap(([name, value]) => {
    const list = listed.get(name)?.(isWeekly && name === 'BYDAY' ? value.replace(/[+-]?\d+/g, '') : value) ?? []
    return list.length === 0 ? [] : [`${name}=${list.join(',')}`]
  })
  return parts.has('FREQ') && kept.some((part) => part.startsWith('FREQ=')) ? `RRULE:${kept.join(';')}` : null
}

type Members = (value: string) => readonly string[]

const members =
  (pattern: RegExp): Members =>
  (value) =>
    value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => pattern.test(one))

const numbers =
  ({ least, most }: { readonly least: number; readonly most: number }): Members =>
  (value) =>
    members(/^[+-]?\d{1,4}$/)(value)
      .map(Number)
      .filter((one) => Math.abs(one) >= least && Math.abs(one) <= most && (least !== 0 || one >= 0))
      .map(String)

const positive: Members = (value) => (/^\+?\d{1,6}$/.test(value) && Number(value) > 0 ? [String(Number(value))] : [])

const weekdays: Members = (value) =>
  members(/^[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)[A-Z]*$/)(value).map((one) =>
    one.replace(/([A-Z]{2})[A-Z]*$/, '$1').replace(/^\+|^0(?=[A-Z])/g, ''),
  )

/** The parts of a rule, and which of their members make sense. Every other part is a program's own. */
const listed: ReadonlyMap<string, Members> = new Map([
  ['FREQ', members(/^(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/)],
  ['UNTIL', members(/^\d{8}(?:T\d{6}Z)?$/)],
  ['COUNT', positive],
  ['INTERVAL', positive],
  ['BYSECOND', numbers({ least: 0, most: 59 })],
  ['BYMINUTE', numbers({ least: 0, most: 59 })],
  ['BYHOUR', numbers({ least: 0, most: 23 })],
  ['BYDAY', weekdays],
  ['BYMONTHDAY', numbers({ least: 1, most: 31 })],
  ['BYYEARDAY', numbers({ least: 1, most: 366 })],
  ['BYWEEKNO', numbers({ least: 1, most: 53 })],
  ['BYMONTH', numbers({ least: 1, most: 12 })],
  ['BYSETPOS', numbers({ least: 1, most: 366 })],
  ['WKST', members(/^(?:MO|TU|WE|TH|FR|SA|SU)$/)],
])

/**
 * RFC 5545 wants UNTIL in UTC for times and a date for whole days. Some write the event's own time, a date for times (its
 * whole day is meant), or for whole days the moment in UTC at which the last one begins where the calendar is.
 */
const untilOf = (value: string, zone: string, isAllDay: boolean): string => {
  const [, year, month, day, , hour, minute, second, utc] =
    /^(\d{4})-?(\d\d)-?(\d\d)(T(\d\d):?(\d\d):?(\d\d)?(Z)?)?/.exec(value) ?? []
  if (year === undefined) return ''
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`)
    const time = hour === undefined ? null : Temporal.PlainTime.from(`${hour}:${minute}:${second ?? '00'}`)
    const written = date.toZonedDateTime({ timeZone: utc === undefined ? zone : 'UTC', plainTime: time ?? lastSecond })
    return isAllDay
      ? (time === null ? date : written.withTimeZone(zone).toPlainDate()).toString().replaceAll('-', '')
      : utcStamp(written.epochMilliseconds)
  } catch {
    return ''
  }
}

const lastSecond = Temporal.PlainTime.from('23:59:59')

/** `20261123T090000Z` */
export const utcStamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
