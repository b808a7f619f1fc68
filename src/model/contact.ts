/**
 * A contact is one address the user has something to do with, the best name seen for it, and the relationship. A person
 * is one contact or several. Contacts, like relationships, only ever grow by joins.
 */
import type { Address, CanonicalAddress } from './address.ts'
import { joinRelationships, noRelationship, type Relationship } from './relationship.ts'
import type { Instant } from './time.ts'

export interface Contact {
  /** Counted from 0 for each user, in the order in which addresses were first seen. */
  readonly id: number
  readonly address: CanonicalAddress
  readonly label: ContactLabel
  /** A mailing list, and no person. */
  readonly isList: boolean
  /** When a letter to it last came back, or null. */
  readonly bouncedAt: Instant | null
  readonly relationship: Relationship
}

/** How an address is written, and how good a witness that was: the owner of an address spells both best. */
export interface ContactLabel {
  readonly name: string
  readonly spelling: string
  readonly rank: LabelRank
}

/** 0: nobody named them. 1: others did, in To, Cc or an invitation. 2: they did, on their own letters. */
export type LabelRank = 0 | 1 | 2

export const newContact = (id: number, address: CanonicalAddress): Contact => ({
  id,
  address,
  label: { name: '', spelling: address, rank: 0 },
  isList: false,
  bouncedAt: null,
  relationship: noRelationship,
})

export const labelOf = (who: Address, isOwnWord: boolean): ContactLabel => ({
  name: who.name,
  spelling: who.spelling,
  rank: isOwnWord ? 2 : 1,
})

/** The better of two labels, whatever their order: their own word, then a full name, then the one that sorts first. */
export const betterLabel = (a: ContactLabel, b: ContactLabel): ContactLabel => {
  const left = labelWorth(a)
  const right = labelWorth(b)
  if (left !== right) return left > right ? a : b
  const byName = a.name === b.name ? a.spelling <= b.spelling : a.name <= b.name
  return byName ? a : b
}

export const joinContacts = (a: Contact, b: Contact): Contact => ({
  id: a.id,
  address: a.address,
  label: betterLabel(a.label, b.label),
  isList: a.isList || b.isList,
  bouncedAt: laterBounce(a.bouncedAt, b.bouncedAt),
  relationship: joinRelationships(a.relationship, b.relationship),
})

/** The later of two; null is never. */
export const laterBounce = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null || a > b ? a : b

/** Mail to it came back, and nothing has come from it since. */
export const isDead = ({ bouncedAt, relationship: { lastReceivedAt } }: Contact): boolean =>
  bouncedAt !== null && (lastReceivedAt === null || lastReceivedAt < bouncedAt)

const labelWorth = ({ name, rank }: ContactLabel): number => {
  if (name === '' || name.includes('@')) return 0
  const isFull = /\S\s+\S/.test(name) ? 1 : 0
  return 2 * rank + isFull
}
