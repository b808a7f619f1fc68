import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersLikePeople, turnsOf } from '../../src/model/conversation.ts'
import type { Exchange } from '../../src/model/interaction.ts'
import { DAY, HOUR, type Instant, later } from '../../src/model/time.ts'
import { balanceOf } from '../../src/score/signals/balance.ts'
import { replyHabitBy } from '../../src/score/signals/reply-habit.ts'

const start = 1_790_000_000

let numbered = 0

/** A letter so many hours after the start. */
const message = (kind: Exchange['kind'], hours: number, change: Partial<Exchange> = {}): Exchange => {
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
    message: numbered,
    thread: 1,
    ...change,
  }
}

const answer = { isAnswer: true }

const day = 24

describe('who began a conversation', () => {
  const beginnings = (...told: readonly Exchange[]) => told.map((each) => turnsOf(told).get(each)?.isBeginning ?? null)

  test.each([
    ['the user', message('sent', 0), true],
    ['the other', message('received', 0), true],
    ['neither: it merely went past both', message('seen', 0, { role: 'from', size: 12 }), null],
    ['nobody can tell: what it answers is not here', message('sent', 0, answer), false],
  ] as const)('%s', (_name, first, isBeginning) => {
    expect(beginnings(first)).toEqual([isBeginning])
  })

  test('who wrote after a quiet week, in whatever thread', () => {
    const first = message('sent', 0)
    expect(beginnings(first, message('sent', 3 * day, { thread: 2 }))).toEqual([true, false])
    expect(beginnings(first, message('sent', 8 * day, { thread: 2 }))).toEqual([true, true])
    expect(beginnings(first, message('sent', 8 * day, answer))).toEqual([true, true])
  })

  test('not who answered the beginning late, unless it was weeks later', () => {
    const first = message('sent', 0)
    expect(beginnings(first, message('received', 20 * day))).toEqual([true, false])
    expect(beginnings(first, message('received', 22 * day))).toEqual([true, true])
  })

  test('a meeting is no letter, but no quiet either', () => {
    const met = message('met', 5 * day, { feed: 'calendar' })
    expect(beginnings(message('sent', 0), met, message('sent', 10 * day))).toEqual([true, null, false])
  })
})

describe('answers', () => {
  const hoursOf = (...told: readonly Exchange[]) =>
    told.map((each) => {
      const after = turnsOf(told).get(each)?.answersAfter ?? null
      return after === null ? null : after / HOUR
    })

  test('come so long after the letter of the other side, in whatever thread', () => {
    const told = [message('received', 50, answer), message('sent', 26, answer), message('received', 4, { thread: 2 })]
    expect(hoursOf(...told, message('sent', 0))).toEqual([24, 22, 4, null])
  })

  test('count from the last of several in a row, and only the first of them answers', () => {
    const told = [
      message('received', 35, answer),
      message('received', 30, answer),
      message('sent', 20),
      message('sent', 0),
    ]
    expect(hoursOf(...told)).toEqual([null, 10, null, null])
  })

  test('are none to letters that both were merely on, nor to those that went to many', () => {
    expect(hoursOf(message('received', 9, answer), message('seen', 4), message('sent', 0))).toEqual([9, null, null])
    expect(hoursOf(message('received', 9, answer), message('sent', 0, { size: 3 }))).toEqual([null, null])
  })

  test('are none after three weeks, though a meeting came between', () => {
    const told = [message('sent', 0), message('met', 20 * day, { feed: 'calendar' }), message('received', 22 * day)]
    expect(hoursOf(...told)).toEqual([null, null, null])
  })
})

/** Nobody who counts the lines may find other numbers than the sentences have. */
test('conversations and answers are counted as they are told, line by line', () => {
  const told = [
    message('received', 90 * day, { thread: 4 }),
    message('sent', 61 * day, { ...answer, thread: 3 }),
    message('received', 60 * day, { thread: 3 }),
    message('sent', 31 * day, { thread: 2 }),
    message('sent', 30 * day, { thread: 1 }),
    message('received', 3 * day, { thread: 2 }),
    message('sent', 0),
  ]
  const turns = [...turnsOf(told).values()]
  const begun = turns.filter(({ isBeginning }) => isBeginning)
  const now = later(told[0]?.at ?? (start as Instant), 30 * DAY)
  expect(balanceOf(told, { since: start as Instant, now })).toMatchObject({
    begun: begun.length,
    begunByThem: begun.filter(({ kind }) => kind === 'received').length,
  })
  for (const [by, kind] of [
    ['user', 'sent'],
    ['them', 'received'],
  ] as const) {
    expect(replyHabitBy(by, told).answered).toBe(
      turns.filter((turn) => turn.kind === kind && turn.answersAfter !== null).length,
    )
  }
})

describe('answering as people do', () => {
  const minutes = (count: number) => count / 60

  test('takes longer than a minute, in the thread of a letter of the user’s', () => {
    const answeredAfter = (hours: number, change: Partial<Exchange> = answer) =>
      answersLikePeople([message('received', hours, change), message('sent', 0)])
    expect([answeredAfter(minutes(0.5)), answeredAfter(minutes(2)), answeredAfter(9)]).toEqual([false, true, true])
    expect(answeredAfter(9, { thread: 2 })).toBe(false)
    expect(answeredAfter(40 * day)).toBe(true)
    expect(answersLikePeople([message('received', 9, answer), message('sent', 0, { size: 5 })])).toBe(true)
  })

  test('once is enough', () => {
    const told = [
      message('received', 40, answer),
      message('sent', 30),
      message('received', minutes(0.2), answer),
      message('sent', 0),
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
    .map(({ kind, hours, ...rest }) => message(kind, hours[0] ?? 0, rest))
  const exchanges = fc.uniqueArray(exchange, { selector: ({ at }) => at, maxLength: 20 })
  fc.assert(
    fc.property(exchanges, fc.gen(), (list, gen) => {
      const shuffled = gen(fc.shuffledSubarray, list, { minLength: list.length })
      const told = turnsOf(list)
      expect(list.map((each) => turnsOf(shuffled).get(each))).toEqual(list.map((each) => told.get(each)))
    }),
  )
})
