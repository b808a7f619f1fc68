/**
 * Thousands of words in few bytes, since the Worker is to be small: of each word its place among 64 times as many places,
 * and of the places, in order, how far each is from the one before, in Rice's code. One word of about 64 that are not
 * among them is taken for one of them. Pure.
 */
import type { WordList } from './word-lists.ts'

export interface PackedWords {
  /** How many words were packed. */
  readonly count: number
  /** Blanks and line breaks in it say nothing. */
  readonly packed: string
}

export const unpacked = ({ count, packed }: PackedWords): WordList => {
  const places = count * placesPerWord
  const taken = new Uint8Array(Math.ceil(places / 8))
  const bits = bitsOf(packed)
  let place = -1
  for (let at = 0; at < bits.length; ) {
    let far = 0
    while (bits[at] === 1) [far, at] = [far + 1, at + 1]
    if (at + riceBits >= bits.length) break
    at += 1
    let near = 0
    for (const end = at + riceBits; at < end; at += 1) near = near * 2 + (bits[at] ?? 0)
    place += far * 2 ** riceBits + near + 1
    taken[place >> 3] = (taken[place >> 3] ?? 0) | (1 << (place & 7))
  }
  return {
    has: (word) => {
      const at = placeOfWord(word, count)
      return ((taken[at >> 3] ?? 0) & (1 << (at & 7))) !== 0
    },
  }
}

/** Where a word stands among all places: its hash (FNV-1a), stirred once more. */
export const placeOfWord = (word: string, count: number): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) % (count * placesPerWord)
}

const placesPerWord = 64

/** The bits of what is left of a distance when it has been told how many times 2^5 it is. */
export const riceBits = 5

/** Six bits a character, highest first. */
const bitsOf = (packed: string): Uint8Array => {
  const letters = packed.replace(/\s/g, '')
  const bits = new Uint8Array(letters.length * 6)
  for (let index = 0; index < letters.length; index += 1) {
    const value = packedLetters.indexOf(letters.charAt(index))
    for (let bit = 0; bit < 6; bit += 1) bits[index * 6 + bit] = (value >> (5 - bit)) & 1
  }
  return bits
}

export const packedLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
