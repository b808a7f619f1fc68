/** One part of a display name in the order people say it: without titles and degrees, what a comma turned turned back. Pure. */
import { eastAsianFamilyNames } from './family-names.ts'
import { givenness, isCommonFamilyName, isCommonGivenName } from './name-commonness.ts'
import { folded, isCapitals } from './name-letters.ts'
import { isToldOf, orderTold, spellingsOf, type Witness } from './name-witness.ts'
import { joiners, particles, placesLikePeople, roleWords, sharedGivenNames, suffixes, titles } from './name-words.ts'

export interface SpokenName {
  readonly words: readonly string[]
  /** How many of the words are the given names, as a comma told; 0 where the words stand as they were written. */
  readonly given: number
  /** Whether a title stood before them. */
  readonly isTitled: boolean
}

export const spokenOf = (segment: string, witness: Witness): SpokenName => {
  const all = segment
    .split(/[,،;、]/)
    .map((part) => wordsOf(part))
    .filter((words) => words.length > 0)
  const parts = all.filter((words, index) => index === 0 || !words.every(isSuffix))
  const [before = [], after, third] = parts
  const named = spoken(before)
  if (after === undefined) return named
  const behind = spoken(after)
  const given = withoutDepartments(behind.words)
  const isPair = third === undefined || isOneName(named.words)
  if (named.words.some(isRole) && isCommonGivenName(folded(given[0] ?? ''))) return behind
  if (!isPair || !isFamilyThenGiven(named.words, given, witness)) return named
  return { words: [...given, ...named.words], given: given.length, isTitled: named.isTitled || behind.isTitled }
}

export const undotted = (word: string): string => word.toLowerCase().replace(/\.+$/, '').replaceAll('.', '')

/** "J.", "J" or "J.P.": of a name only its beginning. */
export const isInitial = (word: string): boolean =>
  /^(?:\p{L}\p{M}*\.?)(?:-?\p{Lu}\.)*$/u.test(word) &&
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)

const wordsOf = (part: string): readonly string[] => part.split(' ').filter((word) => /[\p{L}\p{N}&+]/u.test(word))

const spoken = (written: readonly string[]): SpokenName => {
  let first = 0
  while (first < written.length - 1 && isTitle(written, first)) first += 1
  let last = written.length
  while (last - first > 1 && isDegree(written[last - 1] ?? '', last - first)) last -= 1
  return { words: written.slice(first, last), given: 0, isTitled: first > 0 }
}

const isTitle = (words: readonly string[], index: number): boolean => {
  const word = undotted(words[index] ?? '')
  const next = words[index + 1] ?? ''
  const isFollowed = words.length - index > 2 && isCommonGivenName(folded(next))
  if (faculties.has(word)) return index > 0
  if (index > 0 && joiners.has(word)) return true
  if (/^i\. ?[av]\.?$/i.test(words[index] ?? '')) return true
  // "Hab.", "Er.": what is cut short before a name is a title in some language.
  if (/^\p{L}{2,5}\.$/u.test(words[index] ?? '')) return !sharedGivenNames.has(word)
  if (word === 'tan') return undotted(next) === 'sri'
  if (peersOfNames.has(word)) return isFollowed || words[index]?.endsWith('.') === true
  if (/^[md]$/.test(word)) return isFollowed && words[index]?.endsWith('.') === true
  if (titles.has(word) || titles.has(words[index]?.toLowerCase() ?? '')) return true
  if (/^(?:dr|prof|dipl|mag|ing|dott|univ)[.-]/i.test(words[index] ?? '') || word.startsWith('الدكتور')) return true
  // "CEO Rosie Parker", "RA Sabine Hofer".
  return (
    isFollowed && suffixes.has(word) && isCapitals(words[index] ?? '') && !isCommonFamilyName(word) && word.length > 1
  )
}

/** What a doctor is one of. */
const faculties: ReadonlySet<string> = new Set([
  'med',
  'jur',
  'phil',
  'rer',
  'nat',
  'pol',
  'oec',
  'hc',
  'h',
  'c',
  'mult',
  'habil',
  'vet',
  'dent',
])

/** Titles that are also names: "Don Draper" is no Spanish gentleman. */
const peersOfNames: ReadonlySet<string> = new Set(
  'don sri prince princess baron graf lady dame mas nai nang bay on mag col hon rep sen gen bu u me ir ts ra ma kang pan ms late sheikh sig rag'.split(
    ' ',
  ),
)

const isSuffix = (word: string): boolean => suffixes.has(undotted(word)) || /^[&+/@]$|^(?:and|of|at)$/i.test(word)

/** Short ones are family names too, unless they are written as degrees are. */
const isDegree = (word: string, count: number): boolean => {
  const plain = undotted(word)
  if (!suffixes.has(plain)) return false
  if (eastAsianFamilyNames.has(plain) && count < 3) return false
  return (
    plain.length > 3 ||
    word.includes('.') ||
    isCapitals(word) ||
    /^(?:jr|sr|phd|mba|msc|bsc|esq|ceo|cto|cfo|cpa|iii?|iv)$/.test(plain)
  )
}

/** "Laura M CIV USARMY": directories write where somebody works behind the given name. */
const withoutDepartments = (words: readonly string[]): readonly string[] => {
  const [first = ''] = words
  const isAllCapitals = isCapitals(first)
  if (isAllCapitals && words.length < 4) return words
  const end = words.findIndex(
    (word, index) =>
      index > 0 &&
      !particles.has(word.toLowerCase()) &&
      isCapitals(word) &&
      undotted(word).length > 1 &&
      !isInitial(word),
  )
  return end < 0 ? words : words.slice(0, end)
}

/** One word, or one behind its particles. */
const isOneName = (words: readonly string[]): boolean =>
  words.length === 1 || words.slice(0, -1).every((word) => particles.has(word.toLowerCase()))

/** Whether a comma stands behind a family name, and not before a firm, a place or an office. */
const isFamilyThenGiven = (before: readonly string[], after: readonly string[], witness: Witness): boolean => {
  const [first = ''] = before
  const [behind = ''] = after
  if (behind === '' || after.length > 4 || /\d/.test(behind)) return false
  if (after.some(isRole) || before.some(isRole)) return false
  const isBehindTold = isToldOf(witness, spellingsOf(behind))
  const isBehindGiven = isCommonGivenName(folded(behind))
  // "Karl, Friedrich" at "fkarl".
  if (orderTold(witness, spellingsOf(behind), [...before, before.join('')].flatMap(spellingsOf)) >= 2) return true
  const isPlace = placesLikePeople.has(behind.toLowerCase())
  if (isOneName(before) && !isBehindTold && givenness(first) > 1.5 && isToldOf(witness, spellingsOf(first)))
    return isBehindGiven && !isPlace
  if (isOneName(before)) return isBehindTold || isBehindGiven || isInitial(behind) || !isFirm(before, behind, witness)
  const isFirstTold = isToldOf(witness, spellingsOf(first))
  if (givenness(first) < 0) return isBehindTold || isBehindGiven
  if (isFirstTold !== isBehindTold) return isBehindTold
  return givenness(first) < 1.5 && (isBehindTold || isBehindGiven)
}

const isRole = (word: string): boolean => roleWords.has(undotted(word))

/** "Rosie, Loop" at `loop.example`. */
const isFirm = ([first = '']: readonly string[], behind: string, witness: Witness): boolean => {
  const letters = folded(behind).replace(/[^a-z]/g, '')
  if (letters.length > 2 && witness.domain.includes(letters)) return true
  return givenness(first) > 1.5
}
