import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  type Instant,
  instantFromMilliseconds,
  isTimeZone,
  latestWeekly,
  localDate,
  mondayOf,
  nextWeekly,
  type Weekday,
} from '../../src/model/time.ts'

const at = (iso: string): Instant => instantFromMilliseconds(Date.parse(iso))
const monday8 = (zone: string, after: string): string =>
  new Date(nextWeekly({ weekday: 1, hour: 8, zone, after: at(after) }) * 1000).toISOString()

describe('the next Monday at eight', () => {
  test.each([
    ['Europe/Berlin', '2026-11-20T12:00:00Z', '2026-11-23T07:00:00.000Z'],
    ['Europe/Berlin', '2026-11-23T06:59:59Z', '2026-11-23T07:00:00.000Z'],
    ['Europe/Berlin', '2026-11-23T07:00:00Z', '2026-11-30T07:00:00.000Z'],
    // Clocks go forward on Sunday 29 March 2026, back on Sunday 25 October.
    ['Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-30T06:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-26T07:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-20T12:00:00Z', '2026-11-23T02:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-20T12:00:00Z', '2026-11-22T18:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-23T15:00:00Z', '2026-11-23T16:00:00.000Z'],
  ])('in %s after %s', (zone, after, expected) => {
    expect(monday8(zone, after)).toBe(expected)
  })

  test('an hour that the clocks skip is told at the hour they skip to', () => {
    // In Lord Howe's case by half an hour; in Beirut the clocks went from 0:00 to 1:00 on Sunday 29 March 2026.
    const sunday = nextWeekly({ weekday: 7, hour: 0, zone: 'Asia/Beirut', after: at('2026-03-28T12:00:00Z') })
    expect(new Date(sunday * 1000).toISOString()).toBe('2026-03-28T22:00:00.000Z')
  })
})

test('the Monday of a week is the local one', () => {
  expect(mondayOf(at('2026-11-22T23:30:00Z'), 'UTC')).toBe('2026-11-16')
  expect(mondayOf(at('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-23')
})

test('made-up zones are told from real ones', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Europe/Atlantis')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})

describe('as the standard for dates and times has it', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Asia/Beirut',
    'Pacific/Apia',
  ]
  const anyMoment = fc.record({
    seconds: fc.integer({ min: 0, max: 2_000_000_000 }),
    zone: fc.constantFrom(...zones),
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    hour: fc.integer({ min: 0, max: 23 }),
  })
  const dateIn = (seconds: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(1000 * seconds)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
  const momentIn = (date: Temporal.PlainDate, hour: number, zone: string): number =>
    date.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(hour) }).epochMilliseconds / 1000

  test('a day is the day on the wall', () => {
    fc.assert(
      fc.property(anyMoment, ({ seconds, zone }) => {
        expect(localDate(seconds as Instant, zone)).toBe(dateIn(seconds, zone).toString())
      }),
    )
  })

  test('a weekly moment is the next and the last one on the wall, over every change of the clocks', () => {
    fc.assert(
      fc.property(anyMoment, ({ seconds, zone, weekday, hour }) => {
        const today = dateIn(seconds, zone)
        const moments = Array.from({ length: 24 }, (_, index) => today.add({ days: index - 12 }))
          .filter(({ dayOfWeek }) => dayOfWeek === weekday)
          .map((date) => momentIn(date, hour, zone))
        const when = { weekday, hour, zone }
        expect(nextWeekly({ ...when, after: seconds as Instant })).toBe(moments.find((moment) => moment > seconds))
        expect(latestWeekly({ ...when, until: seconds as Instant })).toBe(
          moments.findLast((moment) => moment <= seconds),
        )
      }),
    )
  })
})
