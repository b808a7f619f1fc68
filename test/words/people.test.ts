import { expect, test } from 'vitest'
import { describeHome, describeShown } from '../../src/words/people.ts'

const bands = { thriving: 6, steady: 2, fading: 1, quiet: 1, new: 0, unknown: 4 }

test('the headline says how things are, and how many could hear from the user', () => {
  expect(describeHome(bands, 7)).toBe('Most of your people are in rhythm. Seven could hear from you.')
  expect(describeHome(bands, 0)).toBe('Most of your people are in rhythm. No one needs a nudge right now.')
  expect(describeHome({ ...bands, thriving: 0, steady: 0, fading: 0, quiet: 0 }, 2)).toBe(
    'We’re still gathering your people.',
  )
})

test('a part of a list says which part, and a whole list how many', () => {
  expect(describeShown({ from: 51, to: 100, all: 1380 }, 'en-GB')).toBe('51–100 of 1,380 people')
  expect(describeShown({ from: 1, to: 1, all: 1 }, 'en-GB')).toBe('1 person')
})
