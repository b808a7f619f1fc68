import { expect, test } from 'vitest'
import { entryOf, entryText } from '../../../../src/providers/google/mail/cursor.ts'
import type { Entry } from '../../../../src/providers/google/mail/read.ts'

test.each<Entry>([
  { kind: 'messages', id: '18f0c1d2e3a4b5c6' },
  { kind: 'threads', id: '18f0c1d2e3a4b5c6' },
])('an entry of $kind comes out of the cursor as it went in', (entry) => {
  expect(entryOf(entryText(entry))).toEqual(entry)
})
