import { expect, test } from 'vitest'
import type { Suggestion } from '../../src/model/report.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { describeReason } from '../../src/words/reason.ts'

const now = 1_790_000_000 as Instant
const day = { at: now, zone: 'Europe/Berlin' }
const suggestion: Suggestion = {
  personId: 1,
  name: 'Bo Ek',
  givenName: 'Bo',
  address: 'bo@new.example',
  reason: { kind: 'hello', silenceDays: 40, lastContactAt: (now - 40 * DAY) as Instant },
  strip: [],
}

test('a move is said, and only where there was one', () => {
  const stayed = describeReason(suggestion, day)
  const moved = describeReason({ ...suggestion, movedAt: (now - 60 * DAY) as Instant }, day)
  expect(moved.startsWith(stayed)).toBe(true)
  expect(moved).toContain('Now at bo@new.example')
  expect(stayed).not.toContain('bo@new.example')
})

test('nobody is said to be at an address where mail comes back', () => {
  const movedAt = (now - 60 * DAY) as Instant
  expect(describeReason({ ...suggestion, address: '', movedAt }, day)).toBe(describeReason(suggestion, day))
})
