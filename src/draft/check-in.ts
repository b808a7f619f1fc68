/** A check-in for a suggestion: a text that a busy, friendly person would send as it is. Pure, and the same for the same week. */
import type { CheckIn, Tone } from '../model/check-in.ts'
import type { Suggestion } from '../model/report.ts'
import { WEEK } from '../model/time.ts'
import { draftFactsOf, type Facts } from './facts.ts'
import { filled, type Slots, slotsFor } from './fill.ts'
import { farewell, greeting } from './greeting.ts'
import type { Occasion } from './occasion.ts'
import { replySubject } from './reply-subject.ts'
import { languageNamed } from './texts/index.ts'
import type { Language } from './texts/language.ts'

export type { Occasion, RawTopic, Voice } from './occasion.ts'

export interface Draft extends CheckIn {
  /** Which of the texts it is: with this number, the same occasion gives the same text again. */
  readonly variant: number
}

export const draftCheckIn = (occasion: Occasion, tone: Tone): Draft => {
  const choice = choicesFor(occasion, tone)
  const variant = occasion.variant ?? variantOf(occasion)
  return choice.draft(variant)
}

/**
 * The check-ins of one report. No two share an opening, an ask or the words they begin with, and nobody gets a text that
 * they got within the last year: `used` tells their variants.
 */
export const draftReport = (
  entries: readonly { readonly occasion: Occasion; readonly tone: Tone; readonly used?: readonly number[] }[],
): readonly Draft[] => {
  const taken = new Set<string>()
  return entries.map(({ occasion, tone, used = [] }) => {
    const choice = choicesFor(occasion, tone)
    const start = occasion.variant ?? variantOf(occasion)
    const isUsed = new Set(used.map((variant) => variant % choice.count))
    const all = Array.from({ length: choice.count }, (_, step) => start + step)
    const fresh = all.filter((variant) => !isUsed.has(variant % choice.count))
    const candidates = fresh.length > 0 ? fresh : all
    const repeatsOf = (variant: number): number => choice.marks(variant).filter((mark) => taken.has(mark)).length
    const chosen = candidates.find((variant) => repeatsOf(variant) === 0) ?? fewestRepeats(candidates, repeatsOf, start)
    for (const mark of choice.marks(chosen)) taken.add(mark)
    return choice.draft(chosen)
  })
}

/** What the relationship asks for, unless the user set a tone; someone who is answered within hours gets a brief reply. */
export const toneOf = (
  { tone = 'warm', reason }: Pick<Suggestion, 'tone' | 'reason'>,
  voice?: Occasion['voice'],
): Tone => {
  if (voice?.tone !== undefined) return voice.tone
  return reason.kind === 'reply_owed' && tone === 'warm' && (reason.usualAnswerDays ?? 1) < 1 ? 'brief' : tone
}

const fewestRepeats = (candidates: readonly number[], repeatsOf: (variant: number) => number, start: number): number =>
  candidates.reduce((best, each) => (repeatsOf(each) < repeatsOf(best) ? each : best), candidates[0] ?? start)

interface Choices {
  /** How many different texts there are. */
  readonly count: number
  /** What no other text of the same report may share. */
  readonly marks: (variant: number) => readonly string[]
  readonly draft: (variant: number) => Draft
}

const choicesFor = (occasion: Occasion, wanted: Tone): Choices => {
  const language = languageNamed(occasion.voice?.language ?? occasion.language)
  const tone = toneOnTerms(wanted, occasion, language)
  const facts = draftFactsOf(occasion, language, tone)
  const slots = slotsFor(occasion, facts, language)
  const family = language.families[facts.family]
  const pairs = pairsOf({
    openings:
      openingsOf(family.openings[tone], slots, language) ??
      openingsOf(language.families.plain.openings[tone], slots, language) ??
      [],
    asks: language.asks[family.asks][tone],
    echoes: language.echoes,
  })
  const pairAt = (variant: number): Pair => pairs[variant % pairs.length] ?? { opening: '', ask: '' }
  return {
    count: pairs.length,
    marks: (variant) => {
      const { opening, ask } = pairAt(variant)
      return [firstWords(opening), wordsOf(ask)]
    },
    draft: (variant) => {
      const { opening, ask } = pairAt(variant)
      const body = `${opening} ${ask}`
      const lines = [
        greeting(occasion, { language, tone, family: facts.family }),
        language.isLowAfterGreeting ? body : sentence(body),
        farewell(occasion, { language, tone, family: facts.family }),
      ]
      const subject = subjectFor({ occasion, facts, language, tone, slots, variant, body })
      return {
        tone: wanted,
        subject: typed(subject),
        text: typed(`${lines.filter((line) => line !== '').join('\n\n')}\n`),
        variant,
      }
    },
  }
}

