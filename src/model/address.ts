/**
 * Addresses as mail carries them, and the form in which two spellings are one (RFC 5322, RFC 5321 §2.4, RFC 5891).
 * Pure: parsing is postal-mime's.
 */
import { addressParser, decodeWords, type Address as ParsedAddress } from 'postal-mime'
import { joinedNames, pairedHeader } from './address-repair.ts'
import { shownDomain } from './domain-spelling.ts'

declare const canonical: unique symbol

/** A lower-case addr-spec whose domain is punycode: equal strings are one mailbox. */
export type CanonicalAddress = string & { readonly [canonical]: true }

/** One mailbox as it was written. */
export interface Address {
  /** The display name, or `''`. */
  readonly name: string
  readonly address: CanonicalAddress
  /** The addr-spec as its owner spells it: what to show and to send to. */
  readonly spelling: string
}

/** Every mailbox in the value of an address header (From, To, Cc, …), up to `mostMailboxes`, groups opened, unusable ones left out. */
export const parseAddresses = (header: string): readonly Address[] => {
  if (header.trim() === '') return []
  const plain = plainMailboxes(header.trimStart())
  if (plain !== null) return plain
  return joinedNames(addressParser(joinEncodedWords(pairedHeader(beginningOf(header)))))
    .flatMap(mailboxes)
    .slice(0, maxMailboxes)
}

/** Three times what makes a crowd: whoever stands behind these changes nothing, and would cost what all the others do. */
export const maxMailboxes = 100

/** The addr-spec in the form we compare, or null where there is no usable address in `raw`. */
export const canonicalAddress = (raw: string): CanonicalAddress | null => canonicalSpelling(bareSpelling(raw))

/** Text that is canonical already: from storage, or put together here. */
export const addressFrom = (text: string): CanonicalAddress => text as CanonicalAddress

export const localPartOf = (address: CanonicalAddress): string => address.slice(0, address.lastIndexOf('@'))

/** Stands for every address at a host, where addresses are made for one message each. */
export const anyAt = (domain: string): CanonicalAddress => addressFrom(`*@${domain}`)

/** In lower case, as punycode. */
export const domainOf = (address: CanonicalAddress): string => address.slice(address.lastIndexOf('@') + 1)

/** Whole address, RFC 5321 §4.5.3.1.3. */
const maxAddressLength = 254

/**
 * Blanks, controls and marks that cannot be seen or turn the direction of text never belong to a mailbox that can be
 * written to; angle brackets are leftovers of broken headers. With a separator or another @ it would be two mailboxes
 * wherever it is filled in: to somebody's letter a stranger's address could be added.
 */
const unusableLocalPart = /[\p{C}\p{Z}<>,;@]/u

const asciiDomain = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/

/**
 * One mailbox of a plain list: a name, quoted, bare or one encoded word (RFC 2047), and `<addr-spec>`, or the addr-spec alone,
 * up to the next mailbox. A blank can belong to one part only, so that no header makes it try twice.
 */
const plainMailbox =
  /(?:(?:"([^"\\=]*)"|(=\?[\w*-]+\?[bq]\?[^\s"<>(),:;@\\?]*\?=|[^\s"<>(),:;@=\\]+(?:\s+[^\s"<>(),:;@=\\]+)*))?\s*<([^\s<>"(),:;@]+@[a-z0-9.-]+)>|([^\s<>"(),:;@]+@[a-z0-9.-]+))\s*(?:,\s*|$)/iy

/**
 * The common case, at a third of the full grammar's cost: null where anything in the header is unusual. Without it a page takes
 * a sixth more (`npm run bench`, "page: CPU per 100 messages").
 */
const plainMailboxes = (header: string): readonly Address[] | null => {
  const found: Address[] = []
  plainMailbox.lastIndex = 0
  while (plainMailbox.lastIndex < header.length && found.length < maxMailboxes) {
    const match = plainMailbox.exec(header)
    if (match === null) return null
    const [, quoted, bare, bracketed, alone] = match
    const isEncoded = bare?.startsWith('=?') ?? false
    const name = (isEncoded ? decodeWords(bare ?? '') : (quoted ?? bare)) ?? ''
    // An address in the place of a name is for the grammar to judge.
    if (isEncoded && name.includes('@')) return null
    const one = mailbox(name, bracketed ?? alone ?? '')
    if (one !== null) found.push(one)
  }
  return found
}

/** Up to a comma; the full grammar goes fifty times through a group within a group. */
const beginningOf = (header: string): string =>
  header.length <= maxUnusual ? header : header.slice(0, Math.max(0, header.lastIndexOf(',', maxUnusual)))

const maxUnusual = 4096

