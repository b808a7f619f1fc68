/** Spans of time as people say them: rounded to what matters, never more exact than what is known. Pure. */
import { counted, nouns, plural } from './numbers.ts'

/** "5 days", "3 weeks", "4 months", "2 years". */
export const spanInWords = (days: number): string => {
  const { count, unit } = spanOf(days)
  return counted(count, nouns[unit])
}

/** "3 weeks ago"; a contact of the last 24 hours is no "1 day ago". */
export const agoInWords = (days: number): string => (days < 1 ? 'less than a day ago' : `${spanInWords(days)} ago`)

/** "every day", "every week", "every 3 weeks", "every 2 months", "once a year". */
export const rhythmInWords = (days: number): string => {
  const { count, unit } = spanOf(days)
  const one = unit === 'year' ? 'once a year' : `every ${unit}`
  return plural(count, { one, other: `every ${counted(count, nouns[unit])}` })
}

/** A rhythm and a silence beside it: in one unit where that reads better ("every 3 weeks; it’s been 9"). */
export const rhythmAndSilence = (rhythmDays: number, silenceDays: number): string => {
  const rhythm = spanOf(rhythmDays)
  const silence = spanOf(silenceDays)
  const isSameUnit = rhythm.unit === silence.unit && rhythm.count !== silence.count
  const said = isSameUnit ? String(silence.count) : spanInWords(silenceDays)
  return `${rhythmInWords(rhythmDays)}; it’s been ${said}`
}

interface Span {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

/** Days up to two weeks, weeks up to a quarter, months up to two years. */
const spanOf = (days: number): Span => {
  const whole = Math.max(1, Math.round(days))
  if (whole < 7) return { count: whole, unit: 'day' }
  if (whole < 14 && whole !== 7) return { count: whole, unit: 'day' }
  if (whole < 91) return { count: Math.round(whole / 7), unit: 'week' }
  if (whole < 700) return { count: Math.round(whole / 30.44), unit: 'month' }
  return { count: Math.round(whole / 365.25), unit: 'year' }
}

/** At the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
