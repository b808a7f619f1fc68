/** How common a word is as a given name and as a family name. Pure. */
import { eastAsianFamilyNames, familyNames, hasFamilyEnding, vietnameseFamilyNames } from './family-names.ts'
import { givenNames, givenSyllables, plainGivenNames } from './given-names.ts'
import { folded, soundOf } from './name-letters.ts'
import { remembering } from './word-lists.ts'

/** How much a word is a given name, from -3.2, which only a family bears, to 3.2. */
export const givenness = remembering((word: string): number => {
  const letters = folded(word)
  const isGiven = isCommonGivenName(letters)
  const isFamily = isCommonFamilyName(letters) || isAsianFamilyName(letters)
  if (givenSyllables.has(letters)) return isFamily ? 0.4 : 1.6
  if (isGiven) return isFamily ? 0.4 : 3.2
  return isFamily || familyBeginning.test(letters)
    ? -3.2
    : hasFamilyEnding(letters) || hungarianWife.test(word)
      ? -2.4
      : isDoubleFamilyName(word, letters)
        ? -1
        : 0
})

/** Of a double name the first part decides: "Jean-Luc". */
export const isCommonGivenName = remembering((letters: string): boolean => {
  const [first = ''] = letters.split(/[-'.]/)
  return first.length > 1 && (givenNames.has(soundOf(first)) || givenEnding.test(first))
})

/** Whether everybody who bears it writes it as an address does, and nobody as a family name. */
export const isPlainGivenName = (letters: string): boolean => plainGivenNames.has(letters)

/** Slavic and Japanese given names that their endings make. */
const givenEnding =
  /^.{2,}(?:sla[vw]a?|mira?)$|^(?=(?:(?:ch|sh|ts|[kgsztdnhbpmryj]y?|w|f)?[aiueo]|n(?![aiueo]))+$).{2,}(?:ko|hiro|suke|ichi|yuki|nori|hiko|taro)$/

export const isCommonFamilyName = (letters: string): boolean => familyNames.has(letters)

export const isAsianFamilyName = (letters: string): boolean =>
  eastAsianFamilyNames.has(letters) || (letters.length > 2 && vietnameseFamilyNames.has(letters))

/** "Takács Lászlóné" is László Takács's wife. */
const hungarianWife = /\p{L}{2}né$/u

const familyBeginning = /^(?:mc[a-z]{3}|o'[a-z]{3}|fitz[a-z]{3}|(?:al|el|ben|bar)-|[dl]')/

/** "Asante-Boateng": a hyphen between what is no given name and no pair of syllables. */
const isDoubleFamilyName = (word: string, letters: string): boolean =>
  /^\p{Lu}.{3,}-\p{Lu}.{2,}/u.test(word) && letters.length > 9
