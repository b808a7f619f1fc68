/**
 * Which word of a name is the one to greet with, or none where that is not sure. Witnesses, strongest first: a comma,
 * capitals, patronymics and particles, the address, how common each word is as a given and as a family name. Pure.
 */
import { hungarianFamilyNames, hungarianGivenNames } from './family-names.ts'
import {
  givenByAsia,
  givenOfAsian,
  isBalinese,
  isBurmese,
  isChinesePair,
  isSyllable,
  isVietnamese,
} from './name-asia.ts'
import {
  givenness,
  isAsianFamilyName,
  isParticle,
  isPlainGivenName,
  isVietnameseFamilyName,
  surelyGiven,
} from './name-commonness.ts'
import { type Custom, isFirstSure, isLastSure, toldAlone, toldByInitial } from './name-evidence.ts'
import { folded, isCapitals, isCaseless, isFamilyFirstScript } from './name-letters.ts'
import { isInitial, type SpokenName, undotted } from './name-spoken.ts'
import { isToldOf, orderTold, spellingsOf, type Witness } from './name-witness.ts'
import { boundGivenNames, joiners, particles, roleWords, sharedGivenNames } from './name-words.ts'
import { type WordList, wordsOfList } from './word-lists.ts'

export interface Order {
  readonly given: string | null
  /** Where the family name stands in capitals before the others: how many words it has. */
  readonly familyInCapitals: number
}

export const orderOf = ({ words, given: turned, isTitled }: SpokenName, witness: Witness): Order => {
  if (turned > 0) return sure(givenOfTurned(words.slice(0, turned), words.slice(turned), witness))
  const [first = ''] = words
  if (isTitled && words.length === 1) return unsure
  if (words.length > 1 && isFamilyAlone(words, witness)) return unsure
  if (isFamilyFirstScript(first) || words.some((word) => joiners.has(word.toLowerCase()))) return unsure
  if (isCaseless(first)) return sure(givenOfCaseless(words))
  if (isInitial(first) || isInitials(words) || !isNameLike(first)) return unsure
  const whole = words.filter((word) => isParticle(word) || (!isInitial(word) && isNameLike(word)))
  if (whole.length === 1) return sure(givenOfOne(first, words.length > 1, witness))
  return givenByCapitals(whole, witness) ?? sure(givenInOrder(whole, witness))
}

/** "San Jose" at "jerome.sanjose", "Đặng Như" at "quynh.dangnhu": all that stands there is the family's. */
const isFamilyAlone = (words: readonly string[], witness: Witness): boolean =>
  witness.words.length > 1 && spellingsOf(words.join('')).includes(witness.words.at(-1) ?? '')

/** "JP Harkness". */
const isInitials = ([first = '', second = '']: readonly string[]): boolean =>
  /^[^\P{Lu}AEIOUY]{2,3}$/u.test(first) && !isCapitals(second)

const sure = (given: string | null): Order => ({ given, familyInCapitals: 0 })
const unsure: Order = sure(null)

export const isNameLike = (word: string): boolean =>
  /^['’]?\p{L}(?:[\p{L}\p{M}'’׳״.-]|\u200c|\u200d)*$/u.test(word) && !roleWords.has(undotted(word))

const givenOfTurned = (given: readonly string[], family: readonly string[], witness: Witness): string | null => {
  const names = given.filter((word) => !isParticle(word))
  const [first = ''] = names
  if (isFamilyFirstScript(first) || isInitial(first) || !isNameLike(first) || joiners.has(names[1] ?? '')) return null
  const [house = ''] = family
  const isAsian = isAsianFamilyName(house)
  return isAsian && names.length > 1 ? givenOfAsian(house, names) : withSecond(names, witness)
}

/** In these scripts the given name comes first. */
const givenOfCaseless = (words: readonly string[]): string | null => {
  const [first = '', second] = words
  if (second === undefined) return isNameLike(first) && first.length > 1 ? first : null
  if (familyInHebrew.test(first) || !isNameLike(first) || first.length < 2) return null
  return boundGivenNames.has(first) ? `${first} ${second}` : first
}

const familyInHebrew = /^(?:כהן|לוי|מזרחי|פרץ|ביטון|דהן|אברהם|פרידמן|אזולאי|כץ)$/

