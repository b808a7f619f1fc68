/** Finding somebody by a part of their name or of an address. Pure. */
import { folded, foldedLong } from './name-letters.ts'

interface Named {
  readonly name: string
  readonly addresses: readonly string[]
}

/** Every word of the query is part of the name or an address: "muller", "müller" and "mueller" find Müller. */
export const nameTest = (query: string): ((of: Named) => boolean) => {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return () => true
  const isPlain = /^[ -~]*$/
  return ({ name, addresses }) => {
    const text = `${name} ${addresses.join(' ')}`
    const spellings = isPlain.test(text)
      ? text.toLowerCase()
      : `${foldedEach(name)} ${addresses.join(' ').toLowerCase()}`
    return words.every((word) => spellings.includes(word))
  }
}

const foldedEach = (name: string): string => `${folded(name)} ${foldedLong(name)} ${name.toLowerCase()}`
