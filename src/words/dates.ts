/** Days, hours and weekdays as the reader's region writes them. Pure. */
import { inLanguage, usualLocale } from '../model/locale.ts'
import type { Report } from '../model/report.ts'
import { DAY, HOUR, type Instant, instantAt, later, toMilliseconds } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { wordsLanguage } from './numbers.ts'

/** The day, the zone and the habits a report is read in. */
export type ReportDay = Pick<Report, 'at' | 'zone' | 'locale'>

/** The same for a page that is read at `at`. */
export const dayOf = ({ zone, locale }: Pick<User, 'zone' | 'locale'>, at: Instant): ReportDay => ({ at, zone, locale })

/** "4 September", with the year where it is another; in the order the reader's region writes it. */
export const dayInWords = (at: Instant, day: ReportDay): string =>
  formatted(at, day.zone, day.locale, {
    day: 'numeric',
    month: 'long',
    ...(!isSameYear(at, day.at) && { year: 'numeric' }),
  })

/** "4 September 2026": the year always, because a span over years has one at either end. */
export const dateInWords = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { day: 'numeric', month: 'long', year: 'numeric' })

/** "March 2024": the year always, because it speaks of years. */
export const monthInWords = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { month: 'long', year: 'numeric' })

/** "September", and "Sep" where there is little room. */
export const monthNameInWords = (
  at: Instant,
  { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>,
  length: 'long' | 'short' = 'short',
): string => formatted(at, zone, locale, { month: length })

/** "2026-09-25": the day an instant falls into, to be compared and counted by. */
export const dayKey = (at: Instant, zone: string): string =>
  formatted(at, zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })

/** "Monday 09:15" */
export const momentInWords = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' })

/** "09:15", "9:15 AM" */
export const timeInWords = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { hour: 'numeric', minute: '2-digit' })

/** "Monday 23 November" */
export const weekdayInWords = (at: Instant, zone: string, locale?: string): string =>
  formatted(at, zone, locale, { weekday: 'long', day: 'numeric', month: 'long' }).replace(/^(\p{L}+), (?=\d)/u, '$1 ')

/** "Wednesday" of the last days, where it can be no other; otherwise the day. */
export const recentDay = (at: Instant, day: ReportDay): string =>
  at > later(day.at, -6 * DAY) ? weekdayOf(at, day) : dayInWords(at, day)

/** "Wednesday" */
export const weekdayOf = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { weekday: 'long' })

/** "Dec 2025" */
export const shortMonth = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { month: 'short', year: 'numeric' })

/** "March", with the year where it is another. */
export const monthOf = (at: Instant, day: ReportDay): string =>
  formatted(at, day.zone, day.locale, { month: 'long', ...(!isSameYear(at, day.at) && { year: 'numeric' }) })

/** "Mondays at 08:00" */
export const hourInWords = ({
  report,
  locale,
}: {
  readonly report: { readonly weekday: number; readonly hour: number }
  readonly locale?: string
}): string => {
  // 1970 began on a Thursday: the fifth of January was its first Monday.
  const at = instantAt((3 + report.weekday) * DAY + report.hour * HOUR)
  const weekday = formatted(at, 'UTC', locale, { weekday: 'long' })
  return `${weekday}s at ${formatted(at, 'UTC', locale, { hour: 'numeric', minute: '2-digit' })}`
}

/** Making one costs more than a hundred uses of it, and a page has hundreds of days. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatted = (
  at: Instant,
  zone: string,
  locale: string | undefined,
  parts: Intl.DateTimeFormatOptions,
): string => {
  const key = `${zone} ${locale} ${JSON.stringify(parts)}`
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(inLanguage(locale ?? usualLocale, wordsLanguage), { timeZone: zone, ...parts })
  formats.set(key, known)
  return known.format(toMilliseconds(at))
}

const isSameYear = (a: Instant, b: Instant): boolean =>
  new Date(toMilliseconds(a)).getUTCFullYear() === new Date(toMilliseconds(b)).getUTCFullYear()
