/** The first of thousands, without putting the rest in order. Pure. */

/**
 * The first `most` of the items that are wanted, in the order of `compare`: what `filter`, `sort` and `slice` would give.
 * Putting all in order costs ten times as much (`npm run bench`, "report: CPU of one"). Whether one is wanted, which may
 * cost something, is asked only of those that would be among them.
 */
export const firstOf = <Item>(
  items: Iterable<Item>,
  {
    most,
    compare,
    isWanted = () => true,
  }: {
    readonly most: number
    readonly compare: (a: Item, b: Item) => number
    readonly isWanted?: (item: Item) => boolean
  },
): readonly Item[] => {
  const kept: Item[] = []
  for (const item of items) {
    const last = kept.length < most ? undefined : kept.at(-1)
    if (last !== undefined && compare(item, last) >= 0) continue
    if (!isWanted(item)) continue
    kept.splice(placeIn(kept, item, compare), 0, item)
    if (kept.length > most) kept.pop()
  }
  return kept
}

/** Behind those it is equal to: whoever came first stays first. */
const placeIn = <Item>(kept: readonly Item[], item: Item, compare: (a: Item, b: Item) => number): number => {
  let [from, to] = [0, kept.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = kept[middle]
    if (other !== undefined && compare(item, other) < 0) to = middle
    else from = middle + 1
  }
  return from
}
