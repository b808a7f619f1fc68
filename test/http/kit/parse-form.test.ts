import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { formEntryOf, parseForm, readAs } from '../../../src/http/kit/parse-form.ts'

const schema = v.object({
  zone: readAs((text) => (text === 'UTC' ? text : null), 'zone'),
  how: v.picklist(['call', 'coffee']),
})

describe('a form', () => {
  test('is its values', () => {
    expect(parseForm(schema, { zone: 'UTC', how: 'call', more: 'x' })).toEqual({
      ok: true,
      value: { zone: 'UTC', how: 'call' },
    })
  })

  test('tells what is wrong with each field, one that is missing included', () => {
    expect(parseForm(schema, { how: 'letter' })).toEqual({ ok: false, error: { zone: 'zone', how: 'choice' } })
  })
})

test('a form shown again keeps what was typed, beside a sentence about what is wrong', () => {
  const entry = formEntryOf({ zone: 'Europe/Atlantis', file: 7 }, { zone: 'zone' })
  expect(entry.values).toEqual({ zone: 'Europe/Atlantis' })
  expect(entry.errors.zone).toMatch(/time zone/)
})
