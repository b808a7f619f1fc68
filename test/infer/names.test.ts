import { expect, test } from 'vitest'
import { fullName, givenName, nameKey } from '../../src/infer/names.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'

const greeted = (name: string, address = 'x1@example.com') => givenName(name, address as CanonicalAddress)

test.each([
  ['Maria Lopez', 'Maria'],
  ['Lopez, Maria (Berlin)', 'Maria'],
  ['Dr. Anna Schmidt', 'Anna'],
  ['Prof. Dr. Jürgen Groß', 'Jürgen'],
  ['maria lopez', 'Maria'],
  ['MARIA LOPEZ', 'Maria'],
  ['Jean-Luc Martin', 'Jean-Luc'],
  ['Smith, PhD', null],
  ['Anna Schmidt, PhD', 'Anna'],
  ['Anna', 'Anna'],
  ['Dr.', null],
  ['Info', null],
  ['ACME', null],
  ['Support Team', null],
  ['The Studio', null],
  ['王 伟', null],
  ['김 민준', null],
  ['J. Smith', null],
  ['', null],
])('%s is greeted as %s', (name, expected) => {
  expect(greeted(name)).toBe(expected)
})

test.each([
  ['maria.lopez@example.com', 'Maria'],
  ['mlopez@example.com', null],
  ['info@example.com', null],
  ['j.smith@example.com', null],
  ['linux-kernel@example.com', null],
  ['sales.berlin@example.com', null],
  ["nicholas.o'hara@example.com", 'Nicholas'],
])('without a name, %s is greeted as %s', (address, expected) => {
  expect(greeted('', address)).toBe(expected)
})

test.each([
  ['Lopez, Maria (Berlin)', 'Maria Lopez'],
  ["'Bo Ek' via Devs", 'Bo Ek'],
  ['Jon Ekström (Tracker)', 'Jon Ekström'],
  ['', 'bo@example.com'],
  ['bo@example.com', 'bo@example.com'],
  ['tara chaudhary', 'Tara Chaudhary'],
  ['MARIA LOPEZ', 'Maria Lopez'],
  ['Ann McKay', 'Ann McKay'],
])('%s is listed as %s', (name, expected) => {
  expect(fullName(name, 'bo@example.com')).toBe(expected)
})

test.each([
  ['maria.lopez@example.com', 'Maria Lopez'],
  ['maria_lopez@example.com', 'Maria Lopez'],
  ['m.lopez@example.com', 'm.lopez@example.com'],
  ['sales.berlin@example.com', 'sales.berlin@example.com'],
])('nobody named %s: listed as %s', (address, expected) => {
  expect(fullName('', address)).toBe(expected)
})

test('a firm that writes from its role address is not greeted by its first word', () => {
  expect(greeted('Joiner Lind', 'hello@joiner-lind.example')).toBeNull()
  expect(greeted('Anna Lind', 'hello@joiner-lind.example')).toBe('Anna')
  expect(greeted('Anna Lind', 'anna@anna-lind.example')).toBe('Anna')
})

test.each([
  ['Weidner, Jonas K. (Berlin)', 'Jonas Weidner'],
  ['Dr. Zoë Brontë', 'Zoe Bronte'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other))
  expect(nameKey(one)).not.toBeNull()
})
