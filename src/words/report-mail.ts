/** What the Monday email says around its people: headings, small links and its foot. Pure. */
import { type Report, type Suggestion, type UpcomingMeeting, waitingShown, type YearInPeople } from '../model/report.ts'
import { daysBetween } from '../model/time.ts'
import { dayInWords, monthOf, type ReportDay, recentDay, weekdayOf } from './dates.ts'
import { listInWords, shortName } from './name.ts'
import { counted, countInWords, nouns, numberInWords } from './numbers.ts'
import { capital, spanInWords } from './spans.ts'

export const reportMailWords = {
  sender: 'Perennial',
  firstWeek:
    'This is your first Monday email: each week it names a few people it would be good to write to, and opens a message you can edit and send yourself.',
  reconnect: 'Reconnect it',
  waiting: 'Still waiting for your reply',
  meetings: 'You meet this week',
  reconnections: 'It worked',
  settings: 'Change that',
  unsubscribe: 'Unsubscribe',
  conversation: 'Open the conversation',
  page: 'Preview',
  later: 'Not now',
  more: 'More',
  laterOrMore: 'Not now, or more',
  promise: 'Perennial reads who wrote and when, never the message itself. Nothing goes out unless you send it.',
} as const

/** `when` is "Mondays at 08:00". */
export const describeSchedule = (when: string): string => `You get this on ${when}.`

/** A week of which two lines say all there is to say. */
export const isQuiet = (report: Report): boolean =>
  !report.isFirst &&
  report.year === undefined &&
  report.suggestions.length + waitingShown(report).length + (report.meetings ?? []).length === 0

/** "quiet for 9 weeks", "met on Wednesday": what stands at the right end of a strip. */
export const describeStripEnd = ({ last, reason }: Suggestion, day: ReportDay): string => {
  if (last === undefined) return ''
  const silenceDays = daysBetween(last.at, day.at)
  if (silenceDays >= minQuietDays) return `quiet for ${spanInWords(silenceDays)}`
  const how = last.how === 'meeting' && reason.kind !== 'reply_owed' ? 'met' : 'last'
  return `${how} on ${recentDay(last.at, day)}`
}

/** Shorter than this is no quiet. */
const minQuietDays = 14

/** Who still waits beyond those shown; null where nobody does. */
export const describeMoreWaiting = (report: Report): string | null => {
  const more = (report.waiting ?? []).length - waitingShown(report).length
  return more <= 0 ? null : `And ${numberInWords(more)} more on your people page.`
}

/** When, how long it has been, and whose turn it is. */
export const describeMeeting = (meeting: UpcomingMeeting, day: ReportDay): string => {
  const { at, lastMetAt, lastContactAt, owed } = meeting
  const when = `On ${weekdayOf(at, day)}`
  const first =
    lastMetAt === null
      ? `${when}, for the first time. You were last in touch in ${monthOf(lastContactAt, day)}.`
      : `${when}, for the first time since ${monthOf(lastMetAt, day)}.`
  return owed === null ? first : `${first} ${describeOwed(shortName(meeting), owed, day)}`
}

const describeOwed = (name: string, owed: NonNullable<UpcomingMeeting['owed']>, day: ReportDay): string => {
  const date = dayInWords(owed.since, day)
  return owed.by === 'user'
    ? `You haven’t replied to ${name}’s email of ${date}.`
    : `${name} hasn’t replied to your email of ${date}.`
}

export const yearTitle = 'Your year in people'

/** Who was found again, and who is worth keeping, a line each. */
export const yearLists = ({ found, foundAgain, toKeep }: YearInPeople): readonly string[] => [
  ...(found.length === 0 ? [] : [`Found again: ${describeNames(found, foundAgain)}.`]),
  ...(toKeep.length === 0 ? [] : [`To keep close: ${describeNames(toKeep, toKeep.length)}.`]),
]

/** "You kept up with 41 people, found 6 again, and 12 went quiet." */
export const describeYear = ({ kept, foundAgain, grownQuiet }: YearInPeople, { locale }: ReportDay): string =>
  `You kept up with ${counted(kept, nouns.person, locale)}, found ${numberInWords(foundAgain, locale)} again, and ${numberInWords(grownQuiet, locale)} went quiet.`

/** "Ada Berg, Bo Ek and 4 others" */
const describeNames = (people: YearInPeople['found'], all: number): string => {
  const others = all - people.length
  return listInWords([...people.map(({ name }) => name), ...(others > 0 ? [counted(others, nouns.other)] : [])])
}

/** The heading over several people met at one occasion, and when that was. */
export const describeEvent = (suggestions: readonly Suggestion[], day: ReportDay): readonly [string, string] => {
  const event = suggestions.find((each) => each.event !== undefined)?.event
  const title = `${capital(countInWords(suggestions.length))} new people at once`
  if (event === undefined) return [title, '']
  const from = recentDay(event.from, day)
  const until = recentDay(event.until, day)
  const when = from === until ? `on ${from}` : `between ${from} and ${until}`
  return [title, `You were first in touch ${when}: a short message to each keeps the door open.`]
}
