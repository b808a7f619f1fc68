import { describe, expect, test } from 'vitest'
import { noWishes } from '../../src/model/correction.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import type { Person } from '../../src/model/person.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import type { Candidate, History } from '../../src/report/candidate.ts'
import { candidatesOf, movedAway } from '../../src/report/former.ts'
import { introducible, introductionsAmong, type Together } from '../../src/report/introductions.ts'
import { noPreferences, type Preferences } from '../../src/report/preferences.ts'
import { reconnectionsSince } from '../../src/report/reconnections.ts'
import { select, shortlist } from '../../src/report/select.ts'
import { healthOf, withChosenRhythm } from '../../src/score/health.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => Math.round(now - days * DAY) as Instant
type Contact = readonly [kind: InteractionKind, daysAgo: number, size?: number]

const person = (
  id: number,
  contacts: readonly Contact[],
  name = `Person ${id}`,
): { person: Person; history: History } => ({
  person: {
    id,
    name,
    givenName: name.split(' ')[0] ?? null,
    address: `p${id}@example.com`,
    bouncedAt: null,
    contactIds: [id],
    addresses: [],
    relationship: contacts.reduce((tie, [kind, days]) => withInteraction(tie, { kind, at: ago(days) }), noRelationship),
    wishes: noWishes,
  },
  history: contacts
    .filter(([, days]) => days >= 0)
    .map(([kind, days, size = 1]) => ({ kind, at: ago(days), size }))
    .sort((a, b) => b.at - a.at),
})

/** A letter each way every `gap` days for `length` days, the user's a day later, the last `silence` days ago. */
const rhythm = (gap: number, length: number, silence: number): readonly Contact[] =>
  Array.from({ length: Math.floor(length / gap) + 1 }, (_, index) => silence + index * gap).flatMap(
    (day): readonly Contact[] => [
      ['sent', day],
      ['received', day + 1],
    ],
  )

interface Circumstances {
  /** Days before `now` on which someone was suggested, newest first. */
  readonly suggested?: (id: number) => readonly number[]
  readonly knownSince?: Instant
  readonly knownUntil?: Instant
  readonly awayDays?: number
  readonly activity?: number
  readonly recordsSince?: Instant | null
  readonly together?: readonly Together[]
  readonly preferences?: Preferences
}

const chosen = (
  people: readonly { person: Person; history: History }[],
  {
    suggested = () => [],
    knownSince = 0 as Instant,
    knownUntil = now,
    awayDays = 0,
    recordsSince = null,
    together = [],
    preferences = noPreferences,
  }: Circumstances = {},
) => {
  const candidates: readonly Candidate[] = candidatesOf(
    people.map((each) => each.person),
    ({ relationship, wishes }) => withChosenRhythm(healthOf(relationship, now, 1), wishes.rhythm),
    now,
  )
  const moved = movedAway(candidates)
  const introductions = introductionsAmong(introducible(candidates, now), together)
  const setting = { now, recordsSince, introductions }
  return select(shortlist(candidates, { setting, knownSince }), {
    setting,
    historyOf: ({ id }) => people.find((each) => each.person.id === id)?.history ?? [],
    suggestedBefore: ({ id }) => suggested(id).map((days) => ({ at: ago(days), kind: 'rhythm_broken' })),
    hasNewAddress: ({ id }) => moved.has(id),
    preferences,
    knownUntil,
    awayDaysSince: () => awayDays,
  })
}

const reasons = (...people: readonly { person: Person; history: History }[]) =>
  chosen(people).suggestions.map(({ personId, reason }) => `${personId} ${reason.kind}`)
const guards = (...people: readonly { person: Person; history: History }[]) =>
  chosen(people).heldBack.map(({ personId, guard }) => `${personId} ${guard}`)

