/**
 * Which word of a name is the one to greet with, or none where that is not sure. Witnesses, strongest first: a comma,
 * capitals, patronymics and particles, the address, how common each word is as a given and as a family name. Pure.
 */
import { vietnameseFamilyNames } from './family-names.ts'
import { givenness, isAsianFamilyName, isCommonGivenName, isPlainGivenName } from './name-commonness.ts'
import { folded, isCapitals, isCaseless, isFamilyFirstScript } from './name-letters.ts'
import { isInitial, type SpokenName, undotted } from './name-spoken.ts'
import { isToldOf, orderTold, spellingsOf, type Witness } from './name-witness.ts'
import { boundGivenNames, joiners, particles, roleWords, sharedGivenNames } from './name-words.ts'

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
  if (isInitial(first) || !isNameLike(first)) return unsure
  const whole = words.filter((word) => isParticle(word) || (!isInitial(word) && isNameLike(word)))
  if (whole.length === 1) return sure(givenOfOne(first, words.length > 1, witness))
  return givenByCapitals(whole, witness) ?? sure(givenInOrder(whole, witness))
}

/** "San Jose" at "jerome.sanjose", "Đặng Như" at "quynh.dangnhu": all that stands there is the family's. */
const isFamilyAlone = (words: readonly string[], witness: Witness): boolean =>
  witness.words.length > 1 && spellingsOf(words.join('')).includes(witness.words.at(-1) ?? '')

const sure = (given: string | null): Order => ({ given, familyInCapitals: 0 })
const unsure: Order = sure(null)

export const isNameLike = (word: string): boolean =>
  /^['’]?\p{L}(?:[\p{L}\p{M}'’׳״.-]|\u200c|\u200d)*$/u.test(word) && !roleWords.has(undotted(word))

const certain = 1.45

const givenOfTurned = (given: readonly string[], family: readonly string[], witness: Witness): string | null => {
  const names = given.filter((word) => !particles.has(word.toLowerCase()) || isCommonGivenName(folded(word)))
  const [first = ''] = names
  if (isFamilyFirstScript(first) || isInitial(first) || !isNameLike(first) || joiners.has(names[1] ?? '')) return null
  const [house = ''] = family
  const isAsian = isAsianFamilyName(folded(house))
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
  if (givenness(word) > certain) return isCapitals(word) && word.length < 4 ? null : word
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
  const names = words
    .slice(0, end)
    .filter((word) => !particles.has(word.toLowerCase()) || isCommonGivenName(folded(word)))
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
  if (given.length > 1 && isAsianFamilyName(folded(house))) return givenOfAsian(house, given)
  return withSecond(given, witness)
}

/** Words in one case, or as names are written. */
const givenInOrder = (words: readonly string[], witness: Witness): string | null =>
  givenByPatronymic(words) ??
  givenByParticle(words, witness) ??
  givenByAsia(words, witness) ??
  givenByScore(words, witness)

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
  if (at < 1 || isAsianFamilyName(folded(words[0] ?? ''))) return null
  if (isParticle(words[0] ?? '') && givenness(words[0] ?? '') <= 0) return null
  const first = words[0] ?? ''
  const before = words.slice(0, at)
  const last = words.at(-1) ?? ''
  if (givenness(first) < 0 && !isToldOf(witness, spellingsOf(first))) return givenness(last) > certain ? last : null
  return withSecond(before, witness)
}

const isParticle = (word: string): boolean => particles.has(word.toLowerCase()) && !isCommonGivenName(folded(word))

