/** People and reasons in sentences: what the email and the pages say, in one place so that they cannot disagree. Pure. */
import { inLanguage, usualLocale } from '../model/locale.ts'
import type { HeldBack, Reason, Report, Suggestion } from '../model/report.ts'
import { DAY, daysBetween, HOUR, type Instant, instantAt, toMilliseconds } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { describeChosen } from './health.ts'
import { answerTime } from './history.ts'
import { agoInWords, rhythmAndSilence, rhythmInWords, spanInWords } from './spans.ts'

/** What to call somebody in passing. */
export const shortName = ({ givenName, name }: Pick<Suggestion, 'givenName' | 'name'>): string => givenName ?? name

/** The day, the zone and the habits a report is read in. */
export type ReportDay = Pick<Report, 'at' | 'zone' | 'locale'>

/** The same for whoever looks at a page. */
export const dayOf = ({ zone, locale }: Pick<User, 'zone' | 'locale'>, at: Instant): ReportDay => ({ at, zone, locale })

/** The evidence, in people's units. */
export const describeReason = (suggestion: Suggestion, day: ReportDay): string => {
  const { reason } = suggestion
  const name = shortName(suggestion)
  switch (reason.kind) {
    case 'rhythm_broken': {
      const rhythm = `You usually talk ${rhythmAndSilence(reason.usualGapDays, reason.silenceDays)}.`
      if (reason.lastMetAt !== null) return `${rhythm} You last met on ${dayInWords(reason.lastMetAt, day)}.`
      const seenAt = reason.lastSeenAt ?? null
      return seenAt === null || daysBetween(seenAt, day.at) > seenLatelyDays
        ? rhythm
        : `${rhythm} You were both on a letter on ${dayInWords(seenAt, day)}.`
    }
    case 'reply_owed': {
      const wrote = `${name} wrote last, ${agoInWords(reason.waitingDays)}.`
      return reason.usualAnswerDays === null
        ? wrote
        : `${wrote} You usually answer within ${answerTime(reason.usualAnswerDays)}.`
    }
    case 'new_address': {
      const often = reason.usualGapDays === null ? '' : ` You used to talk ${rhythmInWords(reason.usualGapDays)}.`
      return `${name} seems to have a new address: you first wrote there on ${dayInWords(reason.firstAt, day)}.${often}`
    }
    case 'dead_address':
      return `Mail to ${reason.deadAddress} came back on ${dayInWords(reason.bouncedAt, day)}. You used to talk ${rhythmInWords(reason.usualGapDays)}: a call, or someone you both know, may tell you where ${name} is now.`
    case 'new_acquaintance':
      return reason.metAt === null
        ? `You first wrote on ${dayInWords(reason.firstAt, day)}. A second exchange is easiest while the first is fresh.`
        : `You met for the first time on ${dayInWords(reason.metAt, day)}. A word now, while it is fresh, goes a long way.`
    case 'chosen_rhythm': {
      const set = describeChosen({ ...reason, group: reason.group })
      return reason.lastMetAt === null ? set : `${set} You last met on ${dayInWords(reason.lastMetAt, day)}.`
    }
    case 'follow_up': {
      const met = `You met on ${dayInWords(reason.metAt, day)}`
      return reason.metBeforeAt === null
        ? `${met}, for the first time. A word afterwards makes the second easier.`
        : `${met}, for the first time in ${spanInWords(daysBetween(reason.metBeforeAt, reason.metAt))}. A word afterwards keeps it from being as long again.`
    }
    case 'dormant_tie':
      return `You were in touch in ${reason.weeks} weeks from ${monthInWords(reason.firstAt, day)} to ${monthInWords(reason.lastContactAt, day)}; since you last wrote to each other or met, it has been ${spanInWords(reason.silenceDays)}.`
    case 'anniversary':
      return `It is ${reason.years === 1 ? 'a year' : `${reason.years} years`} this week since you were first in touch. The last time was ${agoInWords(reason.silenceDays)}.`
    case 'gratitude':
      return `${name} began ${reason.begunByThem} of your last ${reason.begun} conversations. The last one was ${agoInWords(reason.silenceDays)}. This one could be yours, with your thanks.`
    case 'hello':
      return `You were last in touch on ${dayInWords(reason.lastContactAt, day)}.`
    case 'introduction':
      return `${name} and ${reason.other.name} both turn up beside ${listInWords(reason.shared)} in your letters and meetings, but never together. They might like to know each other.`
  }
}

