/** A check-in for a suggestion: a text that a busy, friendly person would send as it is. Pure, and the same for the same week. */
import type { CheckIn, Tone } from '../model/check-in.ts'
import type { Suggestion } from '../model/report.ts'
import { WEEK } from '../model/time.ts'
import { draftFactsOf, type Facts, withFittingTopic } from './facts.ts'
import { filled, type Slots, slotsFor } from './fill.ts'
import { farewell, greeting } from './greeting.ts'
import { isKin } from './names.ts'
import type { Occasion } from './occasion.ts'
import { replySubject } from './reply-subject.ts'
import { languageNamed } from './texts/index.ts'
import type { AskName, FamilyName, Language } from './texts/language.ts'
import { tellsOfEnclosure } from './topic.ts'

export type { Occasion, RawTopic, Voice } from './occasion.ts'

export interface Draft extends CheckIn {
  /** Which of the texts it is: with this number, the same occasion gives the same text again. */
  readonly variant: number
  /** Tells the text from every other, whatever the occasion: a number of 17 bits. */
  readonly key: number
}

export const draftCheckIn = (occasion: Occasion, tone: Tone): Draft => {
  const choice = choicesFor(occasion, tone)
  return choice.draft(occasion.variant ?? choice.first)
}

/**
 * The check-ins of one report. No two share an opening, an ask or the words they begin with, and nobody gets a text that
 * they got within the last year: `used` tells their keys.
 */
