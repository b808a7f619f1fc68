import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reason } from '../../src/model/report.ts'
import { DAY, type Instant, later } from '../../src/model/time.ts'
import { eventAmong } from '../../src/report/events.ts'
import { daysBefore, knownBy, monday } from './known.ts'

/** Met so many days ago for the first time. */
const met = (id: number, daysAgo: number, now: Instant = monday) => {
  const reason: Reason = {
    kind: 'new_acquaintance',
    firstAt: daysBefore(daysAgo, now),
    metAt: null,
    silenceDays: daysAgo,
  }
  return {
    candidate: knownBy(
      id,
      [
        ['received', daysAgo],
        ['sent', daysAgo - 0.1],
      ],
      { now },
    ),
    reason,
  }
}
const shownIds = (found: Parameters<typeof eventAmong>[0], now: Instant = monday) =>
  eventAmong(found, now)?.shown.map(({ candidate }) => candidate.person.id) ?? []

test('three first contacts within three days are an event, two or three over a week are none', () => {
  expect(shownIds([met(1, 6), met(2, 5), met(3, 7.5)])).toEqual([1, 2, 3])
  expect(shownIds([met(1, 6), met(2, 5)])).toEqual([])
  expect(shownIds([met(1, 5), met(2, 9), met(3, 13)])).toEqual([])
})

test('a card has room for four; the others of the event are named, and get no card of their own', () => {
  const event = eventAmong(
    [1, 2, 3, 4, 5, 6].map((id) => met(id, 6)),
    monday,
  )
  expect(event?.shown).toHaveLength(4)
  expect(event?.others.map(({ candidate }) => candidate.person.id)).toEqual([5, 6])
})

test('whoever met again after a long time was at no first meeting', () => {
  const again: Reason = { kind: 'follow_up', metAt: daysBefore(6), metBeforeAt: daysBefore(400) }
  expect(shownIds([met(1, 6), met(2, 6), { ...met(3, 6), reason: again }])).toEqual([])
})

test('an event is told on one Monday and no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 2.9, noNaN: true }), { minLength: 3, maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
      (offsets, weekday) => {
        const first = daysBefore(30 + weekday)
        const told = Array.from({ length: 9 }, (_, week) => later(monday, (week - 5) * 7 * DAY)).filter((now) => {
          const found = offsets.map((offset, index) => met(index + 1, (now - first) / DAY - offset, now))
          return shownIds(found, now).length > 0
        })
        expect(told).toHaveLength(1)
      },
    ),
  )
})
