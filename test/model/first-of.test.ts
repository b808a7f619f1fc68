import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstOf } from '../../src/model/first-of.ts'

describe('the foremost of many', () => {
  const compare = (a: readonly number[], b: readonly number[]): number => (a[0] ?? 0) - (b[0] ?? 0)
  const isWanted = ([value = 0]: readonly number[]): boolean => value % 3 !== 0
  const items = array(integer({ min: 0, max: 30 })).map((values) => values.map((value, index) => [value, index]))

  test('are those that filtering, sorting and cutting off give, of equals the one that came first', () => {
    assert(
      property(items, integer({ min: 1, max: 12 }), (all, most) => {
        const expected = all.filter(isWanted).sort(compare).slice(0, most)
        expect(firstOf(all, { most, compare, isWanted })).toEqual(expected)
      }),
    )
  })

  test('whoever cannot be among them is not asked about', () => {
    const asked: number[] = []
    const wanted = (value: number): boolean => asked.push(value) > 0
    firstOf([1, 2, 3, 4], { most: 2, compare: (a, b) => a - b, isWanted: wanted })
    expect(asked).toEqual([1, 2])
  })
})
