/** A whole id comes back as it was, where it fits into 64 bits. */
import { expect, test } from 'vitest'
import { idOfWhole, itemKey, wholeId } from '../../src/store/item-key.ts'

test.each(['19a1b2c3d4e5f607', 'ffffffffffffffff', '0000000000000001', 'fb1c2d3e4f50617', '8000000000000000'])(
  '%s',
  (id) => {
    expect(idOfWhole(wholeId(id) ?? '0', itemKey(id))).toBe(id)
  },
)

test.each(['AAMkAGI2TG93AAA=', '19a1b2c3d4e5f6071', '', '19A1'])('%s is no such id', (id) => {
  expect(wholeId(id)).toBeNull()
})

test('an id of another item is none', () => {
  expect(idOfWhole(wholeId('19a1b2c3d4e5f607') ?? '0', itemKey('19a1b2c3d4e5f608'))).toBeNull()
})
