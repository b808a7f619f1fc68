/** What a check-in may say of two people, from their messages and meetings. */
import { describe, expect, test } from 'vitest'
import { DAY, type Instant, instantAt, later } from '../../src/model/time.ts'
import { suggestionFacts } from '../../src/people/suggestion-facts.ts'
import type { StoredInteraction } from '../../src/store/interactions.ts'

const now = instantAt(1_790_000_000)
const ago = (days: number): Instant => later(now, -days * DAY)
const row = (
  kind: StoredInteraction['kind'],
  days: number,
  change: Partial<StoredInteraction> = {},
): StoredInteraction => ({
  ...{ feed: kind === 'met' ? 'calendar' : 'mail', accountId: 1, contactId: 1, kind, at: ago(days), size: 1 },
  ...{ item: days, message: days, thread: days, role: 'to', isAnswer: false, isRecurring: false },
  ...{ response: 'accepted', isDoubted: false },
  ...change,
})

describe('what a check-in may refer to', () => {
  test('is the last message between the two alone, with its id', () => {
    const { lastItem } = suggestionFacts([row('received', 2, { size: 4 }), row('sent', 9, { id: 'ab' })], {
      isRead: true,
      now,
    })
    expect(lastItem).toEqual({ from: 'message', accountId: 1, at: ago(9), item: 9, id: 'ab', begunBy: 'user' })
  })

  test('is their last meeting of at most four, where that came later', () => {
    const history = [row('met', 1, { size: 9 }), row('met', 3, { size: 3, role: 'from' }), row('sent', 9)]
    expect(suggestionFacts(history, { isRead: true, now }).lastItem).toMatchObject({
      from: 'meeting',
      at: ago(3),
      begunBy: 'them',
    })
  })

  test('and the last of the other kind, where there is one', () => {
    const history = [row('met', 3, { size: 3 }), row('sent', 5, { size: 4 }), row('sent', 9)]
    expect(suggestionFacts(history, { isRead: true, now })).toMatchObject({
      lastItem: { from: 'meeting', at: ago(3) },
      otherItem: { from: 'message', at: ago(9) },
    })
    expect(suggestionFacts([row('sent', 9)], { isRead: true, now })).not.toHaveProperty('otherItem')
  })

  test('was begun by whoever wrote the first of its thread, if that is there', () => {
    const answer = row('sent', 2, { thread: 7, isAnswer: true })
    expect(suggestionFacts([answer, row('received', 3, { thread: 7 })], { isRead: true, now }).lastItem?.begunBy).toBe(
      'them',
    )
    expect(suggestionFacts([answer], { isRead: true, now }).lastItem).not.toHaveProperty('begunBy')
  })

  test('is nothing where they were only ever in a crowd', () => {
    expect(suggestionFacts([row('seen', 2, { size: 12 })], { isRead: true, now }).lastItem).toBeNull()
  })
})

test('the last time in a crowd counts only where it came after the last direct contact', () => {
  expect(suggestionFacts([row('seen', 2), row('sent', 9)], { isRead: true, now }).lastSeen).toEqual({
    at: ago(2),
    how: 'thread',
  })
  expect(suggestionFacts([row('sent', 2), row('seen', 9)], { isRead: true, now }).lastSeen).toBeNull()
})

test('the first contact is told only where the past is read', () => {
  const history = [row('sent', 2), row('received', 90)]
  expect(suggestionFacts(history, { isRead: true, now }).firstAt).toBe(ago(90))
  expect(suggestionFacts(history, { isRead: false, now }).firstAt).toBeNull()
})

test('their message is unanswered where it opened a conversation and nothing was written since', () => {
  expect(suggestionFacts([row('received', 2), row('sent', 60)], { isRead: true, now }).isTheirsUnanswered).toBe(true)
  expect(suggestionFacts([row('received', 2), row('sent', 3)], { isRead: true, now }).isTheirsUnanswered).toBe(false)
  expect(suggestionFacts([row('sent', 1), row('received', 2)], { isRead: true, now }).isTheirsUnanswered).toBe(false)
})

test('who begins is told of what the two alone write, of the last year', () => {
  const theirs = [5, 40, 80].map((days) => row('received', days, { thread: days }))
  const inCopy = [20, 60].map((days) => row('sent', days, { thread: days, size: 4 }))
  const old = row('sent', 500, { thread: 500 })
  expect(suggestionFacts([...theirs, ...inCopy, old], { isRead: true, now }).begun).toEqual({ byThem: 3, all: 3 })
})

test('when the two last met is told, in company too, and of no meeting still to come', () => {
  const history = [row('met', -3), row('sent', 2), row('met', 8, { size: 9 })]
  expect(suggestionFacts(history, { isRead: true, now }).lastMetAt).toBe(ago(8))
  expect(suggestionFacts([row('sent', 2)], { isRead: true, now }).lastMetAt).toBeNull()
})
