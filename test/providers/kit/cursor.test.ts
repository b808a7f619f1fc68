import * as v from 'valibot'
import { expect, test } from 'vitest'
import { cursorCodec } from '../../../src/providers/kit/cursor.ts'
import type { Cursor } from '../../../src/providers/provider.ts'

const schema = v.object({ syncToken: v.nullable(v.string()) })
const codec = cursorCodec(2, schema)

test('a position comes out of its cursor as it went in', () => {
  for (const state of [{ syncToken: 'abc' }, { syncToken: null }]) {
    expect(codec.read(codec.write(state))).toEqual({ ok: true, value: state })
  }
})

test.each([
  ['of another version', cursorCodec(1, schema).write({ syncToken: 'abc' })],
  ['of another shape', cursorCodec(2, v.object({ link: v.string() })).write({ link: '/me' })],
  ['that is no JSON', '{' as Cursor],
  ['that is empty', '' as Cursor],
])('a cursor %s is as good as expired', (_name, cursor) => {
  expect(codec.read(cursor)).toEqual({ ok: false, error: { reason: 'cursor_expired' } })
})
