import { addressParser } from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { canonicalAddress, mailbox, parseAddresses } from '../../src/model/address.ts'

const spelled = (header: string) => parseAddresses(header).map(({ name, address }) => [name, address])

describe('canonical addresses', () => {
  test.each([
    ['Bo@Example.COM', 'bo@example.com'],
    ['bo@example.com.', 'bo@example.com'],
    ['<mailto:bo@example.com>', 'bo@example.com'],
    ['mailto:bo@example.com', 'bo@example.com'],
    ["'bo@example.com'", 'bo@example.com'],
    ['b.o+news@googlemail.com', 'bo@gmail.com'],
    ['b.o+news@example.com', 'b.o+news@example.com'],
    ['jürgen@münchen.example', 'jürgen@xn--mnchen-3ya.example'],
    ['JÜRGEN@XN--MNCHEN-3YA.example', 'jürgen@xn--mnchen-3ya.example'],
    ['nobody', null],
    ['@example.com', null],
    ['bo@', null],
    ['bo@localhost', null],
    ['bo ek@example.com', null],
    ['/O=EXCHANGELABS/OU=ADMIN/CN=RECIPIENTS/CN=BO', null],
    ['', null],
  ])('%s is %s', (raw, expected) => {
    expect(canonicalAddress(raw)).toBe(expected)
  })

  test('an address of 300 characters is none', () => {
    expect(canonicalAddress(`${'a'.repeat(290)}@example.com`)).toBeNull()
  })
})

describe('address headers', () => {
  test.each([
    ['Bo Ek <bo@example.com>', [['Bo Ek', 'bo@example.com']]],
    ['bo@example.com', [['', 'bo@example.com']]],
    [
      '"Ek, Bo" <bo@example.com>, ann@example.org',
      [
        ['Ek, Bo', 'bo@example.com'],
        ['', 'ann@example.org'],
      ],
    ],
    [
      'Team: a@x.example, "B, C" <b@x.example>;',
      [
        ['', 'a@x.example'],
        ['B, C', 'b@x.example'],
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['=?utf-8?Q?B=C3=B6?= =?utf-8?Q?_Ek?= <bo@x.example>', [['Bö Ek', 'bo@x.example']]],
    ['=?utf-8?B?QsM=?= =?utf-8?B?tg==?= <bo@x.example>', [['Bö', 'bo@x.example']]],
    ["'Bo Ek' <'bo@x.example'>", [['Bo Ek', 'bo@x.example']]],
    [
      'a@x.example; b@x.example',
      [
        ['', 'a@x.example'],
        ['', 'b@x.example'],
      ],
    ],
    ['Bo (at work (really)) <bo@x.example>', [['Bo', 'bo@x.example']]],
    ['<>', []],
    ['Bo Ek', []],
    ['', []],
  ])('%s', (header, expected) => {
    expect(spelled(header)).toEqual(expected)
  })

  test('a name cannot smuggle in a line break or turn the writing direction', () => {
    expect(spelled('"Bo\r\nBcc: x" <bo@x.example>, "\u202Eevil" <e@x.example>')).toEqual([
      ['Bo Bcc: x', 'bo@x.example'],
      ['evil', 'e@x.example'],
    ])
  })

  test('the spelling its owner uses is kept beside the canonical form', () => {
    expect(parseAddresses('Bo.Ek@Gmail.com')[0]).toEqual({
      name: '',
      address: 'boek@gmail.com',
      spelling: 'Bo.Ek@Gmail.com',
    })
  })
})

test.each([
  ['Bo.Ek+lists@Gmail.com', 'boek@gmail.com'],
  ['b.o.ek@googlemail.com', 'boek@gmail.com'],
  ['bo.ek+lists@outlook.com', 'bo.ek@outlook.com'],
  ['bo+shop@icloud.com', 'bo@icloud.com'],
  ['+@proton.me', '+@proton.me'],
  ['bo.ek+lists@example.com', 'bo.ek+lists@example.com'],
])('%s is %s: tags and dots count for nothing only where the provider says so', (raw, expected) => {
  expect(canonicalAddress(raw)).toBe(expected)
})

describe('a name of one encoded word (RFC 2047) reads as the whole grammar reads it', () => {
  test.each([
    '=?utf-8?Q?Elif_=C5=9Eahin?=',
    '=?utf-8?B?SMOla29uIEhvbG0=?=',
    '=?iso-8859-1?Q?J=FCrgen_Engel?=',
    '=?utf-8?Q?D=C4=85browski=2C_Grzegorz?=',
    '=?utf-8*de?q?B=C3=B6?=',
    '=?iso-2022-jp?B?GyRCRURDZhsoQg==?=',
    '=?utf-8?Q?bo=40x.example?=',
    '=?utf-8?Q?=3Cbo=40x.example=3E?=',
    '=?utf-8?B?Qm8gPGV2aWxAeC5leGFtcGxlPg==?=',
    '=?utf-8?Q?=22Bo=22_=28Ek=29?=',
    '=?utf-8?Q?Bo=0D=0ABcc=3A_x?=',
    '=?utf-8?Q?=C3?=',
    '=?utf-8?B?###?=',
    '=?unheard-of?Q?a=FF?=',
    '=?utf-8?Q??=',
    '=?utf-8?Q?a;b?=',
  ])('%s', (name) => {
    for (const header of [
      `${name} <bo@x.example>`,
      `${name}<bo@x.example>`,
      `Ann <a@x.example>, ${name} <bo@x.example>`,
    ]) {
      const whole = addressParser(header).flatMap(({ name, address }) => mailbox(name, address ?? '') ?? [])
      expect(parseAddresses(header)).toEqual(whole)
    }
  })
})

test.each([
  'bo@x.example,spy@y.example',
  'bo@x.example;spy@y.example',
  '"bo,spy@y.example"@x.example',
  'bo@spy@x.example',
  'b\u202eo@x.example',
  'b\u200bo@x.example',
  'b\u00a0o@x.example',
  'b\u2028o@x.example',
  'b\ud800o@x.example',
  'b\u0000o@x.example',
])('an address that would be two, or looks like another, is none: %j', (raw) => {
  expect(canonicalAddress(raw)).toBeNull()
  expect(mailbox('Bo', raw)).toBeNull()
})
