import { expect, test } from 'vitest'
import type { Instant } from '../../src/model/time.ts'
import { describeStrip, describeStripLabel } from '../../src/words/strip.ts'

const at = (date: string): Instant => (Date.parse(date) / 1000) as Instant
const day = { at: at('2026-11-30'), zone: 'UTC', locale: 'en-GB' }
const quiet = { silenceDays: 63, isLong: true }

test('above the line stands what is new, else how long the silence is, else nothing', () => {
  const moved = { kind: 'new_address', firstAt: at('2026-11-13'), silenceDays: 5, usualGapDays: 35 } as const
  expect(describeStrip(moved, quiet, day)).toBe('new address')
  expect(describeStrip({ kind: 'follow_up', metAt: at('2026-11-25'), metBeforeAt: null }, quiet, day)).toBe(
    'met Wednesday',
  )
  expect(describeStrip({ kind: 'follow_up', metAt: at('2026-11-15'), metBeforeAt: null }, quiet, day)).toBe(
    'met on 15 November',
  )
  expect(describeStrip(null, quiet, day)).toBe('quiet for 9 weeks')
  expect(describeStrip(null, { ...quiet, isLong: false }, day)).toBeNull()
})

test('whoever can’t see the line is told the same', () => {
  const of = { weeks: 17, from: at('2025-12-01'), silenceDays: 63, band: 'fading' } as const
  expect(describeStripLabel(of, day)).toBe('In touch in 17 weeks since December 2025, and quiet for 9 weeks since')
  expect(describeStripLabel({ ...of, silenceDays: 3 }, day)).toBe('In touch in 17 weeks since December 2025')
})
