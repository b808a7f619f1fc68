/** Why someone is not suggested although there was a reason. Pure. */
import type { Guard, HeldBack } from '../model/report.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import { shortName } from './name.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import { reasonKinds } from './reason.ts'
import { capital } from './spans.ts'

/** The heading over those whom one guard held back, with how many they are. */
export const describeHeldGroup = (guard: Guard, people: number): string =>
  `${counted(people, nouns.person)}: ${groupWords[guard]}`

/** Those for whom there was no room, and how many of them are overdue; the others have another reason. */
export const describeCrowdedOut = ({
  overdue,
  others,
}: {
  readonly overdue: number
  readonly others: number
}): string =>
  [
    ...(overdue === 0 ? [] : [`${numberInWords(overdue)} overdue, others came first.`]),
    ...(others === 0 ? [] : [`${numberInWords(others)} with another reason, others came first.`]),
  ].join(' ')

/** People who are overdue and of whom the list keeps no name. */
export const describeMoreOverdue = (people: number): string => `And ${numberInWords(people)} more who are overdue.`

const groupWords: Readonly<Record<Guard, string>> = {
  contacted_since: 'you’ve been in touch',
  meeting_booked: 'a meeting is booked',
  new_address: 'another address now',
  dead_address: 'mail comes back',
  snoozed: 'snoozed',
  two_unanswered: 'two messages without a reply',
  you_always_begin: 'you always start',
  suggested_lately: 'suggested lately',
  less_often: 'less often, as you asked',
  not_taken_up: 'nothing came of the last suggestions',
  user_away: 'you were away',
  source_stale: 'not read lately',
  no_room: 'others came first',
}

export const describeHeldBack = ({ name, givenName, kind, guard, until }: HeldBack, day: ReportDay): string => {
  const who = shortName({ name, givenName })
  const date = until === null ? null : dayInWords(until, day)
  switch (guard) {
    case 'contacted_since':
      return `You’ve been in touch since ${who} was suggested.`
    case 'meeting_booked':
      return `You’re about to meet${date === null ? '' : `, on ${date}`}.`
    case 'new_address':
      return `${who} seems to write from another address now.`
    case 'dead_address':
      return `Mail to ${who} comes back, and no other address is known.`
    case 'snoozed':
      return `You snoozed ${who}${date === null ? '' : ` until ${date}`}.`
    case 'two_unanswered':
      return `${who} hasn’t replied to your last two messages.`
    case 'you_always_begin':
      return `You start every conversation, and few get a reply. It may be ${who}’s turn.`
    case 'suggested_lately':
      return `${who} was suggested lately${date === null ? '' : `, and is snoozed until ${date}`}.`
    case 'less_often':
      return `You asked to see ${who} less often${date === null ? '' : `: not before ${date}`}.`
    case 'not_taken_up':
      return `Nothing came of the last suggestions${date === null ? '' : `, so ${who} is snoozed until ${date}`}.`
    case 'user_away':
      return 'You were away from everyone for most of this silence.'
    case 'source_stale':
      return 'A mailbox hasn’t been read lately, so we don’t know whether this still holds.'
    case 'no_room':
      return `${capital(reasonKinds[kind])}, but others came first this week.`
  }
}
