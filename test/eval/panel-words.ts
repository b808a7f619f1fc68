/** A case as its reader sees it: what the sender knows, in plain words, and the draft. */
import type { Draft } from '../../src/draft/check-in.ts'
import type { Occasion } from '../../src/draft/occasion.ts'
import { type Instant, toMilliseconds } from '../../src/model/time.ts'
import type { PanelCase } from './panel-cases.ts'

export const describeCase = (of: PanelCase, { tone, subject, text }: Draft): string => {
  const { occasion, known } = of
  const { suggestion } = occasion
  const lines = [
    `From: ${known.ownName}, ${dayIn(occasion, occasion.at)}`,
    `To: ${suggestion.name}${suggestion.address === '' || suggestion.address === undefined ? ' (by another way than email)' : ` <${suggestion.address}>`}`,
    `Tone: ${tone}`,
    `What the sender knows: ${[reasonOf(of), ...contactsOf(of)].filter((line) => line !== '').join(' ')}`,
    `Subject: ${subject}`,
    text.trimEnd().replace(/^(?=.)/gm, '    '),
  ]
  return lines.join('\n')
}

const reasonOf = ({ occasion, known }: PanelCase): string => {
  const { reason, name } = occasion.suggestion
  const day = (at: Instant): string => dayIn(occasion, at)
  const usual = known.usualGapDays === null ? '' : `They are usually in touch about every ${span(known.usualGapDays)}.`
  switch (reason.kind) {
    case 'rhythm_broken':
      return `${usual} It has been ${span(reason.silenceDays)}, longer than usual.`
    case 'chosen_rhythm':
      return `The sender wants to be in touch about every ${span(reason.idealDays)}; it has been ${span(reason.silenceDays)}.`
    case 'dormant_tie':
      return `They used to be in touch about every ${span(reason.usualGapDays)}, in ${reason.weeks} different weeks over the years, and have not been for ${span(reason.silenceDays)}.`
    case 'reply_owed':
      return `${name} wrote on ${day(reason.receivedAt)}, ${span(reason.waitingDays)} ago, and the sender has not replied yet.`
    case 'new_address':
      return `${name} has begun to write from a new address (the one above) since ${day(reason.firstAt)}; they have exchanged a message or two there. ${usual}`
    case 'dead_address':
      return `The last email to ${name} (${reason.deadAddress}) bounced on ${day(reason.bouncedAt)}; no other address is known. They are usually in touch about every ${span(reason.usualGapDays)}.`
    case 'new_acquaintance':
      return reason.metAt === null
        ? `They first got in touch by email on ${day(reason.firstAt)} and have not met; last contact ${span(reason.silenceDays)} ago.`
        : `They are new to each other: first contact on ${day(reason.firstAt)}, met on ${day(reason.metAt)}.`
    case 'follow_up':
      return reason.metBeforeAt === null
        ? `They had a meeting on ${day(reason.metAt)}, the first one in the calendar, and nothing has passed between them since.`
        : `They had a meeting on ${day(reason.metAt)}, the first since ${day(reason.metBeforeAt)}, and nothing has passed between them since.`
    case 'anniversary':
      return `Their first contact was on ${day(reason.firstAt)}: ${reason.years === 1 ? '1 year' : `${reason.years} years`} this week. Last contact ${span(reason.silenceDays)} ago.`
    case 'gratitude':
      return `In the last year ${name} began ${reason.begunByThem} of their ${reason.begun} conversations.`
    case 'second_door':
      return `The sender's last messages to ${name} went unanswered ${span(reason.silenceDays)} ago, and the sender wants to try once more, in another way.`
    case 'project_end':
      return `The sender and ${reason.people} people of one team were in touch for ${reason.weeks} weeks, until ${day(reason.endedAt)}; ${name} was among those who did most.`
    case 'hello':
      return `The sender wants to say hello.`
    case 'introduction':
      return `${name} and ${reason.other.name} are both in the sender's group “${occasion.commonGround}”, both work with ${reason.shared.join(' and ')}, and have never been on an email or in a meeting together. ${usual}`
  }
}

const contactsOf = ({ occasion, known }: PanelCase): readonly string[] => {
  const { lastMessage, lastMeeting } = known
  const { suggestion, lastSeen, firstAt } = occasion
  const day = (at: number): string => dayIn(occasion, at as Instant)
  const { last } = suggestion
  return [
    lastMessage === null
      ? 'They have never emailed one to one.'
      : `Last email between just the two: ${day(lastMessage.at)}, subject “${lastMessage.subject}”, in a conversation that ${lastMessage.by === 'user' ? 'the sender' : suggestion.name} began.`,
    lastMeeting === null
      ? 'No meeting of theirs is in the calendar.'
      : `Last meeting: ${day(lastMeeting.at)}, “${lastMeeting.title}” in the calendar, ${lastMeeting.others === 1 ? 'just the two of them' : `${lastMeeting.others + 1} people`}.`,
    last !== undefined && last.at > Math.max(lastMessage?.at ?? 0, lastMeeting?.at ?? 0) + 60
      ? `Last contact of any kind: ${day(last.at)}, an email with somebody in copy.`
      : '',
    lastSeen === null || lastSeen === undefined
      ? ''
      : lastSeen.how === 'thread'
        ? `Both were on a group email on ${day(lastSeen.at)}.`
        : `Both were in a larger meeting on ${day(lastSeen.at)}.`,
    firstAt === null || firstAt === undefined ? '' : `First contact ever: ${day(firstAt)}.`,
    occasion.isTheirsUnanswered === true && suggestion.reason.kind !== 'reply_owed'
      ? 'The sender never replied to that last email.'
      : '',
    suggestion.givenName === null ? 'Which part of the name is the given name is not certain.' : '',
  ]
}

const dayIn = ({ zone }: Pick<Occasion, 'zone'>, at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'full' }).format(toMilliseconds(at))

const span = (days: number): string => {
  if (days < 14) return plural(Math.max(1, Math.round(days)), 'day')
  if (days < 75) return plural(Math.round(days / 7), 'week')
  if (days < 700) return plural(Math.round(days / 30.44), 'month')
  return plural(Math.round(days / 365.25), 'year')
}

const plural = (count: number, unit: string): string => (count === 1 ? unit : `${count} ${unit}s`)
