/**
 * Who may be one person without its being certain: proposed with the evidence, for the user to decide. A name alone is no
 * evidence: two who share one and are both in touch stay two, unasked. Pure.
 */
import { type CanonicalAddress, domainOf, localPartOf, withoutTag } from '../model/address.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import { nameKey } from './names.ts'
import { pairKey, personOfContact, type Resolved } from './resolve.ts'

export interface MergeProposal {
  /** The one known longer first. */
  readonly people: readonly [Person, Person]
  /** What speaks for it, the strongest first; never the name alone. */
  readonly evidence: readonly Evidence[]
  /** The user was only ever written to from the second, and nothing but the user makes the two one. */
  readonly isUnanswered?: true
}

export type Evidence =
  /** The second was first heard from after the first had fallen silent. */
  | { readonly kind: 'took_over'; readonly silentSince: Instant; readonly since: Instant }
  /** Mail to the first came back. */
  | { readonly kind: 'bounced'; readonly at: Instant }
  | { readonly kind: 'same_local_part'; readonly localPart: string }
  /** The same but for a +tag, at a host of which we do not know what it makes of those. */
  | { readonly kind: 'same_but_tag' }
  /** Domains that one provider gives to the same person. */
  | { readonly kind: 'sister_domain' }

export interface Known extends Pick<Resolved, 'people' | 'apart'> {
  /** Among them those who wrote to the user and were never written to. */
  readonly excluded?: Resolved['excluded']
  /** Whether all conversations were read: until then nobody knows when an address was first heard from. */
  readonly isRead?: boolean
}

/** What is worth asking about one person. */
export const proposalsAbout = (
  person: Person,
  { people, apart, excluded = [], isRead = true }: Known,
  now: Instant,
): readonly MergeProposal[] => {
  const names = new Set(personName(person))
  const mailboxes = new Set(mailboxName(person))
  const alike = people.filter(
    (other) =>
      mailboxName(other).some((key) => mailboxes.has(key)) ||
      (names.size > 0 && personName(other).some((key) => names.has(key))),
  )
  return proposalsOf({ people: alike, apart, excluded, isRead }, now).filter(({ people: pair }) =>
    pair.some(({ id }) => id === person.id),
  )
}

/** Everything worth asking about, the strongest evidence first. */
export const proposalsOf = (known: Known, now: Instant): readonly MergeProposal[] => {
  const { people, apart, isRead = true } = known
  const proposals: MergeProposal[] = [...proposalsOfUnanswered(known, now)]
  const asked = new Set<string>()
  for (const alike of [...alikeBy(people, personName), ...alikeBy(people, mailboxName)]) {
    for (const [index, person] of alike.entries()) {
      for (const other of alike.slice(index + 1)) {
        const pair = [person, other].sort((a, b) => firstOf(a) - firstOf(b) || a.id - b.id)
        const [one, two] = pair
        if (one === undefined || two === undefined || asked.has(`${one.id} ${two.id}`)) continue
        asked.add(`${one.id} ${two.id}`)
        if (areApart(one, two, apart)) continue
        const evidence = evidenceFor(one, two, now).filter(({ kind }) => isRead || kind !== 'took_over')
        if (evidence.length > 0) proposals.push({ people: [one, two], evidence })
      }
    }
  }
  return proposals.sort((a, b) => b.evidence.length - a.evidence.length || latestOf(b, now) - latestOf(a, now))
}

/** Whether a merge of the two would be proposed. */
export const areLikelyOne = (
  pair: readonly [Person, Person],
  { apart, isRead = true }: Omit<Known, 'people'>,
  now: Instant,
): boolean => proposalsOf({ people: pair, apart, isRead }, now).length > 0

/**
 * Whoever writes under a person's full name from an address the user never wrote to: with the same local part, or since the person
 * fell silent. A few for each person, the latest first, since anybody can write so.
 */
