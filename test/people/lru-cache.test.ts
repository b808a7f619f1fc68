import { expect, test } from 'vitest'
import { LruCache } from '../../src/people/lru-cache.ts'

test('what was not used for the longest time makes room', () => {
  const memory = new LruCache<string>(10)
  memory.put(1, 'one', 4)
  memory.put(2, 'two', 4)
  expect(memory.get(1)).toBe('one')
  memory.put(3, 'three', 4)
  expect([1, 2, 3].map((key) => memory.get(key))).toEqual(['one', undefined, 'three'])
})

test('a thing that comes again takes its own place', () => {
  const memory = new LruCache<string>(10)
  memory.put(1, 'one', 4)
  memory.put(2, 'two', 4)
  memory.put(1, 'one again', 6)
  expect([1, 2].map((key) => memory.get(key))).toEqual(['one again', 'two'])
})

test('what is larger than the shelf is not kept, nor what it replaces', () => {
  const memory = new LruCache<string>(10)
  memory.put(1, 'one', 4)
  memory.put(2, 'two', 4)
  memory.put(1, 'a giant', 11)
  expect([1, 2].map((key) => memory.get(key))).toEqual([undefined, 'two'])
})

test('what is taken away leaves its room', () => {
  const memory = new LruCache<string>(10)
  memory.put(1, 'one', 6)
  memory.remove(1)
  memory.remove(1)
  memory.put(2, 'two', 5)
  memory.put(3, 'three', 5)
  expect([1, 2, 3].map((key) => memory.get(key))).toEqual([undefined, 'two', 'three'])
})
