/**
 * People who seem to have moved to a new address: the same full name, first heard from there after the old address went
 * quiet for longer than is usual between the two, or bounced. Whoever writes now from here and now from there has not moved.
 * Good enough to say so, and to hold back a suggestion to the old address; not good enough to make two people
 * one. Pure.
 */
import { areLikelyOne } from '../infer/proposals.ts'
import { alikeBy } from '../model/alike.ts'
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt, nextMeetingAt } from '../model/relationship.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { Candidate, Former } from './candidate.ts'

/**
 * Everyone the user has been in direct contact with, with their health and who they were before; and whoever the user called
 * a person though they never were. Whom they will meet for the first time is not here yet. `knownSince` is from when on
 * everything has been read.
 */
export const candidatesOf = (
  people: readonly Person[],
  healthOf: (person: Person) => Health,
  { now, knownSince }: { readonly now: Instant; readonly knownSince: Instant },
): readonly Candidate[] => {
  const known: Candidate[] = []
  for (const person of people) {
    const health = healthOf(person)
    if (health.silenceDays === null && nextMeetingAt(person.relationship, now) !== null) continue
    known.push({ person, health, former: null })
  }
  const formerOf = new Map<Candidate, Former>()
  for (const namesakes of alikeBy(known, ({ person }) => nameKey(person))) {
    for (const candidate of namesakes) {
      const old = namesakes.find((other) => hasFallenSilentBefore(other, candidate, { now, knownSince }))
      if (old !== undefined) formerOf.set(candidate, { personId: old.person.id, health: old.health })
    }
  }
  if (formerOf.size === 0) return known
  return known.map((candidate) => ({ ...candidate, former: formerOf.get(candidate) ?? null }))
}

/**
 * The ids of people with whom the user has been in touch since at another address that is likely theirs: where a merge would be
 * proposed, contact at either address is no silence.
 */
export const inTouchElsewhere = (
  candidates: readonly Candidate[],
  known: { readonly apart: ReadonlySet<string>; readonly isRead: boolean; readonly now: Instant },
): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const [earlier, later] of namesakePairs(candidates, known.now)) {
    if (areLikelyOne([earlier.person, later.person], known, known.now)) found.add(earlier.person.id)
  }
  return found
}

/** Pairs of one full name, the one whose last contact is older first. Of a name that many bear, nobody is compared. */
const namesakePairs = (
  candidates: readonly Candidate[],
  now: Instant,
): readonly (readonly [earlier: Candidate, later: Candidate])[] => {
  const lastAt = ({ person }: Candidate): number => lastContactAt(person.relationship, now) ?? 0
  return alikeBy(candidates, ({ person }) => nameKey(person)).flatMap((same) => {
    if (same.length > maxNamesakes) return []
    const byLast = same.toSorted((a, b) => lastAt(a) - lastAt(b))
    return byLast.flatMap((earlier, index) =>
      byLast.slice(index + 1).flatMap((later) => (lastAt(later) > lastAt(earlier) ? [[earlier, later] as const] : [])),
    )
  })
}

const maxNamesakes = 8

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
const hasFallenSilentBefore = (
  old: Candidate,
  fresh: Candidate,
  { now, knownSince }: { readonly now: Instant; readonly knownSince: Instant },
): boolean => {
  if (old === fresh || !hasGoneQuiet(old)) return false
  const lastAt = lastContactAt(old.person.relationship, now)
  if (lastAt === null || later(lastAt, -besideDays * DAY) < knownSince) return false
  const { firstAt, lastReceivedAt, meetingsAt } = fresh.person.relationship
  if (lastReceivedAt === null && meetingsAt.length === 0) return false
  return firstAt !== null && firstAt > lastAt
}

/** Whoever wrote from both addresses would have done so within such a time before the old one fell silent: it must be known. */
const besideDays = 91

/** Quiet is a silence that is long for them, and long for anybody. */
const quietOverdue = 1.5
const quietDays = 30

const hasGoneQuiet = ({ person, health }: Candidate): boolean =>
  person.bouncedAt !== null || ((health.overdue ?? 0) >= quietOverdue && (health.silenceDays ?? 0) >= quietDays)
