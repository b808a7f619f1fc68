/**
 * Names as people say them, out of names as mail headers write them: take the header apart, choose the part that is a
 * person's, put it in order, and say which word to greet with. Where two readings are possible, none is sure. Pure.
 */
import { type CanonicalAddress, localPartOf } from '../model/address.ts'
import { givenness, isCommonFamilyName, isCommonGivenName, isPlainGivenName } from './name-commonness.ts'
import { namePartsOf } from './name-header.ts'
import { capitalised, folded, isCapitals, isCaseless } from './name-letters.ts'
import { isNameLike, type Order, orderOf } from './name-order.ts'
import { isInitial, type SpokenName, spokenOf, undotted } from './name-spoken.ts'
import { isToldOf, namesInAddress, spellingsOf, type Witness, witnessOf } from './name-witness.ts'
import { caselessRole, compoundRole, particles, placesLikePeople, roleWords, suffixes, titles } from './name-words.ts'

export { withoutQuotes } from './name-header.ts'
export { namesInAddress } from './name-witness.ts'

export type ReadName =
  /** `full` is their name as they write it, with its casing mended; `given` is what to greet with, or null where unsure. */
  | { readonly kind: 'person'; readonly full: string; readonly given: string | null }
  /** A firm, a desk, a room or a group: greeted without a name. */
  | { readonly kind: 'organisation'; readonly full: string; readonly given: null }
  /** Nobody ever gave a name, and the address tells none: `full` is the address. */
  | { readonly kind: 'unnamed'; readonly full: string; readonly given: null }

/** `spelling` is the address as its owner writes it. */
export const readName = (displayName: string, spelling: string): ReadName => {
  const ordinary = readOrdinary(displayName, spelling)
  if (ordinary !== null) return ordinary
  if (roleWords.has(displayName.trim().toLowerCase()))
    return { kind: 'organisation', full: displayName.trim(), given: null }
  const witness = witnessOf(spelling)
  const { segments, asides } = namePartsOf(displayName)
  const { segment, others } = chosen(segments, asides, witness)
  if (segment === '' || segment.includes('@') || !isSpelled(segment)) return readAddress(spelling)
  const spoken = spokenOf(segment, witness)
  // "Anna Lind, PhD <…>" without quotes reads as two mailboxes, the second called "PhD".
  if (witness.spelled.length > 1 && spoken.words.every((word) => suffixes.has(undotted(word))))
    return readAddress(spelling)
  const written = spoken.isTitled && spoken.words.length === 1 ? segment : spoken.words.join(' ')
  if (isOrganisation(spoken, segment, witness)) return { kind: 'organisation', full: written, given: null }
  const order = orderOf(spoken, witness)
  const given = order.given ?? nickname(others, spoken, order)
  return {
    kind: 'person',
    full:
      spoken.words.length > 1
        ? mended(spoken, order, witness)
        : spoken.isTitled
          ? written
          : completed(written, witness),
    given: given === null ? null : given.split(' ').map(capitalised).join(' '),
  }
}

/**
 * "Lopez, Maria (Berlin)" as "Maria Lopez". Of a given name alone the address may tell the rest ("Maria" at "maria.lopez@").
 * Where nobody ever gave a name, what the address says of it; where it says nothing, the address.
 */
export const fullName = (displayName: string, spelling: string): string => readName(displayName, spelling).full

/** The name to greet with, or null where none is sure: never "Hi Dr.", "Hi Info" or "Hi ACME". */
export const givenName = (displayName: string, address: CanonicalAddress): string | null =>
  readName(displayName, address).given

/**
 * The form in which two spellings of a full name are one ("Weidner, Jonas K. (Berlin)" and "Jonas Weidner"), or null where
 * a name says too little to compare. Equal keys are no proof: many people share a name.
 */
export const nameKey = (displayName: string): string | null => {
  const isOrdinary = ordinaryName.test(displayName)
  const name = isOrdinary ? displayName : readName(displayName, '').full
  if (!isTelling(name)) return null
  if (isOrdinary && !titles.has(name.slice(0, name.indexOf(' ')).toLowerCase())) return name.toLowerCase()
  const words = unaccented(name)
    .split(/[\s.]+/)
    .filter((word) => (word.length > 1 || isCaseless(word)) && !titles.has(word))
  return words.length < 2 ? null : words.join(' ')
}

/** Whether a name says enough to be compared: two words or more, and none of them a role's, for many desks are called alike. */
const isTelling = (name: string): boolean => {
  const words = name.split(' ')
  return words.length >= 2 && !name.includes('@') && words.every((word) => !roleWords.has(word.toLowerCase()))
}

const unaccented = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

const ordinaryName = /^[A-Z][a-z0-9]+(?: [A-Z][a-z0-9]+)+$/
const twoOrdinaryWords = /^([A-Z][a-z]+) ([A-Z][a-z]+)$/

