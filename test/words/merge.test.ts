import { expect, test } from 'vitest'
import { DAY, type Instant } from '../../src/model/time.ts'
import { describeEvidence } from '../../src/words/merge.ts'

test('the evidence is said with its dates', () => {
  const day = { at: 0 as Instant, zone: 'UTC', locale: 'en-GB' }
  const silentSince = (Date.UTC(2026, 2, 3) / 1000) as Instant
  const since = (silentSince + 20 * DAY) as Instant
  expect(describeEvidence({ kind: 'took_over', silentSince, since }, day)).toBe(
    'the same name, and the second began in March 2026, 3 weeks after the first went quiet',
  )
  expect(describeEvidence({ kind: 'took_over', silentSince, since: (silentSince + DAY) as Instant }, day)).toContain(
    'the week the first went quiet',
  )
})