const proposalsOfUnanswered = (
  { people, apart, excluded = [], isRead = true }: Known,
  now: Instant,
): readonly MergeProposal[] => {
  const heard = excluded.flatMap(({ contact, rule }) =>
    rule.kind === 'only_heard_from' ? personOfContact(contact) : [],
  )
  if (heard.length === 0) return []
  const byName = Map.groupBy(heard, ({ name }) => nameKey(name))
  return people.flatMap((person) => {
    const key = nameKey(person.name)
    const namesakes = key === null ? [] : (byName.get(key) ?? [])
    const found = namesakes.flatMap((other): readonly MergeProposal[] => {
      if (areApart(person, other, apart)) return []
      const evidence = evidenceFor(person, other, now).filter(({ kind }) => isRead || kind !== 'took_over')
      const localPart = evidence.some(({ kind }) => kind === 'same_local_part') ? null : localPartOfBoth(person, other)
      const all: readonly Evidence[] =
        localPart === null ? evidence : [...evidence, { kind: 'same_local_part', localPart }]
      return all.length === 0 ? [] : [{ people: [person, other], evidence: all, isUnanswered: true }]
    })
    return found.sort((a, b) => latestOf(b, now) - latestOf(a, now)).slice(0, maxUnanswered)
  })
}

const maxUnanswered = 3

const localPartOfBoth = (one: Person, two: Person): string | null => {
  const theirs = new Set(two.addresses.map(localPartOf))
  return one.addresses.map(localPartOf).find((localPart) => theirs.has(localPart)) ?? null
}

/** People of whom a namesake is worth a look: those with one key, where there are two or more but no crowd. */
const alikeBy = (
  people: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): readonly (readonly Person[])[] => {
  const byKey = new Map<string, Person[]>()
  for (const person of people) {
    for (const key of new Set(keysOf(person))) {
      const same = byKey.get(key)
      if (same === undefined) byKey.set(key, [person])
      else same.push(person)
    }
  }
  return [...byKey.values()].filter(({ length }) => length > 1 && length <= maxAlike)
}

const maxAlike = 8

const personName = ({ name }: Person): readonly string[] => {
  const key = nameKey(name)
  return key === null ? [] : [key]
}

const mailboxName = ({ addresses }: Person): readonly string[] => addresses.map(mailboxKey)

const mailboxKey = (address: CanonicalAddress): string =>
  `${withoutTag(localPartOf(address))}@${sisterDomains.get(domainOf(address)) ?? domainOf(address)}`

/** Apple and Proton give a user the same name at each of their domains. */
const sisterDomains: ReadonlyMap<string, string> = new Map([
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
  ['protonmail.com', 'proton.me'],
  ['pm.me', 'proton.me'],
])

const areApart = (one: Person, two: Person, apart: ReadonlySet<string>): boolean =>
  apart.size > 0 && one.addresses.some((a) => two.addresses.some((b) => apart.has(pairKey(a, b))))

const evidenceFor = (one: Person, two: Person, now: Instant): readonly Evidence[] => {
  const found: Evidence[] = []
  const isSameName = nameKey(one.name) !== null && nameKey(one.name) === nameKey(two.name)
  if (isSameName) {
    const silentSince = lastContactAt(one.relationship, now)
    const since = two.relationship.firstAt
    if (
      silentSince !== null &&
      since !== null &&
      since > silentSince &&
      daysBetween(silentSince, since) <= maxPauseDays
    )
      found.push({ kind: 'took_over', silentSince, since })
    if (one.bouncedAt !== null && (since ?? 0) > one.bouncedAt - maxPauseDays * DAY)
      found.push({ kind: 'bounced', at: one.bouncedAt })
    const localPart = sharedLocalPart(one, two)
    if (localPart !== null) found.push({ kind: 'same_local_part', localPart })
  }
  for (const a of one.addresses) {
    for (const b of two.addresses) {
      if (mailboxKey(a) !== mailboxKey(b)) continue
      found.push({ kind: domainOf(a) === domainOf(b) ? 'same_but_tag' : 'sister_domain' })
    }
  }
  return found
}

/** After this long a new address says nothing about the old one. */
const maxPauseDays = 730

/** Where both work for the same kind of house a shared local part follows from the name; across kinds it says more. */
const sharedLocalPart = (one: Person, two: Person): string | null => {
  for (const a of one.addresses) {
    for (const b of two.addresses) {
      const isAcross = mailHosts.has(domainOf(a)) !== mailHosts.has(domainOf(b))
      if (isAcross && localPartOf(a) === localPartOf(b)) return localPartOf(a)
    }
  }
  return null
}

const firstOf = ({ relationship: { firstAt, lastSeenAt } }: Person): number => firstAt ?? lastSeenAt ?? 0

const latestOf = ({ people }: MergeProposal, now: Instant): number =>
  Math.max(...people.map(({ relationship }) => lastContactAt(relationship, now) ?? 0)) / DAY
