/** Numbers and what is counted by them, as the reader's region writes them. Pure. */
import { inLanguage, usualLocale } from '../model/locale.ts'

/** The language of the words here. */
export const wordsLanguage = 'en'

/** What is counted, in the forms that English has. */
export interface Forms {
  readonly one: string
  readonly other: string
}

/** The form that goes with a number: `plural(2, { one: 'is', other: 'are' })` is "are". */
export const plural = (count: number, { one, other }: Forms): string => (rules.select(count) === 'one' ? one : other)

/** "1 message", "1,200 messages". */
export const counted = (count: number, forms: Forms, locale?: string): string =>
  `${numberInWords(count, locale)} ${plural(count, forms)}`

/** "1,200" or "1.200", as the reader's region writes it. */
export const numberInWords = (value: number, locale: string = usualLocale): string => {
  const known = formats.get(locale) ?? new Intl.NumberFormat(inLanguage(locale, wordsLanguage))
  formats.set(locale, known)
  return known.format(value)
}

/** Making one costs more than a hundred uses of it. */
const formats = new Map<string, Intl.NumberFormat>()

/** "no one", "three": how many people, as one says it. */
export const countInWords = (people: number): string => counts[people] ?? String(people)

const counts = ['no one', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const rules = new Intl.PluralRules(wordsLanguage)

/** What pages and mails count. */
export const nouns = {
  person: { one: 'person', other: 'people' },
  other: { one: 'other', other: 'others' },
  message: { one: 'message', other: 'messages' },
  meeting: { one: 'meeting', other: 'meetings' },
  contact: { one: 'contact', other: 'contacts' },
  address: { one: 'address', other: 'addresses' },
  domain: { one: 'domain', other: 'domains' },
  time: { one: 'time', other: 'times' },
  day: { one: 'day', other: 'days' },
  week: { one: 'week', other: 'weeks' },
  month: { one: 'month', other: 'months' },
  year: { one: 'year', other: 'years' },
} as const satisfies Readonly<Record<string, Forms>>
