/** What the report pages say: what comes next, what came of each report, and who wasn't in one and why. Pure. */
import type { SendNowError } from '../model/mail.ts'
import type { Report, ReportFailure, SuggestionAct } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { OutcomeCounts, SuggestionOutcome } from '../report/outcomes.ts'
import type { LearnedWorth } from '../report/preferences.ts'
import { dayInWords, type ReportDay, weekdayInWords } from './dates.ts'
import { nouns, plural } from './numbers.ts'
import type { Notice } from './page.ts'
import { reasonKinds } from './reason.ts'

export const reportWords = {
  title: 'Reports',
  preview: 'See what it would say today',
  sendNow: 'Send it to me now',
  inBetween: 'Neither counts as this week’s report, and no one is snoozed because of it.',
  outcomes: 'What came of them',
  outcomesHint:
    '“Opened” counts what you did on one of our pages. A link in a mail tells us nothing: mail scanners open every one of them.',
  none: 'None has gone out yet.',
  without: 'Weeks without one',
  mail: 'The email',
  notInIt: 'Who isn’t in it, and why',
  previewTitle: 'What it would say today',
  sentTitle: 'As it went out',
} as const

export const describeSentNow = (address: string): string =>
  `Sent to ${address}. It doesn’t count as this week’s report, and no one is snoozed because of it.`

/** What comes next: a sentence, and the words of the link that changes it. */
export const describeNext = (
  user: Pick<User, 'address' | 'mailStop' | 'isAddressConfirmed' | 'zone' | 'locale'>,
  next: { readonly isConnected: boolean; readonly at: Instant | null },
): { readonly sentence: string; readonly link: 'settings' | 'accounts' | null; readonly label: string } => {
  if (user.mailStop !== null)
    return {
      sentence: `Mail to ${user.address} is stopped.`,
      link: 'settings',
      label: 'See why, and what you can do',
    }
  if (!user.isAddressConfirmed)
    return {
      sentence: `We’ve asked ${user.address} whether the Monday email may go there. Follow the link in that mail.`,
      link: 'settings',
      label: 'Send it again, or change the address',
    }
  if (!next.isConnected)
    return { sentence: 'No account is connected, so there’s nothing to tell.', link: 'accounts', label: 'Connect one' }
  if (next.at === null)
    return { sentence: 'The Monday email is switched off.', link: 'settings', label: 'Switch it on' }
  const when = weekdayInWords(next.at, user.zone, user.locale)
  return { sentence: `The next one goes out on ${when}, to ${user.address}.`, link: null, label: '' }
}

export const outcomeRows = (counts: OutcomeCounts): readonly (readonly [label: string, count: number])[] => [
  ['Suggested', counts.suggested],
  ['Opened on our page', counts.opened],
  ['You wrote', counts.written],
  ['They replied', counts.answered],
  ['You met', counts.met],
]

export const describeUnsent = (failure: ReportFailure | null): string => {
  switch (failure) {
    case null:
      return 'Not sent yet.'
    case 'in_doubt':
      return 'We don’t know whether it reached you: the mail carrier didn’t say, and sending it again could have meant two. You can read it here.'
    case 'mail_stopped':
      return 'Not sent: mail to you is stopped.'
    case 'no_source':
      return 'Not sent: no account could be read, so there was nothing to tell.'
    case 'address_unconfirmed':
      return 'Not sent: your address wasn’t confirmed yet.'
    case 'overtaken':
      return 'Not sent: the next one was due first.'
    default:
      return `Not sent: the mail carrier refused it (${failure.replace(/^refused: /, '')}).`
  }
}

/** What came of one suggestion. */
export const describeOutcome = ({ acts, writtenAt, answeredAt, metAt }: SuggestionOutcome, day: ReportDay): string => {
  const parts = [
    ...shownActs.flatMap((act) => (acts.has(act) ? actsInWords[act] : [])),
    ...(writtenAt === null ? [] : [`you wrote on ${dayInWords(writtenAt, day)}`]),
    ...(answeredAt === null ? [] : [`they replied on ${dayInWords(answeredAt, day)}`]),
    ...(metAt === null ? [] : [`you met on ${dayInWords(metAt, day)}`]),
  ]
  return parts.length === 0 ? 'nothing yet' : parts.join(' · ')
}

const shownActs: readonly SuggestionAct[] = ['opened', 'done', 'snoozed', 'less_often', 'not_a_person']

const actsInWords: Readonly<Record<SuggestionAct, string>> = {
  opened: 'opened',
  done: 'done elsewhere',
  snoozed: 'snoozed',
  less_often: 'less often',
  not_a_person: 'left out',
}

export const describeUnsentNow = (error: SendNowError): Notice => {
  const action = 'Back to the reports'
  switch (error.reason) {
    case 'too_soon':
      return {
        title: 'It was sent a moment ago',
        text: 'Give it a few minutes to arrive before you ask again.',
        action,
      }
    case 'mail_stopped':
      return {
        title: 'Mail to you is stopped',
        text: 'It came back, or was marked as spam. The settings say what you can do.',
        action: 'Settings',
      }
    case 'address_unconfirmed':
      return {
        title: 'Your address isn’t confirmed yet',
        text: 'We’ve sent a mail with a link to it. Nothing else goes there before you follow the link.',
        action: 'Settings',
      }
    case 'switched_off':
      return {
        title: 'The Monday email is switched off',
        text: 'So we send none in between either. You can switch it on again in the settings.',
        action: 'Settings',
      }
    case 'not_sent':
      return {
        title: 'We couldn’t send it',
        text: `The mail carrier didn’t take it${error.detail === '' ? '' : ` (${error.detail})`}. Nothing else has changed.`,
        action,
      }
  }
}

export const heldBackWords = {
  title: 'Not this week, and why',
  intro: 'People you had a reason to write to, and what speaks against it.',
  none: 'No one was held back.',
  taught: 'What we’ve learned from what you do',
  nothingTaught: 'Nothing yet.',
  forget: 'Forget this',
} as const

export const describeOtherwise = (kind: keyof typeof reasonKinds): string => `Otherwise: ${reasonKinds[kind]}.`

export const describeTaught = (since: Instant | null, report: Report): string => {
  const from = since === null ? '' : ` (counted from ${dayInWords(since, report)})`
  return `Reasons you act on come a little sooner, others a little later${from}.`
}

export const describeLearned = ({ kind, suggested, takenUp, worth }: LearnedWorth): string => {
  const how = worth > 1.05 ? ': sooner' : worth < 0.95 ? ': later' : ''
  return `${reasonKinds[kind]} – acted on ${takenUp} of ${suggested} ${plural(suggested, nouns.time)}${how}`
}
