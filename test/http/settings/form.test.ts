import { describe, expect, test } from 'vitest'
import { readsBackIn, settingsIn, sureIn } from '../../../src/http/settings/form.ts'

const user = { locale: 'en-GB', writesIn: 'account' } as const
const valid = { reports: 'on', weekday: '5', hour: '17', zone: 'America/New_York' }

describe('settings', () => {
  test('what the form does not speak of stays as it is', () => {
    expect(settingsIn(valid, user)).toEqual({
      ok: true,
      value: { report: { weekday: 5, hour: 17 }, zone: 'America/New_York', locale: 'en-GB', writesIn: 'account' },
    })
  })

  test('a box without a tick means no email', () => {
    const { reports: _reports, ...rest } = valid
    expect(settingsIn(rest, user)).toMatchObject({ value: { report: null } })
  })

  test.each([
    ['zone', 'Europe/Atlantis', 'zone'],
    ['hour', '24', 'hour'],
    ['hour', '', 'hour'],
    ['weekday', '8', 'weekday'],
    ['writesIn', 'telegram', 'choice'],
    ['locale', '?', 'choice'],
  ])('%s %j is refused beside its field', (name, value, error) => {
    expect(settingsIn({ ...valid, [name]: value }, user)).toEqual({ ok: false, error: { [name]: error } })
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