const givenOfOne = (word: string, isInitialBehind: boolean, witness: Witness): string | null => {
  const [first, ...others] = witness.spelled
  const spellings = spellingsOf(word)
  if (first !== undefined && others.length > 0) {
    if (isToldOf({ ...witness, words: spellingsOf(first) }, spellings)) return givenness(word) < 0 ? null : word
    if (isToldOf(witness, spellings)) return isPlainGivenName(first.toLowerCase()) ? first : null
  }
  if (givenness(word) > surelyGiven) return isCapitals(word) && word.length < 4 ? null : word
  const isTold = witness.words[0] !== undefined && spellings.includes(witness.words[0])
  return isInitialBehind && isTold && witness.words.length > 1 && givenness(word) >= 0 ? word : null
}

/** "LOPEZ Maria", "Maria LOPEZ": who writes some words in capitals means the family's. Null where nobody did. */
const givenByCapitals = (words: readonly string[], witness: Witness): Order | null => {
  const capitals = words.map((word) => isCapitals(word) && undotted(word).length > 1)
  const count = capitals.filter(Boolean).length
  if (count === 0 || count === words.length) return null
  const start = capitals.indexOf(false)
  if (capitals.indexOf(true) === 0) {
    const family = words.slice(0, start)
    const rest = words.slice(start)
    if (rest.some((_, index) => capitals[start + index] === true) || !isFamilyInCapitals(family, rest, witness))
      return unsure
    return { given: givenBehindFamily(family, rest, witness), familyInCapitals: family.length }
  }
  const end = capitals.indexOf(true)
  const names = words.slice(0, end).filter((word) => !isParticle(word))
  const house = words[end] ?? ''
  const isFamily = isFamilyInCapitals([house], names, witness)
  return isFamily ? sure(names.length > 1 ? givenBehindFamily([house], names, witness) : (names[0] ?? null)) : null
}

/** Capitals are also what firms and units are called by. */
const isFamilyInCapitals = (family: readonly string[], given: readonly string[], witness: Witness): boolean => {
  const [first = ''] = given
  const house = family.find((word) => !particles.has(word.toLowerCase())) ?? family[0] ?? ''
  if (givenness(house) < 0 || isToldOf(witness, spellingsOf(house))) return true
  return givenness(first) > 0
    ? house.length > 3 || family.length > 1
    : house.length > 3 && isToldOf(witness, spellingsOf(first))
}

const givenBehindFamily = (family: readonly string[], given: readonly string[], witness: Witness): string | null => {
  const house = family.at(-1) ?? ''
  if (given.length > 1 && isAsianFamilyName(house)) return givenOfAsian(house, given)
  return withSecond(given, witness)
}

/** Words in one case, or as names are written. */
const givenInOrder = (words: readonly string[], witness: Witness): string | null =>
  isBurmese(words) || isBalinese(words)
    ? null
    : (givenByPatronymic(words) ??
      givenByParticle(words, witness) ??
      givenByAsia(words, witness) ??
      givenByWitnesses(words, witness))

/** "Ivanov Ivan Petrovich", "Ivan Petrovich Ivanov". */
const givenByPatronymic = (words: readonly string[]): string | null => {
  if (words.length > 3) return null
  const index = words.findIndex((word, at) => at > 0 && patronymic.test(folded(word)))
  if (index < 1 || (index === 1 && words.length === 2 && givenness(words[0] ?? '') < 0)) return null
  return words[index - 1] ?? null
}

const patronymic = /(?:ovich|evich|ovych|iovych|ovna|evna|ivna|yevna|ievna|inichna|ichna|ilich|ilyich)$/

/** "Anna von der Heide"; undefined words before a particle are the given names. */
const givenByParticle = (words: readonly string[], witness: Witness): string | null => {
  const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isParticle(word))
  if (at < 1 || isAsianFamilyName(words[0] ?? '')) return null
  const devotion = devotionOf(words, at)
  if (devotion !== null) return devotion
  if (isParticle(words[0] ?? '') && givenness(words[0] ?? '') <= 0) return null
  const first = words[0] ?? ''
  const before = words.slice(0, at)
  const last = words.at(-1) ?? ''
  if (givenness(first) < 0 && !isToldOf(witness, spellingsOf(first))) return givenness(last) > surelyGiven ? last : null
  return withSecond(before, witness)
}

