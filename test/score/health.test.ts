import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Band } from '../../src/model/health.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import { noRelationship, type Relationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { trueChance } from '../../src/score/calibration.ts'
import { healthOf, withChosenRhythm } from '../../src/score/health.ts'
import { paceOf } from '../../src/score/pace.ts'
import { partsOf, wholePoints } from '../../src/score/parts.ts'
import { activityOf, awayDaysUntil } from '../../src/score/signals/activity.ts'
import { explain } from '../../src/words/health.ts'
import { usualPace } from '../pace.ts'

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

const health = (tie: Relationship, at = now) => healthOf(tie, at, usualPace)
const busy = (activity: number) => ({ ...usualPace, activity })

type Contacts = readonly (readonly [kind: InteractionKind, daysAgo: number])[]

/** The formula as it is written down, over the contacts themselves, for whom the weeks are a list and nothing is closed form. */
const written = (contacts: Contacts, activity: number) => {
  const direct = contacts.filter(([kind]) => kind !== 'seen').map(([, days]) => ago(days))
  if (direct.length === 0) return null
  const [first, last] = [Math.min(...direct), Math.max(...direct)]
  const lastWeek = Math.floor(last / (7 * DAY))
  const weeks = [...new Set(direct.map((at) => Math.floor(at / (7 * DAY))))]
  const halved = (every: number): number =>
    weeks.reduce((sum, week) => sum + 0.5 ** ((7 * (lastWeek - week)) / every), 0)
  const span = (365 / Math.LN2 / 7) * (1 - 0.5 ** ((last - first) / DAY / 365))
  const rhythm = Math.min(52, Math.max(1, (4 + span) / (1 + Math.max(0, halved(365) - 1))))
  const silence = (now - last) / DAY
  const lately = halved(30) * 0.5 ** (silence / 30)
  const seen = contacts.filter(([kind]) => kind === 'seen').map(([, days]) => days)
  const together = seen.length === 0 ? 0 : Math.exp(-Math.min(...seen) / 30)
  const mass =
    0.13 * (1 + halved(365)) * (1 + lately) * (rhythm / 4) ** 0.65 * activity ** 0.5 * Math.exp(0.45 * together)
  const chance = (days: number): number => {
    const odds = mass * Math.log(1 + days / (35 * (rhythm / 4) + silence))
    return odds / (1 + odds)
  }
  return { rhythm, silence, chance }
}

const oddsFrom = (chance: number): number => chance / (1 - chance)

