import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersLikePeople, turnsOf } from '../../src/model/conversation.ts'
import type { Exchange } from '../../src/model/interaction.ts'
import { DAY, HOUR, type Instant, later } from '../../src/model/time.ts'
import { answersBy } from '../../src/score/signals/answers.ts'
import { balanceOf } from '../../src/score/signals/balance.ts'

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

const day = 24

describe('who began a conversation', () => {
  const beginnings = (...told: readonly Exchange[]) => told.map((each) => turnsOf(told).get(each)?.isBeginning ?? null)

  test.each([
    ['the user', letter('sent', 0), true],
    ['the other', letter('received', 0), true],
    ['neither: it merely went past both', letter('seen', 0, { role: 'from', size: 12 }), null],
    ['nobody can tell: what it answers is not here', letter('sent', 0, answer), false],
  ] as const)('%s', (_name, first, isBeginning) => {
    expect(beginnings(first)).toEqual([isBeginning])
  })

  test('who wrote after a quiet week, in whatever thread', () => {
    const first = letter('sent', 0)
    expect(beginnings(first, letter('sent', 3 * day, { thread: 2 }))).toEqual([true, false])
    expect(beginnings(first, letter('sent', 8 * day, { thread: 2 }))).toEqual([true, true])
    expect(beginnings(first, letter('sent', 8 * day, answer))).toEqual([true, true])
  })

  test('not who answered the beginning late, unless it was weeks later', () => {
    const first = letter('sent', 0)
    expect(beginnings(first, letter('received', 20 * day))).toEqual([true, false])
    expect(beginnings(first, letter('received', 22 * day))).toEqual([true, true])
  })

  test('a meeting is no letter, but no quiet either', () => {
    const met = letter('met', 5 * day, { feed: 'calendar' })
    expect(beginnings(letter('sent', 0), met, letter('sent', 10 * day))).toEqual([true, null, false])
  })
})

describe('answers', () => {
  const hoursOf = (...told: readonly Exchange[]) =>
    told.map((each) => {
      const after = turnsOf(told).get(each)?.answersAfter ?? null
      return after === null ? null : after / HOUR
    })

  test('come so long after the letter of the other side, in whatever thread', () => {
    const told = [letter('received', 50, answer), letter('sent', 26, answer), letter('received', 4, { thread: 2 })]
    expect(hoursOf(...told, letter('sent', 0))).toEqual([24, 22, 4, null])
  })

  test('count from the last of several in a row, and only the first of them answers', () => {
    const told = [letter('received', 35, answer), letter('received', 30, answer), letter('sent', 20), letter('sent', 0)]
    expect(hoursOf(...told)).toEqual([null, 10, null, null])
  })

  test('are none to letters that both were merely on, nor to those that went to many', () => {
    expect(hoursOf(letter('received', 9, answer), letter('seen', 4), letter('sent', 0))).toEqual([9, null, null])
    expect(hoursOf(letter('received', 9, answer), letter('sent', 0, { size: 3 }))).toEqual([null, null])
  })

  test('are none after three weeks, though a meeting came between', () => {
    const told = [letter('sent', 0), letter('met', 20 * day, { feed: 'calendar' }), letter('received', 22 * day)]
    expect(hoursOf(...told)).toEqual([null, null, null])
  })
})

/** Nobody who counts the lines may find other numbers than the sentences have. */
test('conversations and answers are counted as they are told, line by line', () => {
  const told = [
    letter('received', 90 * day, { thread: 4 }),
    letter('sent', 61 * day, { ...answer, thread: 3 }),
    letter('received', 60 * day, { thread: 3 }),
    letter('sent', 31 * day, { thread: 2 }),
    letter('sent', 30 * day, { thread: 1 }),
    letter('received', 3 * day, { thread: 2 }),
    letter('sent', 0),
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
    expect(answersBy(by, told).answered).toBe(
      turns.filter((turn) => turn.kind === kind && turn.answersAfter !== null).length,
    )
  }
})

describe('answering as people do', () => {
  const minutes = (count: number) => count / 60

  test('takes longer than a minute, in the thread of a letter of the user’s', () => {
    const answeredAfter = (hours: number, change: Partial<Exchange> = answer) =>
      answersLikePeople([letter('received', hours, change), letter('sent', 0)])
    expect([answeredAfter(minutes(0.5)), answeredAfter(minutes(2)), answeredAfter(9)]).toEqual([false, true, true])
    expect(answeredAfter(9, { thread: 2 })).toBe(false)
    expect(answeredAfter(40 * day)).toBe(true)
    expect(answersLikePeople([letter('received', 9, answer), letter('sent', 0, { size: 5 })])).toBe(true)
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
