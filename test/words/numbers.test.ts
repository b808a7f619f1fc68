import { expect, test } from 'vitest'
import { counted, nouns, numberInWords, plural } from '../../src/words/numbers.ts'

test('one is singular, and every other number is plural, nothing included', () => {
  expect([0, 1, 2, 21].map((count) => plural(count, nouns.person))).toEqual(['people', 'person', 'people', 'people'])
  expect(plural(1.5, nouns.week)).toBe('weeks')
})

test('what is counted stands after its number, as the reader’s region writes numbers', () => {
  expect(counted(1, nouns.message, 'en-US')).toBe('1 message')
  expect(counted(12_000, nouns.message, 'en-US')).toBe('12,000 messages')
  expect(numberInWords(12_000, 'de-DE')).toBe('12.000')
})
