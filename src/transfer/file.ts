/**
 * The file that holds everything of a user: a line for its head, and one for each record after it, so that it can be cut
 * between any two lines. It speaks of people by their addresses and of accounts by their places in the head: our numbers mean
 * nothing elsewhere. Grants, sessions and positions at providers stay behind. `export.schema.json` says the same for others.
 * Pure.
 */
import * as v from 'valibot'
import { type ProviderName, providerNames } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { tones, writingPlaces } from '../model/check-in.ts'
import { parsedJson } from '../model/json.ts'
import { knownLocale } from '../model/locale.ts'
import { isTimeZone } from '../model/time.ts'
import { correctionContentSchema } from './correction-schema.ts'
import { addressSchema, plainInstantSchema, wholeSchema } from './plain-schemas.ts'
import { portableReportSchema } from './report-schema.ts'

export const fileFormat = 'perennial-export'
export const fileVersion = 1

const shortText = v.pipe(v.string(), v.maxLength(120))

const dateSchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((date) => !Number.isNaN(Date.parse(date))),
)

const userSchema = v.object({
  address: v.string(),
  name: v.pipe(v.string(), v.maxLength(1000)),
  zone: v.pipe(v.string(), v.check(isTimeZone)),
  isZoneChosen: v.boolean(),
  reportWeekday: v.picklist([1, 2, 3, 4, 5, 6, 7]),
  reportHour: v.pipe(wholeSchema, v.maxValue(23)),
  wantsReport: v.boolean(),
  /** Files from before it was known have none. */
  away: v.optional(v.nullable(v.object({ from: dateSchema, until: dateSchema }))),
  locale: v.pipe(
    v.string(),
    v.check((locale) => knownLocale(locale) !== null),
  ),
  writesIn: v.picklist(writingPlaces),
  readsBackYears: v.picklist([0, 1, 2, 5, 10]),
  voice: v.object({
    signOff: shortText,
    formalSignOff: shortText,
    tone: v.nullable(v.picklist(tones)),
    greetingWord: shortText,
    language: v.nullable(shortText),
  }),
  wantsRewrites: v.boolean(),
})

const accountSchema = v.object({
  provider: v.picklist(providerNames),
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  address: v.pipe(v.string(), v.maxLength(320)),
  aliases: v.array(addressSchema),
})

const headSchema = v.object({
  format: v.literal(fileFormat),
  version: v.literal(fileVersion),
  user: userSchema,
  accounts: v.array(accountSchema),
})

/** Whose file it is, and which accounts it speaks of. */
export type FileHead = v.InferOutput<typeof headSchema>
export type FileUser = v.InferOutput<typeof userSchema>

/** An account as a file names it. */
export interface FileAccount {
  readonly provider: ProviderName
  readonly subject: string
  readonly address: string
  readonly aliases: readonly CanonicalAddress[]
}

/**
 * A message or meeting with one person: when, 53 bits of the provider's id, what it was (see `packDetail`), 47 bits each of what
 * names the message and its conversation, and the provider's id in full where it is a number of 64 bits.
 */
export type FileEntry = readonly [
  at: number,
  item: number,
  detail: number,
  message: number | null,
  thread: number | null,
  wholeId: string | null,
]

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const isWholeOrNull = (value: unknown): boolean => value === null || isWhole(value)

/** By hand: a file holds hundreds of thousands, and a job has ten milliseconds. */
const isFileEntry = (value: unknown): value is FileEntry => {
  if (!Array.isArray(value) || value.length !== 6) return false
  const [at, item, detail, message, thread, wholeId] = value
  if (!isWhole(at) || at > lastSecond || !isWhole(item) || !isWhole(detail) || detail > largestDetail) return false
  if (!isWholeOrNull(message) || !isWholeOrNull(thread)) return false
  return wholeId === null || (typeof wholeId === 'string' && /^-?[0-9]{1,19}$/.test(wholeId))
}

/** The end of the year 9999. */
const lastSecond = 253_402_300_799
const largestDetail = 2 ** 40

const placeSchema = wholeSchema

const recordSchema = v.variant('kind', [
  v.object({
    kind: v.literal('person'),
    address: addressSchema,
    name: v.pipe(v.string(), v.maxLength(1000)),
    spelling: v.pipe(v.string(), v.maxLength(400)),
    rank: v.picklist([0, 1, 2, 3]),
    bouncedAt: v.nullable(plainInstantSchema),
  }),
  v.object({
    kind: v.literal('entries'),
    account: placeSchema,
    feed: v.picklist(['mail', 'calendar']),
    person: addressSchema,
    entries: v.array(v.custom<FileEntry>(isFileEntry)),
  }),
  v.object({
    kind: v.literal('automated_sender'),
    account: placeSchema,
    address: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
    evidence: v.pipe(wholeSchema, v.maxValue(65_535)),
  }),
  v.object({
    kind: v.literal('correction'),
    id: wholeSchema,
    at: plainInstantSchema,
    content: correctionContentSchema,
  }),
  v.object({
    kind: v.literal('report'),
    week: v.pipe(v.string(), v.isoDate()),
    claimedAt: plainInstantSchema,
    sentAt: v.nullable(plainInstantSchema),
    triedAt: v.nullable(plainInstantSchema),
    failure: v.nullable(v.pipe(v.string(), v.maxLength(2000))),
    content: v.nullable(portableReportSchema),
  }),
  v.object({
    kind: v.literal('suggestion_act'),
    week: v.pipe(v.string(), v.isoDate()),
    person: v.nullable(addressSchema),
    act: v.picklist(['opened', 'done', 'snoozed', 'less_often', 'not_a_person']),
    at: plainInstantSchema,
  }),
])

/** One line of the file. */
export type FileRecord = v.InferOutput<typeof recordSchema>
export type RecordOf<Kind extends FileRecord['kind']> = Extract<FileRecord, { kind: Kind }>

/** The first line of a file: its end is the list that the records follow in. */
export const formatHead = (head: FileHead): string => `${JSON.stringify(head).slice(0, -1)},"records":[`

export const fileEnd = ']}'

/** What the first line says; null where it is none of a file that we understand. */
export const parseHead = (line: string): FileHead | null => {
  const head = parsedJson(line.endsWith('[') ? `${line}${fileEnd}` : line)
  return v.is(headSchema, head) ? head : null
}

/** Of a file of ours, but of another version. */
export const isOtherVersion = (line: string): boolean => {
  const head = parsedJson(line.endsWith('[') ? `${line}${fileEnd}` : line)
  return v.is(v.object({ format: v.literal(fileFormat), version: v.number() }), head) && head.version !== fileVersion
}

/** What a record says, as it was written: nothing is left out or put in another order. Null where it says nothing we know. */
export const parseRecord = (line: string, accountCount: number): FileRecord | null => {
  const record = parsedJson(line)
  if (!v.is(recordSchema, record)) return null
  return 'account' in record && record.account >= accountCount ? null : record
}
