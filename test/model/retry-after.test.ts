import { expect, test } from 'vitest'
import { retryAfterSeconds, secondsUntil } from '../../src/model/retry-after.ts'
import type { Instant } from '../../src/model/time.ts'

const now = (Date.UTC(2026, 10, 23, 9) / 1000) as Instant

test.each([
  ['seconds', '17', 17],
  ['parts of seconds, rounded up', '1.2', 2],
  ['no time at all, which is a second', '0', 1],
  ['a date', 'Mon, 23 Nov 2026 09:01:00 GMT', 61],
  ['a date that is past', 'Mon, 23 Nov 2026 08:00:00 GMT', 1],
  ['neither', 'soon', null],
  ['nothing', '', null],
  ['no header', null, null],
])('Retry-After names %s', (_name, header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds)
})

test('without a clock a date names nothing', () => {
  expect(retryAfterSeconds('Mon, 23 Nov 2026 09:01:00 GMT', null)).toBeNull()
  expect(retryAfterSeconds('17', null)).toBe(17)
})

test('whoever waits until a moment within a second comes after it', () => {
  expect(now + secondsUntil((now + 5) * 1000 + 900, now)).toBeGreaterThan(now + 5.9)
})
