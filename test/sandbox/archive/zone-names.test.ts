import { describe, expect, test } from 'vitest'
import { zoneNamed, zoneOf } from './zones.ts'

describe('a zone is known by', () => {
  test.each([
    ["Outlook's long name", '(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['the places in it', '(GMT+01.00) Sarajevo/Skopje/Warsaw/Zagreb', 'Europe/Sarajevo'],
    ['the places in it', '(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien', 'Europe/Amsterdam'],
    ['a place with a blank', '(UTC-06:00) Guadalajara, Mexico City, Monterrey', 'America/Mexico_City'],
    ['a place with an accent', '(UTC-05:00) Bogotá, Lima, Quito', 'America/Bogota'],
    ['a name of Windows with a number', 'Eastern Standard Time 1', 'America/New_York'],
    ['a name of Windows with a number', 'Romance Standard Time-1', 'Europe/Paris'],
    ['a season', 'Pacific Daylight Time', 'America/Los_Angeles'],
    ['its name in German', 'Mitteleuropäische Zeit', 'Europe/Berlin'],
    ['its name in Chinese', '中国标准时间', 'Asia/Shanghai'],
    ['an old name whose clocks change', 'EST5EDT', 'EST5EDT'],
    ['an offset', 'GMT-0500', 'Etc/GMT+5'],
    ['an offset', 'UTC+2', 'Etc/GMT-2'],
    ['an offset with minutes', 'UTC+05:30', '+05:30'],
    ['the offset, where nobody knows the rest', '(UTC-03:00) Moonbase', 'Etc/GMT+3'],
    ['both of its offsets', 'GMT -0500 (Standard) / GMT -0400 (Daylight)', 'America/New_York'],
  ])('%s: %s', (_, name, zone) => {
    expect(zoneNamed(name)).toBe(zone)
  })
})

test('a place that does not fit the offset beside it is not meant', () => {
  expect(zoneNamed('(UTC-03:00) Berlin')).toBe('Etc/GMT+3')
})

test.each(['Moonbase', 'EST', 'Customized Time Zone', '+99:00', ''])('"%s" says nothing', (name) => {
  expect(zoneNamed(name)).toBeNull()
})

test('a bare offset gives way to a VTIMEZONE that knows when clocks change', () => {
  const newYork = { location: '', offsets: { january: -300, july: -240 } }
  expect(zoneOf('GMT-0500', newYork)).toBe('America/New_York')
  expect(zoneOf('Europe/Berlin', newYork)).toBe('Europe/Berlin')
})