describe('the rhythm is broken', () => {
  test('when the silence is long for the two of them', () => {
    expect(reasons(person(1, rhythm(21, 365, 63)))).toEqual(['1 rhythm_broken'])
  })

  test('not within the rhythm, not after a short silence, not for a one-way tie', () => {
    expect(reasons(person(1, rhythm(21, 365, 20)))).toEqual([])
    expect(reasons(person(1, rhythm(3, 365, 25)))).toEqual([])
    expect(
      reasons(
        person(
          1,
          rhythm(21, 365, 63).filter(([kind]) => kind === 'received'),
        ),
      ),
    ).toEqual([])
  })

  test('not where a tie ended long ago', () => {
    expect(reasons(person(1, rhythm(30, 90, 1500)))).toEqual([])
  })

  test('the likelier one comes first, not the one silent longest', () => {
    expect(reasons(person(1, rhythm(30, 200, 170)), person(2, rhythm(14, 700, 60)))).toEqual([
      '2 rhythm_broken',
      '1 rhythm_broken',
    ])
  })
})

describe('a reply is owed', () => {
  const waiting = (days: number, size = 1): readonly Contact[] => [
    ['received', days, size],
    ...rhythm(10, 200, days + 8),
  ]

  test('when their letter waits longer than the user usually lets them wait', () => {
    expect(reasons(person(1, waiting(12)))).toEqual(['1 reply_owed'])
  })

  test('not on the next day, not after half a year', () => {
    expect(reasons(person(1, waiting(1)))).toEqual([])
    expect(reasons(person(1, waiting(80)))).not.toContain('1 reply_owed')
  })

  test('not when the letter went to several', () => {
    expect(reasons(person(1, waiting(12, 5)))).toEqual([])
  })

  test('not when they have met since', () => {
    expect(reasons(person(1, [['met', 3], ...waiting(12), ['met', 40]]))).toEqual([])
  })

  test('not to someone the user hardly ever answers', () => {
    const ignored = Array.from({ length: 20 }, (_, index): Contact => ['received', 12 + index * 10])
    expect(reasons(person(1, [...ignored, ['sent', 300]]))).not.toContain('1 reply_owed')
  })

  test('it tells how long the user usually takes', () => {
    const [suggestion] = chosen([person(1, waiting(12))]).suggestions
    expect(suggestion?.reason).toMatchObject({ kind: 'reply_owed', waitingDays: 12, usualAnswerDays: 1 })
  })
})

describe('a new acquaintance', () => {
  test('after a first meeting last week', () => {
    expect(
      reasons(
        person(1, [
          ['received', 9],
          ['sent', 8],
          ['met', 6],
        ]),
      ),
    ).toEqual(['1 new_acquaintance'])
  })

  test('not on the day after, not after two months, not when it has become more', () => {
    expect(
      reasons(
        person(1, [
          ['received', 3],
          ['sent', 2],
        ]),
      ),
    ).toEqual([])
    expect(
      reasons(
        person(1, [
          ['received', 61],
          ['sent', 60],
        ]),
      ),
    ).toEqual([])
    expect(
      reasons(
        person(
          1,
          Array.from({ length: 8 }, (_, index): Contact => [index % 2 ? 'received' : 'sent', 6 + index]),
        ),
      ),
    ).toEqual([])
  })

  test('not somebody who only was among many', () => {
    expect(
      reasons(
        person(1, [
          ['received', 9, 8],
          ['sent', 8, 8],
        ]),
      ),
    ).toEqual([])
  })
})

