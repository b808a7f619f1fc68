import { describe, expect, test } from 'vitest'
import { isFirstSure, isLastSure, type Reading } from '../../src/infer/name-evidence.ts'

const given = 3.2
const family = -3.2
const reading = (over: Partial<Reading>): Reading => ({ first: 0, last: 0, told: 0, custom: 'given', ...over })

describe('the first word is the given name', () => {
  test.each([
    ['where it is a known one', { first: given }],
    ['where a known family name follows', { last: family }],
    ['where it may be one and the address has this order', { first: 0.4, told: 1.5 }],
    ['where the address is this word', { told: 0.4 }],
    ['where only this order explains the initial of the address', { told: 2 }],
    ["where the lists agree against a directory's address", { first: given, last: family, told: -1.5 }],
  ] as const)('%s', (_, over) => expect(isFirstSure(reading(over))).toBe(true))

  test.each([
    ['where nothing speaks for it', {}],
    ['where name and address alone agree', { told: 1.5 }],
    ['where the initial leads to a known given name', { told: 2, last: given }],
    ['where both are known given names and the address says nothing', { first: given, last: given }],
    ['where it is a known family name', { first: family, told: 0.4 }],
    ['where the address reads the other way', { first: given, told: -1.5 }],
    ["where the initial of the address is the other's", { first: given, last: family, told: -2.6 }],
    ['where family names come first and no list tells', { told: 1.5, custom: 'family' }],
  ] as const)('not %s', (_, over) => expect(isFirstSure(reading(over))).toBe(false))
})

describe('the last word is the given name', () => {
  // Rossi and Giulia, a family name and a given one.
  const turned = ['Rossi', 'Giulia'] as const

  test.each([
    ['where a known family name stands before it and the address agrees', { first: family, last: given, told: -1.5 }],
    ['where the initial of the address is its own', { last: given, told: -2.6 }],
    ['where family names come first', { last: given, custom: 'family' }],
  ] as const)('%s', (_, over) => expect(isLastSure(turned, reading(over))).toBe(true))

  test.each([
    ['where two words alone would turn the name around', { first: family, last: given }],
    ['where the address has the same order', { first: family, last: given, told: 1.5 }],
    ['where the first is a known given name', { first: given, last: given, told: -2.6 }],
    ['where it is a known family name', { last: family, told: -2.6 }],
  ] as const)('not %s', (_, over) => expect(isLastSure(turned, reading(over))).toBe(false))
})
