import { expect, test } from 'vitest'
import { noRelationship } from '../../src/model/relationship.ts'
import type { Instant } from '../../src/model/time.ts'
import { healthOf } from '../../src/score/health.ts'
import {
  describeChances,
  describeCloseness,
  describeLeaveOutDomain,
  describeLeft,
  describeRhythm,
} from '../../src/words/person.ts'
import { usualPace } from '../pace.ts'

test('what is left is told with the weeks of silence, once there are any', () => {
  expect(describeLeft({ chanceIfToday: 0.5, chanceIn90Days: 0.31, silenceDays: 86 })).toBe(
    'Down to 62% of that after 12 quiet weeks',
  )
  expect(describeLeft({ chanceIfToday: 0.7, chanceIn90Days: 0.68, silenceDays: 7 })).toBe(
    'Down to 97% of that after 1 quiet week',
  )
  expect(describeLeft({ chanceIfToday: 0.9, chanceIn90Days: 0.9, silenceDays: 2 })).toBe('100% of that')
  expect(describeLeft({ chanceIfToday: 0, chanceIn90Days: 0, silenceDays: null })).toBe('100% of that')
})

test('leaving out a domain tells how many people that is', () => {
  expect(describeLeaveOutDomain('kelp-energy.example', 6, 'en-GB')).toBe(
    'Leave out everyone at kelp-energy.example (6)',
  )
})

test('a rhythm is learned, or chosen for one, or for a group', () => {
  expect(describeRhythm(null)).toMatch(/^Learned/)
  expect(describeRhythm({ idealDays: 7, tooLongDays: 30 })).toBe(
    'You chose: ideally every week, too long after 4 weeks.',
  )
  expect(describeRhythm({ idealDays: 7, tooLongDays: 30, group: 'Rowing' })).toContain('for everyone in “Rowing”')
})

test('where no rhythm is known, a chance is a range', () => {
  const unknown = healthOf(noRelationship, 0 as Instant, usualPace)
  const chances = { ...unknown, chanceIn30Days: 0.12, chanceIn180Days: 0.41 }
  expect(describeChances(chances)).toBe('at most 2 in 10 this month, 3 to 5 in 10 in the next six months')
  expect(describeChances({ ...chances, usualGapDays: 20 })).toBe('1 in 10 this month, 4 in 10 in the next six months')
})

test('what is shown of closeness and silence comes to the chance shown', () => {
  for (let today = 1; today <= 99; today += 1) {
    for (let left = 0; left <= today; left += 1) {
      const of = { chanceIfToday: today / 100, chanceIn90Days: left / 100, silenceDays: 30 }
      const closeness = Number(/^(\d+) out of 100/.exec(describeCloseness(of))?.[1])
      const share = Number(/(\d+)%/.exec(describeLeft(of))?.[1])
      expect(Math.abs((closeness * share) / 100 - left)).toBeLessThanOrEqual(0.5)
    }
  }
})
