/** A form about a person as the correction it asks for, or null where it asks for nothing that makes sense. Pure. */
import { type CanonicalAddress, canonicalAddress } from '../../model/address.ts'
import type { ChosenRhythm, Correction, IgnoreTarget, LoggedHow } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import { DAY, HOUR, type Instant, startOfDay } from '../../model/time.ts'
import { maxDays, snoozeUntil } from '../check-in/acts.ts'

/** `fields` are the form's, by name, as they were sent. */
export const correctionIn = (fields: Fields, now: Instant): Correction | null => {
  const kind = textIn(fields, 'kind')
  const address = addressIn(fields, 'address')
  if (kind === 'ignore') return ignoreIn(fields)
  if (kind === 'group_of') return groupOfIn(fields)
  if (kind === 'group_rhythm') return groupRhythmIn(fields)
  if (address === null) return null
  switch (kind) {
    case 'merge':
    case 'apart': {
      const other = addressIn(fields, 'other')
      return other === null || other === address ? null : { kind, addresses: [address, other] }
    }
    case 'split':
    case 'person':
    case 'own':
    case 'less_often':
      return { kind, address }
    case 'log':
      return logIn(fields, address, now)
    case 'snooze': {
      const until = snoozeUntil(fields, now)
      return until === null ? null : { kind, address, until }
    }
    case 'rhythm': {
      const rhythm = rhythmIn(fields)
      return rhythm === null ? null : { kind, address, rhythm }
    }
    case 'group': {
      const group = textIn(fields, 'group')
      return group === '' ? null : { kind, address, group }
    }
    default:
      return null
  }
}

const maxTextLength = 120
const maxTogether = 500

const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, maxTextLength) : ''
}

const addressIn = (fields: Fields, name: string): CanonicalAddress | null => {
  const value = fields[name]
  return typeof value === 'string' ? canonicalAddress(value) : null
}

const wholeIn = (fields: Fields, name: string, least: number, most: number): number | null => {
  const value = Number(textIn(fields, name) || Number.NaN)
  return Number.isInteger(value) && value >= least && value <= most ? value : null
}

const ignoreIn = (fields: Fields): Correction | null => {
  const target = targetIn(fields)
  return target === null ? null : { kind: 'ignore', target }
}

const targetIn = (fields: Fields): IgnoreTarget | null => {
  const kind = textIn(fields, 'target')
  const address = addressIn(fields, 'address')
  switch (kind) {
    case 'person':
    case 'address':
      return address === null ? null : { kind, address }
    case 'domain': {
      const domain = textIn(fields, 'domain').toLowerCase().replace(/^@/, '')
      return /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(domain) ? { kind, domain } : null
    }
    case 'pattern': {
      const pattern = textIn(fields, 'pattern').toLowerCase()
      // Nothing but stars would take everybody.
      return pattern.includes('@') && /[a-z0-9]/.test(pattern) ? { kind, pattern } : null
    }
    default:
      return null
  }
}

const hows: readonly LoggedHow[] = ['meeting', 'call', 'coffee', 'elsewhere']

/** On a day, at its noon or this hour: a second click says nothing new. */
const logIn = (fields: Fields, address: CanonicalAddress, now: Instant): Correction | null => {
  const how = hows.find((each) => each === textIn(fields, 'how'))
  const day = textIn(fields, 'on')
  const on = day === '' ? startOfDay(now) : Date.parse(`${day}T00:00:00Z`) / 1000
  if (how === undefined || !Number.isInteger(on) || on < 0 || on > now) return null
  return { kind: 'log', address, how, at: Math.min(now - (now % HOUR), on + DAY / 2) as Instant }
}

const rhythmIn = (fields: Fields): ChosenRhythm | null => {
  const idealDays = wholeIn(fields, 'ideal', 1, maxDays)
  const tooLongDays = wholeIn(fields, 'tooLong', 1, maxDays)
  if (idealDays === null || tooLongDays === null || tooLongDays < idealDays) return null
  return { idealDays, tooLongDays }
}

const groupOfIn = (fields: Fields): Correction | null => {
  const group = textIn(fields, 'group')
  const value = fields.addresses
  const addresses = (typeof value === 'string' ? value.split(/\s+/) : [])
    .slice(0, maxTogether)
    .flatMap((address) => canonicalAddress(address) ?? [])
  return group === '' || addresses.length === 0 ? null : { kind: 'group_of', addresses, group }
}

const groupRhythmIn = (fields: Fields): Correction | null => {
  const group = textIn(fields, 'group')
  const rhythm = rhythmIn(fields)
  return group === '' || rhythm === null ? null : { kind: 'group_rhythm', group, rhythm }
}
