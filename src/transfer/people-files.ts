/** The user's people as other programs read them: a spreadsheet that runs nothing, and cards for an address book. Pure. */
import { csvFormatRows } from 'd3-dsv'
import VCard from 'vcf'
import type { Person } from '../model/person.ts'
import { type Instant, toMilliseconds } from '../model/time.ts'

/** A person, and what is known of how often they are in touch. */
export interface PersonRow {
  readonly person: Person
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly usualGapDays: number | null
}

/** RFC 4180, with a mark that tells spreadsheets that it is UTF-8. */
export const peopleCsv = (headings: readonly string[], rows: readonly PersonRow[]): string =>
  `\uFEFF${csvFormatRows([[...headings], ...rows.map((row) => cellsOf(row).map(plainCell))]).replaceAll('\n', '\r\n')}\r\n`

const cellsOf = ({ person, firstAt, lastAt, usualGapDays }: PersonRow): readonly string[] => {
  const { name, address, addresses, override } = person
  return [
    name,
    address,
    addresses.slice(1).join(' '),
    override.groups.join(', '),
    override.facts.company ?? '',
    override.facts.birthday ?? '',
    dateOf(firstAt),
    dateOf(lastAt),
    usualGapDays === null ? '' : String(Math.round(usualGapDays)),
    override.rhythm === null ? '' : String(override.rhythm.idealDays),
  ]
}

/**
 * Strangers choose their names, and a spreadsheet takes a cell that begins like this for a formula: a quotation mark before it
 * makes it text (OWASP, "CSV injection").
 */
const plainCell = (cell: string): string => {
  const line = cell.replace(/[\r\n\t]/g, ' ')
  return /^\s*[=+\-@|%＝＋－＠]/.test(line) && !/^--\d\d-\d\d$/.test(line) ? `'${line}` : line
}

const dateOf = (at: Instant | null): string =>
  at === null ? '' : new Date(toMilliseconds(at)).toISOString().slice(0, 10)

/** vCard 4.0 (RFC 6350), a card a person. */
export const peopleVCards = (people: readonly Person[]): string => people.map(cardOf).join('')

const cardOf = ({ name, address, addresses, override }: Person): string => {
  const card = new VCard()
  card.add('fn', escaped(name))
  card.add('email', escaped(address), addresses.length > 1 ? { pref: '1' } : {})
  for (const other of addresses) if (other.toLowerCase() !== address.toLowerCase()) card.add('email', escaped(other))
  const { company, birthday } = override.facts
  if (company !== undefined) card.add('org', escaped(company))
  if (birthday !== undefined) card.add('bday', birthday.replace(/(?!^-)-/g, ''))
  if (override.groups.length > 0) card.add('categories', override.groups.map(escaped).join(','))
  return `${card.toString('4.0')}\r\n`
}

/** RFC 6350 §3.4; a line break within a name would begin a property. */
const escaped = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')
