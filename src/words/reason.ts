/** Why someone is suggested, in sentences: the email and the pages say the same. Pure. */

import { companyAt } from '../draft/company.ts'
import type { Reason, Suggestion } from '../model/report.ts'
import { daysBetween, WEEK } from '../model/time.ts'
import { dayInWords, monthInWords, type ReportDay, recentDay } from './dates.ts'
import { describeChosen } from './health.ts'
import { replyTime } from './history.ts'
import { listInWords, shortName } from './name.ts'
import { counted, nouns } from './numbers.ts'
import { agoInWords, rhythmAndSilence, rhythmInWords, spanInWords } from './spans.ts'

/** The evidence in one sentence, in people's units; and where they are written to now where that changed. */
export const describeReason = (suggestion: Suggestion, day: ReportDay): string => {
  const { movedAt, address } = suggestion
  const why = reasonInWords(suggestion, day)
  return movedAt === undefined || address === ''
    ? why
    : `${why} Now at ${address}, since ${monthInWords(movedAt, day)}.`
}

const reasonInWords = (suggestion: Suggestion, day: ReportDay): string => {
  const { reason } = suggestion
  const name = shortName(suggestion)
  switch (reason.kind) {
    case 'rhythm_broken':
      return describeRhythmBroken(reason, day)
    case 'reply_owed': {
      const wrote = `${name} wrote last, ${agoInWords(reason.waitingDays)}`
      return reason.usualAnswerDays === null
        ? `${wrote}.`
        : `${wrote}; you usually reply within ${replyTime(reason.usualAnswerDays)}.`
    }
    case 'new_address':
      return describeNewAddress(suggestion, reason, day)
    case 'dead_address':
      return `Mail to ${name} came back on ${dayInWords(reason.bouncedAt, day)}: a call, or someone you both know, may tell you where ${name} is now.`
    case 'new_acquaintance':
      return reason.metAt === null
        ? 'You’ve just been in touch for the first time: a second message is easiest now.'
        : justMet
    case 'chosen_rhythm':
      return describeChosen({ ...reason, group: reason.group })
    case 'follow_up':
      return reason.metBeforeAt === null
        ? justMet
        : `You met on ${recentDay(reason.metAt, day)}, for the first time in ${spanInWords(daysBetween(reason.metBeforeAt, reason.metAt))}.`
    case 'dormant_tie': {
      const was = `You used to be in touch ${describeOften(reason)}; it’s been ${spanInWords(reason.silenceDays)}`
      return reason.isBridge === true
        ? `${was}, and you have hardly anyone in common now: there’ll be news.`
        : `${was}.`
    }
    case 'second_door':
      return `Your last messages to ${name} went unanswered ${spanInWords(reason.silenceDays)} ago; ${describeDoor(reason)}.`
    case 'project_end':
      return `You and ${counted(reason.people, nouns.person)} ${describeCircle(reason.circle)} were in touch for ${counted(reason.weeks, nouns.week)}, and it’s gone quiet since ${recentDay(reason.endedAt, day)}: a good moment to say thanks.`
    case 'anniversary':
      return `It’s ${reason.years === 1 ? 'a year' : counted(reason.years, nouns.year)} this week since you were first in touch.`
    case 'gratitude':
      return `${name} started ${reason.begunByThem} of your last ${reason.begun} conversations: this one could be yours.`
    case 'hello':
      return `You were last in touch on ${dayInWords(reason.lastContactAt, day)}.`
    case 'introduction':
      return describeIntroduction(name, reason)
  }
}

const justMet = 'You’ve just met: now’s the easy time to follow up.'

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { readonly kind: Kind }>

const describeRhythmBroken = (reason: ReasonOf<'rhythm_broken'>, day: ReportDay): string => {
  const rhythm = `You usually talk ${rhythmAndSilence(reason.usualGapDays, reason.silenceDays)}`
  const seenAt = reason.lastSeenAt ?? null
  return seenAt === null || daysBetween(seenAt, day.at) > maxSeenDays
    ? `${rhythm}.`
    : `${rhythm}, apart from a group email on ${dayInWords(seenAt, day)}.`
}

/** Being on one email longer ago than this says nothing about how someone is. */
const maxSeenDays = 30

const describeNewAddress = (suggestion: Suggestion, { firstAt }: ReasonOf<'new_address'>, day: ReportDay): string => {
  const name = shortName(suggestion)
  const company = companyAt(suggestion)
  const since = dayInWords(firstAt, day)
  return company === null
    ? `${name} seems to have a new address since ${since}.`
    : `${name} seems to be at ${company} now: a new address since ${since}.`
}

const describeDoor = ({ through }: ReasonOf<'second_door'>): string =>
  through.length === 0
    ? 'suggest meeting instead, just once'
    : `try through ${listInWords(through)}, or suggest meeting`

const describeCircle = (circle: ReasonOf<'project_end'>['circle']): string => {
  if (circle.kind === 'group') return `in “${circle.name}”`
  const company = companyAt({ address: `x@${circle.domain}`, name: '' })
  return company === null ? 'in one team' : `at ${company}`
}

const describeIntroduction = (name: string, { other, shared, ground }: ReasonOf<'introduction'>): string => {
  const common = ground === undefined ? 'both' : `are both in “${ground}”, both`
  return `${name} and ${other.name} ${common} know ${listInWords(shared)}, but have never shared a thread; you could introduce them.`
}

/** "almost every week", "about every 3 weeks": how often two were in touch while it lasted. */
const describeOften = ({ weeks, firstAt, lastContactAt }: ReasonOf<'dormant_tie'>): string => {
  const gapWeeks = ((lastContactAt - firstAt) / WEEK + 1) / Math.max(1, weeks)
  return gapWeeks < maxWeeklyGap ? 'almost every week' : `about ${rhythmInWords(7 * gapWeeks)}`
}

/** Three weeks out of four are almost every week. */
const maxWeeklyGap = 4 / 3

/** The button's words. */
export const describeAction = (suggestion: Suggestion): string =>
  suggestion.reason.kind === 'reply_owed' ? `Reply to ${shortName(suggestion)}` : `Write to ${shortName(suggestion)}`

/** Each reason as a label. */
export const reasonKinds: Readonly<Record<Reason['kind'], string>> = {
  rhythm_broken: 'overdue',
  reply_owed: 'a reply is owed',
  new_address: 'a new address',
  dead_address: 'an address that no longer works',
  new_acquaintance: 'a new acquaintance',
  chosen_rhythm: 'the rhythm you set has run out',
  follow_up: 'a meeting to follow up',
  dormant_tie: 'an old tie worth reviving',
  anniversary: 'years known',
  gratitude: 'a word of thanks',
  second_door: 'another way to try',
  project_end: 'thanks after a project',
  introduction: 'an introduction',
  hello: 'a hello',
}

/** How long a message waits for a reply, beside a name. */
export const describeWaiting = ({ reason }: Suggestion): string => {
  if (reason.kind !== 'reply_owed') return ''
  const waits = spanInWords(reason.waitingDays)
  return reason.usualAnswerDays === null
    ? waits
    : `${waits} · you usually reply within ${replyTime(reason.usualAnswerDays)}`
}
