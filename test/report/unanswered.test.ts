import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, daysBetween, type Instant, later, WEEK } from '../../src/model/time.ts'
import { plainSetting } from '../../src/report/candidate.ts'
import { guardOf, type PastSuggestion } from '../../src/report/guards.ts'
import { secondDoorReason } from '../../src/report/reasons/second-door.ts'
import { unansweredDays } from '../../src/report/unanswered.ts'
import { type Contact, daysBefore, everySo, historyFrom, knownBy } from './known.ts'

test('messages of one day count once, and a reply or a meeting ends the count', () => {
  expect(
    unansweredDays(
      historyFrom([
        ['sent', 5],
        ['sent', 5.1],
        ['sent', 9],
        ['received', 12],
        ['sent', 15],
      ]),
    ),
  ).toBe(2)
  expect(
    unansweredDays(
      historyFrom([
        ['sent', 5],
        ['met', 6],
        ['sent', 9],
      ]),
    ),
  ).toBe(1)
})

/** On which Mondays a second door is suggested, where contacts are told by days before the last Monday. */
const doorsOver = (contacts: readonly Contact[], mondays: number): readonly Instant[] => {
  const last = daysBefore(0)
  const doors: Instant[] = []
  let suggested: readonly PastSuggestion[] = []
  for (let week = mondays; week >= 0; week -= 1) {
    const now = later(last, -week * WEEK)
    const seen = contacts
      .filter(([, days]) => days * DAY >= week * WEEK)
      .map(([kind, days]): Contact => [kind, days - week * 7])
    const candidate = knownBy(1, seen, { now })
    const history = historyFrom(seen, now)
    const setting = plainSetting(now)
    const found = secondDoorReason.mayHold(candidate, setting)
      ? secondDoorReason.find(candidate, history, setting)
      : null
    if (found === null) continue
    const held = guardOf(candidate, found.reason, {
      ...{
        history,
        suggested,
        hasNewAddress: false,
        knownUntil: now,
        meetingsKnownUntil: now,
        awayDaysSince: () => 0,
        now,
      },
    })
    if (held !== null) continue
    doors.push(now)
    suggested = [{ at: now, kind: 'second_door' }, ...suggested]
  }
  return doors
}

test('half a year after two messages without a reply one more is suggested, once', () => {
  const silent: readonly Contact[] = [['sent', 400], ['sent', 420], ...everySo(14, 365, 450)]
  const doors = doorsOver(silent, 60)
  expect(doors).toHaveLength(1)
  const afterDays = daysBetween(daysBefore(400), doors[0] ?? daysBefore(0))
  expect(afterDays).toBeGreaterThanOrEqual(182)
  expect(afterDays).toBeLessThan(190)
})

test('not after one message, and not after a reply', () => {
  expect(doorsOver([['sent', 400], ['received', 449], ...everySo(14, 365, 450)], 60)).toEqual([])
  expect(doorsOver([['received', 390], ['sent', 400], ['sent', 420], ...everySo(14, 365, 450)], 60)).toEqual([])
})

test('never twice within 180 days, and never twice before they are heard from', () => {
  const contact: fc.Arbitrary<Contact> = fc.tuple(
    fc.constantFrom('sent' as const, 'sent' as const, 'sent' as const, 'received' as const, 'met' as const),
    fc.integer({ min: 0, max: 1400 }),
  )
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 12 }), (later) => {
      const contacts = [...later, ...everySo(10, 200, 1450)]
      const doors = doorsOver(contacts, 200)
      for (const [index, door] of doors.entries()) {
        const next = doors[index + 1]
        if (next === undefined) continue
        expect(daysBetween(door, next)).toBeGreaterThanOrEqual(180)
        const isHeardFrom = contacts.some(
          ([kind, days]) => kind !== 'sent' && daysBefore(days) > door && daysBefore(days) <= next,
        )
        expect(isHeardFrom).toBe(true)
      }
    }),
  )
})
