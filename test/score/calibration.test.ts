import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Horizon, trueChance } from '../../src/score/calibration.ts'

const horizon = fc.constantFrom<Horizon>(30, 90, 180)
const odds = fc.double({ min: 1e-6, max: 1e3, noNaN: true })
const returning = fc.double({ min: 0.2, max: 5, noNaN: true })

test('a chance is one, and keeps the order that the odds of one user have', () => {
  fc.assert(
    fc.property(odds, odds, horizon, returning, (one, other, days, of) => {
      const [a, b] = [trueChance(one, days, { returning: of }), trueChance(other, days, { returning: of })]
      expect(a).toBeGreaterThan(0)
      expect(a).toBeLessThanOrEqual(1)
      if (one < other) expect(a).toBeLessThanOrEqual(b)
    }),
  )
})

test('a longer time never has the smaller chance, for a user like most', () => {
  fc.assert(
    fc.property(odds, (same) => {
      const chances = ([30, 90, 180] as const).map((days) => trueChance(same, days, { returning: 1 }))
      expect(chances).toEqual([...chances].sort((a, b) => a - b))
    }),
  )
})

test('whoever’s ties come back more often than most is told a higher chance', () => {
  expect(trueChance(1, 90, { returning: 1.5 })).toBeGreaterThan(trueChance(1, 90, { returning: 1 }))
})