/** *Sie* has texts in the formal tone alone, and *du* in the others; English has no such words. */
const toneOnTerms = (tone: Tone, { voice }: Occasion, { tellsTerms }: Language): Tone => {
  if (voice?.formality === 'formal') return 'formal'
  return voice?.formality === 'informal' && tone === 'formal' && tellsTerms ? 'warm' : tone
}

/** Those whose facts are all known; null where none is. */
const openingsOf = (texts: readonly string[], slots: Slots, { echoes }: Language): readonly Opening[] | null => {
  const known = texts.flatMap((template) => {
    const text = filled(template, slots)
    return text === null ? [] : [{ template, text }]
  })
  const once = known.filter(
    ({ template, text }) => !echoes.some((echo) => timesIn(text, echo) > Math.max(1, timesIn(template, echo))),
  )
  const openings = once.length > 0 ? once : known
  return openings.length === 0 ? null : openings
}

/** How often a text says something, what fills its slots included. */
const timesIn = (text: string, echo: RegExp): number => text.match(new RegExp(echo.source, 'giu'))?.length ?? 0

interface Opening {
  readonly template: string
  readonly text: string
}

interface Pair {
  readonly opening: string
  readonly ask: string
}

/** Every opening with every ask that does not echo it, ordered so that both change from one to the next. */
const pairsOf = ({
  openings,
  asks,
  echoes,
}: {
  readonly openings: readonly Opening[]
  readonly asks: readonly string[]
  readonly echoes: readonly RegExp[]
}): readonly Pair[] => {
  const all = asks.flatMap((_, turn) =>
    openings.map((opening, index) => ({ opening, ask: asks[(turn + index) % asks.length] ?? '' })),
  )
  const isEcho = ({ opening, ask }: (typeof all)[number]): boolean =>
    echoes.some((echo) => echo.test(opening.template) && echo.test(ask))
  const apart = all.filter((pair) => !isEcho(pair))
  return (apart.length > 0 ? apart : all).map(({ opening, ask }) => ({ opening: opening.text, ask }))
}

/** Outside of a report: another text for another person, and for another week. */
const variantOf = ({ suggestion, at, userName }: Occasion): number =>
  hashOf(`${userName} ${suggestion.personId}`) + Math.floor(at / WEEK)

/** FNV-1a, kept small enough to count on. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % 100_003
}

const subjectFor = (from: {
  readonly occasion: Occasion
  readonly facts: Facts
  readonly language: Language
  readonly tone: Tone
  readonly slots: Slots
  readonly variant: number
  readonly body: string
}): string => {
  const { occasion, facts, language, tone, slots, variant, body } = from
  const { family } = facts
  const theirs = occasion.topic?.from === 'message' ? replySubject(occasion.topic.text) : null
  if (family.startsWith('reply') && theirs !== null) return theirs
  const subjects = language.families[family].subjects[tone === 'formal' ? 'formal' : 'informal']
  const whole = subjects.flatMap((text) => filled(text, slots) ?? [])
  const rotated = whole.map((_, index) => whole[(variant + index) % whole.length] ?? '')
  // "Ten years!" is what such a message is about, and the message says so.
  if (family === 'years') return rotated[0] ?? ''
  return rotated.find((subject) => !isSaidIn(subject, body, language)) ?? rotated[0] ?? ''
}

/** Whether a text says its own subject line again; topics have to. */
const isSaidIn = (subject: string, body: string, { echoes }: Language): boolean =>
  wordsOf(body).includes(wordsOf(subject)) ||
  echoes.some((echo) => echo.test(subject) && echo.test(firstSentence(body)))

const firstSentence = (text: string): string => /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const firstWords = (text: string): string => wordsOf(text).split(' ').slice(0, 3).join(' ')

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What keyboards type: straight apostrophes. */
const typed = (text: string): string => text.replaceAll('’', "'")
