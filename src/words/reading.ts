/** What the page says that shows how the reading is going. Pure. */
import { numberInWords } from './numbers.ts'

export const readingWords = {
  title: 'Reading',
  gathering: 'Gathering your people',
  gathered: 'We’ve gathered your people',
  share: 'How much of your mail has been read',
  people: 'People found',
  messages: 'Messages read',
  events: 'Meetings read',
  cost: 'What it cost',
  pages: 'Pages asked for',
  allowance: 'Of your provider’s allowance',
  units: 'units',
  seePeople: 'See your people',
  mayClose: 'You can close this page: reading goes on by itself, as fast as your provider allows.',
  notConnected: 'No account is connected.',
} as const

/** New messages are read as well: once everything is read, "of" would say less than there is. */
export const describeMessagesRead = (
  read: number,
  { total, isDone, locale }: { readonly total: number; readonly isDone: boolean; readonly locale: string | undefined },
): string =>
  isDone || read >= total
    ? numberInWords(read, locale)
    : `${numberInWords(read, locale)} of ${numberInWords(total, locale)}`
