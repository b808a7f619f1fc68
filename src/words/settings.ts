/** What the settings page says. Pure. */
import type { WritingPlace } from '../model/check-in.ts'
import type { ChosenRhythm } from '../model/correction.ts'
import type { BrowserFamily, Session } from '../model/session.ts'
import { HOUR, type Instant, later } from '../model/time.ts'
import type { ReadsBack, User } from '../model/user.ts'
import { describeAgo } from './account.ts'
import { dayInWords, type ReportDay, timeInWords } from './dates.ts'
import { listInWords } from './name.ts'
import { counted, nouns, numberInWords, plural } from './numbers.ts'
import type { Notice } from './page.ts'
import { capital, rhythmInWords } from './spans.ts'

export const settingsWords = {
  title: 'Settings',
  saved: 'Saved.',
  save: 'Save',
  email: 'Monday email',
  send: 'Send it every week',
  day: 'Day',
  hour: 'Hour',
  zone: 'Time zone',
  zoneChosen: 'You chose this.',
  zoneLearned: 'Taken from your calendar, or from where you signed in.',
  describeZoneHere: (zone: string): string => `By your connection, you’re in ${zone} at the moment.`,
  dates: 'Dates and numbers',
  awayFrom: 'Away from',
  awayUntil: 'Away until',
  awayHint: 'No Monday email goes out on these days.',
  checkIns: 'Check-ins',
  checkInsHint: 'What the drafts sound like, and where they open.',
  writesIn: 'Open them in',
  usualTone: 'Usual tone',
  signOff: 'Sign off as',
  formalSignOff: 'In formal ones',
  greetingWord: 'Greeting',
  usualLanguage: 'Usual language',
  describeOwnLanguage: (language: string): string => `As in this browser: ${language}`,
  voiceHint:
    'Leave a field empty and we choose what suits. The usual language is for people where we can’t tell which one you write in. What you set for one person goes first.',
  rewrites: 'Offer to reword a draft',
  describeRewrites: (host: string): string =>
    `When you ask for it on a check-in’s page, what that page says about the person, the last subject and the draft go to the language model at ${host}. Nothing else goes there, and nothing without your click.`,
  accounts: 'Accounts',
  accountsHint: 'Who and when, never what.',
  whatIsRead: 'What’s read',
  details: 'Details',
  reconnect: 'Reconnect',
  describeAdd: (provider: string): string => `Add ${provider}`,
  may: 'What we’re allowed to see',
  permissions: [
    'Mail: who wrote to whom, when, and the subject line. Not the text of a message, nor its files.',
    'Calendar: when a meeting is, who’s invited, and its title. We keep the time and the guests.',
    'Your address and your name, to know you by.',
    'Nothing that sends, changes or deletes: we didn’t ask for that.',
  ],
  howFarBack: 'How far back',
  howFarBackHint:
    'We read mail and meetings as far back as this. Going further takes a while, in the background; going less far keeps what we already know.',
  readBack: 'Read back',
  groups: 'Groups',
  groupsHint: 'A group can have a rhythm of its own.',
  noGroups: 'You haven’t made any yet.',
  seeGroups: 'Make one, or set a rhythm',
  leftOut: 'Left out',
  leftOutHint: 'Who’s not counted, and why.',
  seeLeftOut: 'See all, and undo',
  whereItGoes: 'Where it goes',
  whereItGoesHint: 'We send a link to a new address first. Nothing else goes there before you follow it.',
  newAddress: 'Address',
  changeAddress: 'Change the address',
  askAgain: 'Send the link again',
  describeUnconfirmed: (address: string): string =>
    `We’ve sent a link to ${address}. The Monday email goes there once you follow it.`,
  signedIn: 'Where you’re signed in',
  signedInHint:
    'Reading and the Monday email go on without anyone signed in. A browser you don’t use for 14 days is signed out by itself.',
  describeThisBrowser: (browser: string): string => `${browser}, the one you’re using now.`,
  signOut: 'Sign out here',
  describeSignOutThere: (browser: string): string => `Sign out ${browser}`,
  signOutEverywhere: 'Sign out everywhere',
  yourData: 'Your data',
  yourDataHint: 'Take it with you, or take it away.',
  exportEverything: 'Export everything',
  csv: 'CSV',
  vcard: 'vCard',
  importData: 'Import',
  privacy: 'Privacy',
  corrections: 'All corrections',
  deleteEverything: 'Delete everything',
  deleteHint:
    'This disconnects your accounts, gives the permissions back where the provider takes them, and deletes everything we’ve learned. You can’t undo it.',
  sure: 'I’m sure',
  describeSendAgain: (address: string): string => `Send to ${address} again`,
} as const

