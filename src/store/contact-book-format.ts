/** How 64 contacts lie in one row, and finding the row. The format is ours alone; `version` of the row counts its writes. */

import type { CanonicalAddress } from '../model/address.ts'
import type { Contact, Doubted, LabelRank } from '../model/contact.ts'
import type { IndexSet } from '../model/index-set.ts'
import { type LanguageVotes, noVotes } from '../model/language.ts'
import { noRelationship } from '../model/relationship.ts'
import { type Instant, instantAt } from '../model/time.ts'
import { storedJson } from './stored-json.ts'

export const contactsPerBlock = 64

/** Enough for 67 million contacts a user. */
const blocksPerUser = 2 ** 20

export const blockId = (userId: number, contactId: number): number =>
  userId * blocksPerUser + Math.floor(contactId / contactsPerBlock)

export const blockRange = (userId: number): { readonly from: number; readonly to: number } => ({
  from: userId * blocksPerUser,
  to: userId * blocksPerUser + blocksPerUser - 1,
})

/** The first contact id of a block, whoever's it is. */
export const firstContactOf = (id: number): number => (id % blocksPerUser) * contactsPerBlock

/** One contact as it is stored; absent parts are 0 or ''. A spelling equal to the address is left out. */
type Tuple = readonly [
  address: CanonicalAddress,
  name: string,
  spelling: string,
  rank: LabelRank,
  isList: 0 | 1,
  firstDays: readonly number[],
  firstAt: number,
  lastSentAt: number,
  lastReceivedAt: number,
  lastSeenAt: number,
  meetingsAt: readonly Instant[],
  weeksSent: IndexSet,
  weeksReceived: IndexSet,
  weeksMet: IndexSet,
]

/** What not every contact has, after the rest: 0 where only a later one is there. */
type Rest = readonly [bouncedAt?: number, doubted?: DoubtedTuple | 0, languages?: LanguageVotes]

/** Only messages from them are ever doubted. */
type DoubtedTuple = readonly [
  hasAnswered: 0 | 1,
  firstDays: readonly number[],
  firstAt: number,
  lastReceivedAt: number,
  weeksReceived: IndexSet,
]

export const formatBlock = (contacts: readonly Contact[]): string => JSON.stringify(contacts.map(tupleOf))

/** `json` is what `formatBlock` made: it was never outside, so it is not checked again. */
export const parseBlock = (id: number, json: string): readonly Contact[] => {
  const first = firstContactOf(id)
  return storedJson<readonly (readonly [...Tuple, ...Rest])[]>(json).map((tuple, index) =>
    contactOf(first + index, tuple),
  )
}

const tupleOf = (contact: Contact): readonly [...Tuple, ...Rest] => [...lastingPart(contact), ...restOf(contact)]

const restOf = ({ bouncedAt, doubted, languages }: Contact): Rest => {
  if (languages !== noVotes) return [bouncedAt ?? 0, doubted === null ? 0 : doubtedTupleOf(doubted), languages]
  if (doubted !== null) return [bouncedAt ?? 0, doubtedTupleOf(doubted)]
  return bouncedAt === null ? [] : [bouncedAt]
}

const lastingPart = ({ address, label, isList, relationship }: Contact): Tuple => [
  address,
  label.name,
  label.spelling === address ? '' : label.spelling,
  label.rank,
  isList ? 1 : 0,
  relationship.firstDays,
  relationship.firstAt ?? 0,
  relationship.lastSentAt ?? 0,
  relationship.lastReceivedAt ?? 0,
  relationship.lastSeenAt ?? 0,
  relationship.meetingsAt,
  relationship.weeksSent,
  relationship.weeksReceived,
  relationship.weeksMet,
]

const doubtedTupleOf = ({ hasAnswered, relationship }: Doubted): DoubtedTuple => [
  hasAnswered ? 1 : 0,
  relationship.firstDays,
  relationship.firstAt ?? 0,
  relationship.lastReceivedAt ?? 0,
  relationship.weeksReceived,
]

const contactOf = (id: number, tuple: readonly [...Tuple, ...Rest]): Contact => {
  const [
    address,
    name,
    spelling,
    rank,
    isList,
    firstDays,
    firstAt,
    sent,
    received,
    seen,
    meetings,
    weeksSent,
    weeksReceived,
    weeksMet,
    bouncedAt = 0,
    doubted = 0,
    languages = noVotes,
  ] = tuple
  return {
    id,
    address,
    label: { name, spelling: spelling === '' ? address : spelling, rank },
    isList: isList === 1,
    bouncedAt: instantOrNull(bouncedAt),
    relationship: {
      firstDays,
      firstAt: instantOrNull(firstAt),
      lastSentAt: instantOrNull(sent),
      lastReceivedAt: instantOrNull(received),
      lastSeenAt: instantOrNull(seen),
      meetingsAt: meetings,
      weeksSent,
      weeksReceived,
      weeksMet,
    },
    doubted: doubtedOf(doubted),
    languages,
  }
}

const doubtedOf = (tuple: DoubtedTuple | 0): Doubted | null => {
  if (tuple === 0) return null
  const [hasAnswered, firstDays, firstAt, received, weeks] = tuple
  return {
    hasAnswered: hasAnswered === 1,
    relationship: {
      ...noRelationship,
      firstDays,
      firstAt: instantOrNull(firstAt),
      lastReceivedAt: instantOrNull(received),
      weeksReceived: weeks,
    },
  }
}

const instantOrNull = (at: number): Instant | null => (at === 0 ? null : instantAt(at))
