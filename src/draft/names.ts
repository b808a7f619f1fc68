/** Names in greetings and under a text: what is sure, and what is left as its owner writes it. Pure. */
import { readName } from '../infer/names.ts'
import { plainName } from '../model/plain-name.ts'

/** "Dear Maria Lopez", but never "Dear Info", "Dear KIM", "Dear Kestrel Joinery" or "Dear ann@example.org". */
export const isFullName = (name: string, address = ''): boolean =>
  /^\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+)+$/u.test(name) && readName(name, address).kind === 'person'

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
