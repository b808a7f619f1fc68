/**
 * What an interaction keeps of the ids of its item: one integer, which SQLite holds in eight bytes, where Graph's ids run
 * to 150 characters. The lower 36 bits are the provider's id of it; the upper 17 are the letter's Message-ID, 0 where it
 * bears none: what tells that letters in two mailboxes are one. Stored: must never change.
 *
 * Among a mailbox's 100,000 items, taking one away takes another along once in 700,000 times, and the weekly check brings
 * it back. Two letters from one person within two days are taken for one once in 130,000 times.
 */

/** What tells an item from others of its feed. */
export const itemKey = (id: string): number => hashOf(id) % itemSize

export const itemSize = 2 ** 36

/** What is stored of an item, and of the letter that it is. */
export const storedKey = (id: string, letter: string | null): number =>
  itemKey(id) + itemSize * (letter === null ? 0 : 1 + (hashOf(letter.trim()) % (letterSize - 1)))

/** The item's part of what is stored. */
export const itemIn = (stored: number): number => stored % itemSize

/** The letter's part, or 0: equal for the same letter in two mailboxes, and seldom for another. */
export const letterIn = (stored: number): number => Math.floor(stored / itemSize)

const letterSize = 2 ** 17

/** So many bits of an item's key tell it from a hundred thousand others, but for one time in ten thousand. */
export const seenBits = 2 ** 30

/** What a pass remembers of an item it saw. */
export const seenKey = (id: string): number => itemKey(id) % seenBits

/** 53 bits of a text. */
const hashOf = (text: string): number => {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x85ebca6b)
    high = Math.imul(high ^ code, 0xc2b2ae35)
  }
  low = mixed(low ^ (high >>> 15))
  high = mixed(high ^ (low >>> 13))
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/** The finalizer of MurmurHash3: every bit in decides about every bit out. */
const mixed = (bits: number): number => {
  const first = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}
