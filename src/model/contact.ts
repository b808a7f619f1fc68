/**
 * A contact is one address the user has something to do with, the best name seen for it, and the relationship. A person
 * is one contact or several. Contacts, like relationships, only ever grow by joins.
 */
import type { Address, CanonicalAddress } from './address.ts'
import { indexesFrom, indexesOf } from './index-set.ts'
import type { Interaction } from './interaction.ts'
import { type LanguageVotes, noVotes, withVote } from './language.ts'
import {
  type Contacted,
  joinRelationships,
  noRelationship,
  type Relationship,
  withInteraction,
} from './relationship.ts'
import { DAY, dayIndex, type Instant, later, weekIndex } from './time.ts'

export interface Contact {
  /** Counted from 0 for each user, in the order in which addresses were first seen. */
  readonly id: number
  readonly address: CanonicalAddress
  readonly label: ContactLabel
  /** A message that stands came through it: see `countsAsList`. */
  readonly isList: boolean
  /** When a letter to it last came back, or null. */
  readonly bouncedAt: Instant | null
  /** What counts in any case. */
  readonly relationship: Relationship
  /** What their letters that look like a machine's come to, or null where there are none. */
  readonly doubted: Doubted | null
  /** The languages of the messages between the two. */
  readonly languages: LanguageVotes
}

/** Letters that look like a machine's, though not beyond doubt, kept apart until somebody is seen to stand behind them. */
export interface Doubted {
  /** One of them says that it answers a letter. */
  readonly hasAnswered: boolean
  readonly relationship: Relationship
}

/** How an address is written, and how good a witness that was: the owner of an address spells both best. */
export interface ContactLabel {
  readonly name: string
  readonly spelling: string
  readonly rank: LabelRank
}

/**
 * 0: nobody named them. 1: others did, in To, Cc or an invitation. 2: they did, on their own messages. 3: the user did, by
 * writing to them.
 */
export type LabelRank = 0 | 1 | 2 | 3

export const newContact = (id: number, address: CanonicalAddress): Contact => ({
  id,
  address,
  label: { name: '', spelling: address, rank: 0 },
  isList: false,
  bouncedAt: null,
  relationship: noRelationship,
  doubted: null,
  languages: noVotes,
})

/** The summaries of a contact's interactions, all of them. */
export type Summaries = Pick<Contact, 'relationship' | 'doubted' | 'isList' | 'languages'>

export const noSummaries: Summaries = {
  relationship: noRelationship,
  doubted: null,
  isList: false,
  languages: noVotes,
}

/** The same summaries where the interaction adds nothing to them. */
export const withContact = (
  summaries: Summaries,
  interaction: Contacted & Pick<Interaction, 'isAnswer' | 'isDoubted' | 'isThroughList' | 'language'>,
): Summaries => {
  const { relationship, doubted } = summaries
  const isList = summaries.isList || interaction.isThroughList === true
  if (!interaction.isDoubted) {
    const after = withInteraction(relationship, interaction)
    const languages = languagesAfter(summaries, interaction)
    const isKnown = after === relationship && isList === summaries.isList && languages === summaries.languages
    return isKnown ? summaries : { relationship: after, doubted, isList, languages }
  }
  const before = doubted ?? noDoubted
  const after = withInteraction(before.relationship, interaction)
  const hasAnswered = before.hasAnswered || interaction.isAnswer
  const isKnown = after === before.relationship && hasAnswered === before.hasAnswered
  return isKnown ? summaries : { ...summaries, doubted: { hasAnswered, relationship: after }, isList }
}

const languagesAfter = (
  { languages }: Pick<Summaries, 'languages'>,
  { at, language }: Pick<Interaction, 'at' | 'language'>,
): LanguageVotes => (language === undefined ? languages : withVote(languages, dayIndex(at), language))

const noDoubted: Doubted = { hasAnswered: false, relationship: noRelationship }

/**
 * Whether somebody stands behind the letters that look like a machine's: the user wrote there, and either one of those
 * letters answers or others came that a person wrote. What the user did outranks every mark on a letter.
 */
export const isVouchedFor = ({
  relationship: { lastSentAt, lastReceivedAt },
  doubted,
}: Pick<Summaries, 'relationship' | 'doubted'>): boolean =>
  doubted !== null && lastSentAt !== null && (doubted.hasAnswered || lastReceivedAt !== null)

/** What counts of a contact; all of it where the user called them a person. */
export const countedRelationship = (
  contact: Pick<Summaries, 'relationship' | 'doubted'>,
  isPerson: boolean,
): Relationship =>
  contact.doubted !== null && (isPerson || isVouchedFor(contact))
    ? joinRelationships(contact.relationship, contact.doubted.relationship)
    : contact.relationship

/**
 * Whether a contact is a mailing list. Anybody can write list headers that name a friend: somebody who wrote to the user and
 * was written to is no list, whatever a message says.
 */
export const countsAsList = ({ isList, relationship: { lastSentAt, lastReceivedAt } }: Contact): boolean =>
  isList && (lastSentAt === null || lastReceivedAt === null)

/** As a message or an invitation wrote them, and who wrote it. */
export const labelOf = (who: Address, rank: LabelRank): ContactLabel => ({
  name: who.name,
  spelling: who.spelling,
  rank,
})

/**
 * The better of two labels, whatever their order: what they or the user wrote goes before what others wrote, then a full
 * name, then any name, then the user's word, then the one that sorts first. So a stranger's copy renames nobody.
 */
export const betterLabel = (a: ContactLabel, b: ContactLabel): ContactLabel => {
  const left = labelWorth(a)
  const right = labelWorth(b)
  if (left !== right) return left > right ? a : b
  if (a.name !== b.name) return a.name < b.name ? a : b
  if (a.spelling !== b.spelling) return a.spelling < b.spelling ? a : b
  return a.rank >= b.rank ? a : b
}

/**
 * Mail to it came back, and nothing has come from it since. Anybody can write a report of a failure and name anybody in it:
 * it counts where there was a letter of the user's own that could fail, to the week.
 */
export const isDead = ({ bouncedAt, relationship: { weeksSent, lastReceivedAt } }: Contact): boolean => {
  if (bouncedAt === null || (lastReceivedAt !== null && lastReceivedAt >= bouncedAt)) return false
  const tried = indexesOf(indexesFrom(weeksSent, weekIndex(later(bouncedAt, -maxTrySeconds))))
  return tried.some((week) => week <= weekIndex(bouncedAt))
}

/** Mail servers give up after five days at most (RFC 5321 §4.5.4.1). */
export const maxTrySeconds = 6 * DAY

/** Whoever writes without a name, and is written to without one, is not called by what others make of them. */
const labelWorth = ({ name, rank }: ContactLabel): number => (rank > 1 ? trustedWorth : 0) + nameWorth(name) + rank

const nameWorth = (name: string): number => {
  if (name === '' || name.includes('@')) return 0
  return /\S\s+\S/.test(name) ? fullNameWorth : shortNameWorth
}

const trustedWorth = 16
const fullNameWorth = 8
const shortNameWorth = 4
