import { describe, expect, test } from 'vitest'
import { type Copy, eachOnce } from '../../src/infer/copies.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

const at = 1_795_000_000 as Instant
const one: Copy = { accountId: 1, contactId: 7, at, kind: 'received', letter: 5 }

describe('the same letter in two mailboxes', () => {
  test('counts once, a minute or a day apart', () => {
    for (const later of [0, 60, DAY]) {
      expect(eachOnce([one, { ...one, accountId: 2, at: (at + later) as Instant }])).toEqual([one])
    }
  })

  test('counts as contact where one of them was', () => {
    const seen = { ...one, accountId: 2, kind: 'seen' as const }
    expect(eachOnce([seen, one])).toEqual([one])
    expect(eachOnce([one, seen])).toEqual([one])
  })

  test('is one letter in three, too', () => {
    expect(eachOnce([one, { ...one, accountId: 2 }, { ...one, accountId: 3 }])).toEqual([one])
  })
})

describe('are two', () => {
  test.each<[string, Copy]>([
    ['letters of different names', { ...one, accountId: 2, letter: 6 }],
    ['letters without a name', { ...one, accountId: 2, letter: 0 }],
    ['letters of one mailbox', { ...one }],
    ['letters from different people', { ...one, accountId: 2, contactId: 8 }],
    ['letters a week apart', { ...one, accountId: 2, at: (at + 7 * DAY) as Instant }],
  ])('%s', (_, other) => {
    const first = other.letter === 0 ? { ...one, letter: 0 } : one
    expect(eachOnce([first, other])).toEqual([first, other])
  })
})
