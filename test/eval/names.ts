/**
 * How people would be greeted: eight lists of display names and addresses of many naming traditions, invented, each with
 * what may be said. All but the first were written before the code they judge was read; each is
 * blind once only, and the figures of that once stand in the commits.
 *
 * A line is the display name, the address, the given names that may stand behind "Hi", the family name, and how they may
 * be listed, between tabs; alternatives between " / ". "-" in place of a given name: none may be guessed. "?" before it:
 * it may be, and need not. "nobody": no person at all, greeted without a name.
 */
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { ReadName } from '../../src/infer/names.ts'
import { columns, type Figure, type Measured, type Question, rounded } from './measured.ts'

export interface Case {
  readonly name: string
  readonly address: string
  readonly isPerson: boolean
  /** What may stand behind "Hi". */
  readonly given: readonly string[]
  /** Whether a careful reader would know it. */
  readonly isKnown: boolean
  readonly family: readonly string[]
  /** How they may be listed, or nothing where that is not judged. */
  readonly listed: readonly string[]
  readonly tradition: string
}

const lists = [
  'tuned-on',
  'held-out',
  'blind-first',
  'blind-second',
  'blind-third',
  'blind-fourth',
  'blind-fifth',
  'blind-sixth',
] as const

export type Fault = 'wrong' | 'family' | 'unknown' | 'listed'

export const judgeNames = async ({ place, modules }: Question): Promise<Measured> => {
  const { readName } = await import(pathToFileURL(`${modules}/names.mjs`).href)
  const figures: Figure[] = []
  const rows: string[][] = [['', 'greeted as', 'at', 'may be']]
  for (const list of lists) {
    const cases = casesOf(await readFile(`${place}/${list}.tsv`, 'utf8'))
    const judged = cases.map((each) => ({ each, read: readName(each.name, each.address) as ReadName }))
    const faults = judged.map(({ each, read }) => ({ each, read, fault: faultOf(each, read) }))
    const count = (fault: Fault): number => faults.filter((found) => found.fault === fault).length
    const known = cases.filter(({ isKnown }) => isKnown).length
    const unlisted = judged.filter(({ each, read }) => !isListedRightly(each, read)).length
    figures.push(
      lower(`names, ${list}: wrong greetings`, (count('wrong') + count('family')) / cases.length, 0.01),
      { ...lower(`names, ${list}: family names greeted`, count('family'), 0), unit: 'count' },
      { ...lower(`names, ${list}: known given names greeted`, 1 - count('unknown') / known, 0.85), better: 'higher' },
      lower(`names, ${list}: listed otherwise than may be`, unlisted / cases.length, null),
    )
    for (const { each, read, fault } of faults) {
      if (fault === null || fault === 'unknown') continue
      rows.push([
        each.name,
        greetingOf(read),
        each.address,
        each.isPerson ? each.given.join(' / ') || 'no name' : 'nobody',
      ])
    }
  }
  return { figures, table: rows.length === 1 ? '  No wrong greeting.' : columns(rows) }
}

const lower = (name: string, value: number, target: number | null): Figure => ({
  name,
  value: rounded(value),
  unit: 'share',
  target,
  better: 'lower',
})

export const casesOf = (text: string): readonly Case[] => {
  let tradition = ''
  const cases: Case[] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) tradition = line.slice(2)
    else if (line !== '') cases.push(caseOf(line, tradition))
  }
  return cases
}

const caseOf = (line: string, tradition: string): Case => {
  const [name = '', address = '', told = '', family = '', listed = ''] = line.split('\t')
  const alternatives = told
    .replace(/^\?/, '')
    .split(' / ')
    .filter((each) => each !== '' && each !== '-' && each !== 'nobody')
  return {
    name,
    address,
    tradition,
    isPerson: told !== 'nobody',
    given: alternatives,
    isKnown: alternatives.length > 0 && !told.startsWith('?'),
    family: family.split(/[\s-]+/).filter((word) => word !== ''),
    listed: listed === '' ? [] : listed.split(' / '),
  }
}

/** What is wrong with the greeting that follows from a reading, or null. */
export const faultOf = ({ isPerson, given, isKnown, family }: Case, read: ReadName): Fault | null => {
  if (!isPerson) return read.kind === 'person' ? 'wrong' : null
  if (read.given === null) return isKnown ? 'unknown' : null
  if (given.includes(read.given)) return null
  return read.given.split(/[\s-]+/).some((word) => family.includes(word)) ? 'family' : 'wrong'
}

const isListedRightly = ({ listed }: Case, { full }: ReadName): boolean => listed.length === 0 || listed.includes(full)

const greetingOf = ({ kind, given, full }: ReadName): string => (kind === 'person' ? `Hi ${given ?? full},` : 'Hello,')
