import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexesOf } from '../../src/model/index-set.ts'
import type { InteractionKind } from '../../src/model/interaction.ts'
import {
  type Contacted,
  isSameRelationship,
  joinRelationships,
  lastContactAt,
  lastMetAt,
  measurableSince,
  nextMeetingAt,
  noRelationship,
  type Relationship,
  withInteraction,
} from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { contactWeeks } from '../../src/score/signals/weeks.ts'

const contact = fc.record({
  kind: fc.constantFrom<InteractionKind>('sent', 'received', 'met', 'seen'),
  at: fc.integer({ min: 1_600_000_000, max: 1_800_000_000 }).map((at) => at as Instant),
  size: fc.integer({ min: 1, max: 6 }),
  isRecurring: fc.boolean(),
})
const contacts = fc.array(contact, { maxLength: 40 })
const summed = (list: readonly Contacted[]): Relationship => list.reduce(withInteraction, noRelationship)

describe('a relationship is a join of its interactions', () => {
  test('the order in which they arrive does not matter', () => {
    fc.assert(
      fc.property(contacts, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list.map((each) => [keys.next().value ?? 0, each] as const).sort((a, b) => a[0] - b[0])
        expect(summed(shuffled.map(([, each]) => each))).toEqual(summed(list))
      }),
    )
  })

  test('learning the same thing twice changes nothing', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        expect(summed([...list, ...list])).toEqual(summed(list))
      }),
    )
  })

  test('two halves join to the whole, as the addresses of one person do', () => {
    fc.assert(
      fc.property(contacts, contacts, (left, right) => {
        expect(joinRelationships(summed(left), summed(right))).toEqual(summed([...left, ...right]))
      }),
    )
  })
})

test('two summaries are the same exactly where every part of them is', () => {
  fc.assert(
    fc.property(contacts, contact, (list, one) => {
      const [without, withIt] = [summed(list), summed([...list, one])]
      expect(isSameRelationship(without, summed([...list].reverse()))).toBe(true)
      expect(isSameRelationship(without, withIt)).toBe(JSON.stringify(without) === JSON.stringify(withIt))
    }),
  )
})

describe('meetings past and booked', () => {
  const now = 1_790_000_000 as Instant
  const days = (count: number): Instant => (now + count * DAY) as Instant
  const tie = summed([
    { kind: 'met', at: days(-20) },
    { kind: 'met', at: days(7) },
    { kind: 'met', at: days(21) },
    { kind: 'sent', at: days(-30) },
  ])

  test('a booked meeting is no contact yet', () => {
    expect(lastContactAt(tie, now)).toBe(days(-20))
    expect(lastMetAt(tie, now)).toBe(days(-20))
  })

  test('the soonest one ahead is the next', () => {
    expect(nextMeetingAt(tie, now)).toBe(days(7))
  })

  test('it becomes contact when its time has come, without anybody doing anything', () => {
    expect(lastContactAt(tie, days(8))).toBe(days(7))
    expect(nextMeetingAt(tie, days(8))).toBe(days(21))
  })

  test('being seen in a crowd is no contact', () => {
    expect(lastContactAt(summed([{ kind: 'seen', at: days(-1) }]), now)).toBeNull()
  })
})

describe('a standing meeting', () => {
  const now = 1_790_000_000 as Instant
  const days = (count: number): Instant => (now + count * DAY) as Instant
  const weeksIn = ({ weeksMet }: Relationship): number => indexesOf(weeksMet).length
  const daily = (count: number, size: number) =>
    Array.from({ length: count }, (_, index) => ({ kind: 'met' as const, at: days(-index), size, isRecurring: true }))

  test('of several counts as one week in four: the fortieth stand-up is not the fortieth talk', () => {
    const fortyDays = weeksIn(summed(daily(40, 3)))
    expect(fortyDays).toBeLessThanOrEqual(3)
    expect(weeksIn(summed(daily(40, 3).map((each) => ({ ...each, isRecurring: false }))))).toBeGreaterThan(5)
  })

  test('of two is a talk every week', () => {
    expect(weeksIn(summed(daily(40, 1)))).toBeGreaterThan(5)
  })

  test('once a month counts every time', () => {
    const monthly = Array.from({ length: 6 }, (_, index) => ({
      ...daily(1, 3)[0],
      kind: 'met' as const,
      at: days(-28 * index),
    }))
    expect(weeksIn(summed(monthly))).toBe(6)
  })

  test('booked daily for a quarter hides neither the last one held nor the next', () => {
    const booked = Array.from({ length: 92 }, (_, index) => ({ kind: 'met' as const, at: days(index + 1) }))
    const tie = summed([...booked, { kind: 'met', at: days(-200) }])
    expect(lastMetAt(tie, now)).toBe(days(-200))
    expect(nextMeetingAt(tie, now)).toBe(days(1))
    const lately = summed([...booked, { kind: 'met', at: days(-2) }, { kind: 'met', at: days(-200) }])
    expect(lastMetAt(lately, now)).toBe(days(-2))
  })
})

describe('what can be measured of a tie that is read from a day on', () => {
  const now = 1_790_000_000 as Instant
  const ago = (days: number): Instant => (now - days * DAY) as Instant
  const messages = [10, 24, 38, 52, 66].map(
    (days): Contacted => ({ kind: days % 4 === 0 ? 'sent' : 'received', at: ago(days) }),
  )

  test('meetings known from before add no week, and the tie counts from that day', () => {
    const tie = summed([...messages, { kind: 'met', at: ago(1400) }, { kind: 'met', at: ago(900) }])
    const known = measurableSince(tie, ago(100), now)
    expect(known.firstAt).toBe(ago(100))
    expect(contactWeeks(known, now)).toEqual(contactWeeks(summed(messages), now))
    expect(known.meetingsAt).toEqual(tie.meetingsAt)
  })

  test('a tie that began since then is measured from its beginning', () => {
    expect(measurableSince(summed(messages), ago(100), now)).toEqual(summed(messages))
  })

  test('one without contact since then stays as it is: nothing else is known of it', () => {
    const tie = summed([
      { kind: 'met', at: ago(1400) },
      { kind: 'met', at: ago(900) },
    ])
    expect(measurableSince(tie, ago(100), now)).toEqual(tie)
  })
})
