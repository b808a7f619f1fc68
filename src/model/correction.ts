/**
 * Corrections: what the user said about people, kept as data and replayed over what is inferred. None of them changes an
 * interaction or a summary, so each acts on the past at once, survives a full re-read and can be taken back in any order.
 * They speak of addresses, never of our numbers: an address is the same after everything was read anew.
 *
 * Undoing is an entry of its own, and can be undone like any other: the log only ever grows.
 */
import type { CanonicalAddress } from './address.ts'
import type { Formality, Tone } from './check-in.ts'
import type { Instant } from './time.ts'

export type Correction =
  /** The people of these two addresses are one. */
  | { readonly kind: 'merge'; readonly addresses: readonly [CanonicalAddress, CanonicalAddress] }
  /** This address is somebody else's than the others of its person. */
  | { readonly kind: 'split'; readonly address: CanonicalAddress }
  /** The people of these two addresses are two, whatever speaks for one. */
  | { readonly kind: 'apart'; readonly addresses: readonly [CanonicalAddress, CanonicalAddress] }
  | { readonly kind: 'ignore'; readonly target: IgnoreTarget }
  /** This address is a person's, whatever speaks against it. */
  | { readonly kind: 'person'; readonly address: CanonicalAddress }
  /** This address is the user's own. */
  | { readonly kind: 'own'; readonly address: CanonicalAddress }
  /** They were in touch where we cannot see it. */
  | { readonly kind: 'log'; readonly address: CanonicalAddress; readonly how: LoggedHow; readonly at: Instant }
  /** No suggestion before `until`. */
  | { readonly kind: 'snooze'; readonly address: CanonicalAddress; readonly until: Instant }
  | { readonly kind: 'rhythm'; readonly address: CanonicalAddress; readonly rhythm: ChosenRhythm }
  /** The same for everybody in a group, now and later, for whom none of their own was chosen. */
  | { readonly kind: 'group_rhythm'; readonly group: string; readonly rhythm: ChosenRhythm }
  /** To be suggested less often than we would. Said twice, less often still. */
  | { readonly kind: 'less_often'; readonly address: CanonicalAddress }
  /** What was learned from the user's answers to suggestions before this counts no more. */
  | { readonly kind: 'forget_preferences'; readonly before: Instant }
  /** How check-ins to them sound: all of it at once, so that undoing brings back what was before. */
  | { readonly kind: 'voice'; readonly address: CanonicalAddress; readonly voice: PersonVoice }
  | { readonly kind: 'group'; readonly address: CanonicalAddress; readonly group: string }
  /** The same of several at once, as a group is proposed. */
  | { readonly kind: 'group_of'; readonly addresses: readonly CanonicalAddress[]; readonly group: string }
  /** What a file of contacts says of people, all of them at once: one undo takes it back. */
  | { readonly kind: 'contacts_file'; readonly people: readonly ImportedContact[] }
  /** What was wrong with our guesses when the user went through them: all of it at once, and nothing of what was right. */
  | ({ readonly kind: 'triage' } & Triage)

/** What a file says of one person. What it does not say is absent. */
export interface ImportedContact extends ContactFacts {
  readonly address: CanonicalAddress
  /** Nobody we knew of: the user chose to keep in touch with them from now on. */
  readonly isNew?: true
}

export interface ContactFacts {
  readonly name?: string
  readonly company?: string
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not told (RFC 6350 §4.3.1). */
  readonly birthday?: string
  /** They were connected on this day at the latest. */
  readonly knownSince?: Instant
}

export type IgnoreTarget =
  /** Whoever has this address, with all of theirs. */
  | { readonly kind: 'person'; readonly address: CanonicalAddress }
  | { readonly kind: 'address'; readonly address: CanonicalAddress }
  /** A domain and everything below it. */
  | { readonly kind: 'domain'; readonly domain: string }
  /** An address with `*` for any run of characters. */
  | { readonly kind: 'pattern'; readonly pattern: string }

/** Of each person the address they are best known by. */
export interface Triage {
  readonly close: readonly CanonicalAddress[]
  /** People, though none of the closest. */
  readonly kept: readonly CanonicalAddress[]
  readonly nobody: readonly CanonicalAddress[]
}

/** `elsewhere`: in touch, and nobody said how. */
export type LoggedHow = 'meeting' | 'call' | 'coffee' | 'elsewhere'

/** What the user wants of a relationship, in days, 1 or more; `tooLongDays` is at least `idealDays`. */
export interface ChosenRhythm {
  readonly idealDays: number
  readonly tooLongDays: number
  /** The group it was chosen for; absent where it was chosen for the person alone. */
  readonly group?: string
}

/** What the user settled for check-ins to one person; null where it follows from what is known. */
export interface PersonVoice {
  readonly callThem: string | null
  readonly tone: Tone | null
  /** ISO 639-1. */
  readonly language: string | null
  readonly formality: Formality | null
}

