import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IndexSet, indexesFrom, indexesOf, joinIndexes, noIndexes, withIndex } from '../../src/model/index-set.ts'

const members = fc.uniqueArray(fc.integer({ min: -300, max: 25_000 }), { maxLength: 60 })
const setOf = (numbers: readonly number[]): IndexSet => numbers.reduce(withIndex, noIndexes)

test('a set holds what was put in, in rising order, whatever the order', () => {
  fc.assert(
    fc.property(members, (numbers) => {
      expect(indexesOf(setOf(numbers))).toEqual([...numbers].sort((a, b) => a - b))
      expect(setOf(numbers)).toBe(setOf([...numbers].reverse()))
    }),
  )
})

test('joining is the union: commutative, associative, idempotent', () => {
  fc.assert(
    fc.property(members, members, members, (a, b, c) => {
      const [left, middle, right] = [setOf(a), setOf(b), setOf(c)]
      expect(joinIndexes(left, middle)).toBe(joinIndexes(middle, left))
      expect(joinIndexes(joinIndexes(left, middle), right)).toBe(joinIndexes(left, joinIndexes(middle, right)))
      expect(joinIndexes(left, left)).toBe(left)
      expect(indexesOf(joinIndexes(left, middle))).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y))
    }),
  )
})

test('from an index on, a set holds what is not before it', () => {
  fc.assert(
    fc.property(members, fc.integer({ min: 900, max: 26_000 }), (numbers, first) => {
      const expected = [...numbers].filter((number) => number >= first).sort((a, b) => a - b)
      expect(indexesOf(indexesFrom(setOf(numbers), first))).toEqual(expected)
    }),
  )
})

test('five years of weeks take less than fifty characters', () => {
  expect(setOf(Array.from({ length: 260 }, (_, week) => 2900 + week)).length).toBeLessThan(50)
})
