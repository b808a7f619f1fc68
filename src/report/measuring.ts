/** How the user's ties are measured on a day: what is known of each, as far as it is known as a whole, and their pace. Pure. */
import type { Account } from '../model/account.ts'
import type { Person } from '../model/person.ts'
import { measurableSince, type Relationship } from '../model/relationship.ts'
import type { Instant } from '../model/time.ts'
import { paceOf, type UserPace } from '../score/pace.ts'
import { likeSince } from '../score/partly-read.ts'
import { type ChancePart, partsOf } from '../score/parts.ts'
import { knownDays, measuredSince } from './notes.ts'

export interface Measuring {
  /** A tie as far as it is known as a whole, and before that as it was since. */
  readonly measured: (person: Person) => Relationship
  readonly pace: UserPace
}

/** `people` are all of the user's: their pace is learned from them. */
export const measuring = (people: readonly Person[], accounts: readonly Account[], now: Instant): Measuring => {
  const since = measuredSince(accounts)
  const read = people.map(({ relationship }) => measurableSince(relationship, since, now))
  return {
    measured: ({ relationship }) => likeSince(relationship, since, now),
    pace: paceOf(read, knownDays(accounts), now),
  }
}

/** What a person's chance of contact is made of; the same that their health is made of. */
export const partsOfPerson = (person: Person, { measured, pace }: Measuring, now: Instant): readonly ChancePart[] =>
  partsOf(measured(person), now, pace)
