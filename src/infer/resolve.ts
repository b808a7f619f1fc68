/**
 * Who the user's people are: what was inferred, with what the user said replayed over it. A function of the two and of
 * nothing else, so that a correction acts on the past at once, survives a full re-read, and leaves no trace when it is
 * taken back. Steps: group addresses (what is certain, then merges and splits in the order they were said); judge each
 * address and each group; sum up. Summaries are joins, so a merged person's is exactly that of all their interactions.
 * Pure.
 */
import type { CanonicalAddress } from '../model/address.ts'
import { betterLabel, type Contact, countedRelationship, isDead, newContact } from '../model/contact.ts'
import { type ActiveCorrection, toldAddresses } from '../model/correction.ts'
import { indexesOf, joinIndexes, noIndexes } from '../model/index-set.ts'
import { joinVotes } from '../model/language.ts'
import type { Person } from '../model/person.ts'
import { joinRelationships, type Relationship, withInteraction } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'
import { CorrectionIndex, laterCorrection } from './correction-index.ts'
import { exclusionRuleOf, hasWritten } from './exclusion.ts'
import type { Exclusion, ExclusionRule } from './exclusion-rule.ts'
import { certainlyOne } from './identity.ts'
import { fullName, givenName, nameKey, namesInAddress } from './names.ts'
import { ownersNameTest } from './owner.ts'

/** What was inferred of a user's contacts, all of it. */
export interface Findings {
  readonly contacts: readonly Contact[]
  /** The user's addresses, as far as the accounts tell. */
  readonly own: ReadonlySet<CanonicalAddress>
  /** The owner's name as they sign; empty or absent where it is not known. */
  readonly ownerName?: string
  /** Numbers of desks that never answered as people do: see `desksInTouch`. */
  readonly automatedIds?: ReadonlySet<number>
  /** Addresses of `namesakes` of whom one answered what was written to the other: they are one. */
  readonly answeredFrom?: readonly (readonly CanonicalAddress[])[]
}

export interface Resolved {
  /** In the order in which they were first seen. */
  readonly people: readonly Person[]
  /** Everyone else, each with the rule that keeps them out. */
  readonly excluded: readonly Exclusion[]
  /** Pairs that the user called two people, as `pairKey` writes them. */
  readonly apart: ReadonlySet<string>
}

/** `corrections` are those that hold, in the order in which they were said. */
export const resolve = (findings: Findings, corrections: readonly ActiveCorrection[]): Resolved => {
  const told = toldOf(findings.contacts, corrections)
  const contacts = told.length === 0 ? findings.contacts : [...findings.contacts, ...told]
  const certain = [...certainlyOne(contacts), ...(findings.answeredFrom ?? [])]
  const { groups, apart } = groupAddresses(certain, corrections)
  const said = new CorrectionIndex(corrections)
  const isOwners = ownersNameTest(findings.ownerName ?? '')
  const people: Person[] = []
  const excluded: Exclusion[] = []
  const seen = new Set<ReadonlySet<CanonicalAddress>>()
  const grouped = new Map(
    groups.size === 0 ? [] : contacts.flatMap((each) => (groups.has(each.address) ? [[each.address, each]] : [])),
  )
  for (const contact of contacts) {
    const group = groups.get(contact.address)
    if (group !== undefined && seen.has(group)) continue
    if (group !== undefined) seen.add(group)
    const members = group === undefined ? [contact] : membersOf(group, grouped)
    const belonging: Contact[] = []
    for (const member of members) {
      const rule = whyNot(member, findings, { said, isOwners })
      if (rule === null) belonging.push(member)
      else excluded.push({ contact: member, rule })
    }
    const rule = belonging.length === 0 ? null : exclusionRuleOfPerson(belonging, said)
    if (rule !== null) excluded.push(...belonging.map((member) => ({ contact: member, rule })))
    else if (belonging.length > 0) people.push(personOf(belonging, said))
  }
  return { people, excluded, apart }
}

/**
 * Contacts that nothing but a correction tells of: whom the user called a person, or was in touch with where we cannot see
 * it, or chose from a file, before a letter of theirs was read. Each has a number below zero: see `toldAddresses`.
 */
const toldOf = (contacts: readonly Contact[], corrections: readonly ActiveCorrection[]): readonly Contact[] => {
  const told = new Map(toldAddresses(corrections))
  if (told.size === 0) return []
  for (const { address } of contacts) told.delete(address)
  return [...told].map(([address, id]) => newContact(id, address))
}

