/** What the people page says: how things are, this week, and the list of everyone. Pure. */
import type { Band } from '../model/health.ts'
import type { Instant } from '../model/time.ts'
import { describeAgo } from './account.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import { counted, nouns, numberInWords, plural } from './numbers.ts'

export const peopleWords = {
  title: 'People',
  yourPeople: 'Your people',
  stillReading: 'Still reading: more people will appear.',
  seeReading: 'See how far it is',
  noneYet: 'There’s no one here yet. This page fills up while your mail is read: give it a minute and reload.',
  thisWeek: 'This week',
  noneThisWeek: 'No one needs a nudge at the moment.',
  stillWaiting: 'Waiting for your reply',
  itWorked: 'It worked',
  reconnect: 'Reconnect it',
  everyone: 'Everyone',
  search: 'Find a name or address',
  band: 'Rhythm',
  group: 'Group',
  reason: 'Reason',
  sort: 'Sorted by',
  any: 'Any',
  show: 'Show',
  showAll: 'Show everyone',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  groups: 'Groups',
  merges: 'One person or two?',
  missing: 'Why is someone missing?',
  corrections: 'Corrections',
  triage: 'Go through our guesses',
  triageDue:
    'All read. We’ve guessed who’s close to you and who’s no person at all: a minute is enough to say what’s wrong.',
  triageAct: 'Go through forty people',
  columns: { name: 'Name', band: 'Rhythm', gap: 'Usual gap', last: 'Last in touch', met: 'Last met' },
  noGap: 'not known yet',
  nothing: '–',
  emptyList: 'No one yet.',
  notNow: 'Not now',
  inTouch: 'We’ve been in touch',
  lessOften: 'Less often',
} as const

export const sortWords = {
  closest: 'Closest first',
  overdue: 'Most overdue',
  last: 'Last in touch',
  name: 'Name',
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

/** "Fading (16)" */
export const describeChoice = (label: string, count: number, locale: string): string =>
  `${label} (${numberInWords(count, locale)})`

/** Beside the date: how fresh it is, and what the list below rests on. `readAt` is null where nothing was read. */
export const describeFreshness = (readAt: Instant | null, { at }: ReportDay): string | null =>
  readAt === null ? null : `Up to date as of ${describeAgo(readAt, at)}`

export const describeSentReport = (sentAt: Instant, day: ReportDay): string =>
  `As in your email of ${dayInWords(sentAt, day)}`

export const describeMore = (name: string): string => `More for ${name}`

export const describeLeaveOut = (name: string): string => `Leave ${name} out`

export const describeNoMatch = (query: string): string =>
  query === '' ? 'No one here is like that.' : `No one here matches “${query}”.`

export const describeListOrder = (order: keyof typeof sortWords): string =>
  `Everyone, ${sortWords[order].charAt(0).toLowerCase()}${sortWords[order].slice(1)}`

/** "51–100 of 138 people" */
export const describeShown = (
  { from, to, all }: { readonly from: number; readonly to: number; readonly all: number },
  locale: string,
): string => {
  if (to - from + 1 === all) return counted(all, nouns.person, locale)
  const [first, last] = [numberInWords(from, locale), numberInWords(to, locale)]
  return `${first}–${last} of ${numberInWords(all, locale)} ${plural(all, nouns.person)}`
}