/** A letter alone is no name, unless it is a word. */
const isSpelled = (name: string): boolean => /\p{L}.*\p{L}|\p{Script=Han}/u.test(name)

/** Most names are as they should be, and a page shows thousands. */
const readOrdinary = (displayName: string, spelling: string): ReadName | null => {
  const [, first, last] = twoOrdinaryWords.exec(displayName) ?? []
  if (first === undefined || last === undefined) return null
  const [one, other] = [first.toLowerCase(), last.toLowerCase()]
  if (titles.has(one) || roleWords.has(one) || roleWords.has(other) || !isCommonGivenName(one)) return null
  if (givenness(first) < 3 || givenness(last) > 0 || isOfFirm(first, spelling) || isDoubted(one, other, spelling))
    return null
  return { kind: 'person', full: displayName, given: first }
}

/** "Panchenko Zlata" at "zpanchenko", "Zlata Panchenko" at "panchenko.z": the address may read the other way. */
const isDoubted = (one: string, other: string, spelling: string): boolean => {
  const local = spelling.slice(0, spelling.lastIndexOf('@')).toLowerCase()
  return local.startsWith(other) || (local.endsWith(one) && local.length > one.length)
}

/** Mail to `hello@joiner-lind.example` from "Joiner Lind" comes from a firm, whoever writes it. */
const isOfFirm = (word: string, address: string): boolean =>
  address.includes(word.toLowerCase(), address.lastIndexOf('@') + 1) &&
  roleWords.has(localPartOf(address.toLowerCase() as CanonicalAddress))

/**
 * Where there is no name at all, the two words of an address may be one. Addresses have no accents: a name
 * that some write with one is no greeting ("Hi Zdenek"). */
const readAddress = (spelling: string): ReadName => {
  const words = namesInAddress(spelling)
  if (words.length < 2) return { kind: 'unnamed', full: spelling, given: null }
  const [first = ''] = words
  const given = isPlainGivenName(first.toLowerCase()) ? capitalised(first) : null
  return { kind: 'person', full: words.map(capitalised).join(' '), given }
}

/** Of what stands side by side, the part that reads most like a person; what stands in brackets comes last. */
const chosen = (
  segments: readonly string[],
  asides: readonly string[],
  witness: Witness,
): { readonly segment: string; readonly others: readonly string[] } => {
  const [only = asides[0] ?? ''] = segments
  if (segments.length < 2 && (asides.length === 0 || personhood(only, witness) > 0))
    return { segment: only, others: asides }
  const behind = asides.filter((aside) => aside.includes(' ') && personhood(aside, witness) > 2)
  let segment = only
  let most = Number.NEGATIVE_INFINITY
  for (const [index, text] of [...segments, ...behind].entries()) {
    const value = personhood(text, witness) - 0.3 * index
    if (value > most) [segment, most] = [text, value]
  }
  return { segment, others: asides }
}

const personhood = (segment: string, witness: Witness): number => {
  const words = segment.split(/[\s,]+/).filter((word) => word !== '')
  const sum = words.reduce((total, word) => total + personhoodOf(word, witness), 0)
  return caselessRole.test(segment) ? -3 : words.length > 4 ? sum - 1 : sum
}

const personhoodOf = (word: string, witness: Witness): number => {
  if (isRoleWord(word) || /\d/.test(word)) return -3
  if (titles.has(undotted(word))) return 1.5
  const letters = folded(word)
  const isTold = letters.length > 1 && isToldOf(witness, spellingsOf(word))
  const isOfDomain = letters.length > 3 && witness.domain.includes(letters)
  return (
    (isTold ? 2 : isOfDomain ? -2 : 0) +
    (isCommonGivenName(letters) ? 1.5 : 0) +
    (isCommonFamilyName(letters) ? 0.5 : 0)
  )
}

const isRoleWord = (word: string): boolean => roleWords.has(undotted(word)) || compoundRole.test(word)

