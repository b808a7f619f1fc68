/** The order of names of East and South-East Asia. Pure. */
import { markedFamilyNames } from './family-names.ts'
import { givenness, isAsianFamilyName, isVietnameseFamilyName, surelyGiven } from './name-commonness.ts'
import { folded } from './name-letters.ts'
import { isToldOf, orderTold, spellingsOf, type Witness } from './name-witness.ts'
import { type WordList, wordsOfList } from './word-lists.ts'

/** Chinese, Korean and Vietnamese names of three words and more, in either order, and with a European name beside them. */
export const givenByAsia = (words: readonly string[], witness: Witness): string | null => {
  if (words.length < 3) return null
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  // "Jolene Goh Hui Min": a European name before the whole Chinese one.
  const isWhole = words.length === 4 && isAsianFamilyName(second) && words.slice(2).every(isSyllable)
  if (isWhole && !isAsianFamilyName(first) && (givenness(first) > surelyGiven || isToldOf(witness, spellingsOf(first))))
    return first
  if (isVietnameseTurned(words, witness))
    return isToldOf(witness, spellingsOf(first)) || isInitialTold(words, witness) ? first : null
  const isLed = isAsianLed(words, witness)
  if (isLed === null) return null
  if (isLed && words.slice(2, -1).every(isSyllable) && (isSyllable(second) || isVietnamese(words))) {
    if (isSyllable(last) || givenness(last) > surelyGiven) return givenOfAsian(first, words.slice(1))
  }
  if (givenness(first) > surelyGiven && !isSyllable(first)) return null
  if (!isAsianFamilyName(last) || !words.slice(0, -1).every(isSyllable)) return null
  if (!isVietnamese(words)) return words.length === 3 && givenness(first) < surelyGiven ? `${first} ${second}` : null
  const told = spellingsOf(`${first}${second}`)
  return isToldOf(witness, told) ? `${first} ${second}` : isToldOf(witness, spellingsOf(first)) ? first : null
}

/** "Duc Ngo Minh": the family name in the middle, where a form asked for the given one first. */
const isVietnameseTurned = (words: readonly string[], witness: Witness): boolean => {
  const [first = '', second = ''] = words
  const isSecond = isVietnameseFamilyName(second)
  return (
    isSecond &&
    (isVietnameseFamilyName(first) || (isAsianFamilyName(first) && !isVietnamese(words))
      ? isInitialTold(words, witness)
      : words.every(isSyllable))
  )
}

/** "lduonghoang" of Long Dương Hoàng. */
const isInitialTold = ([first = '', ...others]: readonly string[], witness: Witness): boolean =>
  orderTold(witness, spellingsOf(first), spellingsOf(others.join(''))) >= 2

/** Whether the family name comes first, or null where both ends may be one and nothing tells which. */
const isAsianLed = (words: readonly string[], witness: Witness): boolean | null => {
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  const isLed = isAsianFamilyName(first) || isVietnameseFamilyName(first)
  if (!isLed || !isAsianFamilyName(last) || isVietnamese(words)) return isLed
  const told = orderTold(witness, [...spellingsOf(first), ...spellingsOf(first + second)], spellingsOf(last))
  const toldTurned = orderTold(witness, [...spellingsOf(second + last), ...spellingsOf(last)], spellingsOf(first))
  if (witness.words.includes(folded(second + last))) return true
  if (witness.words.includes(folded(first + second))) return false
  if (told !== toldTurned) return toldTurned > told
  return givenness(first) === givenness(last) ? null : givenness(first) < givenness(last)
}

export const isVietnamese = (words: readonly string[]): boolean =>
  words.some((word) => /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹũ]/iu.test(word.normalize('NFC'))) ||
  words.some(
    (word) => /^(?:nguyen|tran|pham|hoang|huynh|thi)$/.test(folded(word)) || markedFamilyNames.has(word.toLowerCase()),
  )

/** Behind the family name: of Vietnamese names the last word, of Chinese and Korean both; a European name is for others. */
export const givenOfAsian = (family: string, given: readonly string[]): string => {
  const last = given.at(-1) ?? ''
  if (isVietnameseFamilyName(family) && isVietnamese([family, ...given])) return last
  if (given.length > 2) return isSyllable(last) && givenness(last) <= 0 ? given.slice(0, 2).join(' ') : last
  if (!isSyllable(last)) return givenness(last) > 0 ? last : (given[0] ?? last)
  const [first = ''] = given
  return isSyllable(first) ? given.join(' ') : first
}

export const isSyllable = (word: string): boolean => syllable.test(folded(word))

/** As Chinese, Korean and Vietnamese have them; "Goff" is none. */
const syllable =
  /^(?:[bcdfghjklmnpqrstvwxyz]|[bcdgkpstz]h|ngh?|nh|tr|ts|hw|kw|gw|hs|ss|jj|kk|tt|pp|[bdghkmpry]y)?[aeiouy]{1,4}(?:ng?|nh|ch|ck|[ptkcmlhrb])?$/

/** "Chen Xiaoming", "Zhang Wei": what comes first is a family name of one syllable, and what follows is none. */
export const isChinesePair = ([first = '', last = '', third]: readonly string[]): boolean => {
  if (third !== undefined || !isAsianFamilyName(first)) return false
  if (givenness(last) < 0 && isAsianFamilyName(last)) return false
  return isAsianGivenName(last) || (givenness(first) < 0 && givenness(last) > 0 && isSyllable(last))
}

/** Two syllables as Chinese and Korean have them, in one word or with a hyphen: "Minjun", "Soo-jin". */
const isAsianGivenName = (word: string): boolean => {
  const letters = folded(word).replace(/['-]/g, '')
  if (letters.length < 4 || !twoSyllables.test(letters)) return false
  return givenness(word) <= 0 || koreanSound.test(letters) || chineseSound.test(letters)
}

const koreanSound = /eo|eu|[jhyw]oo|hy|young|kyung|(?:jun|jin|hee|hoon|seok|ho)$/

const chineseSound = /^x|x[iu]|zh|qi|ia[no]|ao[a-z]|ei[a-z]|uan|ng$/

const twoSyllables =
  /^(?:(?:[bcdfghjklmnpqrstwxyz]|[cszg]h|[kgh]w|[bdghkmpry]y)?(?:[iu]?a[eio]?|e[aeiou]?|yeo|i[eou]?|o[ou]?|u[eio]?|oo|ae|wo)(?:ng?|[klmpt](?![aeiou]))?){2}$/

/** Burmese names have no family's: all the words are the name, of which people use more than the first. */
export const isBurmese = (words: readonly string[]): boolean =>
  words.filter((word) => burmeseSyllables.has(folded(word))).length > 1

const burmeseSyllables: WordList = wordsOfList(
  () =>
    'aung aye hlaing htet htun kyaw khin khaing moe myat myint myo naing nay nyein ohn phyo phyu pyae sandar soe swe thant thaw thein thet thida thura tin tun win wai yadanar zaw zay zin',
)

/** "Ni Luh Ayu": of a Balinese name it is told in what order somebody was born, and any word may be used. */
export const isBalinese = ([first = '', second = '']: readonly string[]): boolean =>
  /^ni?$|^i$/i.test(first) && /^(?:luh|made|wayan|nyoman|ketut|putu|kadek|komang|gede|nengah|gusti)$/i.test(second)