/** The same for both orders. */
export const pairKey = (a: CanonicalAddress, b: CanonicalAddress): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

type Groups = Map<CanonicalAddress, Set<CanonicalAddress>>

/** Addresses that share a person, each with all of them; an address alone is not in it. */
const groupAddresses = (
  certain: readonly (readonly CanonicalAddress[])[],
  corrections: readonly ActiveCorrection[],
): { readonly groups: Groups; readonly apart: ReadonlySet<string> } => {
  const groups: Groups = new Map()
  const apart = new Set<string>()
  const leave = (address: CanonicalAddress): void => {
    const group = groups.get(address)
    if (group === undefined) return
    group.delete(address)
    groups.delete(address)
    for (const other of group) apart.add(pairKey(address, other))
  }
  for (const addresses of certain) join(groups, addresses)
  for (const { correction } of corrections) {
    switch (correction.kind) {
      case 'merge':
        join(groups, correction.addresses)
        break
      case 'split':
        leave(correction.address)
        break
      case 'apart': {
        const [one, other] = correction.addresses
        apart.add(pairKey(one, other))
        if (groups.get(one)?.has(other) === true) leave(other)
        break
      }
    }
  }
  return { groups, apart }
}

const join = (groups: Groups, addresses: readonly CanonicalAddress[]): void => {
  const joined = new Set(addresses.flatMap((address) => [...(groups.get(address) ?? [address])]))
  for (const address of joined) groups.set(address, joined)
}

/** In the order in which they were first seen. */
const membersOf = (
  group: ReadonlySet<CanonicalAddress>,
  grouped: ReadonlyMap<CanonicalAddress, Contact>,
): readonly Contact[] =>
  [...group].flatMap((address) => grouped.get(address) ?? []).sort((a, b) => inOrder(a) - inOrder(b))

/** Whom only a correction tells of comes last: a person keeps the number they were first seen under. */
const inOrder = ({ id }: Contact): number => (id < 0 ? 2 ** 40 - id : id)

/** Why an address is nobody's, or null. What the user said outranks what was inferred; of two things said, the later. */
const whyNot = (
  contact: Contact,
  { own, automatedIds = nobody }: Findings,
  { said, isOwners }: { readonly said: CorrectionIndex; readonly isOwners: (name: string) => boolean },
): ExclusionRule | null => {
  const isOwn = own.has(contact.address) || isNamedForOwner(contact, isOwners)
  if (said.isNothing) return isOwn ? { kind: 'own' } : exclusionRuleOf(contact, automatedIds)
  const person = said.personCorrection(contact.address)
  const owned = said.ownCorrections(contact.address)
  const ignored = said.ignored(contact.address)
  if (ignored !== null && ignored.id > Math.max(person, owned)) return { kind: 'ignored', by: ignored }
  if (owned > person) return { kind: 'own' }
  if (person > 0) return null
  return isOwn ? { kind: 'own' } : exclusionRuleOf(contact, automatedIds)
}

/** They sign with the owner's full name, or the owner calls them so: what others call them is no evidence. */
const isNamedForOwner = ({ label: { name, rank } }: Contact, isOwners: (name: string) => boolean): boolean =>
  rank > 1 && isOwners(name)

const nobody: ReadonlySet<number> = new Set()

const exclusionRuleOfPerson = (members: readonly Contact[], said: CorrectionIndex): ExclusionRule | null => {
  if (said.isAnyPersonCorrected) {
    const person = Math.max(...members.map(({ address }) => said.personCorrection(address)))
    const ignored = members.map(({ address }) => said.personIgnored(address)).reduce(laterCorrection, null)
    if (ignored !== null && ignored.id > person) return { kind: 'ignored', by: ignored }
    if (person > 0 || members.some(({ address }) => said.isTold(address))) return null
  }
  if (!members.some(({ relationship }) => isKnown(relationship))) {
    if (members.some(({ relationship }) => relationship.lastReceivedAt !== null)) return { kind: 'only_heard_from' }
    return { kind: members.some(({ doubted }) => doubted !== null) ? 'automated' : 'only_seen' }
  }
  return members.every(isSilent) ? whySilent(members) : null
}

/** Nothing that a person wrote ever came from it, and they never met. */
const isSilent = (contact: Contact): boolean => !hasWritten(contact) && contact.relationship.meetingsAt.length === 0

