import { expect, test } from 'vitest'
import { headerFault } from '../../../src/deliver/render/header-rules.ts'

const many = (count: number, name: (index: number) => string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), 'x']))

test.each([
  ['nothing', {}],
  ['a list header', { 'List-Help': '<https://p.test/help>' }],
  ['an address to unsubscribe at by mail and by web', { 'List-Unsubscribe': '<https://p.test/u>, <mailto:u@p.test>' }],
  ['thirty of one’s own', many(30, (index) => `X-Own-${index}`)],
  ['a value of 2,048 bytes', { 'X-Long': 'x'.repeat(2048) }],
])('%s is allowed', (_what, headers) => {
  expect(headerFault(headers)).toBeNull()
})

test.each([
  ['one that the service writes', { 'Message-ID': '<1@p.test>' }],
  ['another one that it writes', { 'ARC-Seal': 'x' }],
  ['one that has a field', { Subject: 'x' }],
  ['one that is not on the list', { Foo: 'x' }],
  ['http to unsubscribe', { 'List-Unsubscribe': '<http://p.test/u>' }],
  ['one click without an address', { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }],
  [
    'one click by mail alone',
    { 'List-Unsubscribe': '<mailto:u@p.test>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  ],
  ['another word for one click', { 'List-Unsubscribe': '<https://p.test/u>', 'List-Unsubscribe-Post': 'yes' }],
  ['an odd precedence', { Precedence: 'urgent' }],
  ['a line break', { 'X-Own': 'a\r\nBcc: eve@evil.example' }],
  ['an empty value', { 'X-Own': ' ' }],
  ['a value too long', { 'X-Long': 'ü'.repeat(1100) }],
  ['a name too long', { [`X-${'y'.repeat(100)}`]: 'x' }],
  ['a name with a colon', { 'X-A:B': 'x' }],
  ['the same twice', { 'X-Own': 'a', 'x-own': 'b' }],
  ['twenty-one that are not one’s own', many(21, (index) => `List-A${'abcdefghijklmnopqrstuvwxyz'[index]}`)],
  ['16 KB of them', Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`X-${index}`, 'x'.repeat(2000)]))],
])('%s is refused', (_what, headers) => {
  expect(headerFault(headers)).not.toBeNull()
})
