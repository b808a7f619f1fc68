import { expect, test } from 'vitest'
import { uncloaked } from '../../../src/providers/kit/uncloaked.ts'

test.each([
  ['bo.ek@x.example.ogcs', 'bo.ek@x.example'],
  ['bo.ek@mail.x.example.OGCS', 'bo.ek@mail.x.example'],
  ['bo.ek@x.example.invalid', 'bo.ek@x.example'],
])('a word behind the address of a guest is no part of it: %s', (address, guest) => {
  expect(uncloaked(address)).toBe(guest)
})

test.each(['bo@ogcs.example', 'bo@x.invalid', 'bo.ogcs@x.example', 'bo@x.example', ''])(
  '%s stays as it is',
  (address) => {
    expect(uncloaked(address)).toBe(address)
  },
)
