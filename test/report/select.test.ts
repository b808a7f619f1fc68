import { describe, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { noOverride, type Override } from '../../src/model/correction.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import type { Person } from '../../src/model/person.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { maxInReport, type ReasonKind } from '../../src/model/report.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { type Candidate, type History, plainSetting, type Setting } from '../../src/report/candidate.ts'
import { candidatesOf, movedAway } from '../../src/report/former.ts'
import { guardOf } from '../../src/report/guards.ts'
import { introducible, introductionsAmong, type Together } from '../../src/report/introductions.ts'
import { learnPreferences, type Outcome, type Preferences } from '../../src/report/preferences.ts'
import { reconnectionsSince } from '../../src/report/reconnections.ts'
import { overdueBeyond, select, shortlist } from '../../src/report/select.ts'
import { healthOf, withChosenRhythm } from '../../src/score/health.ts'
import { usualPace } from '../pace.ts'

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
    languages: '',
    contactIds: [id],
    addresses: [],
    relationship: contacts.reduce((tie, [kind, days]) => withInteraction(tie, { kind, at: ago(days) }), noRelationship),
    override: noOverride,
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

const unnamed = <P extends { readonly person: Person }>(each: P): P => ({
  ...each,
  person: { ...each.person, givenName: null },
})

const inGroup = <P extends { readonly person: Person }>(each: P, ...groups: readonly string[]): P => ({
  ...each,
  person: { ...each.person, override: { ...each.person.override, groups } },
})

interface Circumstances {
  /** Days before `now` on which someone was suggested, newest first. */
  readonly suggested?: (id: number) => readonly number[]
  readonly knownSince?: Instant
  readonly knownUntil?: Instant
  readonly meetingsKnownUntil?: Instant
  readonly awayDays?: number
  readonly activity?: number
  readonly recordsSince?: Instant | null
  readonly together?: readonly Together[]
  readonly preferences?: Preferences
  readonly most?: number
  readonly isFirstMonth?: boolean
  readonly found?: Partial<Setting>
}

const chosen = (
  people: readonly { person: Person; history: History }[],
  {
    suggested = () => [],
    knownSince = 0 as Instant,
    knownUntil = now,
    meetingsKnownUntil = now,
    awayDays = 0,
    recordsSince = null,
    together = [],
    preferences = learnPreferences([], null),
    most = maxInReport,
    isFirstMonth = false,
    found = {},
  }: Circumstances = {},
) => {
  const candidates: readonly Candidate[] = candidatesOf(
    people.map((each) => each.person),
    ({ relationship, override }) => withChosenRhythm(healthOf(relationship, now, usualPace), override.rhythm),
    { now, knownSince },
  )
  const moved = movedAway(candidates)
  const introductions = introductionsAmong(introducible(candidates, now), together)
  const setting = { ...plainSetting(now), recordsSince, introductions, ...found }
  return select(shortlist(candidates, { setting, knownSince }), {
    setting,
    historyOf: ({ id }) => people.find((each) => each.person.id === id)?.history ?? [],
    suggestedBefore: ({ id }) => suggested(id).map((days) => ({ at: ago(days), kind: 'rhythm_broken' })),
    hasNewAddress: ({ id }) => moved.has(id),
    preferences,
    knownUntil: () => knownUntil,
    meetingsKnownUntil,
    awayDaysSince: () => awayDays,
    most,
    isFirstMonth,
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

  test('sooner than the user usually answers, only where enough answers show what is usual', () => {
    const slow = (answers: number): readonly Contact[] => [
      ['received', 5],
      ...Array.from({ length: answers }, (_, index): readonly Contact[] => [
        ['sent', 20 + index * 20],
        ['received', 27 + index * 20],
      ]).flat(),
      ['received', 33 + answers * 20],
    ]
    expect(reasons(person(1, slow(2)))).toContain('1 reply_owed')
    expect(reasons(person(1, slow(4)))).not.toContain('1 reply_owed')
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

  test('a call that the user noted makes it nobody they met', () => {
    const { person: one, history } = person(1, [
      ['received', 9],
      ['sent', 8],
      ['met', 6],
    ])
    const override: Override = { ...noOverride, logged: [{ how: 'call', at: ago(6) }] }
    const [suggestion] = chosen([{ person: { ...one, override }, history }]).suggestions
    expect(suggestion?.reason).toMatchObject({ kind: 'new_acquaintance', metAt: null })
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

  test('a new address that nobody ever wrote from proves nothing', () => {
    const old = person(1, overdue, 'Jonas Weidner')
    expect(reasons(old, person(2, [['sent', 19]], 'Jonas Weidner'))).toEqual(['1 rhythm_broken'])
  })

  test('nor does a new address of who was heard from twice a year, or lately at the old one', () => {
    const fresh = person(
      2,
      [
        ['received', 20],
        ['sent', 19],
      ],
      'Jonas Weidner',
    )
    expect(reasons(person(1, rhythm(150, 1500, 60), 'Jonas Weidner'), fresh)).not.toContain('2 new_address')
    expect(reasons(person(1, rhythm(21, 365, 21), 'Jonas Weidner'), fresh)).not.toContain('2 new_address')
  })

  test('a namesake who was there all along is somebody else', () => {
    expect(guards(person(1, overdue, 'Jonas Weidner'), person(2, rhythm(30, 600, 10), 'Jonas Weidner'))).toEqual([])
  })
})

describe('an address that is dead', () => {
  const bounced = (contacts: readonly Contact[], daysAgo: number) => {
    const each = person(1, contacts)
    return { ...each, person: { ...each.person, bouncedAt: ago(daysAgo) } }
  }

  test('of somebody close is a reason to find out where they are, and nothing is written there', () => {
    const [suggestion] = chosen([bounced(rhythm(21, 600, 30), 5)]).suggestions
    expect(suggestion?.reason).toMatchObject({ kind: 'dead_address', deadAddress: 'p1@example.com' })
    expect(suggestion?.address).toBe('')
  })

  test('is no reason months later, nor for an acquaintance, and then keeps them off the list', () => {
    expect(guards(bounced(rhythm(21, 365, 63), 90))).toEqual(['1 dead_address'])
    expect(
      reasons(
        bounced(
          [
            ['sent', 40],
            ['received', 80],
            ['sent', 120],
          ],
          5,
        ),
      ),
    ).toEqual([])
  })
})

describe('a meeting to follow up', () => {
  const messages = rhythm(20, 400, 12)

  test('the first with somebody long known by letter', () => {
    expect(reasons(person(1, [['met', 4], ...messages]))).toEqual(['1 follow_up'])
    const [suggestion] = chosen([person(1, [['met', 4], ...messages])]).suggestions
    expect(suggestion?.reason).toMatchObject({ metBeforeAt: null })
  })

  test('the first in a long while', () => {
    expect(reasons(person(1, [['met', 4], ...messages, ['met', 300]]))).toEqual(['1 follow_up'])
  })

  test('not one of many, not among many, not once something has followed, not weeks later', () => {
    expect(reasons(person(1, [['met', 4], ...messages, ['met', 90]]))).toEqual([])
    expect(reasons(person(1, [['met', 4, 6], ...messages]))).toEqual([])
    expect(reasons(person(1, [['sent', 2], ['met', 4], ...messages]))).toEqual([])
    expect(reasons(person(1, [['met', 20], ...rhythm(20, 400, 30)]))).not.toContain('1 follow_up')
  })

  test('a call that the user noted is none, and does not make a meeting the second', () => {
    const called = (daysAgo: number, contacts: readonly Contact[]) => {
      const { person: one, history } = person(1, contacts)
      return {
        person: { ...one, override: { ...noOverride, logged: [{ how: 'call', at: ago(daysAgo) }] as const } },
        history,
      }
    }
    expect(reasons(called(4, [['met', 4], ...messages]))).toEqual([])
    const [suggestion] = chosen([called(90, [['met', 4], ...messages, ['met', 90]])]).suggestions
    expect(suggestion?.reason).toMatchObject({ kind: 'follow_up', metBeforeAt: null })
  })
})

describe('a dormant tie', () => {
  test('strong for long and silent for long', () => {
    expect(reasons(person(1, rhythm(7, 500, 300)))).toEqual(['1 dormant_tie'])
  })

  test('not a project that is over, however busy it was', () => {
    expect(reasons(person(1, rhythm(2, 60, 300)))).toEqual([])
  })

  test('not a slow rhythm that is merely late', () => {
    expect(reasons(person(1, rhythm(100, 1500, 190)))).toEqual(['1 rhythm_broken'])
  })
})

describe('gratitude', () => {
  /** Their letter every `gap` days, answered a day later. */
  const theirs = (gap: number, length: number, silence: number): readonly Contact[] => rhythm(gap, length, silence)

  test('to who began nearly every conversation, when the next one is due', () => {
    expect(reasons(person(1, theirs(21, 365, 26)))).toEqual(['1 gratitude'])
    const [suggestion] = chosen([person(1, theirs(21, 365, 26))]).suggestions
    expect(suggestion?.reason).toMatchObject({ begunByThem: expect.any(Number), begun: expect.any(Number) })
  })

  test('not to who begins as often as the user', () => {
    const revisions = rhythm(21, 365, 26).map(
      ([kind, days], index): Contact =>
        Math.floor(index / 2) % 2 === 0 ? [kind, days] : [kind === 'sent' ? 'received' : 'sent', days],
    )
    expect(reasons(person(1, revisions))).toEqual([])
  })
})

describe('years known', () => {
  const yearsIn = ({ suggestions }: ReturnType<typeof chosen>) =>
    suggestions.filter(({ reason }) => reason.kind === 'anniversary')
  /** Each begins as often as the other, and the user wrote last: no other reason holds. */
  const threeYears = rhythm(23, 1058, 30).map(
    ([kind, day], index): Contact => [index % 4 < 2 ? kind : kind === 'sent' ? 'received' : 'sent', day],
  )

  test('in the week in which the day of the first contact comes round', () => {
    expect(yearsIn(chosen([person(1, threeYears)], { recordsSince: ago(3000) }))).toMatchObject([
      { reason: { kind: 'anniversary', years: 3 } },
    ])
  })

  test('not where the first letter may only be the first that is known', () => {
    expect(yearsIn(chosen([person(1, threeYears)], { recordsSince: ago(1120) }))).toEqual([])
    expect(yearsIn(chosen([person(1, threeYears)], { recordsSince: null }))).toEqual([])
  })

  test('not after two years, which nobody marks', () => {
    expect(yearsIn(chosen([person(1, rhythm(23, 690, 30))], { recordsSince: ago(3000) }))).toEqual([])
  })

  test('not in any other week', () => {
    expect(chosen([person(1, rhythm(23, 644, 14))], { recordsSince: ago(3000) }).suggestions).toEqual([])
  })
})

describe('an introduction', () => {
  const friends = ['Ida Holm', 'Jan Berg', 'Kim Duarte', 'Lea Novak'].map((name, index) =>
    inGroup(person(index + 1, rhythm(14, 600, 9), name), 'Offshore'),
  )
  const company: readonly Together[] = [
    { a: 1, b: 3, times: 5 },
    { a: 1, b: 4, times: 4 },
    { a: 2, b: 3, times: 3 },
    { a: 2, b: 4, times: 6 },
    { a: 3, b: 4, times: 2 },
  ]

  test('of two in one group who keep company with the same others and were never seen together', () => {
    const { suggestions } = chosen(friends, { together: company })
    expect(suggestions.map(({ personId, reason }) => ({ personId, reason }))).toEqual([
      {
        personId: 1,
        reason: {
          kind: 'introduction',
          other: { personId: 2, name: 'Jan Berg', givenName: 'Jan' },
          shared: ['Lea Novak', 'Kim Duarte'],
          ground: 'Offshore',
        },
      },
    ])
  })

  const introduced = (people: typeof friends) =>
    chosen(people, { together: company }).suggestions.filter(({ reason }) => reason.kind === 'introduction').length

  test('only for a reason one can say: without a common group, or with one that names a relation, nobody is introduced', () => {
    expect(introduced(friends)).toBe(1)
    expect(introduced(friends.map((each) => inGroup(each)))).toBe(0)
    expect(introduced(friends.map((each) => inGroup(each, 'Friends')))).toBe(0)
    expect(introduced(friends.map((each) => inGroup(each, `Group ${'ABCD'[each.person.id - 1]}`)))).toBe(0)
  })

  test('only where both are in good standing', () => {
    const change = (id: number, changed: Partial<Person>) =>
      introduced(
        friends.map((each) => (each.person.id === id ? { ...each, person: { ...each.person, ...changed } } : each)),
      )
    const override = { ...noOverride, groups: ['Offshore'] }
    for (const id of [1, 2]) {
      expect(change(id, { bouncedAt: ago(10) })).toBe(0)
      expect(change(id, { override: { ...override, snoozedUntil: ago(-10) } })).toBe(0)
      expect(change(id, { override: { ...override, lessOften: 1 } })).toBe(0)
    }
  })

  test('never through what may be the other address of one of the two', () => {
    const alias = friends.map((each) =>
      each.person.id === 3 ? { ...each, person: { ...each.person, name: 'Berg, Jan' } } : each,
    )
    expect(introduced(alias)).toBe(0)
  })

  test('not to somebody silent for a season, however slow their rhythm', () => {
    const silent = friends.map((each) =>
      each.person.id === 1 ? inGroup(person(1, rhythm(70, 900, 120), each.person.name), 'Offshore') : each,
    )
    const named = chosen(silent, { together: company }).suggestions
    expect(named.filter(({ reason }) => reason.kind === 'introduction')).toEqual([])
  })

  test('not of two who were on one letter once', () => {
    expect(chosen(friends, { together: [...company, { a: 1, b: 2, times: 1 }] }).suggestions).toEqual([])
  })

  test('not for the sake of one acquaintance in common, nor of two who share a name', () => {
    expect(chosen(friends, { together: company.filter(({ b }) => b !== 4) }).suggestions).toEqual([])
    const family = friends.map((each) =>
      each.person.id === 2 ? { ...each, person: { ...each.person, name: 'Jan Holm' } } : each,
    )
    expect(chosen(family, { together: company }).suggestions).toEqual([])
  })
})

describe('a rhythm that the user set', () => {
  const wishing = (contacts: readonly Contact[], idealDays: number, tooLongDays: number) => {
    const each = person(1, contacts)
    return { ...each, person: { ...each.person, override: { ...noOverride, rhythm: { idealDays, tooLongDays } } } }
  }

  test('is a reason once it is longer than they let pass, however often the two usually talk', () => {
    expect(reasons(wishing(rhythm(60, 600, 35), 14, 30))).toEqual(['1 chosen_rhythm'])
    expect(reasons(wishing(rhythm(60, 600, 25), 14, 30))).toEqual([])
  })

  test('takes the place of the learned one', () => {
    expect(reasons(wishing(rhythm(21, 365, 63), 90, 180))).toEqual([])
  })
})

describe('guards that the user speaks', () => {
  const overdue = rhythm(21, 365, 63)
  const wishing = (override: Partial<Override>) => {
    const each = person(1, overdue)
    return { ...each, person: { ...each.person, override: { ...noOverride, ...override } } }
  }

  test('a snooze, until it is over', () => {
    expect(chosen([wishing({ snoozedUntil: ago(-3) })]).heldBack).toMatchObject([{ guard: 'snoozed', until: ago(-3) }])
    expect(reasons(wishing({ snoozedUntil: ago(3) }))).toEqual(['1 rhythm_broken'])
  })

  test('less often doubles the pause', () => {
    const held = chosen([wishing({ lessOften: 1 })], { suggested: () => [60] }).heldBack
    expect(held).toMatchObject([{ guard: 'less_often' }])
    expect(chosen([wishing({ lessOften: 1 })], { suggested: () => [100] }).suggestions).toHaveLength(1)
  })
})

describe('guards that speak for the other', () => {
  const overdue = rhythm(21, 365, 63)

  test('named three times within a year: twice the rest', () => {
    const often = () => [60, 150, 240]
    expect(chosen([person(1, overdue)], { suggested: often }).heldBack).toMatchObject([{ guard: 'suggested_lately' }])
    expect(chosen([person(1, overdue)], { suggested: () => [60, 150, 400] }).suggestions).toHaveLength(1)
  })

  test('suggested twice in vain: half a year of rest', () => {
    const long = person(1, rhythm(21, 600, 150))
    expect(chosen([long], { suggested: () => [60, 120] }).heldBack).toMatchObject([{ guard: 'not_taken_up' }])
    expect(chosen([long], { suggested: () => [60] }).suggestions).toHaveLength(1)
  })

  test('the user begins every conversation, and few are answered', () => {
    const pushed: readonly Contact[] = [
      ['sent', 40],
      ['received', 95],
      ['sent', 100],
      ['sent', 160],
      ['sent', 220],
      ['sent', 280],
      ['received', 335],
      ['sent', 340],
    ]
    const answered: readonly Contact[] = [
      ['received', 39],
      ['sent', 40],
      ['received', 99],
      ['sent', 100],
      ['received', 159],
      ['sent', 160],
      ['received', 219],
      ['sent', 220],
      ['received', 279],
      ['sent', 280],
    ]
    expect(guardOf(...circumstances(pushed))?.guard).toBe('you_always_begin')
    expect(guardOf(...circumstances(answered))).toBeNull()
  })

  const circumstances = (contacts: readonly Contact[]): Parameters<typeof guardOf> => {
    const { person: who, history } = person(1, contacts)
    const candidate: Candidate = { person: who, health: healthOf(who.relationship, now, usualPace), former: null }
    const reason = {
      kind: 'rhythm_broken',
      usualGapDays: 20,
      silenceDays: 40,
      lastContactAt: ago(40),
      lastMetAt: null,
    } as const
    return [
      candidate,
      reason,
      {
        history,
        suggested: [],
        hasNewAddress: false,
        knownUntil: now,
        meetingsKnownUntil: now,
        awayDaysSince: () => 0,
        now,
      },
    ]
  }

  test('a silence that is the user’s own holiday', () => {
    expect(chosen([person(1, rhythm(21, 365, 40))], { awayDays: 21 }).heldBack).toMatchObject([{ guard: 'user_away' }])
    expect(chosen([person(1, overdue)], { awayDays: 21 }).suggestions).toHaveLength(1)
  })

  test('a silence that is our ignorance', () => {
    expect(chosen([person(1, rhythm(21, 365, 40))], { knownUntil: ago(14) }).heldBack).toMatchObject([
      { guard: 'source_stale' },
    ])
    expect(chosen([person(1, overdue)], { knownUntil: ago(14) }).suggestions).toHaveLength(1)
  })

  test('however long the source has been out of reach', () => {
    expect(chosen([person(1, rhythm(21, 365, 63))], { knownUntil: ago(60) }).heldBack).toMatchObject([
      { guard: 'source_stale' },
    ])
  })

  test('a meeting that was booked, and of which no calendar tells that it took place', () => {
    const metLately = person(1, [['met', 4], ...rhythm(20, 400, 12)])
    expect(chosen([metLately], { meetingsKnownUntil: ago(5) })).toMatchObject({
      suggestions: [],
      heldBack: [{ guard: 'source_stale' }],
    })
    expect(chosen([metLately], { meetingsKnownUntil: ago(3) }).suggestions).toHaveLength(1)
    const silentSince = person(2, [['met', 65], ...rhythm(21, 365, 80)])
    expect(chosen([silentSince], { meetingsKnownUntil: ago(70) }).suggestions).toEqual([])
    expect(chosen([silentSince], { meetingsKnownUntil: ago(60) }).suggestions).toHaveLength(1)
  })

  test('no coffee that the user logged, whatever the calendar tells', () => {
    const { person: who, history } = person(1, [['met', 4], ...rhythm(20, 400, 12)])
    const logged = [{ how: 'coffee' as const, at: ago(4) }]
    const told = { person: { ...who, override: { ...noOverride, logged } }, history }
    expect(chosen([told], { meetingsKnownUntil: ago(5) }).suggestions).toHaveLength(1)
  })

  test('no reply that is owed, whatever the calendar tells', () => {
    const waits = person(1, [['met', 20], ['received', 4], ...rhythm(20, 400, 30)])
    const [suggestion] = chosen([waits], { meetingsKnownUntil: ago(25) }).suggestions
    expect(suggestion?.reason.kind).toBe('reply_owed')
  })
})

describe('the list', () => {
  test('names whoever found no room among those held back', () => {
    const many = Array.from({ length: 9 }, (_, index) => person(index, rhythm(21, 365, 60 + index)))
    expect(chosen(many).heldBack.map(({ guard }) => guard)).toEqual(['no_room', 'no_room'])
  })

  test('is not one house’s report', () => {
    const colleagues = Array.from({ length: 6 }, (_, index) => {
      const each = person(index, rhythm(21, 365, 60))
      const addresses = [`p${index}@kelp.example` as CanonicalAddress]
      return { ...each, person: { ...each.person, addresses } }
    })
    const friend = person(50, rhythm(21, 365, 75))
    const ids = chosen([...colleagues, friend]).suggestions.map(({ personId }) => personId)
    expect(ids).toHaveLength(4)
    expect(ids).toContain(50)
  })

  test('puts kinds that the user takes up before those they leave', () => {
    const waiting = person(1, [['received', 40], ...rhythm(10, 200, 48)])
    // Written to formally, so that neither is the easy one that comes first.
    const silent = unnamed(person(2, rhythm(14, 700, 50)))
    const outcome = (kind: ReasonKind, isTakenUp: boolean): Outcome => ({ kind, at: ago(100), isTakenUp })
    const taught = learnPreferences(
      Array.from({ length: 30 }, () => [outcome('reply_owed', false), outcome('rhythm_broken', true)]).flat(),
      null,
    )
    const order = (preferences: Preferences) =>
      chosen([waiting, silent], { preferences }).suggestions.map(({ personId }) => personId)
    expect(order(learnPreferences([], null))).toEqual([1, 2])
    expect(order(taught)).toEqual([2, 1])
  })

  test('is never longer than seven, and never padded', () => {
    const many = Array.from({ length: 20 }, (_, index) => person(index, rhythm(21, 365, 60 + index)))
    expect(chosen(many).suggestions).toHaveLength(7)
    expect(chosen([]).suggestions).toEqual([])
  })

  test('keeps a place for dormant ties, however many others there are, and gives them another where room is left', () => {
    const others = Array.from({ length: 20 }, (_, index) => person(index, rhythm(21, 365, 60 + index)))
    const dormant = Array.from({ length: 3 }, (_, index) => person(100 + index, rhythm(7, 500, 300 + index)))
    const idsOf = (...people: Parameters<typeof chosen>[0]) =>
      chosen(people).suggestions.map(({ personId }) => personId)
    const full = idsOf(...others, ...dormant)
    expect(full.filter((id) => id >= 100)).toHaveLength(1)
    expect(full).toHaveLength(7)
    expect(idsOf(...others.slice(0, 4), ...dormant).filter((id) => id >= 100)).toHaveLength(2)
  })

  test('of broken rhythms, one whose moment has come goes before one that is a little late', () => {
    const ripe = person(1, rhythm(21, 1400, 65))
    const late = person(2, rhythm(21, 1400, 36))
    expect(chosen([late, ripe]).suggestions.map(({ personId }) => personId)).toEqual([1, 2])
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

  test('but what has been read may be silence enough to call a tie of before dormant', () => {
    const dormant = person(1, rhythm(7, 500, 300))
    const silent = person(2, rhythm(21, 365, 250))
    const known = (days: number) =>
      chosen([dormant, silent], { knownSince: ago(days) }).suggestions.map(({ personId }) => personId)
    expect(known(150)).toEqual([])
    expect(known(200)).toEqual([1, 2])
    const rare = (days: number) => chosen([person(3, rhythm(60, 1100, 300))], { knownSince: ago(days) }).suggestions
    expect([rare(190).length, rare(240).length]).toEqual([0, 1])
  })

  test('holds at most two dormant ties', () => {
    const dormant = Array.from({ length: 5 }, (_, index) => person(index, rhythm(7, 500, 300 + index)))
    expect(chosen(dormant).suggestions).toHaveLength(2)
  })

  test('an unrelated person changes nobody’s health or reason', () => {
    const people = Array.from({ length: 5 }, (_, index) => person(index, rhythm(14 + index, 365, 60)))
    const unrelated = person(99, rhythm(3, 900, 1), 'Somebody Else')
    expect(chosen([...people, unrelated]).suggestions).toEqual(chosen(people).suggestions)
  })

  test('is the same for the same day, whatever the order of the people', () => {
    const people = Array.from({ length: 12 }, (_, index) => person(index, rhythm(14 + index, 365, 60)))
    expect(chosen([...people].reverse()).suggestions).toEqual(chosen(people).suggestions)
  })
})

describe('what went well', () => {
  const told = (contacts: readonly Contact[]) =>
    reconnectionsSince([person(1, contacts).person], { since: ago(7), now, suggestedBefore: () => [] }).map(
      ({ how, afterDays }) => `${how} ${Math.round(afterDays / 7)}`,
    )

  test('contact after longer than usual, and how it came', () => {
    expect(told([['sent', 2], ...rhythm(14, 300, 100)])).toEqual(['sent 14'])
    expect(told([['met', 2], ...rhythm(14, 300, 100)])).toEqual(['met 14'])
  })

  test('whoever was suggested, however short the silence, and only once the user did something', () => {
    const answered = (contacts: readonly Contact[]) =>
      reconnectionsSince([person(1, contacts).person], {
        since: ago(7),
        now,
        suggestedBefore: () => [{ at: ago(7), kind: 'reply_owed' }],
      }).map(({ how, suggestedFor }) => `${how} ${suggestedFor}`)
    expect(answered([['sent', 2], ...rhythm(14, 300, 16)])).toEqual(['sent reply_owed'])
    expect(answered([['met', 2], ...rhythm(14, 300, 16)])).toEqual(['met reply_owed'])
    expect(answered([['received', 2], ...rhythm(14, 300, 16)])).toEqual([])
  })

  test('not contact as usual, and not a first one', () => {
    expect(told([['sent', 2], ...rhythm(14, 300, 16)])).toEqual([])
    expect(told([['sent', 2]])).toEqual([])
  })
})

describe('the shortlist', () => {
  const everyone = (people: readonly { person: Person }[]): readonly Candidate[] =>
    candidatesOf(
      people.map((each) => each.person),
      ({ relationship }) => healthOf(relationship, now, usualPace),
      { now, knownSince: 0 as Instant },
    )
  const setting = plainSetting(now)
  const overdue = Array.from({ length: 80 }, (_, index) => person(index + 1, rhythm(10, 900, 60)))
  const faint = person(100, [
    ['sent', 400],
    ['received', 10],
  ])

  test('never cuts a reply that is owed, however many are more likely to come back', () => {
    const listed = shortlist(everyone([...overdue, faint]), { setting, knownSince: 0 as Instant })
    expect(listed.map(({ person: { id } }) => id)).toContain(100)
    expect(listed.length).toBeLessThan(overdue.length)
  })

  test('whoever is overdue and had to give way is counted', () => {
    const candidates = everyone([...overdue, faint])
    const shortlisted = shortlist(candidates, { setting, knownSince: 0 as Instant })
    const listedOverdue = shortlisted.filter(({ person: { id } }) => id !== 100).length
    expect(overdueBeyond(candidates, { shortlisted, setting, knownSince: 0 as Instant })).toBe(
      overdue.length - listedOverdue,
    )
  })
})
