/**
 * Address headers that break the grammar (RFC 5322 §3.4) in the ways senders break it, so that a parser can read them:
 * brackets and quotes that are never closed, brackets of East Asian width, a comma in a name without quotes. Pure.
 */
import type { Address as ParsedAddress } from 'postal-mime'

/** The header with its brackets and quotes in pairs: `Bo (Sales <bo@x.example>` is `Bo (Sales )<bo@x.example>`. */
export const pairedHeader = (header: string): string =>
  withoutStrayQuote(closedComments(narrow(header)))
    .replace(/<[<\s]+(?=[^<>]*>)/g, '<')
    .replace(/>[>\s]*>/g, '>')

/**
 * A name with a comma and no quotes is two entries to the grammar, the first without an address: `Lind, Anna <a@x.example>`.
 * The entries are one mailbox, unless the first looks like a local recipient (`ann, Bo Ek <bo@x.example>`).
 */
export const joinedNames = (entries: readonly ParsedAddress[]): readonly ParsedAddress[] => {
  const joined: ParsedAddress[] = []
  let before: string[] = []
  for (const entry of entries) {
    if (entry.group !== undefined) joined.push({ ...entry, group: [...joinedNames(entry.group)] as typeof entry.group })
    else if (entry.address === '') {
      if (namePart.test(entry.name) && !entry.name.includes('=?')) before.push(entry.name)
      continue
    } else
      joined.push(
        before.length === 0 || entry.name === '' ? entry : { ...entry, name: [...before, entry.name].join(', ') },
      )
    before = []
  }
  return joined
}

/** Capitals, or letters of a script that has none. Half an encoded word (RFC 2047) is no name. */
const namePart = /\p{Lu}|\p{Lt}|\p{Lo}/u

/** Brackets, at signs and commas of full width do the work of the usual ones where those are missing. */
const narrow = (header: string): string => {
  let narrowed = header
  if (!header.includes('<') || !header.includes('>')) narrowed = narrowed.replaceAll('＜', '<').replaceAll('＞', '>')
  if (!header.includes('@')) narrowed = narrowed.replaceAll('＠', '@')
  if (openComments(narrowed).length > 0 || strayEnd(narrowed))
    narrowed = narrowed.replaceAll('（', '(').replaceAll('）', ')')
  return narrowed.replace(/(@[^\s，；]*)[，；]/g, '$1,')
}

/** Where a comment begins that is never closed. What stands in quotes is text. */
const openComments = (header: string): readonly number[] => scanned(header).open

const strayEnd = (header: string): boolean => scanned(header).hasStrayEnd

const scanned = (header: string): { readonly open: readonly number[]; readonly hasStrayEnd: boolean } => {
  const open: number[] = []
  let hasStrayEnd = false
  let isQuoted = false
  for (let at = 0; at < header.length; at++) {
    const character = header[at]
    if (character === '\\') at += 1
    else if (character === '"' && open.length === 0) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '(') open.push(at)
    else if (character === ')' && open.pop() === undefined) hasStrayEnd = true
  }
  return { open, hasStrayEnd }
}

/** A comment that is never closed ends before the address, or with the entry where the address stands before it. */
const closedComments = (header: string): string =>
  openComments(header).reduceRight((closed, at) => {
    const entryAt = closed.lastIndexOf(',', at) + 1
    const isBehind = closed.slice(entryAt, at).includes('@')
    const rest = closed.slice(at)
    const length = isBehind ? rest.search(/,|$/) : rest.search(/<[^<>]*@|$/)
    return `${closed.slice(0, at)}${rest.slice(0, length)})${rest.slice(length)}`
  }, header)

/** Of an odd number of quotes the one that would swallow an address is the one too many, else the last. */
const withoutStrayQuote = (header: string): string => {
  const quotes = [...header.matchAll(/\\.|"/g)].filter(([text]) => text === '"').map(({ index }) => index)
  if (quotes.length % 2 === 0) return header
  const stray = quotes.find((at, index) => /<[^<>]*@/.test(header.slice(at, quotes[index + 1]))) ?? quotes.at(-1) ?? 0
  return header.slice(0, stray) + header.slice(stray + 1)
}
