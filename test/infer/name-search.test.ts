import { describe, expect, test } from 'vitest'
import { nameTest } from '../../src/infer/name-search.ts'

describe('a search', () => {
  test.each([
    ['muller', 'Jürgen Müller'],
    ['mueller', 'Jürgen Müller'],
    ['MÜLLER', 'Jürgen Müller'],
    ['zajac', 'Grzegorz Zając'],
    ['soren kj', 'Søren Kjær'],
    ['ek bo', 'Bo Ek'],
    ['person1@', 'Bo Ek'],
  ])('for %s finds %s', (query, name) => {
    expect(nameTest(query)({ name, addresses: ['person1@example.com'] })).toBe(true)
  })

  test('finds nobody else', () => {
    expect(nameTest('muller')({ name: 'Bo Ek', addresses: ['person1@example.com'] })).toBe(false)
  })
})
