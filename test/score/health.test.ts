import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InteractionKind } from '../../src/model/interaction.ts'
import { noRelationship, type Relationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { explain } from '../../src/score/explain.ts'
import { healthOf } from '../../src/score/health.ts'
import { activityOf, usualActivity } from '../../src/score/signals/activity.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => Math.round(now - days * DAY) as Instant
const tieOf = (...contacts: readonly (readonly [kind: InteractionKind, daysAgo: number])[]): Relationship =>
  contacts.reduce((tie, [kind, days]) => withInteraction(tie, { kind, at: ago(days) }), noRelationship)

/** A letter each way every `gap` days for `length` days, the last one `silence` days ago. */
const rhythm = (gap: number, length: number, silence: number): Relationship => {
  let tie = noRelationship
  for (let day = silence; day <= silence + length; day += gap) {
    tie = withInteraction(tie, { kind: 'sent', at: ago(day) })
    tie = withInteraction(tie, { kind: 'received', at: ago(day + 0.5) })
  }
  return tie
}

const health = (tie: Relationship, at = now) => healthOf(tie, at, usualActivity)

describe('the cases the model was published with', () => {
  test.each([
    // gap, length, silence | usual gap, closeness, health, chance in 180 days
    ['every 3 weeks for a year, in rhythm', 21, 365, 10, 22, 88, 95, 0.93],
    ['every 3 weeks for a year, broken', 21, 365, 63, 22, 88, 74, 0.81],
    ['monthly for two years, 4 months silent', 30, 730, 120, 31, 88, 65, 0.76],
    ['monthly for two years, a year silent', 30, 730, 365, 31, 88, 37, 0.51],
    ['quarterly for three years', 91, 1095, 91, 86, 56, 74, 0.61],
  ])('%s', (_name, gap, length, silence, usualGap, closeness, left, chance) => {
    const result = health(rhythm(gap, length, silence))
    expect(Math.abs((result.usualGapDays ?? 0) - usualGap)).toBeLessThanOrEqual(0.12 * usualGap)
    expect(Math.abs(result.closeness - closeness)).toBeLessThanOrEqual(5)
    expect(Math.abs(result.health - left)).toBeLessThanOrEqual(5)
    expect(Math.abs(result.chanceIn180Days - chance)).toBeLessThanOrEqual(0.05)
  })
})

describe('laws', () => {
  const ties = fc
    .array(
      fc.tuple(
        fc.constantFrom<InteractionKind>('sent', 'received', 'met', 'seen'),
        fc.double({ min: 0, max: 1500, noNaN: true }),
      ),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((contacts) => tieOf(...contacts))

  test('silence never raises health', () => {
    fc.assert(
      fc.property(ties, fc.integer({ min: 1, max: 400 }), (tie, days) => {
        const later = health(tie, (now + days * DAY) as Instant)
        expect(later.health).toBeLessThanOrEqual(health(tie).health + 1e-9)
        expect(later.chanceIn180Days).toBeLessThanOrEqual(health(tie).chanceIn180Days + 1e-9)
      }),
    )
  })

  test('a contact today never lowers health', () => {
    fc.assert(
      fc.property(ties, fc.constantFrom<InteractionKind>('sent', 'received', 'met'), (tie, kind) => {
        const after = withInteraction(tie, { kind, at: now })
        expect(health(after).health).toBeGreaterThanOrEqual(health(tie).health - 1e-9)
      }),
    )
  })

  test('every number stays within its bounds', () => {
    fc.assert(
      fc.property(ties, fc.double({ min: 0.2, max: 3, noNaN: true }), (tie, activity) => {
        const result = healthOf(tie, now, activity)
        for (const value of [result.closeness, result.health]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(100)
        }
        for (const value of [result.chanceIn30Days, result.chanceIn180Days]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('moving everything by whole weeks changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 300 }),
        (days, weeks) => {
          const shift = weeks * 7 * DAY
          const tie = tieOf(...days.map((day) => ['sent', day] as const))
          const moved = days.reduce(
            (sum, day) => withInteraction(sum, { kind: 'sent', at: (ago(day) + shift) as Instant }),
            noRelationship,
          )
          expect(health(moved, (now + shift) as Instant)).toEqual(health(tie))
        },
      ),
    )
  })
})

describe('bands', () => {
  test('who is within their rhythm thrives', () => {
    expect(health(rhythm(21, 365, 10)).band).toBe('thriving')
  })

  test('a close tie whose rhythm is broken does not thrive, however high its chances', () => {
    expect(health(rhythm(21, 365, 63)).band).toBe('fading')
  })

  test('a short silence worries nobody, however quick the rhythm', () => {
    expect(health(rhythm(2, 365, 20)).band).toBe('thriving')
  })

  test('two days in touch are no rhythm', () => {
    expect(health(tieOf(['sent', 3], ['received', 2])).band).toBe('new')
    expect(health(tieOf(['sent', 300], ['received', 299])).band).toBe('unknown')
    expect(health(tieOf(['sent', 300], ['received', 299])).usualGapDays).toBeNull()
  })

  test('without direct contact nothing is known', () => {
    expect(health(tieOf(['seen', 3]))).toMatchObject({ band: 'unknown', silenceDays: null, closeness: 0 })
  })

  test('a meeting that is only booked is not yet a relationship', () => {
    expect(health(tieOf(['met', -5])).band).toBe('unknown')
  })
})

describe('the user’s own activity', () => {
  const today = Math.floor(now / DAY)
  const daily = Array.from({ length: 700 }, (_, day) => today - day)

  test('is about one for who writes every day', () => {
    expect(activityOf(daily, now)).toBeCloseTo(1, 1)
  })

  test('falls in a holiday, so that not everybody turns red', () => {
    const holiday = daily.filter((day) => day < today - 21)
    expect(activityOf(holiday, now)).toBeLessThan(0.7)
    expect(healthOf(rhythm(7, 365, 35), now, activityOf(holiday, now)).chanceIn30Days).toBeLessThan(
      healthOf(rhythm(7, 365, 35), now, 1).chanceIn30Days,
    )
  })

  test('is never extreme', () => {
    expect(activityOf([], now)).toBeGreaterThanOrEqual(0.2)
    expect(activityOf([today], now)).toBeLessThanOrEqual(3)
  })
})

describe('the score explains itself', () => {
  test('with its numbers', () => {
    expect(explain(health(rhythm(21, 365, 63)))).toBe(
      'You usually talk every 3 weeks; it has been 9. That is long for the two of you.',
    )
  })

  test('or says that it cannot', () => {
    expect(explain(health(tieOf(['sent', 300], ['received', 299])))).toContain('too little contact')
  })
})
