/** How common a word is as a given name and as a family name. Pure. */
import { familyNames, givenNames, givenSyllables, plainGivenNames } from './common-names.ts'
import {
  eastAsianFamilyNames,
  hasFamilyEnding,
  hungarianFamilyNames,
  hungarianGivenNames,
  markedFamilyNames,
  ratherFamilyNames,
  vietnameseFamilyNames,
} from './family-names.ts'
import { folded, soundOf } from './name-letters.ts'
import { particles } from './name-words.ts'
import { remembering } from './word-lists.ts'

/** How much a word is a given name, from -3.2, which only a family bears, to 3.2. */
export const givenness = remembering((word: string): number => {
  const letters = folded(word)
  const isGiven = isCommonGivenName(letters) && !surelyFamily.test(letters)
  const isFamily = isCommonFamilyName(letters) || isAsianFamilyName(word)
  if (hungarianGivenNames.has(word.toLowerCase())) return hungarianFamilyNames.has(word.toLowerCase()) ? 0.4 : 3.2
  if (yorubaGiven.test(letters)) return 3.2
  if (givenSyllables.has(letters)) return isFamily ? 0.4 : 1.6
  if (isGiven) return isFamily || hasFamilyEnding(letters) ? 0.4 : 3.2
  return isFamily || familyBeginning.test(letters) || surelyFamily.test(letters)
    ? -3.2
    : hasFamilyEnding(letters) || hungarianWife.test(word)
      ? -2.4
      : isDoubleFamilyName(word, letters)
        ? -1
        : 0
})

/** Above this a word is rather a given name than a family's. */
export const surelyGiven = 1.45

/** Of a double name the first part decides: "Jean-Luc". */
export const isCommonGivenName = remembering((letters: string): boolean => {
  const [first = ''] = letters.split(/[-'.]/)
  if (first.length < 2 || ratherFamilyNames.has(first)) return false
  return givenNames.has(soundOf(first)) || givenEnding.test(first)
})

/** Of a family name, before it: "van", and "Van" where that is no given name. */
export const isParticle = (word: string): boolean =>
  particles.has(word.toLowerCase()) && (word === word.toLowerCase() || !isCommonGivenName(folded(word)))

/** Whether everybody who bears it writes it as an address does, and nobody as a family name. */
export const isPlainGivenName = (letters: string): boolean => plainGivenNames.has(letters)

/** Slavic and Japanese given names that their endings make. */
const givenEnding =
  /^.{2,}(?:sla[vw]a?|mira?)$|^(?=(?:(?:ch|sh|ts|[kgsztdnhbpmryj]y?|w|f)?[aiueo]|n(?![aiueo]))+$).{2,}(?:ko|hiro|suke|ichi|yuki|nori|hiko|taro)$/

export const isCommonFamilyName = (letters: string): boolean => familyNames.has(letters)

/** Of a word with marks the marks decide: "Võ" is a family name, "Quân" is none. */
export const isAsianFamilyName = (word: string): boolean =>
  (word.length > 2 && isVietnameseFamilyName(word)) ||
  (isUnmarked(word) && eastAsianFamilyNames.has(word.toLowerCase()))

export const isVietnameseFamilyName = (word: string): boolean =>
  isUnmarked(word)
    ? vietnameseFamilyNames.has(word.toLowerCase())
    : markedFamilyNames.has(word.toLowerCase().normalize('NFC'))

const isUnmarked = (word: string): boolean => /^[\x20-\x7e]*$/.test(word)

/** "Takács Lászlóné" is László Takács's wife. */
const hungarianWife = /\p{L}{2}né$/u

const familyBeginning = /^(?:mc[a-z]{3}|o'[a-z]{3}|fitz[a-z]{3}|(?:al|el|ben|bar)-|[dl]')/

/** "Oluwaseun": God has done it. */
const yorubaGiven = /^oluwa../

/** Endings that no given name has. */
const surelyFamily =
  /(?:[nkl]ovas?|enko|chuk|(?:[^j]|[^aeiou]j)sk[aiy]|wicz|czyk|(?<!lud)ovic|evic|escu|eanu|poulou?s?|shvili|inen|oglu|dottir)$/

/** "Asante-Boateng": a hyphen between what is no given name and no pair of syllables. */
const isDoubleFamilyName = (word: string, letters: string): boolean =>
  /^\p{Lu}.{3,}-\p{Lu}.{2,}/u.test(word) && letters.length > 9
