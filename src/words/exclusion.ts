/** Why someone isn't among the user's people: the rule that leaves an address out, and how much mail it rests on. Pure. */

import type { ExclusionRule } from '../infer/exclusion-rule.ts'
import type { AutomationCode } from '../model/automation.ts'
import type { ActiveCorrection } from '../model/correction.ts'
import type { InteractionKind } from '../model/interaction.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import { describeLeftOut } from './left-out.ts'
import { counted, type Forms, nouns, numberInWords } from './numbers.ts'
import { capital } from './spans.ts'

export const exclusionWords = {
  title: 'Left out',
  lead: 'Who isn’t counted, and why. Look for anyone you miss: you can undo it right there.',
  search: 'A name, an address or a domain',
  find: 'Find',
  rules: 'Addresses',
  rulesHint: 'What we read of these makes no one of your people.',
  noRules: 'No address is left out.',
  ignoredMail: 'Messages and events',
  ignoredMailHint: 'These don’t come from a person, or don’t count as contact, by the strongest reason.',
  ignoredMailNote: 'Where a reason is no link, we’ve kept its count and nothing else.',
  all: 'Everything that’s left out',
  isPerson: 'This is a person',
  undo: 'Undo',
  describeUndoAll: (target: string): string => `Undo for everyone at ${target}`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  toPerson: 'Their page',
  corrections: 'What you’ve said about them',
} as const

/** The rule, in a sentence about one address. */
export const describeExclusion = (rule: ExclusionRule, day: ReportDay): string => {
  switch (rule.kind) {
    case 'own':
      return 'It’s one of your own addresses.'
    case 'list':
      return 'It’s a mailing list.'
    case 'relay':
      return 'A service made this address for one conversation: it belongs to no one person.'
    case 'role_account':
      return 'It’s named like a shared or automated mailbox, and nothing a person wrote has come from it.'
    case 'automated':
      return 'Its messages look automated, and none of them replies to one of yours.'
    case 'only_heard_from':
      return 'You’ve never written to them and never met. People you only hear from are rarely people you know.'
    case 'only_seen':
      return 'You were only ever on the same messages or in the same large meetings.'
    case 'bounced':
      return `What you wrote came back, most recently on ${dayInWords(rule.at, day)}, and nothing has ever come from there.`
    case 'never_spoke':
      return `You wrote to it in ${counted(rule.weeks, nouns.week)}. It has no name, and nothing has come back. That’s how lists and shared mailboxes look.`
    case 'ignored':
      return describeIgnoring(rule.by, day)
  }
}

const describeIgnoring = ({ correction, at }: ActiveCorrection, day: ReportDay): string => {
  const target = correction.kind === 'ignore' ? correction.target : null
  const on = `on ${dayInWords(at, day)}`
  switch (target?.kind) {
    case 'domain':
      return `You left out everyone at ${target.domain} ${on}.`
    case 'pattern':
      return `You left out addresses like ${target.pattern} ${on}.`
    default:
      return `You left them out ${on}.`
  }
}

/** The domain or the pattern by which many were left out at once; null where one address was meant. */
export const manyLeftOutBy = ({ correction }: ActiveCorrection): string | null => {
  if (correction.kind !== 'ignore') return null
  const { target } = correction
  return target.kind === 'domain' ? target.domain : target.kind === 'pattern' ? target.pattern : null
}

/** The rule, as the label of its count. */
export const exclusionLabels: Readonly<Record<ExclusionRule['kind'], string>> = {
  own: 'Your own addresses',
  list: 'Mailing lists',
  relay: 'Addresses that services made for one conversation',
  role_account: 'Shared and automated mailboxes you wrote to, that never wrote the way people do',
  automated: 'Their messages look automated, and none replies to you',
  only_heard_from: 'They wrote, you never did, and you never met',
  only_seen: 'Only ever on the same messages, or in large meetings',
  bounced: 'What you wrote came back',
  never_spoke: 'No name, and no reply in many weeks',
  ignored: 'You left them out',
}

export const describeAmongPeople = (address: string): string => `${address} is among your people.`

/** Of mail from an automated sender. `count` is how many messages share the code. */
export const describeIgnoredSender = (code: AutomationCode, count: number, { locale }: ReportDay): string => {
  const shared =
    count === 0
      ? ''
      : count === 1
        ? ' It’s the only message ignored for that.'
        : ` ${capital(counted(count, nouns.message, locale))} in all are ignored for that.`
  return `We ignore its messages: ${describeLeftOut(code)}.${shared}`
}

export const describeIgnoredSenders = (count: number, { locale }: ReportDay): string =>
  count === 0 ? '' : `They come from ${counted(count, nouns.address, locale)}.`

/** Above a list of addresses. */
export const describeExcludedShown = (
  { from, to, all }: { readonly from: number; readonly to: number; readonly all: number },
  { locale }: ReportDay,
): string =>
  all <= to - from + 1
    ? counted(all, nouns.address, locale)
    : `${numberInWords(from, locale)} to ${numberInWords(to, locale)} of ${counted(all, nouns.address, locale)}`

export const describeMoreFound = (count: number, { locale }: ReportDay): string =>
  `And ${numberInWords(count, locale)} more: type more of the name.`

export const describeNothingFound = (query: string): string =>
  `We’ve read no message from a person and no meeting with “${query}”. Automated mail and mailing lists are left out.`

/** "Read: 3 messages from them, 1 meeting." */
export const describeCounts = (
  counts: Readonly<Partial<Record<InteractionKind, number>>>,
  { locale }: ReportDay,
): string => {
  const parts = countedKinds.flatMap(([kind, forms]) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [counted(count, forms, locale)]
  })
  return parts.length === 0 ? '' : `Read: ${parts.join(', ')}.`
}

const countedKinds: readonly (readonly [InteractionKind, Forms])[] = [
  ['received', { one: 'message from them', other: 'messages from them' }],
  ['sent', { one: 'message of yours', other: 'messages of yours' }],
  ['met', nouns.meeting],
  ['seen', { one: 'time together on a message or in a crowd', other: 'times together on a message or in a crowd' }],
]