/** Where the email goes and when; `at` is null where none is to come. */
export const describeEmail = (address: string, at: Instant | null, day: ReportDay): string =>
  at === null
    ? `To ${address}. It’s switched off at the moment.`
    : `To ${address}. Next one: ${dayInWords(at, day)}, ${timeInWords(at, day)}.`

/** Beside the field. */
export const describeUnknownZone = (meant: string | null): string =>
  meant === null
    ? 'We don’t know that time zone. Zones are named after cities, like Europe/Berlin or America/New_York.'
    : `We don’t know that time zone. Did you mean ${meant}?`

/** "14 people, every 3 weeks" */
export const describeGroupShort = (size: number, rhythm: ChosenRhythm | null, locale: string): string =>
  `${counted(size, nouns.person, locale)}, ${rhythm === null ? 'as learned' : rhythmInWords(rhythm.idealDays)}`

/** What the user left out themselves, and what else was. */
export const describeLeftOutShort = (
  of: { readonly addresses: number; readonly domains: number; readonly messages: number },
  { locale }: ReportDay,
): string => {
  const own = [
    ...(of.addresses > 0 ? [counted(of.addresses, nouns.address, locale)] : []),
    ...(of.domains > 0 ? [`everyone at ${counted(of.domains, nouns.domain, locale)}`] : []),
  ]
  const said = own.length === 0 ? 'You’ve left no one out.' : `You’ve left out ${listInWords(own)}.`
  const other = own.length === 0 ? '' : 'another '
  return of.messages === 0
    ? said
    : `${said} ${capital(`${other}${counted(of.messages, nouns.message, locale)}`)} came from newsletters, shops and machines, or didn’t count as contact.`
}

/** Above a form that was refused: the fields that need fixing are links, between these. */
export const notSaved = {
  lead: 'Not saved yet.',
  describeRest: (fields: number): string =>
    `${plural(fields, { one: 'needs', other: 'need' })} fixing; everything else you typed is still here.`,
} as const

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const describeHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

export const writingPlaceNames: Readonly<Record<WritingPlace, string>> = {
  account: 'The same place as my mail',
  gmail: 'Gmail',
  outlook_work: 'Outlook, work or school',
  outlook_personal: 'Outlook.com',
  mailto: 'This device’s mail app',
  page: 'Always the page with the text first',
}

export const describeReadsBack = (years: ReadsBack): string =>
  years === null ? 'Everything' : counted(years, nouns.year)

/** "United States: November 23, 12,345.6" */
export const describeLocale = (locale: string, now: Instant): string => {
  const region = new Intl.DisplayNames('en', { type: 'region' }).of(locale.split('-')[1] ?? 'GB') ?? locale
  const date = dayInWords(now, { at: 0 as Instant, zone: 'UTC', locale })
  return `${region}: ${date}, ${numberInWords(12_345.6, locale)}`
}

const browserNames: Readonly<Record<BrowserFamily, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  other: 'Another browser',
}

export const describeBrowser = (browser: BrowserFamily): string => browserNames[browser]

/** "Since November 3, last used 2 hours ago." Uses are noted to the hour. */
export const describeSession = ({ createdAt, lastSeenAt }: Session, day: ReportDay): string => {
  const since = `Since ${dayInWords(createdAt, day)}`
  const isFresh = lastSeenAt > later(day.at, -HOUR)
  return isFresh ? `${since}, used within the last hour.` : `${since}, last used ${describeAgo(lastSeenAt, day.at)}.`
}

/** Why nothing is sent, where it isn't. */
export const describeMailStop = ({ mailStop, address, zone, locale }: User, now: Instant): string | null => {
  if (mailStop === null) return null
  const since = dayInWords(mailStop.since, { at: now, zone, locale })
  const why = {
    bounced: `Mail to ${address} came back on ${since}`,
    complained: `Our mail to ${address} was marked as spam on ${since}`,
    suppressed: `The mail carrier has refused to send to ${address} since ${since}: mail came back from there, or was marked as spam`,
  }[mailStop.reason]
  return mailStop.reason === 'complained'
    ? `${why}. That’s final for this address: to get the Monday email again, choose another one below.`
    : `${why}. We send nothing there until you tell us to.`
}

/** `isComplete` where every provider took its permission back. */
export const describeDeleted = (isComplete: boolean): Notice => ({
  title: 'Everything’s deleted',
  text: `${
    isComplete
      ? 'Every permission was given back.'
      : 'We couldn’t give back every permission for you: the provider’s own page does that.'
  } Thank you for having been here.`,
  action: 'Go to the start',
})
