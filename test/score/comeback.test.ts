import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comebackOf } from '../../src/score/comeback.ts'

// The cases of the model's own table: weeks in touch, the usual gap and the silence, both in days.
const tie = { yearly: 13.5, rhythm: 31 / 7, together: 0, activity: 1, silenceDays: 120 }

test.each([
  ['every three weeks for a year, nine weeks silent', { yearly: 13.1, rhythm: 22 / 7, silenceDays: 63 }, 0.81],
  ['monthly for two years, four months silent', {}, 0.76],
  ['a project of eight weeks, over', { yearly: 8.5, rhythm: 9 / 7, silenceDays: 300 }, 0.26],
  ['two messages in one week', { yearly: 2, rhythm: 15 / 7, silenceDays: 200 }, 0.15],
] as const)('%s', (_, over, expected) => {
  expect(comebackOf({ ...tie, ...over })).toBeCloseTo(expected, 1)
})

test('the longer the silence, the later in the order', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 500 }), (silenceDays, more) => {
      expect(comebackOf({ ...tie, silenceDays })).toBeGreaterThan(
        comebackOf({ ...tie, silenceDays: silenceDays + more }),
      )
    }),
  )
})

test('who was seen together lately comes before who was not', () => {
  expect(comebackOf({ ...tie, together: 0.8 })).toBeGreaterThan(comebackOf(tie))
})
