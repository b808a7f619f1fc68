/** What the user said about people: each correction in a sentence, and the page that lists them. Pure. */
import type { CanonicalAddress } from '../model/address.ts'
import type { Correction, CorrectionRefusal, LoggedHow, Triage } from '../model/correction.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import { listInWords } from './name.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import type { Notice } from './page.ts'
import { rhythmInWords, spanInWords } from './spans.ts'
import { describePersonVoice } from './voice.ts'

/** A line of the list of corrections. `nameOf` gives what to call the person behind an address. */
export const describeCorrection = (
  correction: Correction,
  nameOf: (address: CanonicalAddress) => string,
  day: ReportDay,
): string => {
  switch (correction.kind) {
    case 'merge':
      return `${correction.addresses.join(' and ')} are one person.`
    case 'apart':
      return `${correction.addresses.join(' and ')} are two people.`
    case 'split':
      return `${correction.address} belongs to someone else.`
    case 'ignore':
      return describeIgnored(correction.target, nameOf)
    case 'person':
      return `${nameOf(correction.address)} is a person.`
    case 'own':
      return `${correction.address} is your own address.`
    case 'log':
      return `${loggedInWords[correction.how]} ${nameOf(correction.address)} on ${dayInWords(correction.at, day)}.`
    case 'snooze':
      return `${nameOf(correction.address)} is snoozed until ${dayInWords(correction.until, day)}.`
    case 'rhythm':
      return `${nameOf(correction.address)}: ideally ${rhythmInWords(correction.rhythm.idealDays)}, too long after ${spanInWords(correction.rhythm.tooLongDays)}.`
    case 'group_rhythm':
      return `Everyone in “${correction.group}”: ideally ${rhythmInWords(correction.rhythm.idealDays)}, too long after ${spanInWords(correction.rhythm.tooLongDays)}.`
    case 'less_often':
      return `You asked to see ${nameOf(correction.address)} less often.`
    case 'forget_preferences':
      return 'We’ve forgotten what your response to suggestions had taught us.'
    case 'voice':
      return describePersonVoice(correction.voice, nameOf(correction.address))
    case 'group':
      return `${nameOf(correction.address)} is in the group “${correction.group}”.`
    case 'triage':
      return describeTriage(correction)
    case 'group_of':
      return `${counted(correction.addresses.length, nouns.person)} put into the group “${correction.group}”.`
    case 'contacts_file':
      return `Details of ${counted(correction.people.length, nouns.person)} from a file of contacts.`
  }
}

const describeTriage = ({ close, kept, nobody }: Triage): string => {
  const said = [
    ...(close.length === 0 ? [] : [`${numberInWords(close.length)} close`]),
    ...(kept.length === 0 ? [] : [`${numberInWords(kept.length)} kept`]),
    ...(nobody.length === 0 ? [] : [`${numberInWords(nobody.length)} left out`]),
  ]
  return `You went through our guesses: ${said.length === 0 ? 'nothing was wrong' : listInWords(said)}.`
}

const describeIgnored = (
  target: Extract<Correction, { kind: 'ignore' }>['target'],
  nameOf: (address: CanonicalAddress) => string,
): string => {
  switch (target.kind) {
    case 'person':
      return `You’ve left ${nameOf(target.address)} out.`
    case 'address':
      return `You’ve left out the address ${target.address}.`
    case 'domain':
      return `You’ve left out everyone at ${target.domain}.`
    case 'pattern':
      return `You’ve left out addresses like ${target.pattern}.`
  }
}

const loggedInWords: Readonly<Record<LoggedHow, string>> = {
  meeting: 'You met',
  call: 'You had a call with',
  coffee: 'You had a coffee with',
  elsewhere: 'You were in touch with',
}

/** Of the note after an undo. */
export const describeUndone = (sentence: string): string => `Undone: ${sentence}`

export const correctionWords = {
  title: 'Corrections',
  intro:
    'Each of these applies to everything we read, including what we read before. Undo one and it’s as if you’d never made it.',
  none: 'None yet. You can correct what’s wrong on each person’s page.',
  undo: 'Undo',
  redo: 'Redo',
  leaveOutByAddress: 'Leave out by address',
  leaveOutHint: 'A domain (shop.example, with everything below it), or a pattern with * for any characters (*-jobs@*).',
  domain: 'Domain',
  pattern: 'Pattern',
  leaveOut: 'Leave out',
  ownAddresses: 'Your own addresses',
  address: 'Address',
  isMine: 'This is my address',
} as const

/** The forms about a person or a group. */
export const correctionFormWords = {
  titles: {
    rhythm: 'Set a rhythm',
    group_rhythm: 'Set a rhythm for a group',
    group: 'Add to a group',
    log: 'Log a contact',
    voice: 'How you write to them',
    ignore: 'Leave out by address',
    own: 'Add your own address',
  },
  ideally: 'Ideally',
  tooLongAfter: 'too long after',
  keepRhythm: 'Save',
  group: 'Group',
  addToGroup: 'Add',
  youHad: 'You had',
  how: { meeting: 'a meeting', call: 'a call', coffee: 'a coffee', elsewhere: 'something else' },
  on: 'on',
  log: 'Log it',
  back: 'Go back without saving',
} as const

/** Why a correction was not kept. */
export const correctionRefused: Readonly<Record<CorrectionRefusal, Notice>> = {
  too_many: {
    title: 'That’s as many corrections as we can keep',
    text: 'Nothing was changed, and all your corrections still hold. You can undo any of them; a rule for a whole domain can stand in for many.',
    action: 'Back to your people',
  },
  too_long: {
    title: 'That’s too much for one correction',
    text: 'Nothing was changed. Please do it in smaller parts.',
    action: 'Back to your people',
  },
}

export const correctionNotUnderstood: Notice = {
  title: 'We couldn’t understand that',
  text: 'Nothing was changed. Please go back and try again.',
  action: 'Back to your people',
}
