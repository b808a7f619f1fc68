/** A week as a whole in sentences: how things are, what went well, where it is going, and what is not known. Pure. */
import type { Reconnection, Report, SourceNote, TrendWeek } from '../model/report.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import { dayInWords, type ReportDay, weekdayInWords } from './dates.ts'
import { listInWords, shortName } from './name.ts'
import { counted, nouns, numberInWords, plural } from './numbers.ts'
import { capital, spanInWords } from './spans.ts'

/** How things are, in one sentence. */
export const describeHeadline = ({ bands, suggestions }: Pick<Report, 'bands' | 'suggestions'>): string => {
  const state = describeState(bands)
  if (suggestions.length > 0) {
    const could = `${countInWords(suggestions.length)} could hear from you`
    return state === null ? `${capital(could)}.` : `${state}, and ${could}.`
  }
  if (state === null) return 'We’re still gathering your people.'
  return `${state}, ${shareOf(bands) >= many ? 'and' : 'but'} no one needs a nudge from you this week.`
}

/** How the whole stands, without a full stop; null while nobody has a rhythm. */
export const describeState = (bands: Report['bands']): string | null => {
  if (countAll(bands).all === 0) return null
  const share = shareOf(bands)
  if (share >= most) return 'Most of your people are in rhythm'
  return share >= many ? 'About half of your people are in rhythm' : 'Many of your people have gone quiet'
}

const most = 0.6
const many = 0.4

/** "41 thriving · 24 steady · 15 fading · 9 quiet" */
export const describeBands = ({ bands, locale }: Pick<Report, 'bands' | 'locale'>): string =>
  (['thriving', 'steady', 'fading', 'quiet'] as const)
    .map((band) => `${numberInWords(bands[band], locale)} ${band}`)
    .join(' · ')

/** How the whole has moved, in one line; null where there is no report before to compare with. */
export const describeTrend = ({ bands, trend = [] }: Pick<Report, 'bands' | 'trend'>): string | null => {
  const last = trend.at(-1)
  if (last === undefined) return null
  const change = countAll(bands).inRhythm - countAll(last.bands).inRhythm
  const week =
    change === 0
      ? 'As many are in rhythm as last time'
      : `${capital(countInWords(Math.abs(change)))} ${change > 0 ? 'more' : 'fewer'} ${plural(Math.abs(change), { one: 'is', other: 'are' })} in rhythm than last time`
  const first = trend[0]
  if (first === undefined || trend.length < minTrend) return `${week}.`
  const long = Math.round(100 * (shareOf(bands) - shareOf(first.bands)))
  const since = `${numberInWords(trend.length)} reports ago`
  if (Math.abs(long) < minPoints) return `${week}, and about the same share as ${since}.`
  return `${week}; the share in rhythm is ${Math.abs(long)} points ${long > 0 ? 'higher' : 'lower'} than ${since}.`
}

/** Fewer show no direction. */
const minTrend = 4
/** Less than this is chance. */
const minPoints = 3

/** 0–1: how many of those with a rhythm keep it. */
const shareOf = (bands: TrendWeek['bands']): number => {
  const { all, inRhythm } = countAll(bands)
  return all === 0 ? 0 : inRhythm / all
}

const countAll = ({ thriving, steady, fading, quiet }: Report['bands']) => ({
  inRhythm: thriving + steady,
  all: thriving + steady + fading + quiet,
})

/** What went well, one sentence for each. */
export const describeReconnection = (
  { how, at, afterDays, suggestedFor = null, ...who }: Reconnection,
  day: ReportDay,
): string => {
  const name = shortName(who)
  const when = at > later(day.at, -6 * DAY) ? weekdayOf(at, day) : dayInWords(at, day)
  const after = afterDays === 0 ? '' : ` after ${spanInWords(afterDays)}`
  const isReply = suggestedFor === 'reply_owed'
  switch (how) {
    case 'sent':
      return isReply ? `You replied to ${name} on ${when}.` : `You wrote to ${name} on ${when}${after}.`
    case 'exchanged':
      return `You and ${name} are writing to each other again${after}.`
    case 'received':
      return `${name} wrote to you on ${when}${after}.`
    case 'met':
      return `You and ${name} met on ${when}${after}.`
    case 'elsewhere':
      return `You and ${name} were in touch elsewhere on ${when}${after}.`
  }
}

/** "Monday": of the last days only, where it can be no other. */
const weekdayOf = (at: Instant, { zone, locale }: ReportDay): string =>
  weekdayInWords(at, zone, locale).split(/[ ,]/)[0] ?? ''

/** What is not known, and what it means for this list. */
export const describeNote = (note: SourceNote, day: ReportDay): string => {
  const since = 'since' in note ? dayInWords(note.since, day) : ''
  switch (note.kind) {
    case 'reading':
      return note.readBackTo === null
        ? `${note.address} is being read for the first time, so this list is only a beginning.`
        : `${note.address} has been read back to ${dayInWords(note.readBackTo, day)} so far, so people from before may be missing.`
    case 'waiting':
      return `${note.address} hasn’t been read since ${since}: it isn’t responding at the moment. ${describeTouched(note)}`
    case 'reconnect':
      return `${note.address} hasn’t been read since ${since}, because it must be connected again. ${describeTouched(note)}`
    case 'blocked':
      return `${note.address} hasn’t been read since ${since}, because access is blocked. ${describeTouched(note)}`
    case 'rechecking':
      return `${note.address} is being re-checked from ${since} on, because its provider lost our place. Until that’s done, someone here may have been in touch already.`
    case 'report_in_doubt':
      return `We don’t know whether the report of ${since} reached you: the mail carrier didn’t say. It’s kept under Reports.`
    case 'gap':
      return `A check of ${note.address} on ${since} found ${counted(note.found, nouns.contact, day.locale)} that had been missed before. They’re counted in what you read here.`
  }
}

const describeTouched = ({ touches }: SourceNote): string => {
  if (touches === undefined) return 'Someone in this list may have been in touch since.'
  if (touches.length === 0) return 'No one in this list was last in touch with you there, but someone may be missing.'
  return `${listInWords(touches)} may have been in touch since.`
}

const counts = ['no one', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** "no one", "seven", "12": people, in a sentence. */
export const countInWords = (people: number): string => counts[people] ?? String(people)