export const draftReport = (
  entries: readonly { readonly occasion: Occasion; readonly tone: Tone; readonly used?: readonly number[] }[],
): readonly Draft[] => {
  const taken = new Set<string>()
  return entries.map(({ occasion, tone, used = [] }) => {
    const choice = choicesFor(occasion, tone)
    const isUsed = new Set(used)
    const turned = choice.from(occasion.variant ?? choice.first)
    const chosen = choiceAmong(
      turned.map((all) => all.filter((variant) => !isUsed.has(choice.key(variant)))),
      (variant) => choice.marks(variant).filter((mark) => taken.has(mark)).length,
    )
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

/**
 * What fits best and repeats nothing; else what fits best and repeats least, as long as it is no whole text again; else
 * the same of what fits less.
 */
const choiceAmong = (ranks: readonly (readonly number[])[], repeatsOf: (variant: number) => number): number => {
  const fitting = ranks.map((all) => all.filter((variant) => repeatsOf(variant) < maxMarks))
  const rank = fitting.find(({ length }) => length > 0) ?? ranks.find(({ length }) => length > 0) ?? []
  return rank.find((variant) => repeatsOf(variant) === 0) ?? fewestRepeats(rank, repeatsOf)
}

/** Opening, ask and both together: see `marks`. */
const maxMarks = 3

const fewestRepeats = (candidates: readonly number[], repeatsOf: (variant: number) => number): number =>
  candidates.reduce((best, each) => (repeatsOf(each) < repeatsOf(best) ? each : best), candidates[0] ?? 0)

interface Choices {
  /** The one for this person and week. */
  readonly first: number
  /** All of them, beginning with one: those that fit best, and those for whoever has had these. */
  readonly from: (start: number) => readonly [readonly number[], readonly number[]]
  readonly key: (variant: number) => number
  /** What no other text of the same report may share. */
  readonly marks: (variant: number) => readonly string[]
  readonly draft: (variant: number) => Draft
}

const choicesFor = (given: Occasion, wanted: Tone): Choices => {
  const occasion = withFittingTopic(given)
  const language = languageNamed(occasion.voice?.language ?? occasion.language)
  const tone = toneOnTerms(wanted, occasion, language)
  const facts = draftFactsOf(occasion, language, tone)
  const slots = slotsFor(occasion, facts, language)
  const pairsIn = (family: FamilyName, isAny = false): readonly Pair[] =>
    pairsOf(family, {
      openings: openingsOf(language.families[family].openings[tone], { facts, slots, language, isAny }),
      asks: asksFor(
        language.asks[isAny ? language.families[family].asks : asksOf(family, occasion, language)][tone],
        facts,
        language,
      ),
      echoes: language.echoes,
      minWords: language.minWords[tone],
    })
  const own = pairsIn(facts.family)
  const best = own.length > 0 ? own : pairsIn('plain')
  const further = isReplyFamily(facts.family) ? pairsIn(facts.family, true) : pairsIn('hello')
  const isNew = ({ opening, ask }: Pair): boolean => !best.some((pair) => pair.opening === opening && pair.ask === ask)
  const pairs = best.length < textsAYear ? [...best, ...further.filter(isNew)] : best
  const pairAt = (variant: number): Pair => pairs[variant % pairs.length] ?? noPair
  return {
    first: variantOf(occasion) % best.length,
    from: (start) => [best.map((_, step) => (start + step) % best.length), [...pairs.keys().drop(best.length)]],
    key: (variant) => keyOf(pairAt(variant)),
    marks: (variant) => {
      const { opening, ask } = pairAt(variant)
      return [firstWords(opening), wordsOf(ask), `${opening} ${ask}`]
    },
    draft: (variant) => {
      const { family, opening, ask } = pairAt(variant)
      const body = `${opening} ${ask}`
      const lines = [
        greeting(occasion, { language, tone, family }),
        language.isLowAfterGreeting ? body : sentence(body),
        farewell(occasion, { language, tone, family }),
      ]
      const subject = subjectFor({ occasion, family, language, tone, slots, variant, body })
      return {
        tone: wanted,
        subject: typed(subject),
        text: typed(`${lines.filter((line) => line !== '').join('\n\n')}\n`),
        variant: variant % pairs.length,
        key: keyOf(pairAt(variant)),
      }
    },
  }
}

/** One a fortnight: as often as anybody is suggested. */
const textsAYear = 26

const isReplyFamily = (family: FamilyName): boolean => family.startsWith('reply')

/** *Sie* has texts in the formal tone alone, and *du* in the others; English has no such words. */
const toneOnTerms = (
  tone: Tone,
  { suggestion: { name }, userName, voice }: Occasion,
  { tellsTerms }: Language,
): Tone => {
  if (voice?.formality === 'formal') return 'formal'
  // Nobody is formal with their own family.
  if (tone === 'formal' && isKin({ name, userName })) return 'warm'
  return voice?.formality === 'informal' && tone === 'formal' && tellsTerms ? 'warm' : tone
}

/** Whoever waits for a reply to a message whose subject is known is asked whether it still helps; others, how they are. */
const asksOf = (family: FamilyName, { topic }: Occasion, { families }: Language): AskName => {
  const { asks } = families[family]
  if (asks !== 'late' || family === 'reply_news' || topic?.from !== 'message') return asks
  if (tellsOfEnclosure(topic.text)) return 'late'
  return topic.begunBy === 'user' ? 'pick_up' : 'still'
}

/** An offer only where one is due, and one to meet only to somebody whom the user has met. */
const asksFor = (asks: readonly string[], facts: Facts, { offers, offersInPerson }: Language): readonly string[] => {
  const due = asks.filter(
    (ask) => (facts.mayOffer || !offers.test(ask)) && (facts.haveMet || !offersInPerson.test(ask)),
  )
  return due.length > 0 ? due : asks
}

/**
 * Those whose facts are all known: of those the ones that name what the two last wrote or met about, where there is such a
 * thing, else the particular ones, each where there are enough; or just `isAny`.
 */
const openingsOf = (
  texts: readonly string[],
  of: { readonly facts: Facts; readonly slots: Slots; readonly language: Language; readonly isAny: boolean },
): readonly Opening[] => {
  const { facts, slots, isAny } = of
  const { echoes } = of.language
  const whole = texts.flatMap((template) => {
    const text = filled(template, slots)
    return text === null ? [] : [{ template, text }]
  })
  const isNamed = isReplyFamily(facts.family) ? facts.topic !== null : facts.named !== null
  const telling = isNamed ? whole.filter(({ template }) => naming.test(template)) : []
  const particular = whole.filter(({ template }) => template.includes('{'))
  const best = telling.length >= minNaming ? telling : particular.length >= minParticular ? particular : whole
  const known = isAny ? whole : best
  const once = known.filter(
    ({ template, text }) => !echoes.some((echo) => timesIn(text, echo) > Math.max(1, timesIn(template, echo))),
  )
  return once.length > 0 ? once : known
}

/** With fewer particular openings than this, the same ones would come round too soon. */
const minParticular = 4
/** What a text says of the message or meeting it refers to. */
const naming = /\{(?:[Ss]ince(?:Bare|It)|topic|object|oblique)\}/
/** A topic changes the sentence each time. */
const minNaming = 2

/** How often a text says something, what fills its slots included. */
const timesIn = (text: string, echo: RegExp): number => text.match(new RegExp(echo.source, 'giu'))?.length ?? 0

interface Opening {
  readonly template: string
  readonly text: string
}

interface Pair {
  readonly family: FamilyName
  readonly opening: string
  readonly ask: string
  /** The opening before anything is filled in. */
  readonly template: string
}

const noPair: Pair = { family: 'plain', opening: '', ask: '', template: '' }

const keyOf = ({ template, ask }: Pair): number => hashOf(`${template} ${ask}`)

/** Every opening with every ask that does not echo it, ordered so that both change from one to the next. */
const pairsOf = (
  family: FamilyName,
  of: {
    readonly openings: readonly Opening[]
    readonly asks: readonly string[]
    readonly echoes: readonly RegExp[]
    readonly minWords: number
  },
): readonly Pair[] => {
  const { openings, asks, echoes, minWords } = of
  const all = asks.flatMap((_, turn) =>
    openings.map((opening, index) => ({ opening, ask: asks[(turn + index) % asks.length] ?? '' })),
  )
  const isEcho = ({ opening, ask }: (typeof all)[number]): boolean =>
    echoes.some((echo) => echo.test(opening.template) && echo.test(ask))
  const isCurt = ({ opening, ask }: (typeof all)[number]): boolean =>
    `${opening.text} ${ask}`.split(' ').filter((word) => /\p{L}/u.test(word)).length < minWords
  const apart = all.filter((pair) => !isEcho(pair) && !isCurt(pair))
  return (apart.length > 0 ? apart : all).map(({ opening: { text, template }, ask }) => ({
    family,
    opening: text,
    ask,
    template,
  }))
}

/** Outside of a report: another text for another person, and for another week. */
const variantOf = ({ suggestion, at, userName }: Occasion): number =>
  hashOf(`${userName} ${suggestion.personId}`) + Math.floor(at / WEEK)

/** FNV-1a, kept small enough to count on. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % 131_071
}

const subjectFor = (from: {
  readonly occasion: Occasion
  readonly family: FamilyName
  readonly language: Language
  readonly tone: Tone
  readonly slots: Slots
  readonly variant: number
  readonly body: string
}): string => {
  const { occasion, family, language, tone, slots, variant, body } = from
  const theirs = occasion.topic?.from === 'message' ? replySubject(occasion.topic.text) : null
  if (isReplyFamily(family) && theirs !== null) return theirs
  const manner = tone === 'formal' ? 'formal' : 'informal'
  const whole = language.families[family].subjects[manner].flatMap((text) => filled(text, slots) ?? [])
  const rotated = whole.map((_, index) => whole[(variant + index) % whole.length] ?? '')
  // "Ten years!" is what such a message is about, and the message says so.
  if (family === 'years') return rotated[0] ?? ''
  const fitting = rotated.filter((subject) => !language.thanks.test(subject) || language.thanks.test(body))
  const plain = [...language.families.hello.subjects[manner], ...language.families.plain.subjects[manner]]
  return [...fitting, ...plain].find((subject) => !isSaidIn(subject, body, language)) ?? fitting[0] ?? rotated[0] ?? ''
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
