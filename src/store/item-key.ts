/**
 * 53 bits of a provider's id, as an integer SQLite holds in eight bytes: Graph's ids run to 150 characters. Among a
 * mailbox's 100,000 items two collide with a chance of one in two million, and then only if also the person and the
 * second are the same does a message go uncounted. Stored: must never change.
 */
export const itemKey = (id: string): number => {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index)
    low = Math.imul(low ^ code, 0x85ebca6b)
    high = Math.imul(high ^ code, 0xc2b2ae35)
  }
  low = mixed(low ^ (high >>> 15))
  high = mixed(high ^ (low >>> 13))
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/**
 * 47 bits of what names a message or a conversation everywhere: beside the key they only have to tell one person's messages
 * apart, and SQLite holds no more in six bytes. Stored: must never change.
 */
export const messageNameKey = (name: string): number => itemKey(name) % 2 ** 47

/**
 * A provider's id in full, as the integer of 64 bits that it is: Gmail's are hexadecimal. In decimal digits, because a
 * number of JavaScript's holds 53 bits. Null for an id that is no such integer, as Graph's are. Stored: must never change.
 */
export const wholeId = (id: string): string | null =>
  /^[0-9a-f]{1,16}$/.test(id) ? BigInt.asIntN(64, BigInt(`0x${id}`)).toString() : null

/** The id of this key that `wholeId` stands for, with its leading zeros or without; null where it is of another item. */
export const idOfWhole = (whole: string, key: number): string | null => {
  const bare = BigInt.asUintN(64, BigInt(whole)).toString(16)
  return [bare, bare.padStart(16, '0')].find((id) => itemKey(id) === key) ?? null
}

/** So many bits of an item's key tell it from a hundred thousand others, but for one time in ten thousand. */
export const seenBits = 2 ** 30

/** What a read notes of an item it saw. */
export const seenKey = (id: string): number => itemKey(id) % seenBits

/** The finalizer of MurmurHash3: every bit in decides about every bit out. */
const mixed = (bits: number): number => {
  const first = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}
