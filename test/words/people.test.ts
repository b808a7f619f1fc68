import { expect, test } from 'vitest'
import { describeShown } from '../../src/words/people.ts'

test('a part of a list says which part, and a whole list how many', () => {
  expect(describeShown({ from: 51, to: 100, all: 1380 }, 'en-GB')).toBe('51–100 of 1,380 people')
  expect(describeShown({ from: 1, to: 1, all: 1 }, 'en-GB')).toBe('1 person')
})
