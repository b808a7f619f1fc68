import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import type { Correction } from '../../src/model/correction.ts'
import type { Instant } from '../../src/model/time.ts'
import { describeCorrection } from '../../src/words/correction.ts'

const day = { at: (Date.UTC(2026, 10, 23) / 1000) as Instant, zone: 'UTC', locale: 'en-GB' }
const address = 'bo@example.com' as CanonicalAddress
const rhythm = { idealDays: 7, tooLongDays: 30 }
const say = (correction: Correction): string => describeCorrection(correction, () => 'Bo', day)

const each: readonly Correction[] = [
  { kind: 'person', address },
  { kind: 'snooze', address, until: (Date.UTC(2026, 11, 14) / 1000) as Instant },
  { kind: 'rhythm', address, rhythm },
  { kind: 'less_often', address },
  { kind: 'group', address, group: 'Rowing' },
  { kind: 'log', address, how: 'call', at: day.at },
  { kind: 'ignore', target: { kind: 'person', address } },
]

test.each(each.map((correction) => [correction.kind, correction] as const))(
  '%s names the person',
  (_kind, correction) => {
    expect(say(correction)).toContain('Bo')
  },
)

test('a snooze tells its end', () => {
  expect(say({ kind: 'snooze', address, until: (Date.UTC(2026, 11, 14) / 1000) as Instant })).toMatch(
    /snoozed until 14 December/,
  )
})

test('no person is called nobody, or somebody else', () => {
  for (const correction of each) expect(say(correction)).not.toMatch(/nobody|somebody|rests/)
})
