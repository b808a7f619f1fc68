/**
 * A set of weeks, held in a short string: the number of its first block in base 36, a colon, then one character
 * per block of six weeks. Five years of weekly contact take 48 characters. Sets are joined, never counted up, so that
 * learning the same thing twice changes nothing. Total functions.
 */

declare const weekSet: unique symbol

export type WeekSet = string & { readonly [weekSet]: true }

export const noWeeks = '' as WeekSet

export const withWeek = (set: WeekSet, week: number): WeekSet => joinWeeks(set, oneWeek(week))

export const joinWeeks = (a: WeekSet, b: WeekSet): WeekSet => {
  if (a === '' || a === b) return b
  if (b === '') return a
  const left = open(a)
  const right = open(b)
  const start = Math.min(left.start, right.start)
  const end = Math.max(left.start + left.blocks.length, right.start + right.blocks.length)
  let blocks = ''
  for (let block = start; block < end; block += 1) {
    blocks += alphabet[bitsAt(left, block) | bitsAt(right, block)]
  }
  return close(start, blocks)
}

/** The weeks of the set in rising order. */
export const weeksOf = (set: WeekSet): readonly number[] => {
  const weeks: number[] = []
  if (set === '') return weeks
  const { start, blocks } = open(set)
  for (let index = 0; index < blocks.length; index += 1) {
    const bits = bitsIn(blocks.charCodeAt(index))
    for (let bit = 0; bit < weeksPerBlock; bit += 1) {
      if ((bits >> bit) & 1) weeks.push((start + index) * weeksPerBlock + bit)
    }
  }
  return weeks
}

const weeksPerBlock = 6
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...alphabet].map((character, value) => [character.charCodeAt(0), value]))
const valueTable = Uint8Array.from({ length: 128 }, (_, code) => values.get(code) ?? 0)

interface Blocks {
  readonly start: number
  readonly blocks: string
}

const open = (set: WeekSet): Blocks => {
  const colon = set.indexOf(':')
  return { start: Number.parseInt(set.slice(0, colon), 36), blocks: set.slice(colon + 1) }
}

const close = (start: number, blocks: string): WeekSet => `${start.toString(36)}:${blocks}` as WeekSet

const oneWeek = (week: number): WeekSet => {
  const block = Math.floor(week / weeksPerBlock)
  return close(block, alphabet.charAt(1 << (week - block * weeksPerBlock)))
}

const bitsIn = (code: number): number => valueTable[code] ?? 0

const bitsAt = ({ start, blocks }: Blocks, block: number): number => {
  const index = block - start
  return index < 0 || index >= blocks.length ? 0 : bitsIn(blocks.charCodeAt(index))
}
