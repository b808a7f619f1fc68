/** What the pages of a check-in say: the text to send, the small links beside it, and how each of them ended. Pure. */
import type { MailClient, Tone } from '../model/check-in.ts'
import type { Suggestion } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import type { Notice } from './page.ts'
import { nameOfLanguage, toneLabels } from './voice.ts'

export const checkInWords = {
  describeTitle: (name: string): string => `A check-in for ${name}`,
  describeWhy: (name: string): string => `Why ${name}, why now`,
  tone: 'Tone',
  language: 'Language',
  to: 'To',
  subject: 'Subject',
  text: 'Message',
  signIn: 'Sign in',
  lookUp: 'Look up what you last wrote about',
  notFound: 'We couldn’t find what you last wrote about just now. The text works without it.',
  lookedUp: 'The subject was looked up for this page and isn’t stored.',
  sealed: 'The subject came with your Monday email, in this link, and isn’t stored.',
  conversation: 'Open the conversation',
  notNow: 'Not now',
  copy: 'Copy',
  copied: 'Copied',
  tooLong: 'This text is too long for a link. Copy it and paste it into your mail, or shorten it.',
  nothingSent: 'Nothing’s sent from here. You send it, from your own mail.',
  undo: 'Undo',
  reword: 'Reword it',
  describeReworded: (host: string): string =>
    `Reworded by the language model at ${host}. Read it as you’d read anyone’s draft.`,
  notReworded: 'No rewording came that was good enough to show, so this is our own draft.',
  ourDraft: 'Back to our draft',
  kept: 'You’d changed this text, so it’s still yours.',
  describeOurDraft: (tone: Tone): string => `Use our ${toneLabels[tone].toLowerCase()} draft`,
  describeFoot: (at: Instant, day: ReportDay): string =>
    `From your Monday email of ${dayInWords(at, day)}. Opening this page changed nothing.`,
} as const

/** What is known of the two, in a line each. */
export const describeKnown = (
  { reason, last, known, language }: Pick<Suggestion, 'reason' | 'last' | 'known' | 'language'>,
  day: ReportDay,
): readonly (readonly [label: string, fact: string])[] => {
  const metAt = 'lastMetAt' in reason ? reason.lastMetAt : 'metAt' in reason ? reason.metAt : null
  const met = last?.how === 'meeting' ? last.at : metAt
  const seen = known?.lastSeen ?? null
  const first = known?.firstAt ?? null
  const rows: readonly (readonly [string, string | null])[] = [
    ['Last met', met === null ? null : dayInWords(met, day)],
    ['Last email', last?.how === 'message' ? dayInWords(last.at, day) : null],
    ['Last call', last?.how === 'call' ? dayInWords(last.at, day) : null],
    [
      seen?.how === 'meeting' ? 'In a larger meeting' : 'On a shared thread',
      seen === null ? null : dayInWords(seen.at, day),
    ],
    ['First in touch', first === null ? null : dayInWords(first, day)],
    ['You write in', language === undefined ? null : nameOfLanguage(language)],
  ]
  return rows.flatMap(([label, fact]) => (fact === null ? [] : [[label, fact] as const]))
}

/** "Open in Gmail" */
export const openLabels: Readonly<Record<MailClient, string>> = {
  gmail: 'Open in Gmail',
  outlook_work: 'Open in Outlook',
  outlook_personal: 'Open in Outlook.com',
  mailto: 'Open in your mail app',
}

/** The same of the ways that aren't the usual one. */
export const otherWayLabels: Readonly<Record<MailClient, string>> = {
  gmail: 'Gmail',
  outlook_work: 'Outlook',
  outlook_personal: 'Outlook.com',
  mailto: 'Mail app',
}

export const describeInTouchSince = (who: string, since: Instant, day: ReportDay): string =>
  `You and ${who} have been in touch since this was suggested, on ${dayInWords(since, day)}. There’s nothing left to do.`

/** The small links: the last part of each one's address. */
export const actNames = ['done', 'later', 'less', 'not'] as const
export type ActName = (typeof actNames)[number]

export interface ActWords {
  /** The small link on the page of the text. */
  readonly link: string
  readonly title: (name: string) => string
  /** What the button will do. */
  readonly does: (name: string) => string
  readonly button: string
}

export const actWords: Readonly<Record<ActName, ActWords>> = {
  done: {
    link: 'We’ve been in touch',
    title: (name) => `In touch with ${name} elsewhere?`,
    does: (name) =>
      `This notes that you and ${name} were in touch today, by a call, a coffee or some other way that your mail doesn’t show. It counts like any other contact.`,
    button: 'Yes, note it',
  },
  later: {
    link: 'Not now',
    title: (name) => `Snooze ${name}?`,
    does: (name) => `We won’t suggest ${name} before the day you choose. Everything else stays as it is.`,
    button: 'Snooze until then',
  },
  less: {
    link: 'Less often',
    title: (name) => `Suggest ${name} less often?`,
    does: (name) => `After each suggestion we’ll leave ${name} alone for twice as long as now.`,
    button: 'Less often',
  },
  not: {
    link: 'Leave out',
    title: (name) => `Leave ${name} out?`,
    does: (name) =>
      `${name} leaves your people and isn’t suggested again. Nothing is deleted, and you can undo this at any time.`,
    button: 'Leave them out',
  },
}

export const actPageWords = {
  snooze: { days: '3 days', week: 'A week', fortnight: 'Two weeks', month: 'A month' },
  until: 'Until',
  nothingChanged: 'Opening this page has changed nothing.',
  describeWriteInstead: (who: string): string => `Write to ${who} instead`,
  done: 'Noted',
  undo: 'Undo',
  allCorrections: 'All your corrections',
  areListed: 'are listed with your people, and you can undo each of them.',
} as const

export const expiredLink: Notice = {
  title: 'This link has expired',
  text: 'It worked for a month. The person is on your people page, with a fresh text.',
  action: 'See your people',
}

export const brokenLink: Notice = {
  title: 'This link doesn’t work',
  text: 'A mail app may have cut it in two. The same people are in your reports.',
  action: 'See your reports',
}

export const notUnderstood: Notice = {
  title: 'We couldn’t understand that',
  text: 'Nothing was changed. Please go back and try again.',
  action: 'Back',
}

export const undone: Notice = { title: 'Undone', text: 'Everything is as it was before.', action: 'Back to the text' }

export const undoExpired: Notice = {
  title: 'That can’t be undone here any more',
  text: 'Under “Corrections” on your people page you can undo everything, at any time.',
  action: 'Back to the text',
}
