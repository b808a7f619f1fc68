/** What an address says of the name of its owner. Pure. */
import { folded, foldedLong } from './name-letters.ts'
import { roleWords } from './name-words.ts'
import { automatedName, publisherName, roleName, transactionName } from './sender-words.ts'

export interface Witness {
  /** The words of the local part, folded, in their order: "maria" and "lopez". */
  readonly words: readonly string[]
  /** Those words as they are spelled, where they are a whole name: two or more. */
  readonly spelled: readonly string[]
  /** A mailbox of an organisation, which tells of no person. */
  readonly isRole: () => boolean
  /** The letters of the domain's own label: "kelpenergy". */
  readonly domain: string
  /** From a country where family names come first. */
  readonly isFamilyFirst: boolean
}

export const witnessOf = (address: string): Witness => {
  const at = address.lastIndexOf('@')
  const local = (at < 0 ? address : address.slice(0, at)).slice(0, 64).replace(/\+.*$/, '')
  const labels =
    at < 0
      ? []
      : address
          .slice(at + 1)
          .toLowerCase()
          .split('.')
  const words = folded(local)
    .split(/[^a-z']+/)
    .map((word) => word.replaceAll("'", ''))
    .filter((word) => word !== '')
  return {
    words,
    spelled: namesInAddress(address),
    isRole: () =>
      address !== '' &&
      (words.length === 0 || words.some((word) => roleWords.has(word)) || isRoleName(local.toLowerCase())),
    domain: folded(labels.slice(0, -1).join('').replaceAll('-', '')),
    isFamilyFirst: familyFirstCountries.has(labels.at(-1) ?? ''),
  }
}

const isRoleName = (local: string): boolean =>
  [roleName, transactionName, publisherName, automatedName].some((names) => names.test(local))

/** The words of a name that an address is made of, two or more, or none. Roles and lists join their words with hyphens. */
export const namesInAddress = (address: string): readonly string[] => {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '')
  const parts = local.split(/[._]+/)
  if (parts.some((part) => roleWords.has(part.toLowerCase()))) return []
  // Without a separator nobody can tell where the given name ends, and an initial is none.
  return parts.length > 1 && parts.every((part) => /^\p{L}[\p{L}'’-]+$/u.test(part)) ? parts : []
}

/**
 * Which of two names comes first for the owner of the address, from -3 to 3: above nothing, `given` is the given name. Of
 * "maria.lopez", "m.lopez" and "mlopez" everybody knows which is which; "marial" may be Lopez Maria's.
 */
export const orderTold = ({ words, domain }: Witness, given: Spellings, family: Spellings): number => {
  const first = indexOf(words, given)
  const second = indexOf(words, family)
  if (first >= 0 && second >= 0 && first !== second) return first < second ? 1.5 : -1.5
  const [only = '', other = ''] = words
  if (words.length > 1) {
    if (isInitialBefore(words, given, second)) return 2.5
    if (isInitialBefore(words, family, first)) return -2.6
  }
  if (words.length === 2 && other.length === 1 && first === 0 && family.some((each) => each.startsWith(other)))
    return 0.6
  if (words.length > 1) return first === 0 ? 0.6 : second === 0 ? -0.3 : 0
  return toldByOneWord(only, given, family) + (family.includes(domain) ? 0.6 : given.includes(domain) ? -0.6 : 0)
}

/** A name in the forms addresses spell it. */
export type Spellings = readonly string[]

export const spellingsOf = (name: string): Spellings => {
  const short = lettersOf(folded(name))
  const long = lettersOf(foldedLong(name))
  return short === long ? [short] : [short, long]
}

const lettersOf = (text: string): string => text.replace(/[^a-z]/g, '')

/** Whether the local part has this name in it, as a word or as the beginning of one. */
export const isToldOf = ({ words }: Witness, name: Spellings): boolean =>
  indexOf(words, name) >= 0 ||
  (words.length > 0 &&
    name.some((each) => each.length > 2 && words.some((word) => word.startsWith(each) || word.endsWith(each))))

const indexOf = (words: readonly string[], name: Spellings): number =>
  words.findIndex((word, index) => name.some((each) => isAlike(each, word) || each === word + (words[index + 1] ?? '')))

/** The same, or short for it: "alex" for Alexander. */
const isAlike = (name: string, word: string): boolean =>
  name === word || (word.length > 2 && name.length > word.length + 1 && name.startsWith(word))

const isInitialBefore = (words: readonly string[], name: Spellings, index: number): boolean => {
  const [first = ''] = words
  return index > 0 && first.length < 3 && name.some((each) => each.startsWith(first.charAt(0)))
}

const toldByOneWord = (word: string, given: Spellings, family: Spellings): number => {
  for (const g of given) {
    for (const f of family) {
      if (word === g + f) return 0.3
      if (word === f + g) return -1
      if (word.length > f.length && word.endsWith(f) && isShort(word.slice(0, -f.length), g)) return 2
      if (word.length > g.length && word.endsWith(g) && isShort(word.slice(0, -g.length), f)) return -2.6
      if (word === f + g.charAt(0)) return -0.8
    }
  }
  if (given.some((each) => isAlike(each, word))) return 0.4
  return family.includes(word) ? -0.2 : 0
}

/** One initial or two. */
const isShort = (start: string, name: string): boolean => start.length < 3 && start.charAt(0) === name.charAt(0)

const familyFirstCountries: ReadonlySet<string> = new Set(['cn', 'tw', 'kr', 'jp', 'vn', 'hu', 'mo', 'kh'])
