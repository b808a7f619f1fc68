import { expect, test } from 'vitest'
import { meetingSoon, upcomingMeetings } from '../../src/report/meetings.ts'
import { type Contact, daysBefore, historyFrom, knownBy, monday } from './known.ts'

const told = (contacts: readonly Contact[]) =>
  upcomingMeetings(meetingSoon([knownBy(1, contacts)], monday), {
    historyOf: () => historyFrom(contacts),
    now: monday,
  })[0]

test('somebody they meet this week for the first time in months', () => {
  expect(
    told([
      ['met', -2],
      ['met', 200],
      ['received', 30],
    ]),
  ).toMatchObject({
    at: daysBefore(-2),
    lastMetAt: daysBefore(200),
    lastContactAt: daysBefore(30),
  })
})

test('nobody they meet anyway, nor later than within a week', () => {
  expect(
    told([
      ['met', -2],
      ['met', 20],
    ]),
  ).toBeUndefined()
  expect(
    told([
      ['met', -8],
      ['met', 200],
    ]),
  ).toBeUndefined()
})

test('somebody they know by mail alone and have never met', () => {
  expect(
    told([
      ['met', -2],
      ['sent', 150],
      ['received', 149],
    ]),
  ).toMatchObject({ lastMetAt: null })
  expect(
    told([
      ['met', -2],
      ['sent', 5],
      ['received', 4],
    ]),
  ).toBeUndefined()
})

test('whose turn it is: who was asked last and has not replied', () => {
  const before: readonly Contact[] = [
    ['met', -2],
    ['met', 200],
  ]
  expect(told([...before, ['received', 12]])?.owed).toEqual({ by: 'user', since: daysBefore(12) })
  expect(told([...before, ['sent', 12]])?.owed).toEqual({ by: 'them', since: daysBefore(12) })
  expect(told([...before, ['received', 12], ['sent', 11]])?.owed).toBeNull()
  expect(told([...before, ['received', 12, 9]])?.owed).toBeNull()
})

test('at most three, the soonest first', () => {
  const people = [5, 1, 4, 2, 3].map((day) =>
    knownBy(day, [
      ['met', -day],
      ['met', 300],
    ]),
  )
  expect(meetingSoon(people, monday).map(({ person }) => person.id)).toEqual([1, 2, 3])
})
