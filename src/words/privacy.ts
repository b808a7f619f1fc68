/** The privacy page: what is promised, what is kept, who else gets what, and how to leave. Pure. */
import { counted, numberInWords } from './numbers.ts'

export const privacyWords = {
  title: 'Privacy',
  intro:
    'What Perennial reads, keeps and passes on, and how you take it all away. It’s short because there’s little of it.',
  promisesTitle: 'What we promise',
  keptTitle: 'What’s kept',
  keptIntro: 'Everything lies in one database. These are all of its tables.',
  thing: 'What',
  why: 'Why',
  until: 'Until',
  othersTitle: 'Who else gets what',
  retentionTitle: 'How long',
  leaveTitle: 'How to leave',
  leave:
    'Settings has “Delete everything”. It gives back the permissions at Google, asks you to do that at Microsoft, where only you can, and deletes every row about you at once. “Your data” gives you a copy first, if you want one.',
  yourData: 'Export your data',
  limitedTitle: 'Limited Use',
  limited:
    'Perennial’s use and transfer of information received from Google APIs adheres to the Google API Services User Data Policy, including the Limited Use requirements. Data is used only to show you who to keep in touch with, is never sold, is never used for advertising or to train models, and isn’t read by people unless you ask for help, the law demands it, or it’s needed for security.',
  policy: 'Google API Services User Data Policy',
  objectTitle: 'If you’re in somebody’s list',
  seeTitle: 'See for yourself',
  seeIntro:
    'The servers this installation calls to read your accounts, and what each account has asked of them so far.',
  seeHosts: 'Servers it may call',
  seeCount: 'Your accounts',
  back: 'Go to the start',
} as const

export const promises = [
  'It asks for headers of mail and times of meetings, with permissions that can’t show a message’s text and can’t send anything.',
  'No table, queue, log or cache holds a message’s text, its subject, or a meeting’s title, description or place. One subject or title per check-in is looked up when the Monday email is made, shown in it, sealed into its link, and kept nowhere else.',
  'You send every message yourself.',
  'Opening a link changes nothing. Only a button does.',
  'There’s no advertising, no tracking and no third-party script on any page.',
] as const

/** One table of the database, in words. */
export interface DataMapEntry {
  readonly what: string
  readonly why: string
  readonly until: string
}

const untilDeleted = 'You delete everything'
const untilForgotten = 'You remove the account, or delete everything'

/** Every table there is, by its name. A test holds the list to the schema. */
export const dataMap: Readonly<Record<string, DataMapEntry>> = {
  users: {
    what: 'Your email address, name, time zone, and settings',
    why: 'To send the Monday email when and where you want it',
    until: untilDeleted,
  },
  user_numbers: {
    what: 'The last number given to a user, and nothing about anyone',
    why: 'So that no number is used twice',
    until: 'Always',
  },
  sessions: {
    what: 'A fingerprint of your sign-in cookie, the kind of browser, and when it was last used',
    why: 'To keep you signed in, and to show you where',
    until: '14 days without use, or you sign out',
  },
  suppressions: {
    what: 'A fingerprint of an address that marked our mail as spam',
    why: 'So that nothing is ever sent there again',
    until: 'Always, so that it holds',
  },
  accounts: {
    what: 'Your mailbox’s address, the permission you gave, encrypted, and how far it’s been read',
    why: 'To read what’s new',
    until: untilForgotten,
  },
  reads: {
    what: 'Where reading a mailbox or calendar stopped, as the provider’s own bookmark',
    why: 'To go on from there, and to notice what was deleted',
    until: untilForgotten,
  },
  interactions: {
    what: 'For each message and meeting: when, with whom, who wrote, how many were on it, and shortened fingerprints of its ids',
    why: 'Everything Perennial says is worked out from these',
    until: untilForgotten,
  },
  addresses: {
    what: 'The addresses you’ve been in touch with',
    why: 'To find a person again',
    until: untilForgotten,
  },
  contact_blocks: {
    what: 'For each address: the name it’s written with, and in which weeks you were in touch',
    why: 'So that pages don’t have to add everything up each time',
    until: untilForgotten,
  },
  automated_senders: {
    what: 'Addresses that newsletters, shops and systems send from, and how we could tell',
    why: 'To leave them out, and to show you why',
    until: untilForgotten,
  },
  corrections: {
    what: 'What you’ve told us: merged, left out, snoozed, grouped, logged, or imported from your address book',
    why: 'So that it stays that way',
    until: untilDeleted,
  },
  reports: {
    what: 'Each Monday email: who was suggested and why, without any subject',
    why: 'To show you past weeks, and not to repeat itself',
    until: untilDeleted,
  },
  suggestion_acts: {
    what: 'What you did with a suggestion on our pages',
    why: 'To learn what’s useful',
    until: untilDeleted,
  },
  imports: {
    what: 'A file you’re importing',
    why: 'To take it in, bit by bit',
    until: 'It’s imported',
  },
  guard: {
    what: 'Nothing, ever',
    why: 'It stops two writes from getting in each other’s way',
    until: 'It never has a row',
  },
}

export const othersGet = [
  'Cloudflare runs the program and the database, and so holds all of the above, encrypted on its disks.',
  'The mail carrier gets the Monday email to deliver it: your address, the names in it, and the subjects it shows.',
  'Google or Microsoft, whichever you connect, see that your own mailbox is being read. When you open a check-in, they get the draft you’re about to send.',
  'When a subject or title is looked up, it’s read live from your own mailbox or calendar and goes to nobody else.',
] as const

/** `model` names whoever runs the language model; null where there is none. */
export const describeModel = (model: string | null): string =>
  model === null
    ? 'No language model gets anything: this installation doesn’t use one.'
    : `A language model (${model}) gets a check-in’s text when you’ve switched it on and ask for another one. Nothing else goes there, and nothing goes there by itself.`

export const retention = [
  'Dates and people stay until you remove the account or delete everything.',
  'Disconnecting an account stops the reading at once. You choose whether what it taught us stays.',
  'Logs have numbers and reasons, no addresses and no names, and end after a few days.',
  'Backups of the database are kept by Cloudflare for up to 30 days.',
] as const

/** Where others can ask to be left out; `contact` is an address, or null where the operator gave none. */
export const describeObjection = (contact: string | null): string =>
  contact === null
    ? 'Perennial keeps addresses and dates of people who write to its users, for those users alone. To object, or to see what’s kept about you, write to whoever runs this installation.'
    : 'Perennial keeps addresses and dates of people who write to its users, for those users alone. To object, or to see what’s kept about you, write to:'

/** "lena@x.example: 9,660 messages and 120 meetings read in 214 requests, 12,400 units of quota." */
export const describeAsked = (
  account: {
    readonly address: string
    readonly pages: number
    readonly messages: number
    readonly events: number
    readonly units: number
  },
  locale: string,
): string => {
  const { address, pages, messages, events, units } = account
  return `${address}: ${counted(messages, { one: 'message', other: 'messages' }, locale)} and ${counted(events, { one: 'meeting', other: 'meetings' }, locale)} read, page by page, in ${counted(pages, { one: 'page', other: 'pages' }, locale)} (${numberInWords(units, locale)} units of the provider’s quota).`
}
