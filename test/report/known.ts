/** People as a report knows them, from a few contacts; for the tests of what it makes of them. */
import { noOverride } from '../../src/model/correction.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import type { Person } from '../../src/model/person.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import type { Candidate, History } from '../../src/report/candidate.ts'
import { healthOf } from '../../src/score/health.ts'
import { usualPace } from '../pace.ts'

/** Monday 7 December 2026, eight in the morning. */
export const monday = (Date.UTC(2026, 11, 7, 8) / 1000) as Instant
export const daysBefore = (days: number, now: Instant = monday): Instant => Math.round(now - days * DAY) as Instant

export type Contact = readonly [kind: InteractionKind, daysAgo: number, size?: number]

/** A message each way every `gap` days, theirs first, for `length` days, the last `silence` days ago. */
export const everySo = (gap: number, length: number, silence: number): readonly Contact[] =>
  Array.from({ length: Math.floor(length / gap) + 1 }, (_, index) => silence + index * gap).flatMap(
    (day): readonly Contact[] => [
      ['sent', day],
      ['received', day + 1],
    ],
  )

export const knownBy = (
  id: number,
  contacts: readonly Contact[],
  {
    change = {},
    now = monday,
  }: {
    readonly change?: Partial<Pick<Person, 'name' | 'givenName' | 'addresses' | 'override'>>
    readonly now?: Instant
  } = {},
): Candidate => {
  const relationship = contacts.reduce(
    (tie, [kind, days, size = 1]) => withInteraction(tie, { kind, at: daysBefore(days, now), size }),
    noRelationship,
  )
  const person: Person = {
    ...{ id, name: `Person ${id}`, givenName: 'Person', address: `p${id}@mail.example`, bouncedAt: null },
    ...{ contactIds: [id], addresses: [], relationship, override: noOverride, languages: '' },
    ...change,
  }
  return { person, health: healthOf(relationship, now, usualPace), former: null }
}

/** Newest first, nothing after the day of the report. */
export const historyFrom = (contacts: readonly Contact[], now: Instant = monday): History =>
  contacts
    .filter(([, days]) => days >= 0)
    .map(([kind, days, size = 1]) => ({ kind, at: daysBefore(days, now), size }))
    .toSorted((a, b) => b.at - a.at)
