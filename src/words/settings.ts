/** What the settings page says. Pure. */
import type { WritingPlace } from '../model/check-in.ts'
import type { Instant } from '../model/time.ts'
import type { ReadsBack, User } from '../model/user.ts'
import { dayInWords } from './dates.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import type { Notice } from './page.ts'

export const settingsWords = {
  title: 'Settings',
  saved: 'Saved.',
  save: 'Save',
  email: 'The Monday email',
  describeSend: (address: string): string => `Send it to ${address}`,
  day: 'Day',
  hour: 'Hour',
  zone: 'Time zone',
  zoneChosen: 'You chose this.',
  zoneLearned: 'Taken from your calendar.',
  dates: 'Dates and numbers',
  checkIns: 'Check-ins',
  writesIn: 'Where you write',
  writesInHint: 'The buttons in the email open this. The page with the text is always one click away.',
  howFarBack: 'How far back',
  howFarBackHint:
    'We read mail and meetings as far back as this. Going further takes a while, in the background; going less far keeps what we already know.',
  readBack: 'Read back',
  signOut: 'Sign out',
  signOutHint: 'On this browser only. Reading and the Monday email go on.',
  deleteEverything: 'Delete everything',
  deleteHint:
    'This disconnects your accounts, gives the permissions back where the provider takes them, and deletes everything we’ve learned. You can’t undo it.',
  sure: 'I’m sure',
  describeSendAgain: (address: string): string => `Send to ${address} again`,
} as const

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const describeHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

export const writingPlaceNames: Readonly<Record<WritingPlace, string>> = {
  account: 'In the same place as my mail',
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

/** Why nothing is sent, where it isn't. */
export const describeMailStop = ({ mailStop, address, zone, locale }: User, now: Instant): string | null => {
  if (mailStop === null) return null
  const since = dayInWords(mailStop.since, { at: now, zone, locale })
  const why = {
    bounced: `Mail to ${address} came back on ${since}`,
    complained: `Our mail to ${address} was marked as spam on ${since}`,
    suppressed: `The mail carrier has refused to send to ${address} since ${since}: mail came back from there, or was marked as spam`,
  }[mailStop.reason]
  return `${why}. We send nothing there until you tell us to.`
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
