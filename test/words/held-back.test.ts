import { expect, test } from 'vitest'
import { describeCrowdedOut, describeHeldGroup } from '../../src/words/held-back.ts'

test('those for whom there was no room are told in numbers, the overdue first', () => {
  expect(describeCrowdedOut({ overdue: 23, others: 0 })).toBe('23 overdue, others came first.')
  expect(describeCrowdedOut({ overdue: 0, others: 2 })).toBe('2 with another reason, others came first.')
  expect(describeCrowdedOut({ overdue: 1, others: 1 })).toBe(
    '1 overdue, others came first. 1 with another reason, others came first.',
  )
})

test('a group says how many it holds', () => {
  expect(describeHeldGroup('snoozed', 1)).toBe('1 person: snoozed')
  expect(describeHeldGroup('meeting_booked', 4)).toBe('4 people: a meeting is booked')
})
