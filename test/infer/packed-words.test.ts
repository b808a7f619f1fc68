import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { familyNames, givenNames } from '../../src/infer/common-names.ts'
import { unpacked } from '../../src/infer/packed-words.ts'
import { packed, wordsIn } from '../eval/pack-names.ts'

test('every word that was packed is found', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
      const list = unpacked({ count: words.length, packed: packed(words) })
      expect(words.filter((word) => !list.has(word))).toEqual([])
    }),
  )
})

test('line breaks in the packed text say nothing', () => {
  const text = packed(['maria', 'bo', 'lind'])
  const list = unpacked({ count: 3, packed: `\n${[...text].join('\n')}\n` })
  expect(['maria', 'bo', 'lind'].every((word) => list.has(word))).toBe(true)
})

const lists = [
  { list: 'given-names', names: givenNames },
  { list: 'family-names', names: familyNames },
] as const

describe.each(lists)('$list', ({ list, names }) => {
  const words = wordsIn(readFileSync(new URL(`../eval/names/words/${list}.txt`, import.meta.url).pathname, 'utf8'))

  test('is packed as it stands in its list', () => {
    expect(words.length).toBeGreaterThan(4000)
    expect(words.filter((word) => !names.has(word))).toEqual([])
  })

  test('holds few words that are not in it', () => {
    const strangers = Array.from({ length: 6400 }, (_, index) => `${index}th`)
    expect(strangers.filter((word) => names.has(word)).length).toBeLessThan(200)
  })
})
