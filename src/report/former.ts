/**
 * People who seem to have moved to a new address: the same full name, first heard from there after the old address fell
 * silent. Good enough to say so, and to hold back a suggestion to the old address; not good enough to make two people
 * one. Pure.
 */
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'
import type { Candidate } from './candidate.ts'

/** Everyone the user has been in direct contact with, with their health and who they were before. */
export const candidatesOf = (
  people: readonly Person[],
  healthOf: (person: Person) => Health,
  now: Instant,
): readonly Candidate[] => {
  const known: Candidate[] = []
  const firstOfName = new Map<string, number>()
  const namesakes = new Map<string, Candidate[]>()
  for (const person of people) {
    const health = healthOf(person)
    if (health.silenceDays === null) continue
    const candidate: Candidate = { person, health, former: null }
    const index = known.push(candidate) - 1
    const key = nameKey(person)
    if (key === null) continue
    const first = firstOfName.get(key)
    if (first === undefined) firstOfName.set(key, index)
    else namesakes.set(key, [...(namesakes.get(key) ?? known.slice(first, first + 1)), candidate])
  }
  for (const [key, all] of namesakes) {
    for (const candidate of all) {
      const old = all.find((other) => hasFallenSilentBefore(other, candidate, now))
      if (old === undefined) continue
      known[known.indexOf(candidate, firstOfName.get(key))] = {
        ...candidate,
        former: { personId: old.person.id, health: old.health },
      }
    }
  }
  return known
}

/** The ids of people whose address seems to be out of use. */
export const movedAway = (candidates: readonly Candidate[]): ReadonlySet<number> =>
  new Set(candidates.flatMap(({ former }) => former?.personId ?? []))

/** Only a full name can tell anything, and even that not much. */
const nameKey = ({ name }: Person): string | null => {
  if (!name.includes(' ') || name.includes('@') || !/\S\s+\S/.test(name)) return null
  const key = name.toLowerCase()
  return isPlain.test(key) ? key : key.normalize('NFC')
}

/** Nothing in it has a second form. */
const isPlain = /^[ -~]*$/

/** They were heard from at the new one: what the user writes somewhere proves nobody there. */
const hasFallenSilentBefore = (old: Candidate, fresh: Candidate, now: Instant): boolean => {
  if (old === fresh) return false
  const lastAt = lastContactAt(old.person.relationship, now)
  const { firstAt, lastReceivedAt, meetingsAt } = fresh.person.relationship
  if (lastReceivedAt === null && meetingsAt.length === 0) return false
  return lastAt !== null && firstAt !== null && firstAt > lastAt
}
