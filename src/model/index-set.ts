/**
 * A set of weeks or of days, by their indexes, held in a short string: the number of its first block in base 36, a colon,
 * then one character per block of six. Five years of weekly contact take 48 characters. Sets are joined, never counted
 * up, so that learning the same thing twice changes nothing. Total functions.
 */

declare const indexSet: unique symbol

export type IndexSet = string & { readonly [indexSet]: true }

/** What is written as a set is one: text from storage, or what this module has built. */
export const indexSetFrom = (text: string): IndexSet => text as IndexSet

export const noIndexes = indexSetFrom('')

/** The set itself where it holds the index already. */
export const withIndex = (set: IndexSet, index: number): IndexSet => {
  const block = Math.floor(index / perBlock)
  const bit = 1 << (index - block * perBlock)
  if (set === '') return close(block, alphabet.charAt(bit))
  const opened = unpackBlocks(set)
  const bits = bitsAt(opened, block)
  if ((bits & bit) !== 0) return set
  const at = opened.offset + block - opened.start
  if (block >= opened.start && block < opened.end) {
    return indexSetFrom(`${set.slice(0, at)}${alphabet.charAt(bits | bit)}${set.slice(at + 1)}`)
  }
  const empty = 'A'.repeat(Math.max(opened.start - block, block - opened.end + 1) - 1)
  return block < opened.start
    ? close(block, `${alphabet.charAt(bit)}${empty}${set.slice(opened.offset)}`)
    : indexSetFrom(`${set}${empty}${alphabet.charAt(bit)}`)
}

/** The members of both. */
export const joinIndexes = (a: IndexSet, b: IndexSet): IndexSet => {
  if (a === '' || a === b) return b
  if (b === '') return a
  const left = unpackBlocks(a)
  const right = unpackBlocks(b)
  const start = Math.min(left.start, right.start)
  const end = Math.max(left.end, right.end)
  let blocks = ''
  for (let block = start; block < end; block += 1) {
    blocks += alphabet[bitsAt(left, block) | bitsAt(right, block)]
  }
  return close(start, blocks)
}

/** The set without these members. */
export const withoutIndexes = (set: IndexSet, gone: ReadonlySet<number>): IndexSet =>
  indexesOf(set)
    .filter((index) => !gone.has(index))
    .reduce(withIndex, noIndexes)

/** The members of the set that are `first` or come after it. */
export const indexesFrom = (set: IndexSet, first: number): IndexSet => {
  const blocks = unpackBlocks(set)
  const block = Math.floor(first / perBlock)
  if (block < blocks.start) return set
  if (block >= blocks.end) return noIndexes
  const within = bitsAt(blocks, block) & allBits & (allBits << (first - block * perBlock))
  const later = set.slice(blocks.offset + block - blocks.start + 1)
  return within === 0 && later === '' ? noIndexes : close(block, alphabet.charAt(within) + later)
}

/** The members of the set in rising order. */
export const indexesOf = (set: IndexSet): readonly number[] => {
  const members: number[] = []
  const opened = unpackBlocks(set)
  for (let block = opened.start; block < opened.end; block += 1) {
    const bits = bitsAt(opened, block)
    for (let bit = 0; bit < perBlock; bit += 1) {
      if ((bits >> bit) & 1) members.push(block * perBlock + bit)
    }
  }
  return members
}

/** How many indexes share a block: block `n` holds those from `n * perBlock` on, the lowest in its lowest bit. */
export const perBlock = 6

/** A set as it is walked through, block by block; from `start` on, `end` itself not. */
export interface Blocks {
  readonly set: IndexSet
  readonly start: number
  readonly end: number
  /** Where in the string the first block stands. */
  readonly offset: number
}

/** Of the empty set: no blocks. */
export const unpackBlocks = (set: IndexSet): Blocks => {
  if (set === '') return noBlocks
  const isNegative = set.charCodeAt(0) === minus
  let start = 0
  let at = isNegative ? 1 : 0
  for (; at < set.length; at += 1) {
    const code = set.charCodeAt(at)
    if (code === colon) break
    start = start * 36 + (code < messageA ? code - digit0 : code - messageA + 10)
  }
  if (isNegative) start = -start
  return { set, start, end: start + set.length - at - 1, offset: at + 1 }
}

/** The members in a block, as bits; 0 beyond the set's ends. */
export const bitsAt = (blocks: Blocks, block: number): number => {
  const index = block - blocks.start
  return index < 0 || block >= blocks.end ? 0 : (valueTable[blocks.set.charCodeAt(blocks.offset + index)] ?? 0)
}

const noBlocks: Blocks = { set: noIndexes, start: 0, end: 0, offset: 0 }
const minus = 45
const colon = 58
const digit0 = 48
const messageA = 97

const allBits = 2 ** perBlock - 1
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...alphabet].map((character, value) => [character.charCodeAt(0), value]))
const valueTable = Uint8Array.from({ length: 128 }, (_, code) => values.get(code) ?? 0)

const close = (start: number, blocks: string): IndexSet => indexSetFrom(`${start.toString(36)}:${blocks}`)
