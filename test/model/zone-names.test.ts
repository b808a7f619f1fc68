import { expect, test } from 'vitest'
import { closestZone } from '../../src/model/zone-names.ts'

test.each([
  ['Europe/Berln', 'Europe/Berlin'],
  ['berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Europe/Lisboa', 'Europe/Lisbon'],
  ['Tokio', 'Asia/Tokyo'],
])('%j is meant for %s', (typed, zone) => {
  expect(closestZone(typed)).toBe(zone)
})

test.each(['', 'Europe/Atlantis', 'xyz', 'somewhere over the rainbow', '<script>'])('%j is near none', (typed) => {
  expect(closestZone(typed)).toBeNull()
})
