/** A check-in for a suggestion: a text that a thoughtful person would send as it is. Pure, and the same for the same week. */
import type { CheckIn, Tone } from '../model/check-in.ts'
import type { Reason, Suggestion } from '../model/report.ts'
import { DAY, type Instant, toMilliseconds, WEEK } from '../model/time.ts'
import { anniversaryText } from './texts/anniversary.ts'
import { dormantTieText } from './texts/dormant-tie.ts'
import type { Text, TextFacts } from './texts/facts.ts'
import { followUpText } from './texts/follow-up.ts'
import { gratitudeText } from './texts/gratitude.ts'
import { introductionText } from './texts/introduction.ts'
import { newAcquaintanceText } from './texts/new-acquaintance.ts'
import { newAddressText } from './texts/new-address.ts'
import { replyOwedText } from './texts/reply-owed.ts'
import { rhythmBrokenText } from './texts/rhythm-broken.ts'

export interface Occasion {
  readonly suggestion: Pick<Suggestion, 'personId' | 'name' | 'givenName' | 'reason'>
  /** The day the report was made for. */
  readonly at: Instant
  readonly zone: string
  /** The user's own name, or '' where it is not known. */
  readonly userName: string
}

export const draftCheckIn = (occasion: Occasion, tone: Tone): CheckIn => {
  const { suggestion, userName } = occasion
  const seed = seedOf(occasion)
  let picks = 0
  const facts: TextFacts = {
    givenName: suggestion.givenName,
    signature: tone === 'formal' ? userName : (userName.split(' ')[0] ?? ''),
    since: sinceLast(suggestion.reason, occasion),
    pick: (variants) => {
      picks += 1
      return variants[(seed + picks * picks) % variants.length] ?? variants[0]
    },
  }
  const { subject, paragraphs } = textFor(suggestion.reason, tone, facts)
  const lines = [greeting(facts, suggestion.name, tone), ...paragraphs, farewell(facts, tone)]
  return { tone, subject, text: `${lines.join('\n\n')}\n` }
}

/** A letter that answers or follows a meeting is warm; a tie that was always quick stays brief. The person may switch. */
export const toneFor = ({ reason }: Pick<Suggestion, 'reason'>): Tone =>
  reason.kind === 'reply_owed' && (reason.usualAnswerDays ?? 1) < 1 ? 'brief' : 'warm'

const textFor = (reason: Reason, tone: Tone, facts: TextFacts): Text => {
  switch (reason.kind) {
    case 'rhythm_broken':
      return rhythmBrokenText(tone, facts)
    case 'reply_owed':
      return replyOwedText(tone, facts)
    case 'new_address':
      return newAddressText(tone, facts)
    case 'new_acquaintance':
      return newAcquaintanceText(tone, facts)
    // Whoever set a rhythm need not be told so by the letter: it reads as any other hello after a while.
    case 'chosen_rhythm':
    // Nor does one that is sent to wherever they are now.
    case 'dead_address':
      return rhythmBrokenText(tone, facts)
    case 'follow_up':
      return followUpText(tone, facts, reason.metBeforeAt === null)
    case 'dormant_tie':
      return dormantTieText(tone, facts)
    case 'anniversary':
      return anniversaryText(tone, facts, reason.years)
    case 'gratitude':
      return gratitudeText(tone, facts)
    case 'introduction':
      return introductionText(tone, facts, reason.other.name)
  }
}

const greeting = ({ givenName }: TextFacts, name: string, tone: Tone): string => {
  if (tone === 'formal') return name.includes('@') ? 'Good day,' : `Dear ${name},`
  return givenName === null ? 'Hello,' : `Hi ${givenName},`
}

const farewell = ({ signature }: TextFacts, tone: Tone): string => {
  const words = tone === 'formal' ? 'With kind regards' : tone === 'brief' ? 'Best' : 'Warm wishes'
  return signature === '' ? `${words},` : `${words},\n${signature}`
}

/** The last thing done together, exact only where we are sure: a meeting by its month, letters likewise. */
const sinceLast = (reason: Reason, { at, zone }: Pick<Occasion, 'at' | 'zone'>): string | null => {
  switch (reason.kind) {
    case 'rhythm_broken':
    case 'chosen_rhythm':
    case 'dead_address':
    case 'dormant_tie': {
      const { lastMetAt, lastContactAt } = reason
      return lastMetAt !== null && lastMetAt >= lastContactAt
        ? `since we met in ${monthInWords(lastMetAt, at, zone)}`
        : `since we last wrote in ${monthInWords(lastContactAt, at, zone)}`
    }
    case 'new_acquaintance':
      return reason.metAt === null ? null : 'since we met'
    case 'reply_owed':
    case 'new_address':
    case 'follow_up':
    case 'anniversary':
    case 'gratitude':
    case 'introduction':
      return null
  }
}

/** "September", or "September 2024" where the month alone could be taken for this year's. */
const monthInWords = (then: Instant, now: Instant, zone: string): string => {
  const isLongAgo = now - then > 300 * DAY
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    month: 'long',
    ...(isLongAgo && { year: 'numeric' }),
  }).format(toMilliseconds(then))
}

/** Different people, and different weeks, get different variants. */
const seedOf = ({ suggestion, at }: Occasion): number => suggestion.personId * 5 + Math.floor(at / WEEK)
