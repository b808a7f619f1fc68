/** A week as a whole in sentences: how things are, what went well, where it is going, and what is not known. Pure. */
import { companyAt } from '../draft/company.ts'
import { plainName } from '../model/plain-name.ts'
import { type Reconnection, type Report, type SourceNote, type TrendWeek, waitingShown } from '../model/report.ts'
import { dayInWords, type ReportDay, recentDay } from './dates.ts'
import { listInWords, shortName } from './name.ts'
import { counted, countInWords, nouns, numberInWords, plural } from './numbers.ts'
import { capital, spanInWords } from './spans.ts'

/** How things are. */
export const describeHeadline = (report: Subject): string => headlineSentences(report).join(' ')

type Subject = Pick<Report, 'bands' | 'suggestions' | 'waiting'>

/** How the whole stands, and what there is to do: a sentence each. */
export const headlineSentences = (report: Subject): readonly string[] => {
  const { bands, suggestions } = report
  const state = describeState(bands)
  const waiting = waitingShown(report).length
  const people = suggestions.length + waiting
  const could = suggestions.length > 0 ? 'could hear from you' : `${people === 1 ? 'is' : 'are'} waiting for your reply`
  if (people > 0) return [...(state === null ? [] : [`${state}.`]), `${capital(countInWords(people))} ${could}.`]
  if (state === null) return ['We’re still gathering your people.']
  return [`${state}, ${shareOf(bands) >= many ? 'and' : 'but'} no one needs a nudge from you this week.`]
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

/** "41 thriving, 24 steady, 15 fading, 9 quiet, 2 new." */
export const describeBands = ({ bands, locale }: Pick<Report, 'bands' | 'locale'>): string => {
  const told = bandsTold.filter((band) => band !== 'new' || bands.new > 0)
  return `${told.map((band) => `${numberInWords(bands[band], locale)} ${band}`).join(', ')}.`
}

/** Those of whom something can be told, from well to quiet, then the new. */
export const bandsTold = ['thriving', 'steady', 'fading', 'quiet', 'new'] as const

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
  const when = recentDay(at, day)
  const after = afterDays === 0 ? '' : ` after ${spanInWords(afterDays)}`
  const again = afterDays === 0 ? '' : `, for the first time in ${spanInWords(afterDays)}`
  const isReply = suggestedFor === 'reply_owed'
  switch (how) {
    case 'sent':
      return isReply ? `You replied to ${name} on ${when}.` : `You wrote to ${name} on ${when}${after}.`
    case 'exchanged':
      return `You and ${name} are writing to each other again${after}.`
    case 'received':
      return `${name} wrote to you on ${when}${after}.`
    case 'met':
      return `You and ${name} met on ${when}${again}.`
    case 'elsewhere':
      return `You and ${name} were in touch on ${when}${again}.`
  }
}

/** What is not known, and what it means for this list. */
export const describeNote = (note: SourceNote, day: ReportDay): string => {
  const since = 'since' in note ? recentDay(note.since, day) : ''
  const mail = mailboxInWords(note.address)
  switch (note.kind) {
    case 'reading':
      return note.readBackTo === null
        ? `${mail} is being read for the first time, so this list is only a beginning.`
        : `${mail} has been read back to ${dayInWords(note.readBackTo, day)} so far, so people from before may be missing.`
    case 'waiting':
      return `${mail} hasn’t been read since ${since}: it isn’t responding at the moment. ${describeTouched(note)}`
    case 'reconnect':
      return `${mail} hasn’t been read since ${since}. ${describeTouched(note)}`
    case 'blocked':
      return `${mail} hasn’t been read since ${since}: access is blocked. ${describeTouched(note)}`
    case 'calendar':
      return `The calendar that goes with ${mail.charAt(0).toLowerCase()}${mail.slice(1)} hasn’t been read since ${since}, so meetings from then on aren’t counted.`
    case 'rechecking':
      return `${mail} is being re-checked from ${since} on, so someone here may have been in touch already.`
    case 'report_in_doubt':
      return `We don’t know whether the report of ${since} reached you. It’s kept under Reports.`
    case 'gap':
      return `A check of ${mail.charAt(0).toLowerCase()}${mail.slice(1)} found ${counted(note.found, nouns.contact, day.locale)} we’d missed. ${note.found === 1 ? 'It’s' : 'They’re'} counted here.`
  }
}

/** Whether it speaks of what is not known at the moment; the others tell of something settled. */
export const isWarning = ({ kind }: SourceNote): boolean => kind !== 'gap' && kind !== 'report_in_doubt'

const describeTouched = ({ touches }: SourceNote): string => {
  if (touches === undefined) return 'Someone here may have been in touch since.'
  if (touches.length === 0) return 'No one here was last in touch with you there, but someone may be missing.'
  return `${listInWords(touches)} may have been in touch since.`
}

/** What stands under the numbers: until when a stale mailbox is counted, or how things have moved; null where neither is. */
export const describeCounted = (report: Report): string | null => {
  const stale = report.notes.find(({ kind }) => kind === 'reconnect' || kind === 'waiting' || kind === 'blocked')
  if (stale === undefined || !('since' in stale)) return describeTrend(report)
  return `${mailboxInWords(stale.address)} is counted up to ${recentDay(stale.since, report)}.`
}

/**
 * "Your Northlight mail", "Your Gmail (lena.marquardt)": a mailbox without its address, of which mail programs would make a
 * link. Where many people have their mail, the name before the sign tells which one it is.
 */
export const mailboxInWords = (address: string): string => {
  const [local = '', domain = ''] = address.split('@')
  const company = companyAt({ address, name: '' })
  if (company !== null) return `Your ${company} mail`
  const host = hostNames[domain.toLowerCase()]
  return `Your ${host ?? 'mail'} (${plainName(local)})`
}

const hostNames: Readonly<Record<string, string>> = {
  'gmail.com': 'Gmail',
  'googlemail.com': 'Gmail',
  'outlook.com': 'Outlook mail',
  'hotmail.com': 'Hotmail',
  'live.com': 'Outlook mail',
  'icloud.com': 'iCloud mail',
  'me.com': 'iCloud mail',
}
