/** A form about a person as the correction it asks for, or what is wrong with its fields. Pure. */
import * as v from 'valibot'
import { canonicalAddress } from '../../model/address.ts'
import type { ChosenRhythm, Correction, LoggedHow } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { DAY, HOUR, type Instant, startOfDay } from '../../model/time.ts'
import type { FormError } from '../../words/form-error.ts'
import { dateIn, daysSchema, snoozeSchema } from '../kit/dates.ts'
import { type FormErrors, type FormSchema, parseForm, readAs } from '../kit/parse-form.ts'
import { formalitySchema, languageSchema, lineSchema, toneSchema } from '../kit/voice-fields.ts'
import { maxNameLength } from './voice-form.tsx'

/** `fields` are the form's, by name, as they were sent. */
export const correctionIn = (fields: Fields, now: Instant): Result<Correction, FormErrors> => {
  if (fields.kind === 'snooze') return snoozeIn(fields, now)
  const schema = schemaOf(fields, now)
  return schema === null ? failure({ kind: 'choice' }) : parseForm(schema, fields)
}

const snoozeIn = (fields: Fields, now: Instant): Result<Correction, FormErrors> => {
  const about = parseForm(v.object({ address: addressSchema }), fields)
  if (!about.ok) return about
  const until = parseForm(snoozeSchema(fields, now), fields)
  return until.ok ? success({ kind: 'snooze', address: about.value.address, until: until.value }) : until
}

const schemaOf = ({ kind, target }: Fields, now: Instant): FormSchema<Correction> | null => {
  switch (kind) {
    case 'merge':
    case 'apart':
      return pairSchema(kind)
    case 'split':
    case 'person':
    case 'own':
    case 'less_often':
      return v.pipe(
        v.object({ address: addressSchema }),
        v.transform(({ address }): Correction => ({ kind, address })),
      )
    case 'ignore':
      return ignoreSchema(target)
    case 'log':
      return logSchema(now)
    case 'voice':
      return voiceSchema
    case 'rhythm':
      return rhythmForm
    case 'group_rhythm':
      return groupRhythmForm
    case 'group':
      return groupForm
    case 'group_of':
      return groupOfForm
    default:
      return null
  }
}

const addressSchema = readAs(canonicalAddress, 'address')

const voiceSchema: FormSchema<Correction> = v.pipe(
  v.object({
    address: addressSchema,
    callThem: lineSchema(maxNameLength),
    tone: toneSchema,
    language: languageSchema,
    formality: formalitySchema,
  }),
  v.transform(
    ({ address, callThem, ...voice }): Correction => ({
      kind: 'voice',
      address,
      voice: { callThem: callThem === '' ? null : callThem, ...voice },
    }),
  ),
)

const maxTextLength = 120

const shortText = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, maxTextLength)

const groupNameSchema = readAs((text) => shortText(text) || null, 'group_name')

const pairSchema = (kind: 'merge' | 'apart'): FormSchema<Correction> =>
  v.pipe(
    v.object({ address: addressSchema, other: addressSchema }),
    v.forward(
      v.check(({ address, other }) => address !== other, 'same_address'),
      ['other'],
    ),
    v.transform(({ address, other }): Correction => ({ kind, addresses: [address, other] })),
  )

const ignoreSchema = (target: unknown): FormSchema<Correction> | null => {
  switch (target) {
    case 'person':
    case 'address':
      return v.pipe(
        v.object({ address: addressSchema }),
        v.transform(({ address }): Correction => ({ kind: 'ignore', target: { kind: target, address } })),
      )
    case 'domain':
      return v.pipe(
        v.object({ domain: readAs(domainIn, 'domain') }),
        v.transform(({ domain }): Correction => ({ kind: 'ignore', target: { kind: target, domain } })),
      )
    case 'pattern':
      return v.pipe(
        v.object({ pattern: readAs(patternIn, 'pattern') }),
        v.transform(({ pattern }): Correction => ({ kind: 'ignore', target: { kind: target, pattern } })),
      )
    default:
      return null
  }
}

const domainIn = (text: string): string | null => {
  const domain = shortText(text).toLowerCase().replace(/^@/, '')
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(domain) ? domain : null
}

/** Nothing but stars would leave out everyone. */
const patternIn = (text: string): string | null => {
  const pattern = shortText(text).toLowerCase()
  return pattern.includes('@') && /[a-z0-9]/.test(pattern) ? pattern : null
}

const hows: readonly LoggedHow[] = ['meeting', 'call', 'coffee', 'elsewhere']

/** On a day, at its noon or this hour: a second click says nothing new. Without a day, today. */
const logSchema = (now: Instant): FormSchema<Correction> =>
  v.pipe(
    v.object({
      address: addressSchema,
      how: v.picklist(hows),
      on: v.pipe(
        readAs((text) => (text === '' ? startOfDay(now) : dateIn(text)), 'date'),
        v.check((on) => on >= 0, 'date'),
        v.check((on) => on <= now, 'day_to_come'),
      ),
    }),
    v.transform(({ address, how, on }): Correction => {
      const at = Math.min(now - (now % HOUR), on + DAY / 2) as Instant
      return { kind: 'log', address, how, at }
    }),
  )

const rhythmEntries = { ideal: daysSchema, tooLong: daysSchema }

const rhythmForm: FormSchema<Correction> = v.pipe(
  v.object({ address: addressSchema, ...rhythmEntries }),
  v.forward(
    v.check(({ ideal, tooLong }) => ideal <= tooLong, 'rhythm_order'),
    ['tooLong'],
  ),
  v.transform(({ address, ...rhythm }): Correction => ({ kind: 'rhythm', address, rhythm: rhythmOf(rhythm) })),
)

const groupRhythmForm: FormSchema<Correction> = v.pipe(
  v.object({ group: groupNameSchema, ...rhythmEntries }),
  v.forward(
    v.check(({ ideal, tooLong }) => ideal <= tooLong, 'rhythm_order'),
    ['tooLong'],
  ),
  v.transform(({ group, ...rhythm }): Correction => ({ kind: 'group_rhythm', group, rhythm: rhythmOf(rhythm) })),
)

interface RhythmFields {
  readonly ideal: number
  readonly tooLong: number
}

const rhythmOf = ({ ideal, tooLong }: RhythmFields): ChosenRhythm => ({ idealDays: ideal, tooLongDays: tooLong })

const groupForm: FormSchema<Correction> = v.pipe(
  v.object({ address: addressSchema, group: groupNameSchema }),
  v.transform(({ address, group }): Correction => ({ kind: 'group', address, group })),
)

const maxTogether = 500

const addressesIn = (text: string) => {
  const addresses = text.split(/\s+/).flatMap((address) => canonicalAddress(address) ?? [])
  return addresses.length === 0 ? null : addresses
}

const groupOfForm: FormSchema<Correction> = v.pipe(
  v.object({
    group: groupNameSchema,
    addresses: v.pipe(
      readAs(addressesIn, 'nobody_chosen'),
      v.check((addresses) => addresses.length <= maxTogether, 'too_many_chosen' satisfies FormError),
    ),
  }),
  v.transform(({ group, addresses }): Correction => ({ kind: 'group_of', addresses, group })),
)
