/** A report in sentences: what the email, its subject and the pages say, in one place so that they cannot disagree. Pure. */
import type { HeldBack, Reason, Reconnection, Report, SourceNote, Suggestion } from '../model/report.ts'
import { daysBetween, type Instant, toMilliseconds } from '../model/time.ts'
import { sayChosen } from '../score/explain.ts'
import { agoInWords, rhythmAndSilence, rhythmInWords, spanInWords } from '../score/words.ts'
import { answerTime } from './say-history.ts'

/** What to call somebody in passing. */
export const shortName = ({ givenName, name }: Pick<Suggestion, 'givenName' | 'name'>): string => givenName ?? name

/** How things are, in one sentence. */
export const sayHeadline = ({ bands, suggestions }: Report): string => {
  const { thriving, steady, fading, quiet } = bands
  const all = thriving + steady + fading + quiet
  const could = count(suggestions.length)
  const ask = suggestions.length === 0 ? 'Nobody needs a nudge from you this week.' : `${could} could hear from you.`
  if (all === 0) return suggestions.length === 0 ? 'Your people are still being gathered.' : ask
  const share = (thriving + steady) / all
  const state =
    share >= 0.6
      ? 'Most of your people are in rhythm.'
      : share >= 0.4
        ? 'About half of your people are in rhythm.'
        : 'Many of your people have gone quiet.'
  return `${state} ${ask}`
}

/** Something worth opening for. */
export const saySubject = ({ suggestions }: Report): string => {
  const [first, second] = suggestions
  if (first === undefined) return 'A quiet week: nobody needs a nudge'
  if (second === undefined) return `${shortName(first)} could hear from you`
  const others = suggestions.length - 2
  if (others === 0) return `${shortName(first)} and ${shortName(second)} could hear from you`
  return `${shortName(first)}, ${shortName(second)} and ${others === 1 ? 'one other' : `${others} others`} could hear from you`
}

/** The day and the zone a report is read in. */
export type ReportDay = Pick<Report, 'at' | 'zone'>

/** The evidence, in people's units. */
export const sayReason = (suggestion: Suggestion, day: ReportDay): string => {
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
      const set = sayChosen({ ...reason, group: reason.group })
      return reason.lastMetAt === null ? set : `${set} You last met on ${dayInWords(reason.lastMetAt, day)}.`
    }
    case 'follow_up': {
      const met = `You met on ${dayInWords(reason.metAt, day)}`
      return reason.metBeforeAt === null
        ? `${met}, for the first time. A word afterwards makes the second easier.`
        : `${met}, for the first time in ${spanInWords(daysBetween(reason.metBeforeAt, reason.metAt))}. A word afterwards keeps it from being as long again.`
    }
    case 'dormant_tie':
      return `You were in touch in ${reason.weeks} weeks from ${monthInWords(reason.firstAt, day)} to ${monthInWords(reason.lastContactAt, day)}; since then it has been ${spanInWords(reason.silenceDays)}. Ties like this are worth reviving.`
    case 'anniversary':
      return `It is ${reason.years === 1 ? 'a year' : `${reason.years} years`} this week since you were first in touch. The last time was ${agoInWords(reason.silenceDays)}.`
    case 'gratitude':
      return `${name} began ${reason.begunByThem} of your last ${reason.begun} conversations. The last one was ${agoInWords(reason.silenceDays)}: this one could be yours, and a word of thanks with it.`
    case 'introduction':
      return `${name} and ${reason.other.name} both keep company with ${listInWords(reason.shared)}, and you have never seen the two together. They might like to know each other.`
  }
}

/** Longer ago than this, having been on one letter is no news of anybody. */
const seenLatelyDays = 30

/** Why someone is not suggested although there was a reason. */
export const sayHeldBack = ({ name, givenName, kind, guard, until }: HeldBack, day: ReportDay): string => {
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
export const sayAction = (suggestion: Suggestion): string =>
  suggestion.reason.kind === 'reply_owed' ? `Answer ${shortName(suggestion)}` : `Write to ${shortName(suggestion)}`

export const sayReconnection = ({ how, afterDays, ...who }: Reconnection): string => {
  const name = shortName(who)
  const after = `after ${spanInWords(afterDays)}`
  switch (how) {
    case 'sent':
      return `You wrote to ${name} ${after}.`
    case 'received':
      return `${name} wrote to you ${after}.`
    case 'met':
      return `You and ${name} met ${after}.`
  }
}

/** What is not known, and what it means for the list. */
export const sayNote = (note: SourceNote, day: ReportDay): string => {
  switch (note.kind) {
    case 'reading':
      return note.readBackTo === null
        ? `${note.address} is being read for the first time, so this list is only a beginning.`
        : `${note.address} has been read back to ${dayInWords(note.readBackTo, day)} so far, so people from before may be missing.`
    case 'waiting':
      return `${note.address} has not been read since ${dayInWords(note.since, day)}: it does not answer at the moment. Some of this may be out of date.`
    case 'reconnect':
      return `${note.address} has not been read since ${dayInWords(note.since, day)}, because it must be connected again. Some of this may be out of date.`
    case 'blocked':
      return `${note.address} has not been read since ${dayInWords(note.since, day)}, because access is blocked. Some of this may be out of date.`
    case 'rechecking':
      return `${note.address} is being re-checked from ${dayInWords(note.since, day)} on, because its provider lost our place.`
    case 'gap':
      return `A check of ${note.address} on ${dayInWords(note.since, day)} found ${note.found === 1 ? 'one contact' : `${note.found} contacts`} that had been missed before. What you read here knows of them.`
  }
}

/** "41 thriving · 24 steady · 15 fading · 9 quiet" */
export const sayBands = ({ bands }: Pick<Report, 'bands'>): string =>
  `${bands.thriving} thriving · ${bands.steady} steady · ${bands.fading} fading · ${bands.quiet} quiet`

export const sayRhythm = (usualGapDays: number): string => `You usually talk ${rhythmInWords(usualGapDays)}.`

/** "4 September", with the year where it is another. */
export const dayInWords = (at: Instant, day: ReportDay): string =>
  dayFormat(day.zone, !isSameYear(at, day.at)).format(toMilliseconds(at))

/** "March 2024": the year always, because it speaks of years. */
const monthInWords = (at: Instant, { zone }: ReportDay): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'long', year: 'numeric' }).format(toMilliseconds(at))

const listInWords = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)

/** "Monday 23 November" */
export const weekdayInWords = (at: Instant, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
    .format(toMilliseconds(at))
    .replace(',', '')

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
}

/** Making one costs more than a hundred uses of it, and a page has hundreds of days. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

const dayFormat = (timeZone: string, isWithYear: boolean): Intl.DateTimeFormat => {
  const key = `${timeZone} ${isWithYear}`
  const known = dayFormats.get(key)
  if (known !== undefined) return known
  const year = isWithYear ? ({ year: 'numeric' } as const) : {}
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', ...year })
  dayFormats.set(key, made)
  return made
}

const isSameYear = (a: Instant, b: Instant): boolean =>
  new Date(toMilliseconds(a)).getUTCFullYear() === new Date(toMilliseconds(b)).getUTCFullYear()

const counts = ['Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']
const count = (people: number): string => counts[people] ?? String(people)
