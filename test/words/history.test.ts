import { describe, expect, test } from 'vitest'
import type { InteractionKind } from '../../src/model/interaction.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { companyOf } from '../../src/score/signals/company.ts'
import { replyHabitBy } from '../../src/score/signals/reply-habit.ts'
import { describeAnswers, describeCompany, describeOpenMessage } from '../../src/words/history.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => Math.round(now - days * DAY) as Instant
type Contact = readonly [kind: InteractionKind, daysAgo: number, size?: number]
const history = (...contacts: readonly Contact[]) =>
  contacts.map(([kind, days, size = 1]) => ({ kind, at: ago(days), size })).sort((a, b) => b.at - a.at)

/** Their messages, each answered by the user two days later. */
const answered: readonly Contact[] = [60, 90, 120].flatMap((day): readonly Contact[] => [
  ['received', day],
  ['sent', day - 2],
])
const between = (list: ReturnType<typeof history>) => ({
  name: 'Maria',
  now,
  user: replyHabitBy('user', list),
  them: replyHabitBy('them', list),
})

describe('answers', () => {
  test('are counted to messages between the two, the open one left out', () => {
    const list = history(['received', 12], ...answered)
    expect(replyHabitBy('user', list)).toEqual({ messages: 3, answered: 3, usualDays: 2 })
    expect(replyHabitBy('user', history(['received', 40, 9], ...answered)).messages).toBe(3)
  })

  test('after three weeks answer nothing', () => {
    expect(replyHabitBy('user', history(['sent', 60], ['received', 90], ['sent', 91]))).toMatchObject({
      messages: 1,
      answered: 0,
    })
  })

  test('in words, for both, and not at all where there are too few', () => {
    const list = history(...answered)
    expect(describeAnswers('Maria', between(list))).toBe('You reply to every message, mostly within 2 days.')
    expect(describeAnswers('Maria', between(history(['sent', 3], ['received', 5])))).toBe('too few messages to say')
    const unanswered = history(['sent', 20], ['sent', 60], ['sent', 100], ['sent', 140])
    expect(describeAnswers('Maria', between(unanswered))).toBe('Maria replies to none of 3 messages.')
  })
})

describe('a message that waits for a reply', () => {
  test('is told with who wrote it, and how long such messages usually wait', () => {
    const list = history(['received', 12], ...answered)
    expect(describeOpenMessage(list, between(list))).toBe(
      'Maria wrote last, 12 days ago; you usually reply within 2 days.',
    )
    const mine = history(['sent', 5])
    expect(describeOpenMessage(mine, between(mine))).toBe('You wrote last, 5 days ago.')
  })

  test('is none after a meeting, to several, or after months', () => {
    for (const list of [history(['met', 1], ['received', 12]), history(['received', 12, 4]), history(['received', 90])])
      expect(describeOpenMessage(list, between(list))).toBeNull()
  })
})

test('how two are in touch: messages and meetings, alone and in company', () => {
  const list = history(['sent', 5], ['received', 6, 3], ['met', 9], ['seen', 2, 8], ['met', 900])
  expect(describeCompany(companyOf(list, ago(730)))).toBe(
    '2 messages and 1 meeting in the last two years, 2 of them between the two of you alone',
  )
  expect(describeCompany(companyOf([], ago(730)))).toBe('not at all in the last two years')
})
