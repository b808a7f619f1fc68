import { expect, test } from 'vitest'
import { noRelationship } from '../../src/model/relationship.ts'
import type { Instant } from '../../src/model/time.ts'
import { healthOf } from '../../src/score/health.ts'
import { describeChances, describeLeaveOutDomain, describeLeft, describeRhythm } from '../../src/words/person.ts'
import { usualPace } from '../pace.ts'

test('what is left is told with the weeks of silence, once there are any', () => {
  expect(describeLeft({ health: 62, silenceDays: 86 })).toBe('Down to 62% of that after 12 quiet weeks')
  expect(describeLeft({ health: 97, silenceDays: 7 })).toBe('Down to 97% of that after 1 quiet week')
  expect(describeLeft({ health: 100, silenceDays: 2 })).toBe('100% of that')
  expect(describeLeft({ health: 100, silenceDays: null })).toBe('100% of that')
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
