import { expect, test } from 'vitest'
import { DAY, type Instant, later } from '../../src/model/time.ts'
import { describeReconnection } from '../../src/words/week.ts'

/** Monday 23 November 2026, 08:00 UTC. */
const at = (Date.UTC(2026, 10, 23, 8) / 1000) as Instant
const day = { at, zone: 'UTC', locale: 'en-US' }
const wrote = (daysAgo: number) =>
  describeReconnection(
    { personId: 1, name: 'Bo Ek', givenName: 'Bo', how: 'sent', at: later(at, -daysAgo * DAY), afterDays: 0 },
    day,
  )

test('a weekday by itself means one of the last days', () => {
  expect(wrote(3)).toBe('You wrote to Bo on Friday.')
})

test.each([7, 14])('of %i days ago, which was a Monday as well, the date is told', (daysAgo) => {
  expect(wrote(daysAgo)).toMatch(/^You wrote to Bo on November \d+\.$/)
})