/** Chinese, Korean and Vietnamese names of three words and more, in either order, and with a European name beside them. */
const givenByAsia = (words: readonly string[], witness: Witness): string | null => {
  if (words.length < 3) return null
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  if (isVietnameseTurned(words, witness))
    return isToldOf(witness, spellingsOf(first)) || isInitialTold(words, witness) ? first : null
  const isLed = isAsianLed(words, witness)
  if (isLed === null) return null
  if (isLed && words.slice(2, -1).every(isSyllable) && (isSyllable(second) || isVietnamese(words))) {
    if (isSyllable(last) || givenness(last) > certain) return givenOfAsian(first, words.slice(1))
  }
  if (givenness(first) > certain && !isSyllable(first)) return null
  if (!isAsianFamilyName(folded(last)) || !words.slice(0, -1).every(isSyllable)) return null
  if (!isVietnamese(words)) return words.length === 3 && givenness(first) < certain ? `${first} ${second}` : null
  const told = spellingsOf(`${first}${second}`)
  return isToldOf(witness, told) ? `${first} ${second}` : isToldOf(witness, spellingsOf(first)) ? first : null
}

/** "Duc Ngo Minh": the family name in the middle, where a form asked for the given one first. */
const isVietnameseTurned = (words: readonly string[], witness: Witness): boolean => {
  const [first = '', second = ''] = words
  const isSecond = isVietnameseFamily(second)
  return (
    isSecond &&
    (isVietnameseFamily(first) || (isAsianFamilyName(folded(first)) && !isVietnamese(words))
      ? isInitialTold(words, witness)
      : words.every(isSyllable))
  )
}

const isVietnameseFamily = (word: string): boolean => vietnameseFamilyNames.has(folded(word))

/** "lduonghoang" of Long Dương Hoàng. */
const isInitialTold = ([first = '', ...others]: readonly string[], witness: Witness): boolean =>
  orderTold(witness, spellingsOf(first), spellingsOf(others.join(''))) >= 2

/** Whether the family name comes first, or null where both ends may be one and nothing tells which. */
const isAsianLed = (words: readonly string[], witness: Witness): boolean | null => {
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  const isLed = isAsianFamilyName(folded(first)) || vietnameseFamilyNames.has(folded(first))
  if (!isLed || !isAsianFamilyName(folded(last)) || isVietnamese(words)) return isLed
  const told = orderTold(witness, [...spellingsOf(first), ...spellingsOf(first + second)], spellingsOf(last))
  const toldTurned = orderTold(witness, [...spellingsOf(second + last), ...spellingsOf(last)], spellingsOf(first))
  if (told !== toldTurned) return toldTurned > told
  return givenness(first) === givenness(last) ? null : givenness(first) < givenness(last)
}

const isVietnamese = (words: readonly string[]): boolean =>
  words.some((word) => /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹũ]/iu.test(word.normalize('NFC'))) ||
  words.some((word) => /^(?:nguyen|tran|pham|hoang|huynh|thi)$/.test(folded(word)))

/** Behind the family name: of Vietnamese names the last word, of Chinese and Korean both; a European name is for others. */
const givenOfAsian = (family: string, given: readonly string[]): string => {
  const last = given.at(-1) ?? ''
  if (vietnameseFamilyNames.has(folded(family)) && isVietnamese([family, ...given])) return last
  if (given.length > 2) return isSyllable(last) && givenness(last) <= 0 ? given.slice(0, 2).join(' ') : last
  if (!isSyllable(last)) return givenness(last) > 0 ? last : (given[0] ?? last)
  const [first = ''] = given
  return isSyllable(first) ? given.join(' ') : first
}

const isSyllable = (word: string): boolean => syllable.test(folded(word))

/** As Chinese, Korean and Vietnamese have them; "Goff" is none. */
const syllable =
  /^(?:[bcdfghjklmnpqrstvwxyz]|[bcdgkpstz]h|ngh?|nh|tr|ts|hw|kw|gw|hs|ss|jj|kk|tt|pp|[bdghkmpry]y)?[aeiouy]{1,4}(?:ng?|nh|ch|ck|[ptkcmlhrb])?$/

