/** Files of contacts as other programs write them: vCards of every version, Google's CSV and LinkedIn's. Pure. */
import { csvParseRows } from 'd3-dsv'
import VCard from 'vcf'
import { type CanonicalAddress, canonicalAddress } from '../model/address.ts'
import type { ContactFacts } from '../model/correction.ts'
import { type Instant, instantFromMilliseconds } from '../model/time.ts'

/** What a file says of one person; an address may be missing. */
export interface FileContact extends ContactFacts {
  readonly addresses: readonly CanonicalAddress[]
}

/** Empty where it is none of these. */
export const parseContactFile = (text: string): readonly FileContact[] => {
  const bare = text.replace(/^\uFEFF/, '').trimStart()
  const found = /^BEGIN:VCARD/i.test(bare) ? vCardContacts(bare) : csvContacts(bare)
  return found.filter(({ addresses, name }) => addresses.length > 0 || name !== undefined)
}

const vCardContacts = (text: string): readonly FileContact[] =>
  plainLines(text)
    .join('\r\n')
    .split(/(?=^BEGIN:VCARD\r?$)/im)
    .flatMap(cardContact)

/** Unfolded, without what is long or empty: photographs and blanks, of which the parser would make much work. */
const plainLines = (text: string): readonly string[] =>
  text
    .replace(/=\r?\n(?=[=\w])/g, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line.length <= maxLineLength && /\S/.test(line))
    .map((line) => line.trim())

const maxLineLength = 2000

const cardContact = (text: string): readonly FileContact[] => {
  const card = parsedCard(text)
  if (card === null) return []
  const addresses = valuesOf(card, 'email').flatMap((value) => canonicalAddress(value) ?? [])
  const [given = '', family = ''] = nameParts(valuesOf(card, 'n')[0] ?? '')
  const name = valuesOf(card, 'fn')[0] || `${given} ${family}`
  const [company = ''] = valuesOf(card, 'org', /(?<!\\);/)
  return [{ addresses: unique(addresses), ...factsFrom({ name, company, birthday: valuesOf(card, 'bday')[0] ?? '' }) }]
}

/** The parser throws at what is no card; what it reads is its own affair. */
const parsedCard = (text: string): VCard | null => {
  try {
    return new VCard().parse(text)
  } catch {
    return null
  }
}

const valuesOf = (card: VCard, field: string, separator?: RegExp): readonly string[] => {
  const found = card.get(field)
  const all = found === undefined ? [] : Array.isArray(found) ? found : [found]
  return all.map((property) => {
    const raw = String(property.valueOf())
    const first = separator === undefined ? raw : (raw.split(separator)[0] ?? '')
    const isQuoted = /quoted-printable/i.test(String(Reflect.get(property, 'encoding') ?? ''))
    return unescaped(isQuoted ? quotedPrintable(first) : first)
  })
}

const nameParts = (n: string): readonly string[] => {
  const [family = '', given = ''] = n.split(';')
  return [given, family]
}

const unescaped = (text: string): string => text.replace(/\\n/gi, ' ').replace(/\\([,;:\\])/g, '$1')

/** RFC 2045 §6.7, as vCard 2.1 still writes it; in UTF-8. */
const quotedPrintable = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('%', '%25').replace(/=([0-9A-F]{2})/gi, '%$1'))
  } catch {
    return text
  }
}

/** Where a CSV has its columns, by their headings; of several that may be there, the first that is filled. */
interface Columns {
  readonly name: readonly string[]
  readonly parts: readonly string[]
  readonly company: readonly string[]
  readonly birthday: readonly string[]
  readonly knownSince: readonly string[]
}

const columns: Columns = {
  name: ['name', 'file as'],
  parts: ['first name', 'given name', 'middle name', 'additional name', 'last name', 'family name'],
  company: ['company', 'organization name', 'organization 1 - name'],
  birthday: ['birthday'],
  knownSince: ['connected on'],
}

const csvContacts = (text: string): readonly FileContact[] => {
  const rows = csvParseRows(text.replaceAll('\r\n', '\n'))
  // LinkedIn puts notes before its headings.
  const at = rows.slice(0, maxPreamble).findIndex((row) => isHeading(row))
  const headings = (rows[at] ?? []).map((cell) => cell.trim().toLowerCase())
  return at < 0 ? [] : rows.slice(at + 1).map((row) => rowContact(headings, row))
}

const maxPreamble = 10

const isHeading = (row: readonly string[]): boolean => {
  const cells = row.map((cell) => cell.trim().toLowerCase())
  return cells.some((cell) => columns.parts.includes(cell)) && cells.some(isAddressHeading)
}

const isAddressHeading = (heading: string): boolean => /^(?:e-?mail address|e-?mail \d+ - value|email)$/.test(heading)

const rowContact = (headings: readonly string[], row: readonly string[]): FileContact => {
  const cell = (names: readonly string[]): string =>
    names.map((name) => row[headings.indexOf(name)]?.trim() ?? '').find((value) => value !== '') ?? ''
  const parts = columns.parts.map((name) => row[headings.indexOf(name)]?.trim() ?? '').filter((part) => part !== '')
  // Google writes several addresses of one kind into one cell.
  const written = headings.flatMap((heading, place) =>
    isAddressHeading(heading) ? (row[place] ?? '').split(':::') : [],
  )
  return {
    addresses: unique(written.flatMap((value) => (value.trim() === '' ? [] : (canonicalAddress(value) ?? [])))),
    ...factsFrom({
      name: cell(columns.name) || parts.join(' '),
      company: cell(columns.company),
      birthday: cell(columns.birthday),
      knownSince: cell(columns.knownSince),
    }),
  }
}

const factsFrom = (of: {
  readonly name: string
  readonly company: string
  readonly birthday: string
  readonly knownSince?: string
}): ContactFacts => {
  const name = oneLine(of.name)
  const company = oneLine(of.company)
  const birthday = birthdayIn(of.birthday.trim())
  const knownSince = dayIn(of.knownSince?.trim() ?? '')
  return {
    ...(name !== '' && !name.includes('@') && { name }),
    ...(company !== '' && { company }),
    ...(birthday !== null && { birthday }),
    ...(knownSince !== null && { knownSince }),
  }
}

const maxNameLength = 120

const oneLine = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, maxNameLength)

/** "1980-02-03", "19800203", "--02-03", "--0203" and "1980-02-03T00:00:00Z". */
const birthdayIn = (text: string): string | null => {
  const match = /^(\d{4}|-)-?(\d\d)-?(\d\d)(?:T|$)/.exec(text.replace(/^--/, '--'))
  const [, year = '', month = '', day = ''] = match ?? []
  if (match === null || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  // Apple writes 1604 where the year is not known.
  return `${year === '1604' || year === '-' ? '-' : year}-${month}-${day}`
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "03 Feb 2015", as LinkedIn writes it. */
const dayIn = (text: string): Instant | null => {
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(text) ?? []
  const month = months.indexOf(name.toLowerCase())
  if (month < 0) return null
  const at = Date.UTC(Number(year), month, Number(day))
  return at < 0 ? null : instantFromMilliseconds(at)
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]
