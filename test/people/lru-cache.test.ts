import { expect, test } from 'vitest'
import { Shelf } from '../../src/people/lru-cache.ts'

test('what was not used for the longest time makes room', () => {
  const shelf = new Shelf<string>(10)
  shelf.put(1, 'one', 4)
  shelf.put(2, 'two', 4)
  expect(shelf.get(1)).toBe('one')
  shelf.put(3, 'three', 4)
  expect([1, 2, 3].map((key) => shelf.get(key))).toEqual(['one', undefined, 'three'])
})

test('a thing that comes again takes its own place', () => {
  const shelf = new Shelf<string>(10)
  shelf.put(1, 'one', 4)
  shelf.put(2, 'two', 4)
  shelf.put(1, 'one again', 6)
  expect([1, 2].map((key) => shelf.get(key))).toEqual(['one again', 'two'])
})

test('what is larger than the shelf is not kept, nor what it replaces', () => {
  const shelf = new Shelf<string>(10)
  shelf.put(1, 'one', 4)
  shelf.put(2, 'two', 4)
  shelf.put(1, 'a giant', 11)
  expect([1, 2].map((key) => shelf.get(key))).toEqual([undefined, 'two'])
})

test('what is taken away leaves its room', () => {
  const shelf = new Shelf<string>(10)
  shelf.put(1, 'one', 6)
  shelf.remove(1)
  shelf.remove(1)
  shelf.put(2, 'two', 5)
  shelf.put(3, 'three', 5)
  expect([1, 2, 3].map((key) => shelf.get(key))).toEqual([undefined, 'two', 'three'])
})
