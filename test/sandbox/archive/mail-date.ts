/**
 * Dates as mail carries them: RFC 5322 with its obsolete forms, the asctime of postmarks, ISO. A date without a zone is
 * taken as UTC: a postmark has none, and the machine's own zone would make the same file read differently elsewhere.
 * postal-mime's dates serve neither: they keep no offset, read a date without a zone in the machine's own, and take neither
 * `CEST` nor years of three digits. Pure.
 */

export interface MailDate {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Minutes east of UTC, or null where the sender gave none (`-0000`, RFC 5322 §3.3). */
  readonly offsetMinutes: number | null
}

/** The date in a text, wherever in it, or null. */
export const parseMailDate = (text: string): MailDate | null => {
  const mail = mailForm.exec(text)
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail
    return dateOf({ year, month, day, hour, minute, second }, zone)
  }
  const stamp = asctimeForm.exec(text)
  if (stamp !== null) {
    const [, month, day, hour, minute, second, zoneBefore, year, zoneAfter] = stamp
    return dateOf({ year, month, day, hour, minute, second }, zoneBefore ?? zoneAfter)
  }
  const iso = isoForm.exec(text)
  if (iso === null) return null
  const [, year, month, day, hour, minute, second, zone] = iso
  return dateOf({ year, month, day, hour, minute, second }, zone)
}

/** As a Date header: `Mon, 2 Nov 2026 10:11:12 +0100`. */
export const mailDateText = ({ at, offsetMinutes }: MailDate): string => {
  const local = new Date(at + (offsetMinutes ?? 0) * minute)
  const [weekday = '', day = '', month = '', year = '', time = ''] = local.toUTCString().replace(',', '').split(' ')
  return `${weekday}, ${Number(day)} ${month} ${year} ${time} ${zoneText(offsetMinutes)}`
}

/** When mail could have been sent: the first mailboxes anyone still has begin in 1990, and clocks run a little ahead. */
export const isPlausible = (at: number, now: number): boolean => at >= earliest && at <= now + maxAhead

const minute = 60_000
const earliest = Date.UTC(1990, 0, 1)
const maxAhead = 48 * 60 * minute

const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?`
const zone = String.raw`([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})`
const mailForm = new RegExp(
  String.raw`(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4}),?\s+${time}(?:\s*${zone})?`,
)
const asctimeForm = new RegExp(
  String.raw`([A-Z][a-z]{2})\s+(\d{1,2})\s+${time}\s+(?:${zone}\s+)?(\d{4})(?:\s+${zone})?`,
)
const isoForm = new RegExp(String.raw`(\d{4})-(\d{2})-(\d{2})[T ]${time}(?:\s*${zone})?`)

interface Written {
  readonly year: string | undefined
  readonly month: string | undefined
  readonly day: string | undefined
  readonly hour: string | undefined
  readonly minute: string | undefined
  readonly second: string | undefined
}

const dateOf = (written: Written, zoneName: string | undefined): MailDate | null => {
  const month = monthOf(written.month ?? '')
  const day = Number(written.day)
  const hour = Number(written.hour)
  const minutes = Number(written.minute)
  // A leap second is the last one of its minute.
  const second = Math.min(Number(written.second ?? 0), 59)
  if (month === null || day < 1 || day > 31 || hour > 23 || minutes > 59) return null
  const offsetMinutes = zoneOffset(zoneName ?? '')
  const at = Date.UTC(fullYear(written.year ?? ''), month, day, hour, minutes, second)
  return { at: at - (offsetMinutes ?? 0) * minute, offsetMinutes }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const monthOf = (text: string): number | null => {
  const month = /^\d+$/.test(text) ? Number(text) - 1 : monthNames.indexOf(text.toLowerCase())
  return month >= 0 && month < 12 ? month : null
}

/** RFC 5322 §4.3: two digits up to 49 are this century's, three digits count from 1900. */
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length >= 4) return year
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year
}

/** RFC 5322 §4.3 knows these; every other name, military letters among them, says nothing. */
const zoneNames: Readonly<Record<string, number>> = {
  GMT: 0,
  UT: 0,
  UTC: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  // Not in the RFC, but common in the mail of its years.
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
  BST: 1,
  JST: 9,
}

const zoneOffset = (zoneName: string): number | null => {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zoneName)
  if (numeric === null) {
    const hours = zoneNames[zoneName.toUpperCase()]
    return hours === undefined ? null : hours * 60
  }
  const [, sign, hours, minutes] = numeric
  const offset = Number(hours) * 60 + Number(minutes)
  if (offset === 0) return sign === '-' ? null : 0
  return offset > 15 * 60 ? null : sign === '-' ? -offset : offset
}

const zoneText = (offsetMinutes: number | null): string => {
  if (offsetMinutes === null) return '-0000'
  const ahead = Math.abs(offsetMinutes)
  const digits = `${Math.floor(ahead / 60)}`.padStart(2, '0') + `${ahead % 60}`.padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${digits}`
}