/** Titles and common given names speak for a person; words of organisations, numbers and the domain's own name against. */
const isOrganisation = ({ words, given, isTitled }: SpokenName, segment: string, witness: Witness): boolean => {
  if (caselessRole.test(segment)) return true
  const [first = ''] = words
  const isFirstGiven = isCommonGivenName(folded(first)) && !roleWords.has(undotted(first))
  const isFirstTold = isFirstGiven && isToldOf(witness, spellingsOf(first))
  const all = isTitled ? words : segment.split(/[\s,;/]+/)
  // Emily Post is no post office: without an address nothing speaks against her.
  const isNamed = isFirstGiven && (isFirstTold || given > 0 || witness.words.length === 0)
  // "Rasha El-Sayed, Solstice Energy" at "rasha": the firm stands behind its comma.
  const isBeforeFirm = !isTitled && words.length < all.length && !words.some(isRoleWord)
  if (isBeforeFirm && words.length < 4 && isToldOf(witness, spellingsOf(first))) return false
  // "Maria das Dores": what is an article elsewhere is a particle here.
  if (all.some((word, index) => isRoleWord(word) && (index === 0 || !particles.has(word))))
    return !isNamed || isRoleWord(all[0] ?? '')
  if (words.some((word) => /\d/.test(word))) return !isFirstGiven
  // "Anna's phone" is not Anna.
  if (words.length > 1 && words.some((word) => /['’]s$/.test(word))) return true
  if (/^(?:st\.?|saint|sankt)$/iu.test(all[0] ?? '') && witness.isRole()) return true
  if (isTitled || isCaseless(segment)) return false
  if (words.length > 2 && isDomain(words.slice(0, 2), witness) && isUntold(words, witness)) return true
  if (placesLikePeople.has(first.toLowerCase()) && isUntold(words, witness)) return true
  const hasGiven = words.some((word) => isCommonGivenName(folded(word)))
  if (witness.isRole() && words.length > 0) return !hasGiven || isOfDomain(first, witness)
  if (hasGiven || words.some((word) => isToldOf(witness, spellingsOf(word)))) return false
  return words.length === 1 && isCapitals(first) ? first.length > 1 : isDomain(words, witness)
}

/** "Paris Opera" at "tickets": a place and what is there, of which the address says no name. */
const isUntold = (words: readonly string[], witness: Witness): boolean =>
  words.length > 1 &&
  witness.words.length > 0 &&
  !words.some((word) => isToldOf(witness, spellingsOf(word)) || isInitialOf(witness.words[0] ?? '', word)) &&
  givenness(words.at(-1) ?? '') === 0

const isInitialOf = (local: string, word: string): boolean =>
  local.length < 4 && local.startsWith(folded(word).charAt(0))

const isOfDomain = (word: string, { domain }: Witness): boolean => domain.includes(folded(word).replace(/[^a-z]/g, ''))

const isDomain = (words: readonly string[], { domain }: Witness): boolean => {
  const letters = folded(words.join('')).replace(/[^a-z]/g, '')
  return letters.length > 3 && domain.length > 3 && (letters.startsWith(domain) || domain.startsWith(letters))
}

/** "Vries, A. de (Annelies)": what is in brackets behind an initial, or behind a name of which nothing is sure. */
const nickname = (asides: readonly string[], { words, isTitled }: SpokenName, { given }: Order): string | null => {
  if (given !== null || words.length === 0) return null
  const [first = ''] = words
  const nick = asides.find(
    (aside) =>
      isNameLike(aside) &&
      (givenness(aside) > 1.5 || isInitial(first)) &&
      !placesLikePeople.has(aside.toLowerCase()) &&
      !isCapitals(aside),
  )
  if (nick === undefined) return null
  const isFitting = !isInitial(first) || first.charAt(0).toLowerCase() === nick.charAt(0).toLowerCase()
  return isFitting && !isTitled ? nick : null
}

/** One name alone that is a word of what the address says. */
const completed = (name: string, { spelled }: Witness): string => {
  const words = spelled.map((word) =>
    spellingsOf(word).some((each) => spellingsOf(name).includes(each)) ? name : word,
  )
  if (!words.includes(name)) return isCapitals(name) && givenness(name) <= 0 ? name : capitalised(name)
  return words.map(capitalised).join(' ')
}

/** The whole name, its capitals as names have them; a family name in capitals goes behind where that is Europe's order. */
const mended = ({ words }: SpokenName, { given, familyInCapitals }: Order, witness: Witness): string => {
  const isOne = isOneCase(words)
  const isMeant =
    !isOne || words.some((word) => word.length > 3 || givenness(word) !== 0 || isToldOf(witness, spellingsOf(word)))
  const whole = words.map((word, index) => mendedWord(word, index, { isOne: isOne && isMeant, given, words }))
  if (familyInCapitals === 0 || given === null) return whole.join(' ')
  const isAsian =
    givenness(words[0] ?? '') < 0 && folded(words[0] ?? '').length < 6 && !isCommonFamilyName(folded(words[0] ?? ''))
  return isAsian ? whole.join(' ') : [...whole.slice(familyInCapitals), ...whole.slice(0, familyInCapitals)].join(' ')
}

const isOneCase = (words: readonly string[]): boolean =>
  words.length > 1 &&
  (words.every((word) => word === word.toUpperCase()) || words.every((word) => word === word.toLowerCase()))

const mendedWord = (
  word: string,
  index: number,
  {
    isOne,
    given,
    words,
  }: { readonly isOne: boolean; readonly given: string | null; readonly words: readonly string[] },
): string => {
  if (isInitial(word)) return word.toUpperCase()
  if (/^(?:ii|iii|iv|vi{0,3})$/i.test(word) && index === words.length - 1) return word.toUpperCase()
  if (isCapitals(word)) return isOne || given !== null ? capitalised(word) : word
  if (word !== word.toLowerCase() || particles.has(word)) return word
  return capitalised(word)
}
