/**
 * A set of weeks or of days, by their indexes, held in a short string: the number of its first block in base 36, a colon,
 * then one character per block of six. Five years of weekly contact take 48 characters. Sets are joined, never counted
 * up, so that learning the same thing twice changes nothing. Total functions.
 */

declare const indexSet: unique symbol

export type IndexSet = string & { readonly [indexSet]: true }

export const noIndexes = '' as IndexSet

export const withIndex = (set: IndexSet, index: number): IndexSet => joinIndexes(set, only(index))

export const joinIndexes = (a: IndexSet, b: IndexSet): IndexSet => {
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

/** The set without these members. */
export const withoutIndexes = (set: IndexSet, gone: ReadonlySet<number>): IndexSet =>
  indexesOf(set)
    .filter((index) => !gone.has(index))
    .reduce(withIndex, noIndexes)

/** The members of the set that are `first` or come after it. */
export const indexesFrom = (set: IndexSet, first: number): IndexSet => {
  if (set === '') return set
  const { start, blocks } = open(set)
  const block = Math.floor(first / perBlock)
  if (block < start) return set
  const kept = blocks.slice(block - start)
  if (kept === '') return noIndexes
  const within = bitsIn(kept.charCodeAt(0)) & (allBits << (first - block * perBlock))
  return close(block, alphabet.charAt(within & allBits) + kept.slice(1))
}

/** The members of the set in rising order. */
export const indexesOf = (set: IndexSet): readonly number[] => {
  const members: number[] = []
  if (set === '') return members
  const { start, blocks } = open(set)
  for (let block = 0; block < blocks.length; block += 1) {
    const bits = bitsIn(blocks.charCodeAt(block))
    for (let bit = 0; bit < perBlock; bit += 1) {
      if ((bits >> bit) & 1) members.push((start + block) * perBlock + bit)
    }
  }
  return members
}

const perBlock = 6
const allBits = 2 ** perBlock - 1
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...alphabet].map((character, value) => [character.charCodeAt(0), value]))
const valueTable = Uint8Array.from({ length: 128 }, (_, code) => values.get(code) ?? 0)

interface Blocks {
  readonly start: number
  readonly blocks: string
}

const open = (set: IndexSet): Blocks => {
  const colon = set.indexOf(':')
  return { start: Number.parseInt(set.slice(0, colon), 36), blocks: set.slice(colon + 1) }
}

const close = (start: number, blocks: string): IndexSet => `${start.toString(36)}:${blocks}` as IndexSet

const only = (index: number): IndexSet => {
  const block = Math.floor(index / perBlock)
  return close(block, alphabet.charAt(1 << (index - block * perBlock)))
}

const bitsIn = (code: number): number => valueTable[code] ?? 0

const bitsAt = ({ start, blocks }: Blocks, block: number): number => {
  const index = block - start
  return index < 0 || index >= blocks.length ? 0 : bitsIn(blocks.charCodeAt(index))
}