/** Somebody who does not answer is still somebody; an address without a name or an owner is not. */
const whySilent = (members: readonly Contact[]): ExclusionRule | null => {
  const bounced = members.every(isDead) ? members[0]?.bouncedAt : null
  if (bounced !== null && bounced !== undefined) return { kind: 'bounced', at: bounced }
  const weeks = indexesOf(
    members.reduce((sum, { relationship }) => joinIndexes(sum, relationship.weeksSent), noIndexes),
  ).length
  if (weeks < minWeeksOfSilence) return null
  const isNamed = members.some(
    ({ label, address }) => nameKey(label.name) !== null || namesInAddress(address).length > 1,
  )
  return isNamed ? null : { kind: 'never_spoke', weeks }
}

/** Fewer letters without an answer are everyone's lot. */
const minWeeksOfSilence = 5

/** The user wrote to them or met them: people one only hears from are hardly ever relationships. */
const isKnown = ({ lastSentAt, meetingsAt }: Relationship): boolean => lastSentAt !== null || meetingsAt.length > 0

/** A contact as the person they would be by themselves, with nothing said of them. */
export const personOfContact = (contact: Contact): Person => personOf([contact], new CorrectionIndex([]))

const personOf = (members: readonly Contact[], said: CorrectionIndex): Person => {
  const [first, ...others] = members
  if (first === undefined) throw new Error('a person has at least one address')
  const override = said.overrideFor(members)
  let relationship = countedRelationship(first, override.isPerson)
  let { label, languages } = first
  let current = first
  for (const member of others) {
    relationship = joinRelationships(relationship, countedRelationship(member, override.isPerson))
    label = betterLabel(label, member.label)
    languages = joinVotes(languages, member.languages)
    if (isLater(member, current, said)) current = member
  }
  const movedAt = movedAtOf(current, members)
  for (const { at } of override.logged) relationship = withInteraction(relationship, { kind: 'met', at })
  // A name is read when it is first asked for: of thousands of people a report shows seven.
  const name = onDemand(() => override.facts.name ?? fullName(label.name, label.spelling))
  const given = onDemand(() => givenName(override.facts.name ?? label.name, current.address))
  return {
    id: first.id,
    get name() {
      return name()
    },
    get givenName() {
      return given()
    },
    address: current.label.spelling,
    ...(movedAt !== null && { movedAt }),
    bouncedAt: isDead(current) ? current.bouncedAt : null,
    contactIds: members.map(({ id }) => id),
    addresses: members.map(({ address }) => address),
    relationship,
    languages,
    override,
  }
}

const onDemand = <T>(read: () => T): (() => T) => {
  let found: { readonly value: T } | null = null
  return () => {
    found ??= { value: read() }
    return found.value
  }
}

/**
 * A dead address is written to last. Otherwise mail to somebody goes where the user last wrote, or to an address they merged, where
 * that was used since: it moves by the user's own act. Of two used in the same second, the one known longer, and of those the one
 * that sorts first: the order of reading must not show.
 */
const isLater = (a: Contact, b: Contact, said: CorrectionIndex): boolean =>
  isDead(a) !== isDead(b)
    ? isDead(b)
    : lastUsed(a, said) !== lastUsed(b, said)
      ? lastUsed(a, said) > lastUsed(b, said)
      : firstUsed(a) !== firstUsed(b)
        ? firstUsed(a) < firstUsed(b)
        : a.address < b.address

/** When the address came into use, where the user wrote to another one before and to no other since. */
const movedAtOf = (current: Contact, members: readonly Contact[]): Instant | null => {
  const { firstAt } = current.relationship
  const before = members.flatMap((member) => (member === current ? [] : (member.relationship.lastSentAt ?? [])))
  return firstAt !== null && before.length > 0 && before.every((at) => at < firstAt) ? firstAt : null
}

/** When the user last wrote there, or, of an address that they said is theirs, when anything last came or went; 0 where never. */
const lastUsed = ({ address, relationship }: Contact, said: CorrectionIndex): number => {
  const { lastSentAt, lastReceivedAt } = relationship
  return Math.max(lastSentAt ?? 0, said.isMerged(address) ? (lastReceivedAt ?? 0) : 0)
}

const firstUsed = ({ relationship: { firstAt } }: Contact): number => firstAt ?? Number.POSITIVE_INFINITY
