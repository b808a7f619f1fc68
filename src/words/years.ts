/** What the picture of two people's years says, and the sentences about how it went before. Pure. */
import type { InteractionKind } from '../model/interaction.ts'
import type { Instant } from '../model/time.ts'
import { dayInWords, monthInWords, type ReportDay } from './dates.ts'
import { listInWords } from './name.ts'
import { rhythmInWords, spanInWords } from './spans.ts'

export const yearsWords = {
  usual: 'usual gap:',
  met: 'met',
  sent: 'you wrote',
  theyWrote: 'they wrote',
  caption:
    'The hills show how long it had been quiet. The pale band is what’s usual for the two of you; what rises above it is a break.',
  plainCaption:
    'The hills show how long it had been quiet. There’s too little yet to say what’s usual for the two of you.',
  lastYear: 'These are the last 12 months;',
  allYears: 'all years are listed below',
} as const

export const describeUsual = (days: number): string => `up to ${spanInWords(days)}`

export const describeTheyWrote = (name: string): string => `${name} wrote`

/** "14 weeks", "9 weeks now" */
export const describeGap = (days: number, isNow: boolean): string => `${spanInWords(days)}${isNow ? ' now' : ''}`

/** A silence that ended, and what ended it. */
export interface PastBreak {
  readonly days: number
  readonly endedAt: Instant
  readonly endedBy: Exclude<InteractionKind, 'seen'>
}

/** The picture, for those who can't see it. */
export const describeYears = (
  of: {
    readonly name: string
    readonly since: Instant
    readonly usualGapDays: number | null
    readonly breaks: readonly PastBreak[]
    readonly silenceDays: number | null
  },
  day: ReportDay,
): string => {
  const { usualGapDays, breaks, silenceDays } = of
  const often = usualGapDays === null ? '' : ` Usually in touch ${rhythmInWords(usualGapDays)}.`
  const past = breaks.map(({ days, endedAt }) => `${spanInWords(days)} until ${monthInWords(endedAt, day)}`)
  const quiet = past.length === 0 ? '' : ` Quiet for ${listInWords(past)}.`
  const now = silenceDays === null ? '' : ` The last contact was ${spanInWords(silenceDays)} ago.`
  return `Emails and meetings with ${of.name} since ${monthInWords(of.since, day)}.${often}${quiet}${now}`
}

/** "You last met on 4 September, and last wrote on 25 September."; null where neither is known. */
export const describeLasts = (
  of: {
    readonly name: string
    readonly metAt: Instant | null
    readonly sentAt: Instant | null
    readonly receivedAt: Instant | null
  },
  day: ReportDay,
): string | null => {
  const { name, metAt, sentAt, receivedAt } = of
  const met = metAt === null ? null : `last met on ${dayInWords(metAt, day)}`
  const wroteAt = Math.max(sentAt ?? 0, receivedAt ?? 0) as Instant
  const isTheirs = receivedAt !== null && receivedAt === wroteAt
  const on = wroteAt === 0 ? '' : dayInWords(wroteAt, day)
  const wrote = wroteAt === 0 ? null : isTheirs ? `${name} last wrote on ${on}` : `last wrote on ${on}`
  if (met !== null && wrote !== null) return isTheirs ? `You ${met}, and ${wrote}.` : `You ${met}, and ${wrote}.`
  if (met !== null) return `You ${met}.`
  return wrote === null ? null : isTheirs ? `${wrote}.` : `You ${wrote}.`
}

/** How it went the other times; null where there were none. */
export const describeBreaks = (breaks: readonly PastBreak[], name: string): string | null => {
  const [first, second] = breaks
  if (first === undefined) return null
  const times = breaks.length === 1 ? 'once' : breaks.length === 2 ? 'twice' : `${breaks.length} times`
  const each = second === undefined ? 'that time' : breaks.length === 2 ? 'both times' : 'each time'
  if (breaks.every(({ endedBy }) => endedBy === 'sent')) {
    return `It’s gone quiet ${times} before, and ${each} one email from you was enough.`
  }
  if (breaks.every(({ endedBy }) => endedBy === 'received')) {
    return `It’s gone quiet ${times} before, and ${each} ${name} wrote first.`
  }
  const longest = Math.max(...breaks.map(({ days }) => days))
  return `It’s gone quiet ${times} before, for ${second === undefined ? '' : 'up to '}${spanInWords(longest)}.`
}
