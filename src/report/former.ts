/**
 * People who seem to have moved to a new address: the same full name, first heard from there after the old address went
 * quiet for longer than is usual between the two, or bounced. Whoever writes now from here and now from there has not moved.
 * Good enough to say so, and to hold back a suggestion to the old address; not good enough to make two people
 * one. Pure.
 */
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt, nextMeetingAt } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'
import type { Candidate } from './candidate.ts'

/**
 * Everyone the user has been in direct contact with, with their health and who they were before; and whoever the user called
 * a person though they never were. Whom they will meet for the first time is not here yet.
 */
export const candidatesOf = (
  people: readonly Person[],
  healthOf: (person: Person) => Health,
  now: Instant,
): readonly Candidate[] => {
  const known = people
    .filter(
      ({ relationship }) => lastContactAt(relationship, now) !== null || nextMeetingAt(relationship, now) === null,
    )
    .map((person): Candidate => ({ person, health: healthOf(person), former: null }))
  const byName = new Map<string, Candidate[]>()
  for (const candidate of known) {
    const key = nameKey(candidate.person)
    if (key !== null) byName.set(key, [...(byName.get(key) ?? []), candidate])
  }
  return known.map((candidate) => {
    const namesakes = byName.get(nameKey(candidate.person) ?? '') ?? []
    const old = namesakes.find((other) => hasFallenSilentBefore(other, candidate, now))
    return old === undefined ? candidate : { ...candidate, former: { personId: old.person.id, health: old.health } }
  })
}

/** The ids of people whose address seems to be out of use. */
export const movedAway = (candidates: readonly Candidate[]): ReadonlySet<number> =>
  new Set(candidates.flatMap(({ former }) => former?.personId ?? []))

/** Only a full name can tell anything, and even that not much. */
const nameKey = ({ name }: Person): string | null =>
  /\S\s+\S/.test(name) && !name.includes('@') ? name.toLowerCase().normalize('NFC') : null

const hasFallenSilentBefore = (old: Candidate, fresh: Candidate, now: Instant): boolean => {
  if (old === fresh || !hasGoneQuiet(old)) return false
  const lastAt = lastContactAt(old.person.relationship, now)
  const { firstAt } = fresh.person.relationship
  return lastAt !== null && firstAt !== null && firstAt > lastAt
}

/** Quiet is a silence that is long for them, and long for anybody. */
const quietOverdue = 1.5
const quietDays = 30

const hasGoneQuiet = ({ person, health }: Candidate): boolean =>
  person.bouncedAt !== null || ((health.overdue ?? 0) >= quietOverdue && (health.silenceDays ?? 0) >= quietDays)
