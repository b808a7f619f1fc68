/** What the people page says: the picture, this week, and the list of everyone. Pure. */
import type { Band } from '../model/health.ts'
import type { Report } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import { describeAgo } from './account.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import { describeState } from './week.ts'

export const peopleWords = {
  title: 'People',
  yourPeople: 'Your people',
  stillReading: 'Still reading: more people will appear.',
  seeReading: 'See how far it is',
  noneYet: 'There’s no one here yet. This page fills up while your mail is read: give it a minute and reload.',
  thisWeek: 'This week',
  noneThisWeek: 'No one needs a nudge at the moment.',
  stillWaiting: 'Still waiting for your reply',
  itWorked: 'It worked',
  everyone: 'Everyone',
  search: 'Find by name or address',
  groups: 'Groups',
  merges: 'One person or two?',
  missing: 'Why is someone missing?',
  corrections: 'Corrections',
  columns: ['Name', 'How it’s going', 'Usually', 'Last in touch', 'Last met'],
  nothing: '–',
  emptyList: 'No one yet.',
  you: 'you',
  picture: 'Your people: nearer the middle is closer; shape and colour show how well you’re keeping in touch',
} as const

const bandWords: Readonly<Record<Band, string>> = {
  thriving: 'thriving',
  steady: 'steady',
  fading: 'fading',
  quiet: 'quiet',
  new: 'new',
  unknown: 'too early to tell',
}

export const describeBand = (band: Band): string => bandWords[band]

/** "41 thriving" */
export const describeBandCount = (band: Band, count: number, locale: string): string =>
  `${numberInWords(count, locale)} ${describeBand(band)}`

/** The name of a mark in the picture. */
export const describeMark = (name: string, band: Band): string => `${name}, ${describeBand(band)}`

export const describeHeading = (report: Pick<Report, 'bands'> | null): string => {
  if (report === null) return peopleWords.yourPeople
  const state = describeState(report.bands)
  return state === null ? 'We’re still gathering your people.' : `${state}.`
}

/** `readAt` is when the mailbox read longest ago was read; null where none was. */
export const describeCircle = (count: number, readAt: Instant | null, { at, locale }: ReportDay): string => {
  const until = readAt === null ? '' : `, up to date as of ${describeAgo(readAt, at)}`
  return `${counted(count, nouns.person, locale)}${until}. Nearer the middle is closer.`
}

export const describeSentReport = (sentAt: Instant, day: ReportDay): string =>
  `As in your email of ${dayInWords(sentAt, day)}.`

export const describeNoMatch = (query: string): string =>
  query === '' ? peopleWords.emptyList : `No one here matches “${query}”.`

export const describeShowMore = (all: number, locale: string): string => `Show more of ${numberInWords(all, locale)}`
