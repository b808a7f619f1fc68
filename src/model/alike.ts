/** Finding among thousands those that are alike, without comparing everybody with everybody. Pure. */

/** Those that share a key with another, together, in their order. Who has no key (null) is like nobody. */
export const alikeBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): readonly Item[][] => {
  const firstOf = new Map<Key, Item>()
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const first = firstOf.get(key)
    // Most stand alone: only where two meet there is something to compare.
    if (first === undefined) {
      firstOf.set(key, item)
      continue
    }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [first, item])
    else group.push(item)
  }
  return [...groups.values()]
}

/** What differs in a letter differs in every bit. */
export const mixed = (number: number, message: number): number => Math.imul(number + message, mixing)

/** The high bits, which know every letter, into the low ones. */
export const spread = (number: number): number => number ^ (number >>> 15)

/** 2³² over the golden ratio: odd, and without a pattern (Knuth, TAOCP 6.4). */
const mixing = 0x9e3779b1
export const largest = 2 ** 30 - 1