/** Longer ago than this, having been on one letter is no news of anybody. */
const seenLatelyDays = 30

/** Why someone is not suggested although there was a reason. */
export const describeHeldBack = ({ name, givenName, kind, guard, until }: HeldBack, day: ReportDay): string => {
  const who = shortName({ name, givenName })
  switch (guard) {
    case 'contacted_since':
      return `You have been in touch since ${who} was suggested.`
    case 'meeting_booked':
      return `You are about to meet${until === null ? '' : `, on ${dayInWords(until, day)}`}.`
    case 'new_address':
      return `${who} seems to write from another address now.`
    case 'dead_address':
      return `Mail to ${who} comes back, and no other address is known.`
    case 'snoozed':
      return `You snoozed ${who}${until === null ? '' : ` until ${dayInWords(until, day)}`}.`
    case 'two_unanswered':
      return `${who} has not answered your last two letters.`
    case 'you_always_begin':
      return `You begin every conversation, and few are answered. It may be ${who}’s turn.`
    case 'suggested_lately':
      return `${who} was suggested lately${until === null ? '' : `, and rests until ${dayInWords(until, day)}`}.`
    case 'less_often':
      return `You asked to see ${who} less often${until === null ? '' : `: not before ${dayInWords(until, day)}`}.`
    case 'not_taken_up':
      return `Nothing came of the last suggestions${until === null ? '' : `, so ${who} rests until ${dayInWords(until, day)}`}.`
    case 'user_away':
      return 'Most of this silence you were away from everybody.'
    case 'source_stale':
      return 'A mailbox has not been read lately, so nobody knows whether this still holds.'
    case 'no_room':
      return `Others came first this week: ${reasonKinds[kind]}.`
  }
}

/** The button's words. */
export const describeAction = (suggestion: Suggestion): string =>
  suggestion.reason.kind === 'reply_owed' ? `Answer ${shortName(suggestion)}` : `Write to ${shortName(suggestion)}`

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

/** "Monday 09:15" */
export const momentInWords = (at: Instant, { zone, locale }: Pick<ReportDay, 'zone' | 'locale'>): string =>
  formatted(at, zone, locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' })

export const listInWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)

/** "Monday 23 November" */
export const weekdayInWords = (at: Instant, zone: string, locale?: string): string =>
  formatted(at, zone, locale, { weekday: 'long', day: 'numeric', month: 'long' }).replace(/^(\p{L}+), (?=\d)/u, '$1 ')

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

/** "1,200" or "1.200", as the reader's region writes it. */
export const numberInWords = (value: number, locale?: string): string =>
  new Intl.NumberFormat(inLanguage(locale ?? usualLocale, language)).format(value)

/** Of the words here. */
const language = 'en'

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
    new Intl.DateTimeFormat(inLanguage(locale ?? usualLocale, language), { timeZone: zone, ...parts })
  formats.set(key, known)
  return known.format(toMilliseconds(at))
}

export const reasonKinds: Readonly<Record<Reason['kind'], string>> = {
  rhythm_broken: 'the rhythm is broken',
  reply_owed: 'a reply is owed',
  new_address: 'a new address',
  dead_address: 'an address that is dead',
  new_acquaintance: 'a new acquaintance',
  chosen_rhythm: 'the rhythm you set has run out',
  follow_up: 'a meeting to follow up',
  dormant_tie: 'an old tie worth reviving',
  anniversary: 'years known',
  gratitude: 'a word of thanks',
  introduction: 'an introduction',
  hello: 'a hello',
}

const isSameYear = (a: Instant, b: Instant): boolean =>
  new Date(toMilliseconds(a)).getUTCFullYear() === new Date(toMilliseconds(b)).getUTCFullYear()
