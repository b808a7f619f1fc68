/** What happened between two people, month by month. Pure. */
import type { LoggedHow } from '../model/correction.ts'
import type { Exchange } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import type { Crowd, Month, MonthLine } from '../report/months.ts'
import { dayKey, monthNameInWords, type ReportDay } from './dates.ts'
import { counted, nouns } from './numbers.ts'
import { capital } from './spans.ts'

export const monthWords = {
  title: 'Together',
  none: 'Nothing yet.',
  emails: { one: 'email', other: 'emails' },
} as const

/** "September", and its year where that is not this year's. */
export const describeMonth = ({ at }: Pick<Month, 'at'>, day: ReportDay): string => {
  const year = dayKey(at, day.zone).slice(0, 4)
  const name = monthNameInWords(at, day, 'long')
  return year === dayKey(day.at, day.zone).slice(0, 4) ? name : `${name} ${year}`
}

/** "2 emails, 1 meeting" */
export const describeMonthCount = (
  { letters, meetings }: Pick<Month, 'letters' | 'meetings'>,
  locale: string | undefined,
): string =>
  [
    ...(letters === 0 ? [] : [counted(letters, monthWords.emails, locale)]),
    ...(meetings === 0 ? [] : [counted(meetings, nouns.meeting, locale)]),
  ].join(', ') || 'no direct contact'

/** "Earlier in 2026", "2025" */
export const describeFoldedYear = (year: string, isPart: boolean): string => (isPart ? `Earlier in ${year}` : year)

/** A line of the list. */
export const describeLine = (
  line: MonthLine,
  {
    name,
    logged,
    zone,
  }: { readonly name: string; readonly logged: Person['override']['logged']; readonly zone: string },
): string =>
  line.kind === 'meeting' ? describeMeeting(line.meeting, logged) : describeConversation(line.turns, { name, zone })

const loggedLines: Readonly<Record<LoggedHow, string>> = {
  meeting: 'You met, as you noted.',
  call: 'You had a call, as you noted.',
  coffee: 'You had coffee, as you noted.',
  elsewhere: 'You were in touch elsewhere, as you noted.',
}

const describeMeeting = (
  { at, size, isRecurring, response }: Exchange,
  logged: Person['override']['logged'],
): string => {
  const told = logged.find((each) => each.at === at)
  if (told !== undefined) return loggedLines[told.how]
  const met = isRecurring ? 'You met, as you regularly do' : 'You met'
  const doubt = response === 'accepted' ? '' : ', unless they stayed away: they never accepted'
  return `${met}${size === 1 ? ', just the two of you' : `, with ${counted(size - 1, nouns.other)}`}${doubt}.`
}

const describeConversation = (
  turns: readonly Exchange[],
  { name, zone }: { readonly name: string; readonly zone: string },
): string => {
  const [first, second] = turns.toReversed()
  const others = Math.max(...turns.map(({ size }) => size)) - 1
  const along = others > 0 ? `, with ${counted(others, nouns.other)}` : ''
  if (first === undefined) return ''
  const begun = `${capital(whoOf(first, name))} wrote`
  const sides = new Set(turns.map(({ kind }) => kind))
  if (second === undefined) return `${first.isAnswer ? `${capital(whoOf(first, name))} replied` : begun}${along}.`
  if (sides.size === 1) return `${begun} ${turns.length === 2 ? 'twice' : `${turns.length} times`}${along}.`
  if (turns.length > 2) return `${begun}, and ${turns.length} emails went back and forth${along}.`
  return `${begun}; ${whoOf(second, name)} replied ${replyDelay(first, second, zone)}${along}.`
}

const whoOf = ({ kind }: Exchange, name: string): string => (kind === 'sent' ? 'you' : name)

const replyDelay = (first: Exchange, second: Exchange, zone: string): string => {
  const [from, to] = [first, second].map(({ at }) => Date.parse(dayKey(at, zone)) / 86_400_000)
  const days = Math.round((to ?? 0) - (from ?? 0))
  return days < 1 ? 'the same day' : days === 1 ? 'the next day' : `${days} days later`
}

/** "On 22 threads and in 3 larger meetings with others." */
export const describeCrowd = ({ threads, meetings }: Crowd, locale: string | undefined): string | null => {
  const where = [
    ...(threads === 0 ? [] : [`on ${counted(threads, { one: 'thread', other: 'threads' }, locale)}`]),
    ...(meetings === 0 ? [] : [`in ${counted(meetings, { one: 'larger meeting', other: 'larger meetings' }, locale)}`]),
  ]
  return where.length === 0 ? null : `${capital(where.join(' and '))} with others.`
}
