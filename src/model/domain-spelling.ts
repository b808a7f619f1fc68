/**
 * How a domain with letters beyond ASCII is shown. Most are shown as they are written; one that could pass for another domain is
 * shown as punycode (RFC 3492), as browsers do: letters of several scripts within a label, or a label of Cyrillic or Greek letters
 * that all look like Latin ones (UTS 39). Pure.
 */

/** `punycode` is the same domain in ASCII. */
export const shownDomain = (domain: string, punycode: string): string =>
  domain.split('.').some(isMisleading) ? punycode : domain

const isMisleading = (label: string): boolean => {
  if (!/[^ -~]/.test(label)) return false
  if (oddLatin.test(label)) return true
  const scripts = new Set([...label].flatMap((letter) => scriptOf(letter) ?? []))
  return scripts.size > 1 || (!scripts.has('latin') && !scripts.has('asian') && looksLatin.test(label))
}

/** Chinese, Japanese and Korean are written together, and beside nothing else here. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
]

const scriptOf = (letter: string): string | null => {
  const known = scripts.find(([, letters]) => letters.test(letter))
  if (known !== undefined) return known[0]
  return /\p{L}/u.test(letter) ? 'other' : null
}

/** Latin letters that nobody tells from a plain one. */
const oddLatin = /[ıɩɪɑɡʟǀꞁᴀ-ᴢ]/u

/** Cyrillic and Greek letters, digits and hyphens that together could be read as Latin. */
const looksLatin = /^[аеорсухіјѕһԁԛԝѵӏвнкмтгьзχνορυικατ0-9-]+$/iu
