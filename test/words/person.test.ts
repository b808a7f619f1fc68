import { expect, test } from 'vitest'
import { describeLeaveOutDomain, describeLeft, describeRhythm } from '../../src/words/person.ts'

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
