import { describe, expect, test } from 'vitest'
import { type Contacted, noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { likeSince } from '../../src/score/partly-read.ts'
import { factsOf } from '../../src/score/tie.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => (now - days * DAY) as Instant
const tieOf = (...daysAgo: readonly number[]) =>
  daysAgo.map((days): Contacted => ({ kind: 'received', at: ago(days) })).reduce(withInteraction, noRelationship)
const every = (gap: number, from: number, until: number): readonly number[] =>
  Array.from({ length: Math.floor((from - until) / gap) + 1 }, (_, index) => until + gap * index)

describe('a tie of which only the last year has been read', () => {
  const whole = tieOf(...every(14, 1500, 10))
  const read = tieOf(...every(14, 365, 10), 1494)
  const since = ago(366)

  test('and one letter of long before, measures like the whole', () => {
    const [known, all] = [factsOf(likeSince(read, since, now), now), factsOf(whole, now)]
    expect(known?.rhythm).toBeCloseTo(all?.rhythm ?? 0, 0)
    expect((known?.weeks.yearly ?? 0) / (all?.weeks.yearly ?? 1)).toBeCloseTo(1, 1)
    expect(known?.firstAt).toBe(ago(1494))
  })

  test('that began within it is what is known of it', () => {
    const begun = tieOf(...every(14, 300, 10))
    expect(likeSince(begun, since, now)).toEqual(begun)
  })

  test('without contact within it stays as it is', () => {
    const gone = tieOf(700, 1400)
    expect(likeSince(gone, since, now)).toEqual(gone)
  })

  test('is itself once everything has been read', () => {
    expect(likeSince(whole, 0 as Instant, now)).toEqual(whole)
  })
})
