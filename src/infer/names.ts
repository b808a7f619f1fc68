/** Names as people say them, out of names as mail headers write them. Pure. */
import { type CanonicalAddress, domainOf, localPartOf } from '../model/address.ts'

/**
 * "Lopez, Maria (Berlin)" as "Maria Lopez". Where nobody ever gave a name, what the address says of it ("maria.lopez@" is
 * Maria Lopez); where it says nothing, the address.
 */
export const fullName = (displayName: string, spelling: string): string => {
  if (plainName.test(displayName)) return displayName
  const name = turnedAround(withoutAsides(displayName))
  if (name !== '' && !name.includes('@')) return isOneCase(name) ? name.split(' ').map(capitalised).join(' ') : name
  const words = namesInAddress(spelling)
  return words.length > 1 ? words.map(capitalised).join(' ') : spelling
}

/** The name to greet with, or null where none is sure: never "Hi Dr.", "Hi Info" or "Hi ACME". */
export const givenName = (displayName: string, address: CanonicalAddress): string | null => {
  const isPlain = plainName.test(displayName)
  if (isPlain) {
    const first = displayName.slice(0, displayName.indexOf(' '))
    const word = first.toLowerCase()
    if (plainGivenName.test(first) && !titles.has(word) && !roleWords.has(word) && !isOfFirm(first, address))
      return first
  }
  const name = isPlain ? displayName : turnedAround(withoutAsides(displayName))
  const words = (name === '' || name.includes('@') ? namesInAddress(address) : name.split(' ')).filter(
    (word) => !titles.has(word.toLowerCase().replace(/\.$/, '')),
  )
  const [first] = words
  // In these scripts the family name comes first, and nobody is greeted by it.
  if (first === undefined || !isGivenName(first) || familyNameFirst.test(first)) return null
  if (isOfFirm(first, address)) return null
  // One word alone is as often a firm, or a family name before its degree, as a person.
  if (words.length === 1 && (displayName.includes(',') || first === first.toUpperCase())) return null
  return capitalised(first)
}

/** Whether a name says that it is someone's: two words or more, and none of them a role's. */
export const isFullName = (name: string): boolean => {
  const words = name.split(' ')
  return words.length >= 2 && !name.includes('@') && words.every((word) => !roleWords.has(word.toLowerCase()))
}

/**
 * The form in which two spellings of a full name are one ("Weidner, Jonas K. (Berlin)" and "Jonas Weidner"), or null where
 * a name says too little to compare. Equal keys are no proof: many people share a name.
 */
export const nameKey = (displayName: string): string | null => {
  const isPlain = plainName.test(displayName)
  const name = isPlain ? displayName : turnedAround(withoutAsides(displayName))
  if (!isFullName(name)) return null
  if (isPlain && !titles.has(name.slice(0, name.indexOf(' ')).toLowerCase())) return name.toLowerCase()
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[\s.]+/)
    .filter((word) => word.length > 1 && !titles.has(word))
  return words.length < 2 ? null : words.join(' ')
}

/** Most names are as they should be; a page shows thousands. */
const plainName = /^[A-Z][a-z0-9]+(?: [A-Z][a-z0-9]+)+$/
const plainGivenName = /^[A-Z][a-z]+$/

const withoutAsides = (name: string): string =>
  name
    .replace(/\s*[([{][^)\]}]*[)\]}]?\s*/g, ' ')
    .replace(/\s+(via|at|@|\||–|—|\/)\s+.*$/i, '')
    .replace(/\s+-\s+.*$/, '')
    .replace(/^['"]+|['"]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A family name before the comma, as directories write it; what follows a comma may also be a degree. */
const turnedAround = (name: string): string => {
  const [before, after, ...more] = name.split(/\s*,\s*/)
  if (before === undefined || after === undefined || after === '') return (before ?? '').trim()
  if (more.length > 0 || suffixes.has(after.toLowerCase().replaceAll('.', ''))) return before.trim()
  return `${after} ${before}`.trim()
}

/** Mail to `hello@joiner-lind.example` from "Joiner Lind" comes from a firm, whoever writes it. */
const isOfFirm = (word: string, address: CanonicalAddress): boolean =>
  roleWords.has(localPartOf(address)) && domainOf(address).includes(word.toLowerCase())

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
  !familyNameFirst.test(name)

const capitalised = (word: string): string =>
  word === word.toLowerCase() || (word === word.toUpperCase() && word.length > 3)
    ? word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : word

const titles = new Set([
  'dr',
  'prof',
  'professor',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'sir',
  'dame',
  'herr',
  'frau',
  'hr',
  'fr',
  'ing',
  'dipl-ing',
  'mag',
  'rev',
  'fr',
  'mme',
  'mlle',
  'sr',
  'sra',
  'srta',
  'don',
  'doña',
  'shri',
  'smt',
])

const suffixes = new Set([
  'phd',
  'md',
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'esq',
  'mba',
  'cpa',
  'msc',
  'bsc',
  'dds',
  'rn',
  'inc',
  'ltd',
  'llc',
  'gmbh',
  'ag',
])

const roleWords = new Set([
  'info',
  'team',
  'support',
  'sales',
  'office',
  'admin',
  'hello',
  'contact',
  'service',
  'news',
  'newsletter',
  'billing',
  'accounts',
  'hr',
  'jobs',
  'careers',
  'recruiting',
  'press',
  'marketing',
  'help',
  'helpdesk',
  'noreply',
  'notifications',
  'no-reply',
  'reception',
  'bookings',
  'events',
  'community',
  'list',
  'group',
  'the',
  'studio',
  'gmbh',
  'inc',
  'ltd',
  'llc',
  'mail',
  'post',
  'kontakt',
  'webmaster',
  'robot',
  'bot',
])
