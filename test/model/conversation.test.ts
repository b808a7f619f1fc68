import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answeringOf, answersLikePeople, conversationsOf } from '../../src/model/conversation.ts'
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
    ['the user', letter('sent', 0), 'user'],
    ['the other', letter('received', 0), 'contact'],
    ['the other, to many', letter('seen', 0, { role: 'from', size: 12 }), 'contact'],
    ['somebody else', letter('seen', 0, { role: 'cc', size: 4 }), null],
    ['nobody can tell: what it answers is not here', letter('sent', 0, answer), null],
  ] as const)('%s', (_name, first, expected) => {
    const [conversation] = conversationsOf([letter('received', 5, answer), first])
    expect(conversation?.begunBy).toBe(expected)
  })

  test('is said of each thread by itself, the newest first', () => {
    const told = [letter('received', 90, { thread: 2 }), letter('received', 4, answer), letter('sent', 0)]
    expect(conversationsOf(told).map(({ begunBy }) => begunBy)).toEqual(['contact', 'user'])
  })

  test('a meeting is no conversation by mail', () => {
    expect(conversationsOf([letter('met', 3, { feed: 'calendar' })])).toEqual([])
  })
})

describe('answers', () => {
  const told = [
    letter('received', 50, answer),
    letter('sent', 26, answer),
    letter('received', 4, answer),
    letter('sent', 0),
    letter('sent', 100, { thread: 2 }),
  ]

  test('come after the first letter of the other side’s row', () => {
    const conversations = conversationsOf(told)
    expect(answeringOf(conversations, 'contact')).toEqual({ asked: 3, answered: 2, usualSeconds: 24 * HOUR })
    expect(answeringOf(conversations, 'user')).toEqual({ asked: 1, answered: 1, usualSeconds: 22 * HOUR })
  })

  test('a second letter before the answer does not ask twice', () => {
    const twice = conversationsOf([letter('received', 30, answer), letter('sent', 20), letter('sent', 0)])
    expect(answeringOf(twice, 'contact')).toEqual({ asked: 1, answered: 1, usualSeconds: 30 * HOUR })
  })

  test('the last word of a conversation asks for nothing, unless it opened it', () => {
    const closed = conversationsOf([letter('sent', 9, answer), letter('received', 0)])
    expect(answeringOf(closed, 'contact').asked).toBe(0)
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
      expect(conversationsOf(shuffled)).toEqual(conversationsOf(list))
    }),
  )
})
