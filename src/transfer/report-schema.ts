/**
 * Reports as they lie in a file: of the shape that pages and mails read, or refused. People stand in them by their addresses
 * and accounts by their places. What a newer report has beside this is kept as it is. Pure.
 */
import * as v from 'valibot'
import type { ReasonKind } from '../model/report.ts'
import { addressSchema, plainInstantSchema } from './plain-schemas.ts'

const person = v.nullable(addressSchema)
const account = v.nullable(v.number())
const text = v.pipe(v.string(), v.maxLength(2000))
const days = v.number()
const name = { person, name: text, givenName: v.nullable(text) }

const bands = v.record(v.string(), v.number())

const contact = { silenceDays: days, lastContactAt: plainInstantSchema, lastMetAt: v.nullable(plainInstantSchema) }

/** One of each kind: a kind without its own does not compile. */
const reasons = {
  rhythm_broken: v.looseObject({ kind: v.literal('rhythm_broken'), usualGapDays: days, ...contact }),
  reply_owed: v.looseObject({
    kind: v.literal('reply_owed'),
    receivedAt: plainInstantSchema,
    waitingDays: days,
    usualAnswerDays: v.nullable(days),
  }),
  new_address: v.looseObject({
    kind: v.literal('new_address'),
    firstAt: plainInstantSchema,
    silenceDays: days,
    usualGapDays: v.nullable(days),
  }),
  dead_address: v.looseObject({
    kind: v.literal('dead_address'),
    deadAddress: text,
    bouncedAt: plainInstantSchema,
    usualGapDays: days,
    lastContactAt: plainInstantSchema,
    lastMetAt: v.nullable(plainInstantSchema),
  }),
  new_acquaintance: v.looseObject({
    kind: v.literal('new_acquaintance'),
    firstAt: plainInstantSchema,
    metAt: v.nullable(plainInstantSchema),
    silenceDays: days,
  }),
  chosen_rhythm: v.looseObject({
    kind: v.literal('chosen_rhythm'),
    group: v.optional(text),
    idealDays: days,
    tooLongDays: days,
    ...contact,
  }),
  follow_up: v.looseObject({
    kind: v.literal('follow_up'),
    metAt: plainInstantSchema,
    metBeforeAt: v.nullable(plainInstantSchema),
  }),
  dormant_tie: v.looseObject({
    kind: v.literal('dormant_tie'),
    firstAt: plainInstantSchema,
    usualGapDays: days,
    weeks: v.number(),
    ...contact,
  }),
  second_door: v.looseObject({
    kind: v.literal('second_door'),
    lastSentAt: plainInstantSchema,
    silenceDays: days,
    through: v.array(text),
  }),
  project_end: v.looseObject({
    kind: v.literal('project_end'),
    circle: v.looseObject({ kind: text }),
    people: v.number(),
    weeks: v.number(),
    endedAt: plainInstantSchema,
  }),
  anniversary: v.looseObject({
    kind: v.literal('anniversary'),
    firstAt: plainInstantSchema,
    years: v.number(),
    silenceDays: days,
  }),
  gratitude: v.looseObject({ kind: v.literal('gratitude'), begunByThem: v.number(), begun: v.number(), ...contact }),
  hello: v.looseObject({ kind: v.literal('hello'), silenceDays: days, lastContactAt: plainInstantSchema }),
  introduction: v.looseObject({ kind: v.literal('introduction'), other: v.looseObject(name), shared: v.array(text) }),
} satisfies Readonly<Record<ReasonKind, v.GenericSchema>>

const reason = v.custom<{ readonly kind: string }>((value) => {
  const kind = v.safeParse(v.looseObject({ kind: v.string() }), value)
  if (!kind.success || !Object.hasOwn(reasons, kind.output.kind)) return false
  return v.is(reasons[kind.output.kind as ReasonKind], value)
})

const item = v.looseObject({
  from: v.picklist(['message', 'meeting']),
  account,
  at: plainInstantSchema,
  item: v.number(),
})

const facts = v.looseObject({
  lastItem: v.nullable(item),
  otherItem: v.optional(item),
  lastSeen: v.nullable(v.looseObject({ at: plainInstantSchema, how: v.picklist(['thread', 'meeting']) })),
  firstAt: v.nullable(plainInstantSchema),
  isTheirsUnanswered: v.boolean(),
})

const suggestion = v.looseObject({
  ...name,
  address: text,
  movedAt: v.optional(plainInstantSchema),
  reason,
  strip: v.array(v.number()),
  last: v.optional(
    v.looseObject({ how: v.picklist(['message', 'meeting', 'call', 'elsewhere']), at: plainInstantSchema }),
  ),
  tone: v.optional(text),
  number: v.optional(v.number()),
  account: v.optional(account),
  known: v.optional(facts),
  stripSpan: v.optional(v.number()),
  standing: v.optional(v.looseObject({ band: text, usualGapDays: v.nullable(days) })),
  event: v.optional(v.looseObject({ from: plainInstantSchema, until: plainInstantSchema })),
  language: v.optional(text),
  addresses: v.optional(v.array(addressSchema)),
})

const meeting = v.looseObject({
  ...name,
  at: plainInstantSchema,
  lastMetAt: v.nullable(plainInstantSchema),
  lastContactAt: plainInstantSchema,
  owed: v.nullable(v.looseObject({ by: v.picklist(['user', 'them']), since: plainInstantSchema })),
})

const year = v.looseObject({
  years: v.number(),
  kept: v.number(),
  foundAgain: v.number(),
  grownQuiet: v.number(),
  found: v.array(v.looseObject(name)),
  toKeep: v.array(v.looseObject(name)),
})

const note = v.looseObject({ kind: text, address: text, touches: v.optional(v.array(text)) })

export const portableReportSchema = v.looseObject({
  week: v.pipe(v.string(), v.isoDate()),
  at: plainInstantSchema,
  zone: text,
  locale: v.optional(text),
  number: v.optional(v.number()),
  isFirst: v.boolean(),
  bands,
  trend: v.optional(v.array(v.looseObject({ week: text, bands }))),
  suggestions: v.array(suggestion),
  heldBack: v.optional(
    v.array(v.looseObject({ ...name, kind: text, guard: text, until: v.nullable(plainInstantSchema) })),
  ),
  moreOverdue: v.optional(v.number()),
  waiting: v.optional(v.array(suggestion)),
  reconnections: v.array(v.looseObject({ ...name, how: text, at: plainInstantSchema, afterDays: v.number() })),
  notes: v.array(note),
  meetings: v.optional(v.array(meeting)),
  year: v.optional(year),
})
