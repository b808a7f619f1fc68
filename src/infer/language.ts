/**
 * The language of a subject: by words that only some languages have, by letters, and by how words begin and end. Short subjects
 * are mostly names and things; where what speaks for one language is little, or another is near, nothing is said. Pure.
 */
import { type LanguageCode, languageCodes } from '../model/language.ts'
import { vocabularyOf } from '../model/vocabulary.ts'
import type { languageWords } from './lists/language-words.ts'
import { answerSubject, withoutGatewayTags } from './subject-words.ts'

/** Null where it is not sure. */
export const languageOfSubject = (subject: string): LanguageCode | null => {
  const text = bareText(subject)
  if (text === '' || foreignLetters.test(text)) return null
  const points = pointsOf(text)
  const [best = 0, second = 0] = [...points].sort((a, b) => b - a)
  const code = languageCodes[points.indexOf(best)]
  return code !== undefined && best >= minPoints && best >= minLead * second ? code : null
}

/** What one word of one language is worth is 1. */
const minPoints = 1.5
const minLead = 1.8

/** Longer ones are sure after a few words. */
const maxLength = 120

const bareText = (subject: string): string => {
  let text = withoutGatewayTags(subject.slice(0, maxLength))
  while (answerSubject.test(text)) text = text.replace(answerSubject, '')
  return text.normalize('NFC').replaceAll("'", '’').trim()
}

/** Of languages that are not told apart here, whatever their words look like. */
const foreignLetters = /[åøæıİşğőűłąęśćčšžřěůățșđýþðĂ]|(?!\p{Script=Latin})\p{L}/iu

type Points = number[]

const other = languageCodes.length

const pointsOf = (text: string): Points => {
  const points: Points = Array.from({ length: other + 1 }, () => 0)
  for (const [pattern, code, worth] of letterHints)
    if (pattern.test(text)) add(points, languageCodes.indexOf(code), worth)
  for (const word of text.toLowerCase().split(/[^\p{L}’]+/u)) {
    if (word === '') continue
    const languages = wordTable().get(word)
    if (languages !== undefined) {
      for (const place of languages) add(points, place, 1 / languages.length)
      continue
    }
    for (const [pattern, code, worth] of wordHints) {
      if (pattern.test(word)) add(points, languageCodes.indexOf(code), worth)
    }
  }
  return points
}

const add = (points: Points, place: number, worth: number): void => {
  points[place] = (points[place] ?? 0) + worth
}

type Hint = readonly [pattern: RegExp, code: LanguageCode, worth: number]

const letterHints: readonly Hint[] = [
  [/ß/u, 'de', 2],
  [/[¿¡]/u, 'es', 2],
  [/ñ/iu, 'es', 1],
  [/[ãõ]/iu, 'pt', 2],
]

/** Of words that are in no list. */
const wordHints: readonly Hint[] = [
  [/.(?:ung|ungen|keit|heit|lich|lichen|liche|schaft|ische|ischen)$/u, 'de', 0.8],
  [/(?:ä|ö|ü).*(?:en|er|e|t|s)$|^(?:ge|ver|zer|ent).{3,}(?:t|en)$/u, 'de', 0.5],
  [/^(?:qu|jusqu|lorsqu|puisqu|n|j|c|s|m|t)’/u, 'fr', 1],
  [/^[ld]’/u, 'fr', 0.5],
  [/^[ld]’/u, 'it', 0.5],
  [/^(?:dell|all|nell|sull|dall|un|quell|com|dov|quest)’/u, 'it', 1],
  [/.(?:euse|eux|ières?|aux|ées|ée|ement)$|[êèùœ]/u, 'fr', 0.6],
  [/.(?:ción|ciones|dades|dad)$/u, 'es', 1],
  [/.(?:ção|ções|inho|inha)$|lh[aeo]s?$|nh[aeo]s?$/u, 'pt', 0.9],
  [/.(?:zione|zioni|ità|mente)$|.(?:glio|glia|gli)$/u, 'it', 0.8],
  [/.(?:heid|lijk|lijke|tjes?)$|ij|uu|[^aeiou]aa[^aeiou]/u, 'nl', 0.8],
  [/.(?:ness|ful|ght)$/u, 'en', 0.6],
]

/** Made on first use, of which most invocations have none. */
const wordTable = (): ReadonlyMap<string, readonly number[]> => {
  table ??= tableOf()
  return table
}

let table: ReadonlyMap<string, readonly number[]> | null = null

const lists = vocabularyOf<typeof languageWords>('languageWords')

const tableOf = (): ReadonlyMap<string, readonly number[]> => {
  const made = new Map<string, number[]>()
  for (const [place, code] of [...languageCodes, 'other' as const].entries()) {
    for (const word of new Set(lists()[code].split(/\s+/))) {
      const known = made.get(word)
      if (known === undefined) made.set(word, [place])
      else known.push(place)
    }
  }
  return made
}
