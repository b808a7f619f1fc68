import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuotaWindow } from '../../src/model/account.ts'
import type { Instant } from '../../src/model/time.ts'
import { secondsUntilUnits, unitsLeft, withSpent } from '../../src/sync/quota.ts'

const pace = { units: 6000, perSeconds: 60 }
const at = (seconds: number): Instant => (1_790_000_000 + seconds) as Instant

test('what was spent is free again when its minute is over, to the fraction of a second', () => {
  const quotaWindow = withSpent([], pace, { at: at(0), units: 1000 })
  expect(unitsLeft(quotaWindow, pace, at(1))).toBe(5000)
  // It may have been spent at 0.9 s: at 60.5 s the provider still counts it.
  expect(unitsLeft(quotaWindow, pace, at(60))).toBe(5000)
  expect(unitsLeft(quotaWindow, pace, at(61))).toBe(6000)
})

test('spending whatever is free, and waiting as told, never exceeds the pace in any minute', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          wanted: fc.integer({ min: 1, max: 2000 }),
          fraction: fc.double({ min: 0, max: 0.999, noNaN: true }),
        }),
        { maxLength: 60 },
      ),
      (spends) => {
        let quotaWindow: QuotaWindow = []
        let now = 0
        const exact: { at: number; units: number }[] = []
        for (const { wanted, fraction } of spends) {
          now += secondsUntilUnits(quotaWindow, pace, at(now), wanted)
          expect(unitsLeft(quotaWindow, pace, at(now))).toBeGreaterThanOrEqual(wanted)
          quotaWindow = withSpent(quotaWindow, pace, { at: at(now), units: wanted })
          exact.push({ at: now + fraction, units: wanted })
          const minute = exact.filter((spend) => spend.at > now + fraction - 60)
          expect(minute.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(pace.units)
        }
      },
    ),
  )
})

test('the ledger keeps no more than a minute', () => {
  let quotaWindow: QuotaWindow = []
  for (let second = 0; second < 1000; second += 10)
    quotaWindow = withSpent(quotaWindow, pace, { at: at(second), units: 1 })
  expect(quotaWindow.length).toBeLessThanOrEqual(7)
})