const givenByScore = (words: readonly string[], witness: Witness): string | null => {
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  if (words.length > 2 && irishParticle.test(first)) return givenness(last) > certain ? last : null
  if (isVietnameseFamily(first) && isVietnamese(words)) return isVietnameseFamily(last) ? null : last
  const usual =
    witness.isFamilyFirst || isOfFamilyFirst(words)
      ? -0.5
      : words.some((word) => directoryLetters.test(word))
        ? -0.2
        : 1
  const given = [...spellingsOf(first), ...spellingsOf(first + second)]
  const families = words.length > 2 ? [last, second, words.slice(1).join('')] : [last]
  const told = orderTold(witness, given, families.flatMap(spellingsOf))
  const isTurned = words.length === 2 && isAsianFamilyName(folded(first)) && isAsianGivenName(last)
  const score = usual + givenness(first) - weightBehind(last) + told - (isTurned ? 3.2 : 0)
  if (words.length === 2 && isVietnameseFamily(first) && isSyllable(last) && givenness(last) === 0 && told < 1)
    return null
  // Two that only families bear: then the address alone could tell. An address that reads the other way is a doubt.
  if (score >= certain && (told < -1 || (givenness(first) < 0 && told < 1))) return null
  if (score >= certain) return isParticle(first) ? null : withSecond(words.slice(0, -1), witness)
  if (score > -certain || !isTurnedSurely(words, { told, isTurned, usual })) return null
  // Of two that both are given names, the address alone does not tell enough.
  const isEither = givenness(first) > certain || (givenness(first) > 0 && givenness(last) < 3)
  if (isEither && !isAsianFamilyName(folded(first))) return null
  const behind = words
    .slice(isParticle(first) ? 2 : 1)
    .find((word) => givenness(word) > certain && !particles.has(word.toLowerCase()))
  return behind ?? (words.length === 2 ? last : null)
}

/** "Mac Cába Diarmuid", "Ní Bhriain Saoirse". */
const irishParticle = /^(?:mac|nic|n[ií]|u[ií]|[oó]|m[aá]g)$/iu

interface Reading {
  readonly told: number
  readonly isTurned: boolean
  readonly usual: number
}

/** One witness alone turns no name around: a word that only families bear, an address, the custom of a country. */
const isTurnedSurely = (words: readonly string[], { told, isTurned, usual }: Reading): boolean => {
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const weight = givenness(first)
  const isGiven = words.slice(1).some((word) => givenness(word) > certain)
  if (isTurned || (weight < -3 && givenness(last) > 0)) return true
  if (told > 0.6) return false
  const isFamily = weight <= -2.4 || usual < 0
  return (isFamily && (isGiven || told < -1)) || (isGiven && told <= -2.5)
}

const isOfFamilyFirst = (words: readonly string[]): boolean => words.some((word) => /[őű]/i.test(word))

/** Of the languages between the Baltic and the Black Sea, whose directories write either order. */
const directoryLetters = /[ąęłńśźżćčďěňřšťůžāēģīķļņūșțăđ]/i

/** A common given name that is a family name as well is rather a given one where a family name stands before it. */
const weightBehind = (word: string): number => (givenness(word) === 0.4 ? 0.8 : givenness(word))

/** Two syllables as Chinese and Korean have them, in one word or with a hyphen: "Minjun", "Soo-jin". */
const isAsianGivenName = (word: string): boolean => {
  const letters = folded(word).replace(/['-]/g, '')
  if (letters.length < 4 || !twoSyllables.test(letters)) return false
  return givenness(word) <= 0 || koreanSound.test(letters)
}

const koreanSound = /eo|eu|[jhyw]oo|hy|young|kyung|(?:jun|jin|hee|hoon|seok|ho)$/

const twoSyllables =
  /^(?:(?:[bcdfghjklmnpqrstwxyz]|[cszg]h|[kgh]w|[bdghkmpry]y)?(?:[iu]?a[eio]?|e[aeiou]?|yeo|i[eou]?|o[ou]?|u[eio]?|oo|ae|wo)(?:ng?|[klmpt](?![aeiou]))?){2}$/

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
  return isTold && givenness(second) > certain ? `${first} ${second}` : first
}
