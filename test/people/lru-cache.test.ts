import { expect, test } from 'vitest'
import { LruCache } from '../../src/people/lru-cache.ts'

test('what was not used for the longest time makes room', () => {
  const cache = new LruCache<string>(10)
  cache.put(1, 'one', 4)
  cache.put(2, 'two', 4)
  expect(cache.get(1)).toBe('one')
  cache.put(3, 'three', 4)
  expect([1, 2, 3].map((key) => cache.get(key))).toEqual(['one', undefined, 'three'])
})

test('a thing that comes again takes its own place', () => {
  const cache = new LruCache<string>(10)
  cache.put(1, 'one', 4)
  cache.put(2, 'two', 4)
  cache.put(1, 'one again', 6)
  expect([1, 2].map((key) => cache.get(key))).toEqual(['one again', 'two'])
})

test('what is larger than the cache is not kept, nor what it replaces', () => {
  const cache = new LruCache<string>(10)
  cache.put(1, 'one', 4)
  cache.put(2, 'two', 4)
  cache.put(1, 'a giant', 11)
  expect([1, 2].map((key) => cache.get(key))).toEqual([undefined, 'two'])
})

test('what is taken away leaves its room', () => {
  const cache = new LruCache<string>(10)
  cache.put(1, 'one', 6)
  cache.remove(1)
  cache.remove(1)
  cache.put(2, 'two', 5)
  cache.put(3, 'three', 5)
  expect([1, 2, 3].map((key) => cache.get(key))).toEqual([undefined, 'two', 'three'])
})
