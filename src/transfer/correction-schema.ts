/** Corrections as they come from a file: of the shape that pages replay, or refused. Pure. */
import * as v from 'valibot'
import { formalities, tones } from '../model/check-in.ts'
import type { Correction, Undo } from '../model/correction.ts'
import { addressSchema, nameSchema, plainInstantSchema } from './plain-schemas.ts'

const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_600))

const rhythm = v.object({ idealDays: days, tooLongDays: days, group: v.optional(nameSchema) })

const pair = v.strictTuple([addressSchema, addressSchema])

/** A month and a day, with the year or without. */
export const birthdaySchema = v.pipe(v.string(), v.regex(/^(?:\d{4}|-)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/))

const imported = v.object({
  address: addressSchema,
  name: v.optional(nameSchema),
  company: v.optional(nameSchema),
  birthday: v.optional(birthdaySchema),
  knownSince: v.optional(plainInstantSchema),
  isNew: v.optional(v.literal(true)),
})

/** One of each kind: a kind without its own does not compile. */
const schemas = {
  merge: v.object({ kind: v.literal('merge'), addresses: pair }),
  apart: v.object({ kind: v.literal('apart'), addresses: pair }),
  split: v.object({ kind: v.literal('split'), address: addressSchema }),
  person: v.object({ kind: v.literal('person'), address: addressSchema }),
  own: v.object({ kind: v.literal('own'), address: addressSchema }),
  less_often: v.object({ kind: v.literal('less_often'), address: addressSchema }),
  ignore: v.object({
    kind: v.literal('ignore'),
    target: v.variant('kind', [
      v.object({ kind: v.picklist(['person', 'address']), address: addressSchema }),
      v.object({ kind: v.literal('domain'), domain: nameSchema }),
      v.object({ kind: v.literal('pattern'), pattern: nameSchema }),
    ]),
  }),
  log: v.object({
    kind: v.literal('log'),
    address: addressSchema,
    how: v.picklist(['meeting', 'call', 'coffee', 'elsewhere']),
    at: plainInstantSchema,
  }),
  snooze: v.object({ kind: v.literal('snooze'), address: addressSchema, until: plainInstantSchema }),
  rhythm: v.object({ kind: v.literal('rhythm'), address: addressSchema, rhythm }),
  group_rhythm: v.object({ kind: v.literal('group_rhythm'), group: nameSchema, rhythm }),
  forget_preferences: v.object({ kind: v.literal('forget_preferences'), before: plainInstantSchema }),
  voice: v.object({
    kind: v.literal('voice'),
    address: addressSchema,
    voice: v.object({
      callThem: v.nullable(v.pipe(v.string(), v.maxLength(300))),
      tone: v.nullable(v.picklist(tones)),
      language: v.nullable(v.pipe(v.string(), v.maxLength(20))),
      formality: v.nullable(v.picklist(formalities)),
    }),
  }),
  group: v.object({ kind: v.literal('group'), address: addressSchema, group: nameSchema }),
  group_of: v.object({ kind: v.literal('group_of'), addresses: v.array(addressSchema), group: nameSchema }),
  triage: v.object({
    kind: v.literal('triage'),
    close: v.array(addressSchema),
    kept: v.array(addressSchema),
    nobody: v.array(addressSchema),
  }),
  contacts_file: v.object({ kind: v.literal('contacts_file'), people: v.array(imported) }),
  undo: v.object({ kind: v.literal('undo'), of: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
} satisfies Readonly<Record<(Correction | Undo)['kind'], v.GenericSchema>>

export const correctionContentSchema = v.custom<Correction | Undo>((content) => {
  const kind = v.safeParse(v.object({ kind: v.string() }), content)
  if (!kind.success || !Object.hasOwn(schemas, kind.output.kind)) return false
  return v.is(schemas[kind.output.kind as keyof typeof schemas], content)
})
