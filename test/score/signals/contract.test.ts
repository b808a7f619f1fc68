/**
 * What every signal promises: it is bounded, it says the same of the same, it does not mind in which order contacts became
 * known, and it changes nothing that it was given. A new signal is a line in `signals`.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerDays, type Told } from '../../../src/model/conversation.ts'
import { noRelationship, type Relationship, withInteraction } from '../../../src/model/relationship.ts'
import { DAY, dayIndex, type Instant, weekIndex } from '../../../src/model/time.ts'
import { activityOf, awayDaysUntil } from '../../../src/score/signals/activity.ts'
import { balanceOf } from '../../../src/score/signals/balance.ts'
import { companyOf } from '../../../src/score/signals/company.ts'
import { replyHabitBy } from '../../../src/score/signals/reply-habit.ts'
import { rhythmWeeks } from '../../../src/score/signals/rhythm.ts'
import { seenTogether } from '../../../src/score/signals/together.ts'
import { contactWeeks, weeksInTouch } from '../../../src/score/signals/weeks.ts'

const now = 1_790_000_000 as Instant
const yearAgo = (now - 365 * DAY) as Instant

interface Signal {
  readonly name: string
  /** Every number it says of what is known of two people. */
  readonly of: (history: readonly Told[]) => readonly number[]
  readonly min: number
  /** Infinite where it counts what it is given: then the test holds it against how much that is. */
  readonly max: number
}

const relationshipOf = (history: readonly Told[]): Relationship =>
  history.reduce<Relationship>(withInteraction, noRelationship)

const signals: readonly Signal[] = [
  {
    name: 'activity',
    of: (history) => [
      activityOf(
        history.map(({ at }) => dayIndex(at)),
        now,
      ),
    ],
    min: 0.1,
    max: 10,
  },
  {
    name: 'days away',
    of: (history) => [
      awayDaysUntil(
        history.map(({ at }) => dayIndex(at)).toSorted((a, b) => a - b),
        now,
      )(yearAgo),
    ],
    min: 0,
    max: 365,
  },
  {
    name: 'balance',
    of: (history) => Object.values(balanceOf(history, { since: yearAgo, now })),
    min: 0,
    max: Number.POSITIVE_INFINITY,
  },
  {
    name: 'company',
    of: (history) => Object.values(companyOf(history, yearAgo)),
    min: 0,
    max: Number.POSITIVE_INFINITY,
  },
  ...(['user', 'them'] as const).flatMap((by): readonly Signal[] => [
    {
      name: `reply habit of ${by}`,
      of: (history) => {
        const { messages, answered } = replyHabitBy(by, history)
        return [messages, answered]
      },
      min: 0,
      max: Number.POSITIVE_INFINITY,
    },
    {
      name: `usual days of ${by}`,
      of: (history) => [replyHabitBy(by, history).usualDays ?? 0],
      min: 0,
      max: answerDays,
    },
  ]),
  {
    name: 'rhythm',
    of: (history) => {
      const instants = history.map(({ at }) => at)
      const weeks = weeksInTouch(relationshipOf(history), weekIndex(now)).yearly
      const [firstAt, lastAt] = [Math.min(now, ...instants), Math.max(yearAgo, ...instants)]
      return [rhythmWeeks({ firstAt: firstAt as Instant, lastAt: lastAt as Instant, weeks })]
    },
    min: 1,
    max: 52,
  },
  {
    name: 'seen together',
    of: (history) => [seenTogether(relationshipOf(history).lastSeenAt, now)],
    min: 0,
    max: 1,
  },
  {
    name: 'weeks in touch',
    of: (history) => {
      const { yearly, lately } = weeksInTouch(relationshipOf(history), weekIndex(now))
      return [yearly, lately]
    },
    min: 0,
    max: Number.POSITIVE_INFINITY,
  },
  {
    name: 'weeks of contact',
    of: (history) => [contactWeeks(relationshipOf(history), now).length],
    min: 0,
    max: Number.POSITIVE_INFINITY,
  },
]

/** Up to sixty contacts of two years, no two of them at one instant, as a database gives them in no order. */
const histories: fc.Arbitrary<readonly Told[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('sent' as const, 'received' as const, 'met' as const, 'seen' as const),
    at: fc.integer({ min: now - 730 * DAY, max: now }).map((at) => at as Instant),
    size: fc.integer({ min: 1, max: 12 }),
    isAnswer: fc.boolean(),
  }),
  { maxLength: 60, selector: ({ at }) => at },
)

const shuffled = histories.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray([...history], { minLength: history.length })),
)

describe.each(signals)('$name', ({ of, min, max }) => {
  test('is bounded, by its own bounds or by how much there is to count', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const value of of(history)) {
          expect(value).toBeGreaterThanOrEqual(min)
          expect(value).toBeLessThanOrEqual(Number.isFinite(max) ? max : history.length)
        }
      }),
    )
  })

  test('says the same of the same, and leaves it as it was', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const before = structuredClone(history)
        expect(of(history)).toEqual(of(history))
        expect(history).toEqual(before)
      }),
    )
  })

  test('is blind to order', () => {
    fc.assert(
      fc.property(shuffled, ([history, other]) => {
        const [one, two] = [of(history), of(other)]
        for (const [index, value] of one.entries()) expect(two[index]).toBeCloseTo(value, 9)
      }),
    )
  })

  test('of nothing it says what is within its bounds', () => {
    for (const value of of([])) {
      expect(value).toBeGreaterThanOrEqual(min)
      expect(value).toBeLessThanOrEqual(Number.isFinite(max) ? max : 0)
    }
  })
})

describe('what lies ahead', () => {
  const booked: Told = { kind: 'met', at: (now + 30 * DAY) as Instant, size: 1 }

  test.each(signals.filter(({ name }) => /activity|weeks/.test(name)))('changes nothing about $name', ({ of }) => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(of([...history, booked])).toEqual(of(history))
      }),
    )
  })

  test('is not seen together yet', () => {
    expect(seenTogether(booked.at, now)).toBe(0)
  })
})
