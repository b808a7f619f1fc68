/**
 * Partial responses: the `fields` parameter every Google API takes, for instance `items(id,start/dateTime),nextPageToken`.
 * Pure. Names are not checked against a schema: one that does not exist selects nothing.
 */

/** What to keep of an object: a name leads to the mask of its value, or to null for all of it. */
type Mask = Map<string, Mask | null>

/** The value with only the selected fields, or undefined where the selection is malformed. */
export const selectFields = (value: unknown, selection: string): unknown => {
  const tokens = selection.match(/[^,()/]+|[,()/]/g) ?? []
  const mask = parseList(tokens)
  return mask === null || tokens.length > 0 ? undefined : keep(value, mask)
}

const keep = (value: unknown, mask: Mask | null): unknown => {
  if (mask === null || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry: unknown) => keep(entry, mask))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const wanted = mask.has(name) ? mask.get(name) : mask.get('*')
      return wanted === undefined ? [] : [[name, keep(inner, wanted)]]
    }),
  )
}

/** Takes `a,b/c,d(e,f)` off the front of the tokens. */
const parseList = (tokens: string[]): Mask | null => {
  const mask: Mask = new Map()
  do {
    if (!parseItem(tokens, mask)) return null
  } while (take(tokens, ','))
  return mask
}

const parseItem = (tokens: string[], mask: Mask): boolean => {
  const name = tokens.shift()
  if (name === undefined || /[,()/]/.test(name)) return false
  if (take(tokens, '/')) {
    const inner = mask.get(name) ?? new Map()
    mask.set(name, inner)
    return parseItem(tokens, inner)
  }
  if (!take(tokens, '(')) {
    mask.set(name, null)
    return true
  }
  const inner = parseList(tokens)
  if (inner === null || !take(tokens, ')')) return false
  mask.set(name, inner)
  return true
}

const take = (tokens: string[], symbol: string): boolean => {
  if (tokens[0] !== symbol) return false
  tokens.shift()
  return true
}
