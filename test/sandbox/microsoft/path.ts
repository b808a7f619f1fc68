/** Addresses of resources (OData 4.01 URL conventions §4): `/me/mailFolders('inbox')/messages/delta()`. Pure. */

/** The parts of a path, keys in brackets as parts of their own; null where it is malformed. */
export const segmentsOf = (path: string): readonly string[] | null => {
  const segments: string[] = []
  for (const raw of path.split('/').filter((part) => part !== '')) {
    const part = decodedPart(raw)
    if (part === null) return null
    const [, name, key] = /^([\w$]+)\((?:'(.*)')?\)$/s.exec(part) ?? []
    if (name === undefined) segments.push(part)
    else segments.push(name, ...(key === undefined ? [] : [key.replaceAll("''", "'")]))
  }
  return segments
}

/** The keys of a path that fits a pattern, `*` being a key; null where it does not. Names are told apart by no case. */
export const keysIn = (segments: readonly string[], pattern: readonly string[]): readonly string[] | null => {
  if (segments.length !== pattern.length) return null
  const keys: string[] = []
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (expected === '*') keys.push(segment)
    else if (segment.toLowerCase() !== expected) return null
  }
  return keys
}

const decodedPart = (raw: string): string | null => {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}
