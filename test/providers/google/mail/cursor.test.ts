import { expect, test } from 'vitest'
import { readCursor } from '../../../../src/providers/google/mail/cursor.ts'
import type { Cursor } from '../../../../src/providers/provider.ts'

const cursorOf = (state: object) => JSON.stringify(state) as Cursor

const older = {
  version: 2,
  historyId: '77',
  total: 9,
  past: {
    stage: 'letters',
    pageToken: 'next',
    isListed: true,
    todo: ['a1', 'tb2'],
    packs: { threads: 'AAAAAAAAAAA', messages: '' },
    sortedAt: { SENT: 'there' },
    readBackTo: 5,
  },
  news: null,
}

test('a position from before reading had a memory is kept, without what it remembered', () => {
  const { packs, ...past } = older.past
  expect(readCursor(cursorOf(older))).toEqual({
    ok: true,
    value: { ...older, version: 3, past: { ...past, read: '', isRemembered: false, isSampled: false } },
  })
})

test.each([
  ['of a version nobody knows', cursorOf({ ...older, version: 1 })],
  ['without a place in history', cursorOf({ ...older, historyId: undefined })],
  ['that is no JSON', '{' as Cursor],
])('a position %s is as good as forgotten', (_name, cursor) => {
  expect(readCursor(cursor)).toEqual({ ok: false, error: { reason: 'cursor_expired' } })
})
