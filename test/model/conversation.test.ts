import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersLikePeople, turnsOf } from '../../src/model/conversation.ts'
import type { Exchange } from '../../src/model/interaction.ts'
import { HOUR, type Instant } from '../../src/model/time.ts'

const start = 1_790_000_000

let numbered = 0

/** A letter so many hours after the start. */
const letter = (kind: Exchange['kind'], hours: number, change: Partial<Exchange> = {}): Exchange => {
  numbered += 1
  return {
    feed: 'mail',
    kind,
    at: (start + hours * HOUR) as Instant,
    size: 1,
    role: 'to',
    isAnswer: false,
    isRecurring: false,
    response: 'accepted',
    letter: numbered,
    thread: 1,
    ...change,
  }
}

const answer = { isAnswer: true }

describe('who began a conversation', () => {
  test.each([
    ['the user', letter('sent', 0), true],
    ['the other', letter('received', 0), true],
    ['the other, to many', letter('seen', 0, { role: 'from', size: 12 }), true],
    ['somebody else', letter('seen', 0, { role: 'cc', size: 4 }), false],
    ['nobody can tell: what it answers is not here', letter('sent', 0, answer), false],
  ] as const)('%s', (_name, first, isBeginning) => {
    const next = letter('received', 5)
    const turns = turnsOf([next, first])
    expect([turns.get(first)?.isBeginning, turns.get(next)?.isBeginning]).toEqual([isBeginning, false])
  })

  test('is said of each thread by itself', () => {
    const told = [letter('received', 90, { thread: 2 }), letter('received', 4, answer), letter('sent', 0)]
    expect(told.map((each) => turnsOf(told).get(each)?.isBeginning)).toEqual([true, false, true])
  })

  test('a meeting is no letter', () => {
    expect(turnsOf([letter('met', 3, { feed: 'calendar' })]).size).toBe(0)
  })
})

describe('answers', () => {
  const hoursOf = (...told: readonly Exchange[]) =>
    told.map((each) => {
      const after = turnsOf(told).get(each)?.answersAfter ?? null
      return after === null ? null : after / HOUR
    })

  test('come so long after the letter of the other side', () => {
    const told = [letter('received', 50, answer), letter('sent', 26, answer), letter('received', 4, answer)]
    expect(hoursOf(...told, letter('sent', 0))).toEqual([24, 22, 4, null])
    expect(hoursOf(letter('received', 4, { thread: 2 }), letter('sent', 0))).toEqual([null, null])
  })

  test('count from the first of several in a row, and only the first of them answers', () => {
    const told = [letter('received', 35, answer), letter('received', 30, answer), letter('sent', 20), letter('sent', 0)]
    expect(hoursOf(...told)).toEqual([null, 30, null, null])
  })

  test('are none to letters that both were merely on', () => {
    expect(hoursOf(letter('received', 9, answer), letter('seen', 4), letter('sent', 0))).toEqual([9, null, null])
  })
})

describe('answering as people do', () => {
  const minutes = (count: number) => count / 60

  test('takes longer than a minute, in the thread of a letter of the user’s', () => {
    const answeredAfter = (hours: number, change: Partial<Exchange> = answer) =>
      answersLikePeople([letter('received', hours, change), letter('sent', 0)])
    expect([answeredAfter(minutes(0.5)), answeredAfter(minutes(2)), answeredAfter(9)]).toEqual([false, true, true])
    expect(answeredAfter(9, { thread: 2 })).toBe(false)
  })

  test('once is enough', () => {
    const told = [
      letter('received', 40, answer),
      letter('sent', 30),
      letter('received', minutes(0.2), answer),
      letter('sent', 0),
    ]
    expect(answersLikePeople(told)).toBe(true)
  })
})

test('the order of reading does not matter', () => {
  const exchange = fc
    .record({
      kind: fc.constantFrom<Exchange['kind']>('sent', 'received', 'seen', 'met'),
      hours: fc.uniqueArray(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 1 }),
      thread: fc.nat({ max: 4 }),
      isAnswer: fc.boolean(),
    })
    .map(({ kind, hours, ...rest }) => letter(kind, hours[0] ?? 0, rest))
  const exchanges = fc.uniqueArray(exchange, { selector: ({ at }) => at, maxLength: 20 })
  fc.assert(
    fc.property(exchanges, fc.gen(), (list, gen) => {
      const shuffled = gen(fc.shuffledSubarray, list, { minLength: list.length })
      const told = turnsOf(list)
      expect(list.map((each) => turnsOf(shuffled).get(each))).toEqual(list.map((each) => told.get(each)))
    }),
  )
})