/** "María del Carmen", "Maria das Dores": one name, of which the first word alone is everybody's. */
const devotionOf = (words: readonly string[], at: number): string | null => {
  const end = words.findIndex((word, index) => index > at && !isParticle(word))
  const isOne = at === 1 && /^mar[ií]a$/i.test(words[0] ?? '') && devotions.has(folded(words[end] ?? ''))
  return isOne ? words.slice(0, end + 1).join(' ') : null
}

const devotions: WordList = wordsOfList(
  () =>
    'angeles assuncao asuncion carmen carmo ceu conceicao concepcion consuelo dolores dores fatima graca guadalupe jesus lourdes luz mar mercedes milagros nieves penha pilar remedios rocio rosario socorro soledad sol valle',
)

/** Greeted by what at least one witness calls the given name, and none contradicts. */
const givenByWitnesses = (words: readonly string[], witness: Witness): string | null => {
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  if (words.length > 2 && isIrishParticle(words)) return givenness(last) > surelyGiven ? last : null
  if (isVietnamese(words) && isVietnameseFamilyName(first))
    return !isVietnameseFamilyName(last) || toldOfEnds(words, witness) <= -1 ? last : null
  if (words.length === 2 && isVietnamese(words) && isVietnameseFamilyName(last)) return first
  const told = toldOfEnds(words, witness)
  // "Dang Linh": written without its marks, a name of one syllable may be either.
  const isBare = words.length === 2 && isVietnameseFamilyName(first) && isSyllable(last) && givenness(last) === 0
  if (isBare && told < 1) return told <= -1 ? last : null
  const reading = { first: givenness(first), last: givenness(last), told, custom: customOf(words, witness) }
  if (isChinesePair(words) && told < toldByInitial) return told <= toldAlone ? last : null
  if (isFirstSure(reading)) return isParticle(first) ? null : withSecond(words.slice(0, -1), witness)
  return isLastSure(words, reading) ? givenBehind(words) : null
}

const toldOfEnds = (words: readonly string[], witness: Witness): number => {
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  const families = words.length > 2 ? [last, second, words.slice(1).join('')] : [last]
  return orderTold(witness, [...spellingsOf(first), ...spellingsOf(first + second)], families.flatMap(spellingsOf))
}

const customOf = (words: readonly string[], witness: Witness): Custom =>
  witness.isFamilyFirst || isHungarian(words)
    ? 'family'
    : words.some((word) => directoryLetters.test(word))
      ? 'either'
      : 'given'

const isHungarian = (words: readonly string[]): boolean =>
  words.some((word) => /[őű]/i.test(word) || hungarianGivenNames.has(word.toLowerCase())) ||
  hungarianFamilyNames.has(words[0]?.toLowerCase() ?? '')

const givenBehind = (words: readonly string[]): string | null => {
  const behind = words
    .slice(isParticle(words[0] ?? '') ? 2 : 1)
    .find((word) => givenness(word) > surelyGiven && !particles.has(word.toLowerCase()))
  return behind ?? (words.length === 2 ? (words[1] ?? null) : null)
}

/** "Mac Cába Diarmuid", "Ní Bhriain Saoirse", and no "Ni Luh". */
const isIrishParticle = ([first = '', second = '']: readonly string[]): boolean =>
  /^(?:mac|nic|ní|uí|ó|m[aá]g)$/iu.test(first) || (/^(?:n|u)i$/i.test(first) && /^[bcdfgmpst]h/i.test(second))

/** Of the languages between the Baltic and the Black Sea, whose directories write either order. */
const directoryLetters = /[ąęłńśźżćčďěňřšťůžāēģīķļņūșțăđ]/i

/** "Mary Ann", where the address says so, and "Abdul Rahman"; otherwise the first alone. */
const withSecond = (names: readonly string[], witness: Witness): string | null => {
  const [first, second] = names
  if (first === undefined || sharedGivenNames.has(undotted(first)) || !isNameLike(first)) return null
  if (second === undefined) return boundGivenNames.has(undotted(first)) ? null : first
  if (boundGivenNames.has(undotted(first))) return `${first} ${second}`
  const [told = '', next = ''] = witness.words
  const isTold = spellingsOf(first + second).some(
    (both) => told === both || (witness.words.length > 2 && told + next === both),
  )
  return isTold && givenness(second) > surelyGiven ? `${first} ${second}` : first
}
