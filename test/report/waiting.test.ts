import { expect, test } from 'vitest'
import { noOverride, type Override } from '../../src/model/correction.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import type { Candidate } from '../../src/report/candidate.ts'
import { mayWait, stillWaiting } from '../../src/report/waiting.ts'
import { healthOf } from '../../src/score/health.ts'
import { usualPace } from '../pace.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => (now - days * DAY) as Instant
type Contact = readonly [kind: InteractionKind, daysAgo: number, size?: number]

/** Who still waits, with the days they do, of somebody with this past for whom a report asked for a reply so many days ago. */
const waiting = (contacts: readonly Contact[], askedDaysAgo: number, override: Override = noOverride) => {
  const relationship = contacts.reduce(
    (tie, [kind, days, size = 1]) => withInteraction(tie, { kind: size > 8 ? 'seen' : kind, at: ago(days) }),
    noRelationship,
  )
  const candidate: Candidate = {
    person: {
      ...{ id: 1, name: 'Bo Ek', givenName: 'Bo', address: 'bo@example.com', bouncedAt: null, languages: '' },
      ...{ contactIds: [1], addresses: [], relationship, override },
    },
    health: healthOf(relationship, now, usualPace),
    former: null,
  }
  const history = contacts
    .filter(([, days]) => days >= 0)
    .map(([kind, days, size = 1]) => ({ kind, at: ago(days), size }))
    .sort((a, b) => b.at - a.at)
  const open = mayWait([candidate], {
    suggestedBefore: () => [{ at: ago(askedDaysAgo), kind: 'reply_owed' as const }],
    now,
  })
  return stillWaiting(open, { historyOf: () => history, now }).map(({ reason }) =>
    reason.kind === 'reply_owed' ? reason.waitingDays : reason.kind,
  )
}

const asked: readonly Contact[] = [
  ['sent', 200],
  ['received', 100],
]

test('a reply that is owed stays in sight until it is written, however long it takes', () => {
  expect(waiting(asked, 90)).toEqual([100])
  expect(waiting([...asked, ['sent', 80]], 90)).toEqual([])
})

test('meeting them settles it', () => {
  expect(waiting([...asked, ['met', 10]], 90)).toEqual([])
  expect(waiting([...asked, ['met', -10]], 90)).toEqual([100])
})

test('a message to many since does not hide the one that waits', () => {
  expect(waiting([...asked, ['received', 20, 6]], 90)).toEqual([100])
})

test('putting them off dismisses it', () => {
  expect(waiting(asked, 90, { ...noOverride, lessOften: 1 })).toEqual([])
  expect(waiting(asked, 90, { ...noOverride, snoozedUntil: ago(-5) })).toEqual([])
  expect(waiting(asked, 90, { ...noOverride, snoozedUntil: ago(5) })).toEqual([100])
})

test('what was asked for before the last answer is settled', () => {
  expect(
    waiting(
      [
        ['received', 300],
        ['sent', 200],
        ['received', 100],
      ],
      250,
    ),
  ).toEqual([])
})
