/** Groups that could be made of people, from what is seen: a firm's domain, or letters often shared. Pure. */
import { domainOf } from '../model/address.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import type { Person } from '../model/person.ts'

export interface GroupProposal {
  readonly name: string
  readonly why: { readonly kind: 'domain'; readonly domain: string } | { readonly kind: 'shared_letters' }
  readonly people: readonly Person[]
}

/** One letter or meeting and who was on it, as contact ids. */
export type Shared = readonly number[]

/**
 * Domains that several write from, then circles of people across domains who are often on one letter; each only while
 * most of it is in no group yet. `people` by falling closeness.
 */
export const groupProposals = (people: readonly Person[], shared: readonly Shared[]): readonly GroupProposal[] => {
  const together = countTogether(people, shared)
  return [...firms(people, together), ...circles(people, together)].filter(({ people: members }) => {
    const free = members.filter(({ override }) => override.groups.length === 0).length
    return free > members.length / 2
  })
}

/** How many letters and meetings each two people shared. */
type Together = ReadonlyMap<Person, ReadonlyMap<Person, number>>

const minInOrganisation = 4
const maxOrganisations = 8

const firms = (people: readonly Person[], together: Together): readonly GroupProposal[] => {
  const byDomain = new Map<string, Person[]>()
  for (const person of people) {
    for (const domain of new Set(person.addresses.map(domainOf))) {
      if (mailHosts.has(domain)) continue
      const members = byDomain.get(domain)
      if (members === undefined) byDomain.set(domain, [person])
      else members.push(person)
    }
  }
  return [...byDomain]
    .filter(([, members]) => members.length >= minInOrganisation && areColleagues(members, together))
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, maxOrganisations)
    .map(([domain, members]) => ({ name: firmName(domain), why: { kind: 'domain', domain }, people: members }))
}

/** Colleagues share letters; whoever merely has their mail at one host does not. Half of them suffices. */
const areColleagues = (members: readonly Person[], together: Together): boolean => {
  const sociable = members.filter((one) => members.some((other) => together.get(one)?.has(other) === true))
  return sociable.length >= members.length / 2
}

/** "Kelp Energy" of `kelp-energy.example`, "Eu Ramandesign" of `ramandesign.example`, "Eu Ramandesign" of a part of it. */
const firmName = (domain: string): string =>
  domain
    .split('.')
    .slice(0, -1)
    .flatMap((label) => label.split('-'))
    .map((label) => label.charAt(0).toUpperCase() + label.slice(1))
    .join(' ')

/** Two are of one circle who shared this many letters … */
const oftenTogether = 4
/** … and the circle is one as long as it can be overlooked. */
const circleSize = { least: 3, most: 12 }
const maxCircles = 5
/** Who is on a letter with more than this shares little with them. */
const maxOnMessage = 8

const countTogether = (people: readonly Person[], shared: readonly Shared[]): Together => {
  const personOf = new Map(people.flatMap((person) => person.contactIds.map((id) => [id, person] as const)))
  const together = new Map<Person, Map<Person, number>>()
  for (const contactIds of shared) {
    const present = [...new Set(contactIds.flatMap((id) => personOf.get(id) ?? []))]
    if (present.length < 2 || present.length > maxOnMessage) continue
    for (const one of present) {
      const counts = together.get(one) ?? new Map<Person, number>()
      together.set(one, counts)
      for (const other of present) if (other !== one) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
  }
  return together
}

const circles = (people: readonly Person[], together: Together): readonly GroupProposal[] => {
  const placed = new Set<Person>()
  const found: GroupProposal[] = []
  for (const person of people) {
    if (placed.has(person) || found.length === maxCircles) continue
    const members = cliqueAround(person, together, placed)
    if (members.length < circleSize.least || isOneFirm(members)) continue
    for (const member of members) placed.add(member)
    const [first, second] = members
    const name = `${first?.givenName ?? first?.name}, ${second?.givenName ?? second?.name} and others`
    found.push({ name, why: { kind: 'shared_letters' }, people: members })
  }
  return found
}

/** Grown from whom a person shares most with: everyone in it has been together with everyone else. */
const cliqueAround = (person: Person, together: Together, placed: ReadonlySet<Person>): readonly Person[] => {
  const members = [person]
  const closest = [...(together.get(person) ?? [])].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id)
  for (const [other, count] of closest) {
    if (count < oftenTogether || members.length === circleSize.most) break
    const isWithAll = members.every((member) => (together.get(other)?.get(member) ?? 0) >= oftenTogether)
    if (!placed.has(other) && isWithAll) members.push(other)
  }
  return members
}

/** That one is proposed by its domain. */
const isOneFirm = (members: readonly Person[]): boolean => {
  const [first] = members
  const domains = new Set(first?.addresses.map(domainOf))
  return members.every(({ addresses }) =>
    addresses.some((address) => domains.has(domainOf(address)) && !mailHosts.has(domainOf(address))),
  )
}
