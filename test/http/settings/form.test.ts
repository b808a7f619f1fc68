import { describe, expect, test } from 'vitest'
import { awayToCome, readsBackIn, settingsIn, sureIn } from '../../../src/http/settings/form.ts'
import { DAY, instantFromMilliseconds, later } from '../../../src/model/time.ts'

const user = { locale: 'en-GB', writesIn: 'account', zone: 'Europe/Berlin', away: null } as const
const now = instantFromMilliseconds(Date.UTC(2026, 11, 1, 12))
const valid = { reports: 'on', weekday: '5', hour: '17', zone: 'America/New_York' }

describe('settings', () => {
  test('what the form does not speak of stays as it is', () => {
    expect(settingsIn(valid, user, now)).toEqual({
      ok: true,
      value: {
        report: { weekday: 5, hour: 17 },
        zone: 'America/New_York',
        locale: 'en-GB',
        writesIn: 'account',
        away: null,
      },
    })
  })

  test('a box without a tick means no email', () => {
    const { reports: _reports, ...rest } = valid
    expect(settingsIn(rest, user, now)).toMatchObject({ value: { report: null } })
  })

  test.each([
    ['zone', 'Europe/Atlantis', 'zone'],
    ['hour', '24', 'hour'],
    ['hour', '', 'hour'],
    ['weekday', '8', 'weekday'],
    ['writesIn', 'telegram', 'choice'],
    ['locale', '?', 'choice'],
  ])('%s %j is refused beside its field', (name, value, error) => {
    expect(settingsIn({ ...valid, [name]: value }, user, now)).toEqual({ ok: false, error: { [name]: error } })
  })
})

describe('days away', () => {
  const typed = (awayFrom: string, awayUntil: string) => settingsIn({ ...valid, awayFrom, awayUntil }, user, now)

  test('are a first and a last one', () => {
    expect(typed('2026-12-21', '2027-01-03')).toMatchObject({
      value: { away: { from: '2026-12-21', until: '2027-01-03' } },
    })
    expect(typed('2026-12-21', '2026-12-21').ok).toBe(true)
    expect(typed('', '')).toMatchObject({ value: { away: null } })
  })

  test.each([
    ['2026-12-21', '', { awayUntil: 'away_both' }],
    ['', '2027-01-03', { awayFrom: 'away_both' }],
    ['2026-12-21', '2026-12-20', { awayUntil: 'away_order' }],
    ['2026-11-01', '2026-11-30', { awayUntil: 'day_passed' }],
    ['2026-12-21', '2028-01-03', { awayUntil: 'away_long' }],
    ['tomorrow', '2027-01-03', { awayFrom: 'date' }],
    ['2026-02-30', '2027-01-03', { awayFrom: 'date' }],
  ])('from %j until %j are refused beside their field', (from, until, error) => {
    expect(typed(from, until)).toEqual({ ok: false, error })
  })

  test('stay as they are where a form does not speak of them, and are over when they are over', () => {
    const away = { from: '2026-11-25', until: '2026-12-01' }
    expect(settingsIn(valid, { ...user, away }, now)).toMatchObject({ value: { away } })
    const tomorrow = later(now, DAY)
    expect(awayToCome({ ...user, away }, tomorrow)).toBeNull()
    expect(settingsIn(valid, { ...user, away }, tomorrow)).toMatchObject({ value: { away: null } })
  })
})

test('how far back is one of the choices, or everything', () => {
  expect(readsBackIn({ years: '10' })).toEqual({ ok: true, value: { years: 10 } })
  expect(readsBackIn({ years: 'all' })).toEqual({ ok: true, value: { years: null } })
  expect(readsBackIn({ years: '3' })).toEqual({ ok: false, error: { years: 'choice' } })
})

test('nothing is deleted without a tick', () => {
  expect(sureIn({}).ok).toBe(false)
  expect(sureIn({ sure: 'on' }).ok).toBe(true)
})
