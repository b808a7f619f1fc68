/** What is said of a year in touch, drawn as a line: above it, at its ends, and for those who can't see it. Pure. */
import type { Band } from '../model/health.ts'
import type { Reason } from '../model/report.ts'
import { daysBetween, type Instant } from '../model/time.ts'
import { dayInWords, monthInWords, type ReportDay, weekdayInWords } from './dates.ts'
import { counted, nouns } from './numbers.ts'
import { spanInWords } from './spans.ts'

export const stripWords = { now: 'now', newAddress: 'new address' } as const

export const describeStripFrom = (from: Instant, day: ReportDay): string => monthInWords(from, day)

/** The two words above the line; null where nothing stands out. */
export const describeStrip = (
  reason: Reason | null,
  { silenceDays, isLong }: { readonly silenceDays: number | null; readonly isLong: boolean },
  day: ReportDay,
): string | null => {
  if (reason?.kind === 'new_address') return stripWords.newAddress
  const metAt = reason?.kind === 'follow_up' || reason?.kind === 'new_acquaintance' ? reason.metAt : null
  if (metAt !== null) return `met ${metOn(metAt, day)}`
  return isLong && silenceDays !== null ? `quiet for ${spanInWords(silenceDays)}` : null
}

/** A weekday where it can be no other week's. */
const metOn = (at: Instant, day: ReportDay): string =>
  daysBetween(at, day.at) < 6
    ? (weekdayInWords(at, day.zone, day.locale).split(/[ ,]/)[0] ?? '')
    : `on ${dayInWords(at, day)}`

export const describeStripLabel = (
  of: { readonly weeks: number; readonly from: Instant; readonly silenceDays: number | null; readonly band: Band },
  day: ReportDay,
): string => {
  const often = `In touch in ${counted(of.weeks, nouns.week)} since ${monthInWords(of.from, day)}`
  return of.silenceDays === null || of.silenceDays < 7
    ? often
    : `${often}, and quiet for ${spanInWords(of.silenceDays)} since`
}
