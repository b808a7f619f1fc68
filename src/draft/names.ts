/** Names in greetings and under a text: what is sure, and what is left as its owner writes it. Pure. */
import { readName } from '../infer/names.ts'
import { plainName } from '../model/plain-name.ts'

/** "Dear Maria Lopez", "Dear 王小明", but never "Dear Info", "Dear KIM", "Dear Kestrel Joinery" or "Dear ann@example.org". */
export const isFullName = (name: string, address = ''): boolean =>
  !isOrganisation(name, address) &&
  (/^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)+$/u.test(name) || isWholeInOneWord.test(name))

/** "Chi" of chi@mailhaus.example: one word that is a name by their own address, and no company's. */
export const isOwnWord = (name: string, address: string): boolean => {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  const word = name.toLowerCase()
  return (
    /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(name) &&
    !isOrganisation(name, address) &&
    (local.startsWith(word) || isInitialOf(word, local)) &&
    !domain.includes(word)
  )
}

/** "t.sahin" of Tuğba. */
const isInitialOf = (word: string, local: string): boolean => /^\p{Ll}[._-]/u.test(local) && local[0] === word[0]

/** In scripts that write both names without a blank. */
const isWholeInOneWord = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,}$/u

/** A firm, a desk or a room, as far as name and address give themselves away. */
const isOrganisation = (name: string, address: string): boolean => readName(name, address).kind === 'organisation'

/** "Dr. Aalto" of who signs "Dr. Henrik Aalto"; null of everybody else. */
export const titledName = (name: string): string | null => {
  const [, title, rest] = /^((?:Prof(?:essor|\.)? ?)?(?:Dr\.?|Prof(?:essor|\.)?))\s+(.+)$/u.exec(name) ?? []
  const surname = rest?.split(' ').at(-1)
  if (title === undefined || surname === undefined || !/^\p{Lu}\p{Ll}/u.test(surname)) return null
  return plainName(
    `${title
      .trim()
      .replace(/^Dr$/, 'Dr.')
      .replace(/^Prof$/, 'Prof.')} ${surname}`,
  )
}

/** Of one surname, and so perhaps of one family. */
export const isKin = ({ name, userName }: { readonly name: string; readonly userName: string }): boolean => {
  const [theirs, own] = [surnames(name), surnames(userName)]
  return own.some((surname) => theirs.includes(surname))
}

/** "Ben-David" is one surname, "Müller-Holz" might be two: each part counts. */
const surnames = (name: string): readonly string[] => {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [last, ...last.split('-')].map((word) => word.toLowerCase()).filter(({ length }) => length > 1)
}

/** The given name that the user signs with. */
export const ownGivenName = (userName: string): string => {
  const [first = ''] = userName.trim().split(/\s+/)
  return first === '' ? '' : plainName(first)
}