/** From worst to best; who has no rhythm yet stands apart. */
const rank = (band: Band): number => ({ quiet: 0, fading: 1, steady: 2, thriving: 3, new: 0, unknown: 0 })[band]

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

  const contacts = fc.array(
    fc.tuple(
      fc.constantFrom<InteractionKind>('sent', 'received', 'met', 'seen'),
      fc.double({ min: 0, max: 1500, noNaN: true }),
    ),
    { minLength: 1, maxLength: 60 },
  )

  test('the summary gives what the formula gives over the contacts themselves, whatever the order they came in', () => {
    fc.assert(
      fc.property(contacts, fc.double({ min: 0.2, max: 3, noNaN: true }), (list, activity) => {
        // Only the latest meetings are kept by the hour.
        const few = list.filter(([kind], index) => kind !== 'met' || index < 16)
        const expected = written(few, activity)
        const result = healthOf(tieOf(...few), now, busy(activity))
        expect(result.silenceDays === null).toBe(expected === null)
        if (expected === null) return
        expect(result.silenceDays).toBeCloseTo(expected.silence, 3)
        const pace = busy(activity)
        expect(result.chanceIn30Days).toBeCloseTo(trueChance(oddsFrom(expected.chance(30)), 30, pace), 6)
        expect(result.chanceIn180Days).toBeCloseTo(trueChance(oddsFrom(expected.chance(180)), 180, pace), 6)
        expect((result.closeness * result.health) / 10_000).toBeCloseTo(expected.chance(90), 6)
        expect(result.chanceIfToday).toBeGreaterThanOrEqual(result.chanceIn90Days - 1e-9)
        if (result.usualGapDays !== null) expect(result.usualGapDays).toBeCloseTo(7 * expected.rhythm, 6)
      }),
    )
  })

  test('adding an unrelated person changes nobody’s health, band or place', () => {
    fc.assert(
      fc.property(ties, ties, ties, (one, other, unrelated) => {
        const days = [100, 200, 300].map((day) => Math.floor(now / DAY) - day)
        const [before, after] = [paceOf([one, other], days, now), paceOf([one, other, unrelated], days, now)]
        for (const tie of [one, other]) {
          const { band, closeness, health: left, overdue } = healthOf(tie, now, after)
          expect({ band, closeness, left, overdue }).toEqual({
            band: healthOf(tie, now, before).band,
            closeness: healthOf(tie, now, before).closeness,
            left: healthOf(tie, now, before).health,
            overdue: healthOf(tie, now, before).overdue,
          })
        }
        const order = (pace: typeof before): boolean =>
          healthOf(one, now, pace).chanceIn180Days > healthOf(other, now, pace).chanceIn180Days
        expect(order(after)).toBe(order(before))
      }),
    )
  })

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

  test('a contact today never lowers a chance, nor the band', () => {
    fc.assert(
      fc.property(ties, fc.constantFrom<InteractionKind>('sent', 'received', 'met'), (tie, kind) => {
        const before = health(tie)
        const after = health(withInteraction(tie, { kind, at: now }))
        expect(after.chanceIn30Days).toBeGreaterThanOrEqual(before.chanceIn30Days - 1e-9)
        expect(after.chanceIn180Days).toBeGreaterThanOrEqual(before.chanceIn180Days - 1e-9)
        expect(rank(after.band)).toBeGreaterThanOrEqual(rank(before.band))
      }),
    )
  })

  test('the explained parts add up to the chance', () => {
    fc.assert(
      fc.property(ties, fc.double({ min: 0.2, max: 3, noNaN: true }), (tie, activity) => {
        const { chanceIn90Days } = healthOf(tie, now, busy(activity))
        const sum = partsOf(tie, now, busy(activity)).reduce((total, { points }) => total + points, 0)
        expect(sum).toBeCloseTo(100 * chanceIn90Days, 6)
      }),
    )
  })

  test('a crowd that is still to meet adds nothing', () => {
    fc.assert(
      fc.property(ties, fc.integer({ min: 1, max: 400 }), (tie, days) => {
        const known = { ...tie, lastSeenAt: null }
        expect(health({ ...known, lastSeenAt: ago(-days) })).toEqual(health(known))
      }),
    )
  })

  test('the parts are told in whole points that add up to the sum beside them', () => {
    fc.assert(
      fc.property(ties, (tie) => {
        const parts = partsOf(tie, now, usualPace)
        const sum = (of: readonly (typeof parts)[number][]): number =>
          of.reduce((total, { points }) => total + points, 0)
        expect(sum(wholePoints(parts))).toBe(Math.round(sum(parts)))
      }),
    )
  })

  test('two weeks without news move nobody who is then still within their rhythm', () => {
    const regular = fc.record({
      gap: fc.integer({ min: 16, max: 370 }),
      times: fc.integer({ min: 4, max: 30 }),
      silence: fc.integer({ min: 0, max: 350 }),
    })
    fc.assert(
      fc.property(regular, ({ gap, times, silence }) => {
        const tie = rhythm(gap, gap * times, silence % (gap - 14))
        const then = health(tie, (now + 14 * DAY) as Instant)
        if (then.overdue !== null && then.overdue <= 1) expect(then.band).toBe(health(tie).band)
      }),
    )
  })

  test('between two contacts a band only ever falls, however busy the user and whoever is seen', () => {
    const moment = fc.record({
      days: fc.integer({ min: 1, max: 60 }),
      activity: fc.double({ min: 0.2, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(ties, fc.array(moment, { minLength: 2, maxLength: 12 }), (tie, moments) => {
        let at = now
        let seen = tie
        let before = rank(health(tie).band)
        for (const { days, activity } of moments) {
          at = (at + days * DAY) as Instant
          seen = withInteraction(seen, { kind: 'seen', at })
          const band = rank(healthOf(seen, at, busy(activity)).band)
          expect(band).toBeLessThanOrEqual(before)
          before = band
        }
      }),
    )
  })

  test('every number stays within its bounds', () => {
    fc.assert(
      fc.property(ties, fc.double({ min: 0.2, max: 3, noNaN: true }), (tie, activity) => {
        const result = healthOf(tie, now, busy(activity))
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

  test('a weekly colleague who is silent for four weeks does not thrive', () => {
    expect(health(rhythm(7, 365, 28)).band).toBe('steady')
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

describe('a break', () => {
  /** Every three weeks for a year, silent for `silence` days, then in touch again on these days. */
  const back = (silence: number, ...daysAgo: number[]): Relationship =>
    daysAgo.reduce(
      (tie, days) => withInteraction(tie, { kind: 'received', at: ago(days) }),
      rhythm(21, 365, silence + Math.max(...daysAgo)),
    )

  test('is not made good by one letter, but by the second in another week', () => {
    expect(health(back(120, 3)).band).toBe('steady')
    expect(health(back(120, 17, 3)).band).toBe('thriving')
  })

  test('that was none for the two of them leaves them thriving', () => {
    expect(health(back(30, 3)).band).toBe('thriving')
  })
})

describe('a rhythm that the user set', () => {
  const chosen = { idealDays: 14, tooLongDays: 40 }
  const at = (silence: number) => withChosenRhythm(health(rhythm(60, 600, silence)), chosen)

  test('says what is too long', () => {
    expect([10, 30, 50, 150].map((silence) => at(silence).band)).toEqual(['thriving', 'steady', 'fading', 'quiet'])
    expect(at(28).overdue).toBe(2)
  })

  test('is explained as theirs', () => {
    expect(explain(at(50))).toBe(
      'You set every 2 weeks; it’s been 7. That’s longer than the 6 weeks you called too long.',
    )
  })

  test('changes nothing of what the two would do by themselves', () => {
    expect(at(30).chanceIn180Days).toBe(health(rhythm(60, 600, 30)).chanceIn180Days)
    expect(at(30).usualGapDays).toBe(health(rhythm(60, 600, 30)).usualGapDays)
  })
})

describe('absence of the user', () => {
  const today = Math.floor(now / DAY)
  const daily = Array.from({ length: 300 }, (_, index) => today - 299 + index)

  test('is a stretch without anyone, long for a holiday and long for this user', () => {
    const holiday = daily.filter((day) => day < today - 20 || day > today - 5)
    expect(awayDaysUntil(holiday, now)(ago(40))).toBe(16)
    expect(awayDaysUntil(daily, now)(ago(40))).toBe(0)
    expect(awayDaysUntil(holiday, now)(ago(3))).toBe(0)
    const rarely = daily.filter((day) => day % 10 === 0)
    expect(awayDaysUntil(rarely, now)(ago(60))).toBe(0)
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
    expect(healthOf(rhythm(7, 365, 35), now, busy(activityOf(holiday, now))).chanceIn30Days).toBeLessThan(
      healthOf(rhythm(7, 365, 35), now, usualPace).chanceIn30Days,
    )
  })

  test('is never extreme', () => {
    expect(activityOf([], now)).toBeGreaterThanOrEqual(0.2)
    expect(activityOf([today], now)).toBeLessThanOrEqual(3)
  })
})

describe('ties that come back more often than the model expects', () => {
  const today = Math.floor(now / DAY)
  const daily = Array.from({ length: 900 }, (_, day) => today - 899 + day)
  /** Contact for a few weeks, `seasons` seasons ago, and then either never again or in every other week. */
  const ended = Array.from({ length: 40 }, (_, index) => rhythm(5 + (index % 9), 40, 320 + index))
  const lasting = Array.from({ length: 40 }, (_, index) => rhythm(70 + index, 800, index))

  test('have higher chances, and no other health', () => {
    const [often, rarely] = [paceOf(lasting, daily, now), paceOf(ended, daily, now)]
    expect(often.returning).toBeGreaterThan(1)
    expect(rarely.returning).toBeLessThan(1)
    const tie = rhythm(21, 365, 63)
    expect(healthOf(tie, now, often).chanceIn180Days).toBeGreaterThan(healthOf(tie, now, rarely).chanceIn180Days)
    expect(healthOf(tie, now, often).health).toBe(healthOf(tie, now, rarely).health)
  })

  test('and where there is nobody to ask, they come back as most people’s do', () => {
    expect(paceOf([], daily, now).returning).toBeCloseTo(1, 6)
  })

  test('what was said of a user is within bounds, however many people it rests on', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ended[index % ended.length] ?? noRelationship)
    expect(paceOf(many, daily, now).returning).toBeGreaterThan(0.15)
  })
})

describe('the score explains itself', () => {
  test('with its numbers', () => {
    expect(explain(health(rhythm(21, 365, 63)))).toBe(
      'You usually talk every 3 weeks; it’s been 9. That’s long for the two of you.',
    )
  })

  test('of what is long over as of what they used to do', () => {
    expect(explain(health(rhythm(21, 365, 300)))).toContain('You used to talk every 3 weeks; it’s been 10 months.')
    expect(explain(health(rhythm(21, 365, 100)))).toContain('You usually talk')
  })

  test('and never speaks of a rhythm that three days within a week would have made', () => {
    const burst = health(tieOf(['received', 9], ['sent', 8], ['met', 6]))
    expect(burst.usualGapDays).toBeNull()
    expect(explain(burst)).toContain('You’ve only just met')
  })

  test('or says that it cannot', () => {
    expect(explain(health(tieOf(['sent', 300], ['received', 299])))).toContain('too little contact')
  })
})
