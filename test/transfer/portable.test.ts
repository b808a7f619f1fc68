import { expect, test } from 'vitest'
import { peopleNamed, portableNames, renamed, storedNames } from '../../src/transfer/portable.ts'

const stored = {
  at: 1,
  list: [{ personId: 3, reason: { other: { personId: 4 } }, known: { lastItem: { accountId: 2 } } }],
}

test('people and accounts are renamed wherever they stand, and everything else stays', () => {
  const there = renamed(stored, {
    from: storedNames,
    to: portableNames,
    person: (id) => `p${id}@x.example`,
    account: (id) => Number(id) + 10,
  })
  expect(there).toEqual({
    at: 1,
    list: [
      { person: 'p3@x.example', reason: { other: { person: 'p4@x.example' } }, known: { lastItem: { account: 12 } } },
    ],
  })
})

test('everybody a value names is found', () => {
  expect(peopleNamed(stored, 'personId')).toEqual([3, 4])
})
