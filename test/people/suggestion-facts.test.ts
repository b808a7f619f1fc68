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
    const { lastItem } = suggestionFacts([row('received', 2, { size: 4 }), row('sent', 9, { id: 'ab' })], true)
    expect(lastItem).toEqual({ from: 'message', accountId: 1, at: ago(9), item: 9, id: 'ab', begunBy: 'user' })
  })

  test('is their last meeting of at most four, where that came later', () => {
    const history = [row('met', 1, { size: 9 }), row('met', 3, { size: 3, role: 'from' }), row('sent', 9)]
    expect(suggestionFacts(history, true).lastItem).toMatchObject({ from: 'meeting', at: ago(3), begunBy: 'them' })
  })

  test('was begun by whoever wrote the first of its thread, if that is there', () => {
    const answer = row('sent', 2, { thread: 7, isAnswer: true })
    expect(suggestionFacts([answer, row('received', 3, { thread: 7 })], true).lastItem?.begunBy).toBe('them')
    expect(suggestionFacts([answer], true).lastItem).not.toHaveProperty('begunBy')
  })

  test('is nothing where they were only ever in a crowd', () => {
    expect(suggestionFacts([row('seen', 2, { size: 12 })], true).lastItem).toBeNull()
  })
})

test('the last time in a crowd counts only where it came after the last direct contact', () => {
  expect(suggestionFacts([row('seen', 2), row('sent', 9)], true).lastSeen).toEqual({ at: ago(2), how: 'thread' })
  expect(suggestionFacts([row('sent', 2), row('seen', 9)], true).lastSeen).toBeNull()
})

test('the first contact is told only where the past is read', () => {
  const history = [row('sent', 2), row('received', 90)]
  expect(suggestionFacts(history, true).firstAt).toBe(ago(90))
  expect(suggestionFacts(history, false).firstAt).toBeNull()
})

test('their message is unanswered where it opened a conversation and nothing was written since', () => {
  expect(suggestionFacts([row('received', 2), row('sent', 60)], true).isTheirsUnanswered).toBe(true)
  expect(suggestionFacts([row('received', 2), row('sent', 3)], true).isTheirsUnanswered).toBe(false)
  expect(suggestionFacts([row('sent', 1), row('received', 2)], true).isTheirsUnanswered).toBe(false)
})
