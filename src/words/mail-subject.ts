/**
 * The subject and the line that mail clients show after it. Reports of even and of odd number speak in different ways, so
 * that no subject is ever that of the week before, even where the people are. Pure.
 */
import { type Reason, type Report, type Suggestion, waitingShown } from '../model/report.ts'
import { listInWords, shortName } from './name.ts'
import { counted, nouns, plural } from './numbers.ts'
import { describeReason } from './reason.ts'
import { capital, spanInWords } from './spans.ts'
import { describeBands, describeHeadline, describeTrend } from './week.ts'

type SubjectOf = Pick<Report, 'suggestions' | 'waiting' | 'number' | 'reconnections'>

/** Something worth opening for. */
export const describeSubject = (report: SubjectOf): string => {
  const { suggestions, number = 1, reconnections } = report
  const [first] = suggestions
  const waiting = waitingShown(report)
  const isOdd = number % 2 === 1
  if (first === undefined) {
    return waiting.length === 0 ? quietSubject(number, reconnections) : waitingSubject(waiting, isOdd)
  }
  return isOdd ? nameFirst([...suggestions, ...waiting]) : reasonFirst(first, suggestions.length + waiting.length - 1)
}

/** Says more than the subject, and nothing twice. */
export const describePreheader = (report: Report): string => {
  const [first, second] = [...report.suggestions, ...waitingShown(report)]
  if (first === undefined) return describeTrend(report) ?? describeBands(report)
  const isToldAlready = (report.number ?? 1) % 2 === 0
  return isToldAlready
    ? second === undefined
      ? describeHeadline(report)
      : describeReason(second, report)
    : describeReason(first, report)
}

const maxNameLength = 24

const named = (suggestion: Suggestion): string => {
  const characters = [...shortName(suggestion)]
  if (characters.length <= maxNameLength) return characters.join('')
  return `${characters
    .slice(0, maxNameLength - 1)
    .join('')
    .trimEnd()}…`
}

const nameFirst = (suggestions: readonly Suggestion[]): string => {
  const [first, second] = suggestions.map(named)
  const others = suggestions.length - 2
  if (second === undefined) return `${first} could hear from you`
  if (others === 0) return `${first} and ${second} could hear from you`
  return `${first}, ${second} and ${plural(others, { one: 'one other', other: counted(others, nouns.other) })} could hear from you`
}

/** Those whose replies are owed, in the one way or in the other. */
const waitingSubject = (waiting: readonly Suggestion[], isOdd: boolean): string => {
  const names = waiting.slice(0, 2).map(named)
  const others = waiting.length - names.length
  const all = listInWords([...names, ...(others > 0 ? [counted(others, nouns.other)] : [])])
  const isOne = waiting.length === 1
  return isOdd ? `${all} ${isOne ? 'is' : 'are'} waiting for your reply` : `A reply for ${all}`
}

const reasonFirst = (first: Suggestion, others: number): string =>
  `${subjectAbout(named(first), first.reason)}${others === 0 ? '' : `, and ${plural(others, { one: 'one more', other: `${others} more` })}`}`

const subjectAbout = (name: string, reason: Reason): string => {
  switch (reason.kind) {
    case 'rhythm_broken':
    case 'chosen_rhythm':
    case 'dormant_tie':
      return `${capital(spanInWords(reason.silenceDays))} without ${name}`
    case 'reply_owed':
      return `${name} has waited ${spanInWords(reason.waitingDays)} for a reply`
    case 'new_address':
      return `${name} has a new address`
    case 'dead_address':
      return `${name} is no longer where you wrote`
    case 'new_acquaintance':
      return `${name}, while your first messages are fresh`
    case 'follow_up':
      return `After your meeting with ${name}`
    case 'anniversary':
      return `${plural(reason.years, { one: 'One year', other: counted(reason.years, nouns.year) })} of knowing ${name}`
    case 'gratitude':
      return `A word of thanks for ${name}`
    case 'hello':
      return `A hello to ${name}`
    case 'second_door':
      return `Another way to reach ${name}`
    case 'project_end':
      return `Thanks for ${name}, now that things are quiet`
    case 'introduction':
      return `${name} and ${shortName(reason.other)} should meet`
  }
}

const quietSubject = (number: number, reconnections: SubjectOf['reconnections']): string => {
  const [first] = reconnections
  if (first !== undefined && number % 2 === 1) return `A quiet week, and ${shortName(first)} is back in touch`
  return quiet[number % quiet.length] ?? quiet[0]
}

/** An even number of them: the one above is never next to itself. */
const quiet = [
  'A quiet week: no one needs a nudge',
  'No one to write to this week',
  'Nothing to do this week',
  'This week, just carry on',
] as const
