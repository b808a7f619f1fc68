/** A check-in for a suggestion: a text that a thoughtful person would send as it is. Pure, and the same for the same week. */

import { readName } from '../infer/names.ts'
import type { CheckIn, Tone } from '../model/check-in.ts'
import { inLanguage, usualLocale } from '../model/locale.ts'
import { plainName } from '../model/plain-name.ts'
import type { Reason, Suggestion } from '../model/report.ts'
import { DAY, type Instant, toMilliseconds, WEEK } from '../model/time.ts'
import { languageFor } from './texts/index.ts'
import type { FamilyName, Language } from './texts/language.ts'

/** Whom to write to, why, and for whom it is written. */
export interface Occasion {
  readonly suggestion: Pick<Suggestion, 'personId' | 'name' | 'givenName' | 'reason' | 'last' | 'tone' | 'number'>
  /** The day the report was made for. */
  readonly at: Instant
  readonly zone: string
  /** BCP 47; the usual one where nothing is known. */
  readonly locale?: string
  /** The user's own name, or '' where it is not known. */
  readonly userName: string
}

/** Which of the texts comes up follows from the suggestion's number: no two in a row are alike. */
export const draftCheckIn = (occasion: Occasion, tone: Tone): CheckIn => {
  const { suggestion, userName } = occasion
  const language = languageFor(occasion.locale ?? usualLocale)
  const { subjects, openings, offers, closings } = language.families[familyOf(suggestion.reason)][tone]
  const number = suggestion.number ?? numberOf(occasion)
  const pick = (variants: readonly [string, ...string[]]): string => variants[number % variants.length] ?? variants[0]
  const slots = slotsFor(occasion, language)
  const lines = [
    greeting(suggestion, language, tone),
    filled(pick(openings), slots),
    filled(`${pick(offers)} ${pick(closings)}`, slots),
    farewell(userName, language, tone),
  ]
  return { tone, subject: filled(pick(subjects), slots), text: `${lines.join('\n\n')}\n` }
}

/** What the relationship asks for; someone who is answered within hours gets a brief answer. The person may switch. */
export const toneOf = ({ tone = 'warm', reason }: Pick<Suggestion, 'tone' | 'reason'>): Tone =>
  reason.kind === 'reply_owed' && tone === 'warm' && (reason.usualAnswerDays ?? 1) < 1 ? 'brief' : tone

/** Shorter than this, nobody calls it a while. */
const minSilenceDays = 21

const familyOf = (reason: Reason): FamilyName => {
  switch (reason.kind) {
    case 'new_acquaintance':
      return reason.metAt === null ? 'new_acquaintance_wrote' : 'new_acquaintance_met'
    case 'follow_up':
      return reason.metBeforeAt === null ? 'follow_up_first' : 'follow_up_again'
    // Whoever set a rhythm need not be told so by the letter: it reads as any other hello after a while.
    case 'chosen_rhythm':
    // Nor does one that is sent to wherever they are now.
    case 'dead_address':
      return 'rhythm_broken'
    case 'rhythm_broken':
      return reason.silenceDays < minSilenceDays ? 'hello' : 'rhythm_broken'
    default:
      return reason.kind
  }
}

type Slots = Readonly<Record<string, string>>

const slotsFor = (occasion: Occasion, language: Language): Slots => {
  const { reason, last } = occasion.suggestion
  const count = reason.kind === 'anniversary' ? reason.years : 0
  const years = filled(language.years[new Intl.PluralRules(language.name).select(count)] ?? language.years.other, {
    count: language.numbers[count] ?? String(count),
  })
  return {
    // Exact only where we are sure: of old reports nobody can say what the last time was.
    since:
      last === undefined
        ? language.since.unknown
        : filled(language.since[last.how], { month: monthInWords(last.at, occasion, language) }),
    years,
    Years: years.charAt(0).toUpperCase() + years.slice(1),
    other: reason.kind === 'introduction' ? plainName(reason.other.name) : '',
  }
}

const filled = (text: string, slots: Slots): string =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '')

const greeting = ({ name, givenName }: Occasion['suggestion'], language: Language, tone: Tone): string => {
  const { named, nameless } = language.greetings[tone]
  const called = tone === 'formal' ? (mayFollowDear(name) ? name : null) : givenName
  return called === null ? nameless : filled(named, { name: plainName(called) })
}

/**
 * "Dear Maria Lopez" and "Dear Dr. Lopez", but never "Dear Info" or "Dear ann@example.org". Emily Post is addressed by her
 * name, although names with such a word in them are never compared.
 */
const mayFollowDear = (name: string): boolean =>
  /^\p{L}[\p{L}.'’-]*(?: [\p{L}.'’-]+)+$/u.test(name) && readName(name, '').kind === 'person'

const farewell = (userName: string, language: Language, tone: Tone): string => {
  const signature = plainSignature(tone === 'formal' ? userName : (userName.split(' ')[0] ?? ''))
  return signature === '' ? `${language.farewells[tone]},` : `${language.farewells[tone]},\n${signature}`
}

const plainSignature = (name: string): string => (name.trim() === '' ? '' : plainName(name))

/** "September", or "September 2024" where the month alone could be taken for this year's. */
const monthInWords = (then: Instant, { at, zone, locale }: Occasion, { name }: Language): string => {
  const isLongAgo = at - then > 300 * DAY
  return new Intl.DateTimeFormat(inLanguage(locale ?? usualLocale, name), {
    timeZone: zone,
    month: 'long',
    ...(isLongAgo && { year: 'numeric' }),
  }).format(toMilliseconds(then))
}

/** Outside of a report: another text for another person, and for another week. */
const numberOf = ({ suggestion, at }: Occasion): number => Math.abs(suggestion.personId * 7 + Math.floor(at / WEEK))
