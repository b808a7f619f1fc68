import { expect, test } from 'vitest'
import { stripOf } from '../../../src/http/kit/strip.tsx'
import { type Instant, later, startOfWeek, WEEK } from '../../../src/model/time.ts'

const now = later(startOfWeek(3000), WEEK / 2)

test('a strip is a year long, with a tick for each of its weeks', () => {
  const { from, ticks } = stripOf([2900, 2950, 2990, 3000], startOfWeek(3000), now)
  expect((now - from) / WEEK).toBe(52)
  expect(ticks).toHaveLength(3)
})

test('an old tie gets as many years as it needs: as much of the time in touch as of the silence', () => {
  const last = startOfWeek(2900)
  const { from, ticks } = stripOf([2850, 2899], last, now)
  expect(now - last).toBeLessThanOrEqual((now - from) / 2)
  expect(ticks).toHaveLength(2)
})

test('nothing ahead of now is ticked', () => {
  expect(stripOf([3001], null, now as Instant).ticks).toEqual([])
})