describe('guards', () => {
  const overdue = rhythm(21, 365, 63)

  test('a booked meeting', () => {
    expect(guards(person(1, [['met', -6], ...overdue]))).toEqual(['1 meeting_booked'])
  })

  test('two letters without an answer', () => {
    const unanswered: readonly Contact[] = [['sent', 40], ['sent', 55], ...rhythm(21, 365, 70)]
    expect(guards(person(1, unanswered))).toEqual(['1 two_unanswered'])
  })

  test('one letter without an answer is no reason to give up', () => {
    expect(reasons(person(1, [['received', 64], ['sent', 63], ...rhythm(21, 365, 84)]))).toEqual(['1 rhythm_broken'])
  })

  test('a suggestion lately', () => {
    expect(chosen([person(1, overdue)], { suggested: () => [21] }).suggestions).toEqual([])
    expect(chosen([person(1, overdue)], { suggested: () => [60] }).suggestions).toHaveLength(1)
  })

  test('a new address of theirs', () => {
    const old = person(1, overdue, 'Jonas Weidner')
    const fresh = person(
      2,
      [
        ['received', 20],
        ['sent', 19],
      ],
      'Jonas Weidner',
    )
    expect(guards(old, fresh)).toEqual(['1 new_address'])
    expect(reasons(old, fresh)).toEqual(['2 new_address'])
  })

  test('a namesake who was there all along is somebody else', () => {
    expect(guards(person(1, overdue, 'Jonas Weidner'), person(2, rhythm(30, 600, 10), 'Jonas Weidner'))).toEqual([])
  })
})

describe('the list', () => {
  test('is never longer than seven, and never padded', () => {
    const many = Array.from({ length: 20 }, (_, index) => person(index, rhythm(21, 365, 60 + index)))
    expect(chosen(many).suggestions).toHaveLength(7)
    expect(chosen([]).suggestions).toEqual([])
  })

  test('keeps places for dormant ties, however many others there are', () => {
    const others = Array.from({ length: 20 }, (_, index) => person(index, rhythm(21, 365, 60 + index)))
    const dormant = Array.from({ length: 3 }, (_, index) => person(100 + index, rhythm(7, 500, 300 + index)))
    const ids = chosen([...others, ...dormant]).suggestions.map(({ personId }) => personId)
    expect(ids.filter((id) => id >= 100)).toHaveLength(2)
    expect(ids).toHaveLength(7)
  })

  test('tells of a first meeting and an owed reply among many broken rhythms', () => {
    const others = Array.from({ length: 20 }, (_, index) => person(index, rhythm(14, 700, 60 + index)))
    const met = person(50, [
      ['received', 9],
      ['sent', 8],
      ['met', 6],
    ])
    const owed = person(51, [['received', 12], ...rhythm(10, 200, 20)])
    expect(reasons(...others, met, owed)).toEqual(expect.arrayContaining(['50 new_acquaintance', '51 reply_owed']))
  })

  test('says nothing of silences that may only be unread', () => {
    const silent = person(1, rhythm(21, 365, 63))
    expect(chosen([silent], { knownSince: ago(30) }).suggestions).toEqual([])
    expect(chosen([silent], { knownSince: ago(90) }).suggestions).toHaveLength(1)
  })

  test('holds at most two dormant ties', () => {
    const dormant = Array.from({ length: 5 }, (_, index) => person(index, rhythm(7, 500, 300 + index)))
    expect(chosen(dormant).suggestions).toHaveLength(2)
  })

  test('is the same for the same day, whatever the order of the people', () => {
    const people = Array.from({ length: 12 }, (_, index) => person(index, rhythm(14 + index, 365, 60)))
    expect(chosen([...people].reverse()).suggestions).toEqual(chosen(people).suggestions)
  })
})

describe('what went well', () => {
  const told = (contacts: readonly Contact[]) =>
    reconnectionsSince([person(1, contacts).person], { since: ago(7), now }).map(
      ({ how, afterDays }) => `${how} ${Math.round(afterDays / 7)}`,
    )

  test('contact after longer than usual, and how it came', () => {
    expect(told([['sent', 2], ...rhythm(14, 300, 100)])).toEqual(['sent 14'])
    expect(told([['met', 2], ...rhythm(14, 300, 100)])).toEqual(['met 14'])
  })

  test('not contact as usual, and not a first one', () => {
    expect(told([['sent', 2], ...rhythm(14, 300, 16)])).toEqual([])
    expect(told([['sent', 2]])).toEqual([])
  })
})
