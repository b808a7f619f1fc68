/** Names as people say them, out of names as mail headers write them. Pure. */
import { type CanonicalAddress, localPartOf } from '../model/address.ts'
import { roleWords, suffixes, titles } from './name-words.ts'

/**
 * "Lopez, Maria (Berlin)" as "Maria Lopez". Of a given name alone the address may tell the rest ("Maria" at "maria.lopez@").
 * Where nobody ever gave a name, what the address says of it; where it says nothing, the address.
 */
export const fullName = (displayName: string, spelling: string): string => {
  if (ordinaryName.test(displayName)) return displayName
  const name = inOrder(displayName)
  const inAddress = namesInAddress(spelling)
  if (name === '' || name.includes('@')) {
    return inAddress.length > 1 ? inAddress.map(capitalised).join(' ') : spelling
  }
  if (isPartOf(name, inAddress)) {
    return inAddress.map((word) => (isSameWord(word, name) ? capitalised(name) : capitalised(word))).join(' ')
  }
  return isOneCase(name) ? name.split(' ').map(capitalised).join(' ') : name
}

/** The name to greet with, or null where none is sure: never "Hi Dr.", "Hi Info" or "Hi ACME". */
export const givenName = (displayName: string, address: CanonicalAddress): string | null => {
  const isOrdinary = ordinaryName.test(displayName)
  if (isOrdinary) {
    const first = displayName.slice(0, displayName.indexOf(' '))
    const word = first.toLowerCase()
    if (ordinaryGivenName.test(first) && !titles.has(word) && !roleWords.has(word))
      return isOfFirm(first, address) ? null : first
  }
  const name = isOrdinary ? displayName : inOrder(displayName)
  const all = name === '' || name.includes('@') ? namesInAddress(address) : name.split(' ')
  const words = all.filter((word) => !titles.has(undotted(word)))
  const [first] = words
  // In these scripts the family name comes first, and nobody is greeted by it.
  if (first === undefined || !isGivenName(first) || familyNameFirst.test(first)) return null
  if (isOfFirm(first, address)) return null
  // One word alone is as often a firm, or a family name behind its title or before its degree, as a person.
  const isSure = words.length > 1 || (all.length === 1 && !displayName.includes(',') && first !== first.toUpperCase())
  return isSure || isCaseless(first) ? capitalised(first) : null
}

/** Whether a name says enough to be compared: two words or more, and none of them a role's, for many desks are called alike. */
const isTelling = (name: string): boolean => {
  const words = name.split(' ')
  return words.length >= 2 && !name.includes('@') && words.every((word) => !roleWords.has(word.toLowerCase()))
}

/**
 * The form in which two spellings of a full name are one ("Weidner, Jonas K. (Berlin)" and "Jonas Weidner"), or null where
 * a name says too little to compare. Equal keys are no proof: many people share a name.
 */
export const nameKey = (displayName: string): string | null => {
  const isOrdinary = ordinaryName.test(displayName)
  const name = isOrdinary ? displayName : inOrder(displayName)
  if (!isTelling(name)) return null
  if (isOrdinary && !titles.has(name.slice(0, name.indexOf(' ')).toLowerCase())) return name.toLowerCase()
  const words = unaccented(name)
    .split(/[\s.]+/)
    .filter((word) => (word.length > 1 || isCaseless(word)) && !titles.has(word))
  return words.length < 2 ? null : words.join(' ')
}

/** `'Bo Ek'` as `Bo Ek`. */
export const withoutQuotes = (name: string): string => name.replace(/^['"]+|['"]+$/g, '').trim()

/** Most names are as they should be; a page shows thousands. */
const ordinaryName = /^[A-Z][a-z0-9]+(?: [A-Z][a-z0-9]+)+$/
const ordinaryGivenName = /^[A-Z][a-z]+$/

/** Without what stands around it, the given name first. */
const inOrder = (displayName: string): string => familyFirst(turnedAround(withoutAsides(spaced(displayName))))

/** "maria.lopez" as somebody's name is "maria lopez". */
const spaced = (name: string): string => (/^\p{L}{2,}[._]\p{L}{2,}$/u.test(name) ? name.replace(/[._]/, ' ') : name)

const withoutAsides = (name: string): string =>
  withoutQuotes(
    name
      .replace(/\s*[([{][^)\]}]*[)\]}]?\s*/g, ' ')
      .replace(/\p{Extended_Pictographic}\uFE0F?/gu, ' ')
      .replace(/\s+(via|@|\||–|—|\/)\s+.*$/i, '')
      .replace(/\s+(at|from)\s+\p{Lu}.*$/u, '')
      .replace(/\s+-\s+.*$/, '')
      .replace(/,? on behalf of .*$/i, ''),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** A family name before the comma, as directories write it; what follows a comma may also be a degree or an office. */
const turnedAround = (name: string): string => {
  const [before = '', ...rest] = name.split(/\s*,\s*/)
  const [after = '', ...more] = rest.filter((part) => part !== '' && !isSuffix(part))
  if (after === '' || more.length > 0) return before.trim()
  return `${after} ${before}`.trim()
}

const isSuffix = (part: string): boolean => part.split(' ').every((word) => suffixes.has(undotted(word)))

const undotted = (word: string): string => word.toLowerCase().replaceAll('.', '')

/** "LOPEZ Maria": who writes one of two names in capitals means the family's. */
const familyFirst = (name: string): string => {
  const words = name.split(' ')
  const [first = '', ...rest] = words
  const isFamily =
    first.length > 3 && isCapitals(first) && !suffixes.has(undotted(first)) && !roleWords.has(undotted(first))
  if (!isFamily || rest.length === 0 || rest.some(isCapitals) || !rest.every(isGivenName)) return name
  return `${rest.join(' ')} ${capitalised(first)}`
}

const isCapitals = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase()

/** Mail to `hello@joiner-lind.example` from "Joiner Lind" comes from a firm, whoever writes it. */
const isOfFirm = (word: string, address: CanonicalAddress): boolean =>
  address.includes(word.toLowerCase(), address.lastIndexOf('@') + 1) && roleWords.has(localPartOf(address))

/** One name alone that is a word of what the address says. */
const isPartOf = (name: string, inAddress: readonly string[]): boolean =>
  !name.includes(' ') && inAddress.length > 1 && inAddress.some((word) => isSameWord(word, name))

const isSameWord = (a: string, b: string): boolean => unaccented(a) === unaccented(b)

const unaccented = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** The words of a name that an address is made of, two or more, or none. Roles and lists join their words with hyphens. */
export const namesInAddress = (address: string): readonly string[] => {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '')
  const parts = local.split(/[._]+/)
  if (parts.some((part) => roleWords.has(part.toLowerCase()))) return []
  // Without a separator nobody can tell where the given name ends, and an initial is none.
  return parts.length > 1 && parts.every((part) => /^\p{L}[\p{L}'’-]+$/u.test(part)) ? parts : []
}

const familyNameFirst = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

const isGivenName = (word: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’-]+$/u.test(word) && !roleWords.has(word.toLowerCase())

/** Written by someone who could not be bothered, or by a directory. */
const isOneCase = (name: string): boolean =>
  name.includes(' ') &&
  (name === name.toLowerCase() || (name === name.toUpperCase() && name.length > 8)) &&
  !isCaseless(name)

/** In these scripts names have no capitals; Georgian's are for headlines. */
const isCaseless = (text: string): boolean =>
  !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(text)

const capitalised = (word: string): string =>
  !isCaseless(word) && (word === word.toLowerCase() || (word === word.toUpperCase() && word.length > 3))
    ? word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (message) => message.toUpperCase())
    : word
