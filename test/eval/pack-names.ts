/**
 * Packs the lists of common names for the Worker: `node test/eval/pack-names.ts` after a change of either list. Each
 * packed list is a file of its own, written whole.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { packedLetters, placeOfWord, riceBits } from '../../src/infer/packed-words.ts'

const lists = [
  {
    list: 'given-names',
    exported: 'givenNames',
    about: 'Common given names of many traditions, as `soundOf` hears them',
  },
  {
    list: 'family-names',
    exported: 'familyNames',
    about: 'Common family names without accents, without those that an ending gives away',
  },
] as const

export const wordsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '')

/** The text that `unpacked` reads. */
export const packed = (words: readonly string[]): string => {
  const places = [...new Set(words.map((word) => placeOfWord(word, words.length)))].sort((a, b) => a - b)
  const codes = places.map((place, index) => riceCode(place - (places[index - 1] ?? -1) - 1))
  // What is left of the last letter is filled with ones, which end no code.
  return (codes.join('').match(/.{1,6}/g) ?? [])
    .map((six) => packedLetters.charAt(Number.parseInt(six.padEnd(6, '1'), 2)))
    .join('')
}

const riceCode = (distance: number): string =>
  `${'1'.repeat(distance >> riceBits)}0${(distance % 2 ** riceBits).toString(2).padStart(riceBits, '0')}`

const pack = async ({ list, exported, about }: (typeof lists)[number]): Promise<void> => {
  const words = wordsIn(await readFile(`${import.meta.dirname}/names/words/${list}.txt`, 'utf8'))
  const lines = packed(words).match(/.{1,118}/g) ?? []
  const text = `/** ${about}; \`test/eval/names/words/${list}.txt\` tells which. Packed: change that list, not this. */
import type { PackedWords } from '../packed-words.ts'

export const ${exported}Packed: PackedWords = {
  count: ${words.length},
  packed: \`
${lines.join('\n')}
\`,
}
`
  await writeFile(`${import.meta.dirname}/../../src/infer/lists/${list}-packed.ts`, text)
}

if (process.argv[1] === import.meta.filename) for (const list of lists) await pack(list)
