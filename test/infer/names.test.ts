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
  ['maria.lopez', 'Maria'],
  ['LOPEZ Maria', 'Maria'],
  ['Lopez, Maria, PhD', 'Maria'],
  ['Maria Lopez, CEO', 'Maria'],
  ['Dipl.-Ing. Jürgen Groß', 'Jürgen'],
  ['Dr. med. Anna Schmidt', 'Anna'],
  ['Frau Schmidt', null],
  ['Tom at Ledgerly', 'Tom'],
  ['Ada from Figwork', 'Ada'],
  ['Maria 🌸 Lopez', 'Maria'],
  ['Customer Service', null],
  ['דנה לוי', 'דנה'],
  ['לוי, דנה', 'דנה'],
  ['محمد علي', 'محمد'],
  ['山田 太郎', null],
  ['ნინო ბერიძე', 'ნინო'],
  ['NORDBAHN', null],
])('%s is greeted as %s', (name, expected) => {
  expect(greeted(name)).toBe(expected)
})

test.each([
  ['Priya Raman', 'praman', 'Priya'],
  ['Priya Raman', 'priya.raman', 'Priya'],
  ['Oluwaseun Adebayo', 'seun.adebayo', 'Oluwaseun'],
  ['Quân Võ', 'vo.quan', 'Quân'],
  ['Võ Quân', 'quan.vo', 'Quân'],
  ['Mina Ebrahimi', 'mina_ebrahimi', 'Mina'],
  ['María del Carmen', 'mcarmen', 'María del Carmen'],
  ['María del Carmen Ruiz', 'mcruiz', 'María del Carmen'],
  ['Maria das Dores Lopes', 'mdlopes', 'Maria das Dores'],
  ['Rossi Giulia', 'giulia.rossi', 'Giulia'],
  ['Rossi Giulia', 'hello', null],
  ['Antal Bálint', 'antal.balint', null],
  ['Aung Kyaw Moe', 'aungkyawmoe', null],
  ['JP Harkness', 'jp.harkness', null],
  ['Ong Li Ting', 'ong_liting', 'Li Ting'],
  ['Jolene Goh Hui Min', 'jolene', 'Jolene'],
])('%s at %s is greeted as %s', (name, local, expected) => {
  expect(greeted(name, `${local}@example.com`)).toBe(expected)
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
  ['maria.lopez', 'Maria Lopez'],
  ['LOPEZ Maria', 'Maria Lopez'],
  ['Lopez, Maria, PhD', 'Maria Lopez'],
  ['Maria Lopez, CEO', 'Maria Lopez'],
  ['IBM Research', 'IBM Research'],
  ['Ludwig von Mises', 'Ludwig von Mises'],
  ['Bo Ek via devs', 'Bo Ek'],
  ['ნინო ბერიძე', 'ნინო ბერიძე'],
  ['王 伟', '王 伟'],
  ['Cy Dee on behalf of Bo Ek', 'Cy Dee'],
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

test('of a given name alone the address tells the rest, if it is in it', () => {
  expect(fullName('Chidi', 'chidi.owusu@x.example')).toBe('Chidi Owusu')
  expect(fullName('Quân', 'quan.tran@x.example')).toBe('Quân Tran')
  expect(fullName('Chidi', 'c.owusu@x.example')).toBe('Chidi')
  expect(fullName('Chidi', 'anna.lind@x.example')).toBe('Chidi')
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
