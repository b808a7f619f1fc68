import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { ianaZone } from '../../../../src/providers/microsoft/calendar/windows-zones.ts'

const known = windowsZones.supplemental.windowsZones.mapTimezones
  .map(({ mapZone }) => mapZone)
  .filter(({ _territory }) => _territory === '001')

test('every name that Windows has for a zone is known, as CLDR knows it', () => {
  expect(known.length).toBeGreaterThan(130)
  for (const { _other, _type } of known) expect([_other, ianaZone(_other)]).toEqual([_other, _type.split(' ')[0]])
})

test('an IANA name is itself, and anything else is nothing', () => {
  expect(ianaZone('Europe/Berlin')).toBe('Europe/Berlin')
  expect(ianaZone('tzone://Microsoft/Custom')).toBeNull()
})
