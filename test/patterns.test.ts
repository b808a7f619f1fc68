import { describe, expect, test } from 'vitest'
import { slowPatternsIn } from './patterns.ts'

const blanks = `${' '.repeat(16_384)}x`

describe('a slow pattern is found', () => {
  test.each([
    ['tested', () => /\s+$/.test(blanks)],
    ['replaced', () => blanks.replace(/\s+$/, '')],
    ['everywhere', () => blanks.replaceAll(/\s+,/g, '')],
    ['split by', () => blanks.split(/\s+,/)],
    ['held to a place', () => /(?:\s*\s*)*,/y.test(blanks)],
  ])('%s', (_how, work) => {
    expect(slowPatternsIn(work)).toHaveLength(1)
  })
})

test('a pattern that reads its text once is none, and does what it did', () => {
  const work = () => {
    expect(/^\s+/.exec(blanks)?.[0].length).toBe(16_384)
    expect(/y/.test(blanks)).toBe(false)
    expect(blanks.replace(/\s/g, '')).toBe('x')
    expect('a, b'.split(/, /)).toEqual(['a', 'b'])
    expect([...'a1b2'.matchAll(/(?<digit>\d)/g)].map(({ groups }) => groups?.digit)).toEqual(['1', '2'])
  }
  expect(slowPatternsIn(work)).toEqual([])
})

test('afterwards patterns are as they were', () => {
  const { exec, [Symbol.split]: split } = RegExp.prototype
  expect(() =>
    slowPatternsIn(() => {
      throw new Error('work')
    }),
  ).toThrow('work')
  expect([RegExp.prototype.exec, RegExp.prototype[Symbol.split]]).toEqual([exec, split])
})
