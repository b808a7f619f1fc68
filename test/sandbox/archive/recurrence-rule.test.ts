import { expect, test } from 'vitest'
import { plainRule } from './recurrence-rule.ts'

const timed = { zone: 'Europe/Berlin', isAllDay: false }

test.each([
  ['FREQ=WEEKLY;COUNT=0', 'RRULE:FREQ=WEEKLY'],
  ['FREQ=WEEKLY;COUNT=-1;INTERVAL=0', 'RRULE:FREQ=WEEKLY'],
  ['FREQ=WEEKLY;BYDAY=;WKST=XX', 'RRULE:FREQ=WEEKLY'],
  ['freq=weekly; byday=mo, tu ;', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU'],
  ['FREQ=WEEKLY;BYDAY=1MO,MON,,XY', 'RRULE:FREQ=WEEKLY;BYDAY=MO,MO'],
  ['FREQ=MONTHLY;BYDAY=+1MO,-1FR', 'RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR'],
  ['FREQ=MONTHLY;BYMONTHDAY=32,31,0;BYMONTH=13', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31'],
  ['RRULE:FREQ=DAILY;X-OWN=1;RSCALE=GREGORIAN;SKIP=OMIT', 'RRULE:FREQ=DAILY'],
  ['FREQ=DAILY;UNTIL=never', 'RRULE:FREQ=DAILY'],
])('what has no meaning in %s is left out', (written, expected) => {
  expect(plainRule(written, timed)).toBe(expected)
})

test.each([
  ['of the event', '20260710T090000', '20260710T070000Z'],
  ['in UTC', '20260710T090000Z', '20260710T090000Z'],
  ['spelled as ISO', '2026-07-10T09:00:00Z', '20260710T090000Z'],
  ['of a day, whose whole day is meant', '20260710', '20260710T215959Z'],
])('an end %s is told in UTC', (_, written, expected) => {
  expect(plainRule(`FREQ=DAILY;UNTIL=${written}`, timed)).toBe(`RRULE:FREQ=DAILY;UNTIL=${expected}`)
})

test.each([
  ['20261005', '20261005'],
  ['20261004T220000Z', '20261005'],
  ['20261005T235959', '20261005'],
])('the end %s of whole days in Berlin is a date', (written, expected) => {
  const rule = plainRule(`FREQ=DAILY;UNTIL=${written}`, { ...timed, isAllDay: true })
  expect(rule).toBe(`RRULE:FREQ=DAILY;UNTIL=${expected}`)
})

test.each(['', 'COUNT=3', 'FREQ=SOMETIMES', 'FREQ='])('"%s" does not say how often', (written) => {
  expect(plainRule(written, timed)).toBeNull()
})
