/**
 * Who of the user's people should know each other: two in one group of the user's, which is the reason one can say, who keep
 * company with the same others and were never on a message or in a meeting together. Only where it is safe: among those the
 * user is close to and in touch with, of whom nothing speaks against it. Where no group says why, nobody is introduced. Pure.
 */
import { domainOf } from '../model/address.ts'
import { firstOf } from '../model/first-of.ts'
import type { Health } from '../model/health.ts'
import { DAY, type Instant } from '../model/time.ts'
import { byCloseness, type Candidate, type Introduction, isMutual } from './candidate.ts'
import { groundOf } from './common-ground.ts'

/** How often two people, by their ids, were on one letter or in one meeting with the user. Each pair once. */
export interface Together {
  readonly a: number
  readonly b: number
  readonly times: number
}

/** Those whose company is worth reading: the closest, in touch at the moment. Their order is fixed. */
export const introducible = (candidates: readonly Candidate[], now: Instant): readonly Candidate[] =>
  firstOf(candidates, {
    most: maxRead,
    compare: byCloseness,
    isWanted: ({ person, health }) =>
      isClose(health) &&
      isMutual({ person }, now) &&
      isLongKnown(person, now) &&
      isInGoodStanding(person, now) &&
      /\S\s+\S/.test(person.name) &&
      !person.name.includes('@'),
  })

/** For each person the best one to introduce them to. Of the two, the closer one is written to. */
export const introductionsAmong = (
  known: readonly Candidate[],
  together: readonly Together[],
): ReadonlyMap<number, Introduction> => {
  const company = companyOf(together)
  const kinOf = new Map(known.map(({ person }) => [person.id, kinshipOf(person)]))
  const found = new Map<number, Introduction & { readonly weight: number }>()
  for (const [index, one] of known.entries()) {
    for (const other of known.slice(index + 1)) {
      if (company.get(one.person.id)?.has(other.person.id) === true) continue
      if (areKin(kinOf.get(one.person.id), kinOf.get(other.person.id))) continue
      const ground = groundOfBoth(one, other)
      if (ground === null) continue
      const shared = sharedBy(one, other, known, company).filter(
        ({ person }) => !isPerhapsOne(person, one.person) && !isPerhapsOne(person, other.person),
      )
      const weight = shared.reduce((sum, { times }) => sum + times, 0)
      if (shared.length < minShared || weight <= (found.get(one.person.id)?.weight ?? 0)) continue
      const { id, name, givenName } = other.person
      found.set(one.person.id, {
        other: { personId: id, name, givenName },
        shared: shared.map(({ person }) => person.name),
        ground,
        weight,
      })
    }
  }
  return found
}

/** Reading whom someone keeps company with reads all there is of them: for no more people than this. */
const maxRead = 24
const minShared = 2
const maxShared = 3
/** Once on a letter together is chance. */
const minTimes = 2
const longKnownDays = 180

/** One introduces those one is in touch with: whoever has been silent for a season would wonder. */
const isClose = ({ closeness, overdue, silenceDays }: Health): boolean =>
  closeness >= minCloseness && overdue !== null && overdue < 2 && (silenceDays ?? 0) <= maxSilenceDays

const minCloseness = 60
const maxSilenceDays = 91

const isLongKnown = ({ relationship: { firstAt } }: Candidate['person'], now: Instant): boolean =>
  firstAt !== null && firstAt + longKnownDays * DAY <= now

/** Nothing speaks against them: not put off, no message that came back, and nobody waits for long for the other. */
const isInGoodStanding = ({ override, bouncedAt, relationship }: Candidate['person'], now: Instant): boolean => {
  const { snoozedUntil, lessOften } = override
  const { lastSentAt, lastReceivedAt } = relationship
  if (bouncedAt !== null || lessOften > 0 || (snoozedUntil !== null && snoozedUntil > now)) return false
  const apartDays = Math.abs((lastSentAt ?? 0) - (lastReceivedAt ?? 0)) / DAY
  return apartDays <= maxWaitDays
}

const maxWaitDays = 60

/** A group of the user's that holds both and says what they have in common; null where there is none. */
const groundOfBoth = ({ person: one }: Candidate, { person: other }: Candidate): string | null => {
  for (const group of one.override.groups) {
    const ground = other.override.groups.includes(group) ? groundOf(group) : null
    if (ground !== null) return ground
  }
  return null
}

/** The go-between may be another address of somebody whom they would go between. */
const isPerhapsOne = (between: Candidate['person'], person: Candidate['person']): boolean => {
  const [theirs, own] = [between, person].map(({ name }) =>
    name
      .toLowerCase()
      .normalize('NFKD')
      .split(/[^\p{L}\p{M}]+/u),
  )
  const isSameName =
    theirs?.every((word) => own?.includes(word)) === true || own?.every((word) => theirs?.includes(word)) === true
  const isSameLocalPart = between.addresses.some((address) =>
    person.addresses.some((other) => address.split('@')[0] === other.split('@')[0]),
  )
  return isSameName || isSameLocalPart
}

type Company = ReadonlyMap<number, ReadonlyMap<number, number>>

const companyOf = (together: readonly Together[]): Company => {
  const company = new Map<number, Map<number, number>>()
  const note = (one: number, other: number, times: number): void => {
    const known = company.get(one) ?? new Map<number, number>()
    company.set(one, known.set(other, times))
  }
  for (const { a, b, times } of together) {
    note(a, b, times)
    note(b, a, times)
  }
  return company
}

/** By what two people may know each other where we cannot see it. */
interface Kinship {
  readonly organisations: readonly string[]
  readonly family: string
}

const kinshipOf = ({ addresses, name }: Candidate['person']): Kinship => ({
  organisations: addresses.map(domainOf),
  family: name.toLowerCase().split(/\s+/).at(-1) ?? '',
})

/** Of one house, or of one name. */
const areKin = (one: Kinship | undefined, other: Kinship | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.family === other.family || one.organisations.some((house) => other.organisations.includes(house)))

const sharedBy = (one: Candidate, other: Candidate, known: readonly Candidate[], company: Company) =>
  known
    .map(({ person }) => ({
      person,
      times: Math.min(
        company.get(one.person.id)?.get(person.id) ?? 0,
        company.get(other.person.id)?.get(person.id) ?? 0,
      ),
    }))
    .filter(({ times }) => times >= minTimes)
    .sort((a, b) => b.times - a.times)
    .slice(0, maxShared)
