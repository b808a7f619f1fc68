/** Why someone is suggested, in sentences: the email and the pages say the same. Pure. */
import type { Reason, Suggestion } from '../model/report.ts'
import { daysBetween, WEEK } from '../model/time.ts'
import { dayInWords, monthInWords, type ReportDay } from './dates.ts'
import { describeChosen } from './health.ts'
import { replyTime } from './history.ts'
import { listInWords, shortName } from './name.ts'
import { counted, nouns } from './numbers.ts'
import { agoInWords, rhythmAndSilence, rhythmInWords, spanInWords } from './spans.ts'

/** The evidence, in people's units, and where they are written to now where that changed. */
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
      const wrote = `${name} wrote last, ${agoInWords(reason.waitingDays)}.`
      return reason.usualAnswerDays === null
        ? wrote
        : `${wrote} You usually reply within ${replyTime(reason.usualAnswerDays)}.`
    }
    case 'new_address': {
      const often = reason.usualGapDays === null ? '' : ` You used to talk ${rhythmInWords(reason.usualGapDays)}.`
      return `${name} seems to have a new address: you first wrote there on ${dayInWords(reason.firstAt, day)}.${often}`
    }
    case 'dead_address':
      return `Mail to ${reason.deadAddress} came back on ${dayInWords(reason.bouncedAt, day)}. You used to talk ${rhythmInWords(reason.usualGapDays)}: a call, or someone you both know, may tell you where ${name} is now.`
    case 'new_acquaintance':
      return reason.metAt === null
        ? `You first wrote on ${dayInWords(reason.firstAt, day)}. A second message is easiest while the first is fresh.`
        : `You met for the first time on ${dayInWords(reason.metAt, day)}. A word now, while it’s fresh, goes a long way.`
    case 'chosen_rhythm': {
      const set = describeChosen({ ...reason, group: reason.group })
      return reason.lastMetAt === null ? set : `${set} You last met on ${dayInWords(reason.lastMetAt, day)}.`
    }
    case 'follow_up': {
      const met = `You met on ${dayInWords(reason.metAt, day)}`
      return reason.metBeforeAt === null
        ? `${met}, for the first time. A word afterwards makes the second easier.`
        : `${met}, for the first time in ${spanInWords(daysBetween(reason.metBeforeAt, reason.metAt))}. A word afterwards keeps you from losing touch again.`
    }
    case 'dormant_tie':
      return `You were in touch ${describeOften(reason)} until ${monthInWords(reason.lastContactAt, day)}. It’s been ${spanInWords(reason.silenceDays)}.`
    case 'anniversary':
      return `It’s ${reason.years === 1 ? 'a year' : counted(reason.years, nouns.year)} this week since you were first in touch. The last time was ${agoInWords(reason.silenceDays)}.`
    case 'gratitude':
      return `${name} started ${reason.begunByThem} of your last ${reason.begun} conversations. The last one was ${agoInWords(reason.silenceDays)}. This one could be yours, with your thanks.`
    case 'hello':
      return `You were last in touch on ${dayInWords(reason.lastContactAt, day)}.`
    case 'introduction':
      return `${name} and ${reason.other.name} both turn up beside ${listInWords(reason.shared)} in your mail and meetings, but never together. They might like to know each other.`
  }
}

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { readonly kind: Kind }>

const describeRhythmBroken = (reason: ReasonOf<'rhythm_broken'>, day: ReportDay): string => {
  const rhythm = `You usually talk ${rhythmAndSilence(reason.usualGapDays, reason.silenceDays)}.`
  if (reason.lastMetAt !== null) return `${rhythm} You last met on ${dayInWords(reason.lastMetAt, day)}.`
  const seenAt = reason.lastSeenAt ?? null
  return seenAt === null || daysBetween(seenAt, day.at) > maxSeenDays
    ? rhythm
    : `${rhythm} You were both on an email on ${dayInWords(seenAt, day)}.`
}

/** Being on one email longer ago than this says nothing about how someone is. */
const maxSeenDays = 30

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
