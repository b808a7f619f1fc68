/** Names as people say them, out of names as mail headers write them. Pure. */
import { type CanonicalAddress, localPartOf } from '../model/address.ts'

/** "Lopez, Maria (Berlin)" as "Maria Lopez"; an address where nobody ever gave a name. */
export const fullName = (displayName: string, spelling: string): string => {
  const name = turnedAround(withoutAsides(displayName))
  return name === '' || name.includes('@') ? spelling : name
}

/** The name to greet with, or null where none is sure: never "Hi Dr.", "Hi Info" or "Hi ACME". */
export const givenName = (displayName: string, address: CanonicalAddress): string | null => {
  const name = turnedAround(withoutAsides(displayName))
  const words = (name === '' || name.includes('@') ? namesInAddress(address) : name.split(' ')).filter(
    (word) => !titles.has(word.toLowerCase().replace(/\.$/, '')),
  )
  const [first] = words
  // In these scripts the family name comes first, and nobody is greeted by it.
  if (first === undefined || !isGivenName(first) || familyNameFirst.test(first)) return null
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
  const name = turnedAround(withoutAsides(displayName))
  if (!isFullName(name)) return null
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[\s.]+/)
    .filter((word) => word.length > 1 && !titles.has(word))
  return words.length < 2 ? null : words.join(' ')
}

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

const namesInAddress = (address: CanonicalAddress): readonly string[] => {
  const local = localPartOf(address).replace(/\+.*$/, '')
  const parts = local.split(/[._-]+/)
  // Without a separator nobody can tell where the given name ends, and an initial is none.
  return parts.length > 1 && parts.every((part) => /^\p{L}{2,}$/u.test(part)) ? parts : []
}

const familyNameFirst = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

const isGivenName = (word: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’-]+$/u.test(word) && !roleWords.has(word.toLowerCase())

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