export const noPersonVoice: PersonVoice = { callThem: null, tone: null, language: null, formality: null }

/** A line of the log. */
export interface CorrectionEntry {
  /** Counted from 1 for each user, in the order in which they were made. */
  readonly id: number
  readonly at: Instant
  readonly content: Correction | Undo
}

/** Takes entry `of` back; another that takes this one back brings it in again. */
export interface Undo {
  readonly kind: 'undo'
  readonly of: number
}

/** An entry that holds. */
export interface ActiveCorrection {
  readonly id: number
  readonly at: Instant
  readonly correction: Correction
}

/** What holds of the log, in the order in which it was said. An entry may come in any order, but only once. */
export const activeCorrections = (log: readonly CorrectionEntry[]): readonly ActiveCorrection[] => {
  const undone = new Set<number>()
  const active: ActiveCorrection[] = []
  // Newest first: an undo can only mean what was said before it, so whether it holds is known when it is met.
  for (const { id, at, content } of [...log].sort((a, b) => b.id - a.id)) {
    if (undone.has(id)) continue
    if (content.kind !== 'undo') active.push({ id, at, correction: content })
    else if (content.of < id) undone.add(content.of)
  }
  return active.reverse()
}

/** The rhythm chosen for each group, by the group's name. */
export const rhythmsOfGroups = (corrections: readonly ActiveCorrection[]): ReadonlyMap<string, ChosenRhythm> =>
  new Map(
    corrections.flatMap(({ correction }) =>
      correction.kind === 'group_rhythm' ? [[correction.group, correction.rhythm] as const] : [],
    ),
  )

/**
 * Addresses that a correction makes somebody's by itself, before a message of theirs was read, each with the number its person
 * has then: that of the first such correction, negative; of the others in a file, further down.
 */
export const toldAddresses = (
  corrections: readonly Pick<ActiveCorrection, 'id' | 'correction'>[],
): ReadonlyMap<CanonicalAddress, number> => {
  const told = new Map<CanonicalAddress, number>()
  const tell = (address: CanonicalAddress, id: number): void => {
    if (!told.has(address)) told.set(address, -id)
  }
  for (const { id, correction } of corrections) {
    if (correction.kind === 'person' || correction.kind === 'log') tell(correction.address, id)
    if (correction.kind !== 'contacts_file') continue
    correction.people.forEach(({ address, isNew }, place) => {
      if (isNew === true) tell(address, (place + 1) * correctionsBelow + id)
    })
  }
  return told
}

/** More than a user may have. */
const correctionsBelow = 2 ** 20

/** The addresses a correction speaks of, the person's own first. */
export const addressesIn = (correction: Correction): readonly CanonicalAddress[] => {
  switch (correction.kind) {
    case 'merge':
    case 'apart':
    case 'group_of':
      return correction.addresses
    case 'contacts_file':
      return correction.people.map(({ address }) => address)
    case 'triage':
      return [...correction.close, ...correction.kept, ...correction.nobody]
    case 'ignore':
      return 'address' in correction.target ? [correction.target.address] : []
    case 'forget_preferences':
    case 'group_rhythm':
      return []
    default:
      return [correction.address]
  }
}

/** How check-ins to whoever has these addresses sound: what was said last of any of them. */
export const personVoiceOf = (
  active: readonly ActiveCorrection[],
  addresses: readonly CanonicalAddress[],
): PersonVoice => {
  const said = active.findLast(
    ({ correction }) => correction.kind === 'voice' && addresses.includes(correction.address),
  )
  return said?.correction.kind === 'voice' ? said.correction.voice : noPersonVoice
}

/** What the user chose about a person, over all of their addresses. */
export interface Override {
  /** They called one of the addresses a person's: then all of its letters count, whatever they look like. */
  readonly isPerson: boolean
  /** Whether they are one of the closest; null where the user never said. */
  readonly isClose: boolean | null
  readonly rhythm: ChosenRhythm | null
  /** Null where never, in the past where it is over. */
  readonly snoozedUntil: Instant | null
  /** How many times they were asked for less often. */
  readonly lessOften: number
  /** In the order in which they were given. */
  readonly groups: readonly string[]
  /** Newest first. */
  readonly logged: readonly LoggedContact[]
  /** What files of contacts say of them; of two, the later. */
  readonly facts: ContactFacts
}

export interface LoggedContact {
  readonly how: LoggedHow
  readonly at: Instant
}

export const noOverride: Override = {
  isPerson: false,
  isClose: null,
  rhythm: null,
  snoozedUntil: null,
  lessOften: 0,
  groups: [],
  logged: [],
  facts: {},
}

/** Why a correction is not kept: the user has made too many, or this one says too much. */
export type CorrectionRefusal = 'too_many' | 'too_long'