const mailboxes = (parsed: ParsedAddress): readonly Address[] => {
  if (parsed.group !== undefined) return parsed.group.flatMap(mailboxes)
  const one = mailbox(parsed.name, parsed.address ?? '')
  return one === null ? [] : [one]
}

/** The mailbox of a display name and an addr-spec as they were written, or null where the addr-spec is none. */
export const mailbox = (name: string, raw: string): Address | null => {
  const spelling = bareSpelling(raw)
  const address = canonicalSpelling(spelling)
  return address === null ? null : { name: cleanName(name), address, spelling: shownSpelling(spelling) }
}

const shownSpelling = (spelling: string): string => {
  const at = spelling.lastIndexOf('@') + 1
  const domain = spelling.slice(at)
  if (!/[^ -~]/.test(domain)) return spelling
  return spelling.slice(0, at) + shownDomain(domain.normalize('NFC'), canonicalDomain(domain) ?? domain)
}

const bareSpelling = (raw: string): string =>
  raw.trim().replace(/^['"<]*(?:mailto:\s*['"<]*)?|(?<!['">.,;])['">.,;]+$/gi, '')

const canonicalSpelling = (spec: string): CanonicalAddress | null => {
  const split = spec.lastIndexOf('@')
  if (split < 1 || split === spec.length - 1 || spec.length > maxAddressLength) return null
  const domain = canonicalDomain(spec.slice(split + 1))
  if (domain === null) return null
  const local = spec.slice(0, split).normalize('NFC').toLowerCase()
  if (unusableLocalPart.test(local)) return null
  return addressFrom(`${canonicalLocalPart(local, domain)}@${canonicalName(domain)}`)
}

const adjacentBase64Words = /=\?([\w*-]+)\?B\?[A-Za-z0-9+/=]*\?=(?:\s+=\?\1\?B\?[A-Za-z0-9+/=]*\?=)+/gi

/**
 * Senders split a character between two encoded words although RFC 2047 §5 forbids it. The parser joins such words
 * but for padded base64, so that is done here.
 */
const joinEncodedWords = (header: string): string =>
  header.replace(adjacentBase64Words, (words, charset: string) => {
    const bytes = words.split(/\s+/).map((word) => bytesOf(word.slice(word.lastIndexOf('?', word.length - 3) + 1, -2)))
    return `=?${charset}?B?${btoa(bytes.join(''))}?=`
  })

const bytesOf = (base64: string): string => {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}

const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu

/** A display name as a person would read it: no quotes around it, no controls or direction marks in it. */
const cleanName = (name: string): string => {
  const visible = name.slice(0, maxHeaderNameLength).replace(invisible, ' ').replace(/\s+/g, ' ').trim()
  const unquoted = visible.replace(/^(['"])(.*)\1$/, '$2').trim()
  const whole = unquoted.includes('(') ? unquoted : unquoted.replace(strayBrackets, '')
  return whole.slice(0, maxNameLength)
}

/** What the parser leaves of a comment within a comment. */
const strayBrackets = /(?<![)\s])[)\s]+$/

/** Longer than any name; what is longer is a header gone wrong. */
const maxNameLength = 120

/** Quotes, comments and blanks included, of which not much is left. */
const maxHeaderNameLength = 1000

const canonicalDomain = (raw: string): string | null => {
  const domain = raw.toLowerCase().replace(/\.$/, '')
  if (asciiDomain.test(domain)) return domain
  try {
    const { hostname } = new URL(`http://${domain}`)
    return asciiDomain.test(hostname) ? hostname : null
  } catch {
    return null
  }
}

/** Google delivers both domains to one mailbox, and ignores dots and +tags in it. No other provider ignores dots. */
const gmailDomains = new Set(['gmail.com', 'googlemail.com'])

/**
 * Whose mailboxes take a +tag as part of no name, for all of their users: Microsoft's, Apple's, Fastmail's and Proton's
 * own documentation say so. Elsewhere it is up to the host, and `a+b@` may be somebody else than `a@`.
 */
const tagDomains = new Set([
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'fastmail.com',
  'fastmail.fm',
  'proton.me',
  'protonmail.com',
  'pm.me',
])

const canonicalName = (domain: string): string => (gmailDomains.has(domain) ? 'gmail.com' : domain)

const canonicalLocalPart = (local: string, domain: string): string => {
  if (gmailDomains.has(domain)) return withoutTag(local).replaceAll('.', '') || local
  return tagDomains.has(domain) ? withoutTag(local) || local : local
}

/** The local part up to its +tag. */
export const withoutTag = (local: string): string => {
  const plus = local.indexOf('+')
  return plus < 0 ? local : local.slice(0, plus)
}
