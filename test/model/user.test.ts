import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, instantFromMilliseconds, later, mondayOf, WEEK, type Weekday } from '../../src/model/time.ts'
import { isAwayAt, nextReportAfter, rescheduled, weekDue } from '../../src/model/user.ts'

const at = (iso: string): Instant => instantFromMilliseconds(Date.parse(iso))
const mondays = (zone: string) => ({ report: { weekday: 1, hour: 8 } as const, zone })

describe('the week that is due', () => {
  test.each([
    ['at the moment itself', 'Europe/Berlin', '2026-11-23T07:00:00Z', '2026-11-23'],
    ['a minute before', 'Europe/Berlin', '2026-11-23T06:59:00Z', '2026-11-16'],
    ['right after clocks went forward', 'America/New_York', '2026-03-09T12:00:00Z', '2026-03-09'],
    ['right after clocks went back', 'America/New_York', '2026-11-02T13:00:00Z', '2026-11-02'],
    ['where they go by half an hour', 'Australia/Lord_Howe', '2026-10-04T21:00:00Z', '2026-10-05'],
    ['nine days late', 'Europe/Berlin', '2026-12-02T07:00:00Z', '2026-11-30'],
  ])('%s', (_what, zone, now, week) => {
    expect(weekDue(mondays(zone), at(now))).toBe(week)
  })

  test('is at every moment that of the latest one, whatever clocks do', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Kolkata', 'Asia/Beirut')
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(23),
        fc.nat(3 * 365 * 24),
        (zone, weekday, hour, hours) => {
          const user = { report: { weekday: weekday as Weekday, hour }, zone }
          const now = later(at('2025-01-01T00:00:00Z'), hours * 3600)
          const next = nextReportAfter(user, now)
          expect(weekDue(user, now) < mondayOf(next, zone)).toBe(true)
          expect(weekDue(user, next)).toBe(mondayOf(next, zone))
        },
      ),
    )
  })
})

describe('days away', () => {
  const berlin = { ...mondays('Europe/Berlin'), away: { from: '2026-12-14', until: '2027-01-03' } }

  test('have no report: the next one is that of the first week after', () => {
    expect(nextReportAfter(berlin, at('2026-12-08T07:00:00Z'))).toBe(at('2027-01-04T07:00:00Z'))
    expect(weekDue(berlin, at('2026-12-30T07:00:00Z'))).toBe('2026-12-07')
    expect(weekDue(berlin, at('2027-01-04T07:00:00Z'))).toBe('2027-01-04')
  })

  test('begin and end by the clock of the user', () => {
    const kiritimati = { ...mondays('Pacific/Kiritimati'), away: { from: '2026-12-21', until: '2026-12-21' } }
    // Eight in the morning there is six in the evening of the day before in UTC.
    expect(nextReportAfter(kiritimati, at('2026-12-19T00:00:00Z'))).toBe(at('2026-12-27T18:00:00Z'))
  })

  test('cost no time, however many they are', () => {
    const forever = { ...mondays('UTC'), away: { from: '1970-01-01', until: '9998-12-31' } }
    expect(new Date(nextReportAfter(forever, at('2026-12-08T07:00:00Z')) * 1000).getUTCFullYear()).toBe(9999)
  })

  test('neither lose a report nor send one, when they are chosen', () => {
    const before = { ...mondays('Europe/Berlin'), nextReportAt: at('2026-12-14T07:00:00Z') }
    const now = at('2026-12-10T12:00:00Z')
    expect(rescheduled(before, berlin, now)).toBe(at('2027-01-04T07:00:00Z'))
    const chosen = { ...berlin, nextReportAt: at('2027-01-04T07:00:00Z') }
    expect(rescheduled(chosen, { ...berlin, away: null }, now)).toBe(at('2026-12-14T07:00:00Z'))
    // Back early, on a day whose report was passed over: that one is not sent after the fact.
    expect(rescheduled(chosen, { ...berlin, away: null }, at('2026-12-16T12:00:00Z'))).toBe(at('2026-12-21T07:00:00Z'))
  })

  test('are of one mind with the week that is due, wherever they lie', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        fc.tuple(day, day),
        fc.nat(400 * 24),
        fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Honolulu'),
        (days, hours, zone) => {
          const [from = '', until = ''] = days.toSorted()
          const user = { ...mondays(zone), away: { from, until } }
          const now = later(at('2026-01-01T00:00:00Z'), hours * 3600)
          const next = nextReportAfter(user, now)
          expect(next).toBeGreaterThan(now)
          expect(isAwayAt(user, next)).toBe(false)
          expect(weekDue(user, next)).toBe(mondayOf(next, zone))
          expect(weekDue(user, now) < mondayOf(next, zone)).toBe(true)
        },
      ),
    )
  })
})

describe('moving house', () => {
  const now = at('2026-11-23T10:00:00Z')

  test('to where the moment of this week has passed: it is due now, and no week is lost', () => {
    const honolulu = { ...mondays('Pacific/Honolulu'), nextReportAt: at('2026-11-23T18:00:00Z') }
    const auckland = mondays('Pacific/Auckland')
    expect(rescheduled(honolulu, auckland, now)).toBe(now)
    expect(weekDue(auckland, now)).toBe('2026-11-23')
  })

  test('to where it is still to come after it went out: it is asked for once more, and was sent', () => {
    const auckland = { ...mondays('Pacific/Auckland'), nextReportAt: at('2026-11-29T19:00:00Z') }
    const honolulu = mondays('Pacific/Honolulu')
    const next = rescheduled(auckland, honolulu, now)
    expect(next).toBe(at('2026-11-23T18:00:00Z'))
    expect(weekDue(honolulu, next)).toBe('2026-11-23')
  })

  test('without having passed a moment: the next one is by the new clock', () => {
    const berlin = { ...mondays('Europe/Berlin'), nextReportAt: at('2026-11-30T07:00:00Z') }
    expect(rescheduled(berlin, mondays('Asia/Kolkata'), now)).toBe(at('2026-11-30T02:30:00Z'))
  })

  test('while a report is asked for and not settled: it is asked for at once, lest its job was lost', () => {
    const sundays = { report: { weekday: 7, hour: 20 } as const, zone: 'Europe/Berlin' }
    const sundayNight = at('2026-11-22T20:00:00Z')
    const pending = { ...sundays, nextReportAt: at('2026-11-23T01:00:00Z') }
    expect(rescheduled(pending, { ...sundays, zone: 'Asia/Tokyo' }, sundayNight)).toBe(sundayNight)
    expect(weekDue({ ...sundays, zone: 'Asia/Tokyo' }, sundayNight)).toBe('2026-11-16')
  })

  test('whoever switches the reports on again waits for the next', () => {
    const off = { ...mondays('Europe/Berlin'), nextReportAt: null }
    expect(rescheduled(off, mondays('Europe/Berlin'), now)).toBe(later(at('2026-11-23T07:00:00Z'), WEEK))
  })
})
