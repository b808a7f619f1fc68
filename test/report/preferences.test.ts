import { describe, expect, test } from 'vitest'
import { noOverride } from '../../src/model/correction.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import type { ReasonKind } from '../../src/model/report.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { learnPreferences, type Outcome, outcomesFor, worthOf } from '../../src/report/preferences.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => Math.round(now - days * DAY) as Instant
const outcomes = (kind: ReasonKind, takenUp: number, left: number, at = ago(100)): readonly Outcome[] =>
  Array.from({ length: takenUp + left }, (_, index) => ({ kind, at, isTakenUp: index < takenUp }))

describe('what answers teach', () => {
  test('nothing, before there are any', () => {
    expect(worthOf(learnPreferences([], null), 'gratitude')).toBe(1)
  })

  test('slowly: one answer moves little, many move more, and never beyond bounds', () => {
    const one = learnPreferences([...outcomes('gratitude', 0, 1), ...outcomes('rhythm_broken', 3, 7)], null)
    expect(worthOf(one, 'gratitude')).toBeGreaterThan(0.85)
    const many = learnPreferences([...outcomes('gratitude', 0, 200), ...outcomes('rhythm_broken', 200, 0)], null)
    expect(worthOf(many, 'gratitude')).toBeLessThan(worthOf(one, 'gratitude'))
    expect(worthOf(many, 'gratitude')).toBeGreaterThanOrEqual(0.6)
    expect(worthOf(many, 'rhythm_broken')).toBeLessThanOrEqual(1.4)
  })

  test('who takes up everything alike has no preference', () => {
    const { learned } = learnPreferences([...outcomes('gratitude', 30, 30), ...outcomes('rhythm_broken', 30, 30)], null)
    for (const { worth } of learned) expect(worth).toBeCloseTo(1, 1)
  })

  test('nothing of what was before the day it was forgotten', () => {
    const before = outcomes('gratitude', 0, 50, ago(100))
    expect(learnPreferences(before, ago(90)).learned).toEqual([])
    expect(learnPreferences(before, ago(110)).learned).toHaveLength(1)
  })
})

describe('what came of a suggestion', () => {
  const person = (sentDaysAgo: readonly number[]) => ({
    id: 1,
    name: 'Ida Holm',
    givenName: 'Ida',
    address: 'ida@example.com',
    contactIds: [1],
    addresses: [],
    override: noOverride,
    bouncedAt: null,
    languages: '',
    relationship: sentDaysAgo.reduce(
      (tie, days) => withInteraction(tie, { kind: 'sent', at: ago(days) }),
      noRelationship,
    ),
  })
  const told = (suggestedDaysAgo: number, ...sentDaysAgo: number[]) =>
    outcomesFor(person(sentDaysAgo), [{ at: ago(suggestedDaysAgo), kind: 'rhythm_broken' }], now).map(
      ({ isTakenUp }) => isTakenUp,
    )

  test('is a letter within four weeks', () => {
    expect(told(60, 50, 200)).toEqual([true])
    expect(told(60, 5, 200)).toEqual([false])
    expect(told(60, 200)).toEqual([false])
  })

  test('is not yet known while it is fresh', () => {
    expect(told(10, 200)).toEqual([])
    expect(told(10, 8, 200)).toEqual([true])
  })
})
