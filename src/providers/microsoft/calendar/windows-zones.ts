/**
 * Time zones by the names Windows has for them, which Outlook's calendars bear: the one zone of each that CLDR gives for
 * the world as a whole (supplemental/windowsZones). Pure.
 */
import { isTimeZone } from '../../../model/time.ts'
import { vocabularyOf } from '../../../model/vocabulary.ts'
import type { windowsZoneList } from './windows-zone-list.ts'

const list = vocabularyOf<typeof windowsZoneList>('windowsZones')

/** The IANA name of a zone, whichever way it is named; null for one that nobody knows. */
export const ianaZone = (name: string): string | null => {
  zones ??= new Map(
    list()
      .split(',')
      .map((entry) => entry.split(':') as [string, string]),
  )
  const found = zones.get(name.replace(/ Standard Time$/, '')) ?? name
  return isTimeZone(found) ? found : null
}

let zones: ReadonlyMap<string, string> | null = null
