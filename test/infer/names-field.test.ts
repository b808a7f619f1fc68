import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readName } from '../../src/infer/names.ts'
import { slowPatternsIn } from '../patterns.ts'

/** What stands behind "Hi", or "Hello" where nothing does. */
const greetedBy = (name: string, address: string): string => {
  const { kind, full, given } = readName(name, address)
  return kind === 'person' ? (given ?? full) : 'Hello'
}

describe('a name with something beside it is listed without it, and greeted by the given name', () => {
  test.each([
    ['Anna Lind, Nordwerk', 'anna.lind@nordwerk.example', 'Anna Lind', 'Anna'],
    ['Jonas Weidner, Kelp Energy', 'jonas.weidner@kelp-energy.example', 'Jonas Weidner', 'Jonas'],
    ['Kelp Energy | Jonas Weidner', 'jonas.weidner@kelp-energy.example', 'Jonas Weidner', 'Jonas'],
    ['Nordwerk - Anna Lind', 'anna.lind@nordwerk.example', 'Anna Lind', 'Anna'],
    ['Seven Hills Advisory⎥Miriam Deller', 'miriam.deller@sevenhills.example', 'Miriam Deller', 'Miriam'],
    ['Anna Lind, PhD', 'anna.lind@uni.example', 'Anna Lind', 'Anna'],
    ['PhD', 'anna.lind@uni.example', 'Anna Lind', 'Anna'],
    ['Ceo', 'anna.lind@firm.example', 'Anna Lind', 'Anna'],
    ['Bo Ek, Ceo', 'bo.ek@firm.example', 'Bo Ek', 'Bo'],
    ['Anna Lind (Berlin', 'anna.lind@nordwerk.example', 'Anna Lind', 'Anna'],
    ['Bo.Ek Ek', 'bo.ek@x.example', 'Bo Ek', 'Bo'],
    ['Lopez, Maria:SALES', 'maria.lopez@y.example', 'Maria Lopez', 'Maria'],
    ['cy.dee@z.example', 'cy.dee@z.example', 'Cy Dee', 'Cy'],
    ['Mary Jane Olsen', 'mj.olsen@w.example', 'Mary Jane Olsen', 'Mary'],
    ['Mary Ann Smith', 'mary-ann.smith@y.example', 'Mary Ann Smith', 'Mary Ann'],
    ['Berhane, Kidane T - Eagan, MN', 'kidane.berhane@post.example', 'Kidane T Berhane', 'Kidane'],
    ['Dr. Anna-Lena von der Heide', 'anna-lena.heide@klinik.example', 'Anna-Lena von der Heide', 'Anna-Lena'],
    ["'Bob Jones' via Sales List", 'sales@lists.example', 'Bob Jones', 'Bob'],
    ['Dra Maria Lopez', 'maria.lopez@hospital.example', 'Maria Lopez', 'Maria'],
    ['Doctor Eva Kranz', 'eva.kranz@praxis.example', 'Eva Kranz', 'Eva'],
    ['JIM LEE', 'jim.lee@z.example', 'Jim Lee', 'Jim'],
    ['Jane @Acme', 'jane.doe@acme.example', 'Jane Doe', 'Jane'],
    ['DE LA CRUZ Juan', 'juan.delacruz@manila.example', 'Juan de la Cruz', 'Juan'],
    ['Lopez, Maria, Berlin', 'maria.lopez@firm.example', 'Maria Lopez', 'Maria'],
    ['ann.lee+friends@z.example', 'ann.lee+friends@z.example', 'Ann Lee', 'Ann'],
    ['van der Berg, Anna', 'a.vdberg@x.example', 'Anna van der Berg', 'Anna'],
    ['Jürgen Groß', 'jürgen@müller.example', 'Jürgen Groß', 'Jürgen'],
    ['Prof. Dr. h.c. mult. Karl Weiß', 'karl.weiss@uni.example', 'Karl Weiß', 'Karl'],
    ['Sr. Juan Perez', 'juan.perez@es.example', 'Juan Perez', 'Juan'],
    ['~*~ Mia ~*~', 'mia@star.example', 'Mia', 'Mia'],
    ['Anna Lind she/her', 'anna.lind@n.example', 'Anna Lind', 'Anna'],
    ['Tom Brandt (Gmail)', 'tom.brandt@h.example', 'Tom Brandt', 'Tom'],
    ["SIOBHAN O'KELLY", 'siobhan@x.example', "Siobhan O'Kelly", 'Siobhan'],
    ['ronald mcdonald', 'ronald@x.example', 'Ronald McDonald', 'Ronald'],
  ])('%s <%s>', (name, address, listed, given) => {
    expect(readName(name, address)).toEqual({ kind: 'person', full: listed, given })
  })
})

describe('nobody is greeted by a family name', () => {
  test.each([
    ['Nguyễn Thị Lan', 'lan.nguyen@hanoi.example', ['Lan', 'Thị Lan', 'Nguyễn Thị Lan']],
    ['NGUYEN Van Anh', 'anh.nguyen@saigon.example', ['Anh', 'Van Anh']],
    ['KIM Minjun', 'minjun.kim@seoul.example', ['Minjun']],
    ['KIM Min-jun', 'kim.minjun@seoul.example', ['Min-jun']],
    ['LEE Soo-jin', 'sj.lee@busan.example', ['Soo-jin']],
    ['LI Wei', 'wei.li@beijing.example', ['Wei']],
    ['LOPEZ Maria', 'x1@madrid.example', ['Maria']],
    ['Szabó Péter', 'szabo.peter@ceg.example', ['Péter', 'Szabó Péter']],
    ['Szabó Péter', 'peter.szabo@ceg.example', ['Péter']],
    ['Ivanov Ivan Petrovich', 'ivanov@zavod.example', ['Ivan']],
    ['Иванов Иван Петрович', 'ivanov@zavod.example', ['Иван']],
    ['Prof. Whitaker', 's.whitaker@uni.example', ['Prof. Whitaker']],
    ['J. Smith', 'j.smith@corp.example', ['J. Smith']],
    ['smith, j (London)', 'j.smith@bank.example', ['J Smith']],
    ['山田 太郎', 'taro.yamada@tokyo.example', ['山田 太郎']],
    ['王敏(部长）', 'wangmin@firm.example', ['王敏']],
    ['李雷(销售部）', 'lilei@firm.example', ['李雷']],
    ['المهندس أحمد', 'ahmed@cairo.example', ['أحمد', 'المهندس أحمد']],
  ])('%s <%s>', (name, address, greetings) => {
    expect(greetings).toContain(greetedBy(name, address))
  })
})

test.each([
  ['Lindholt Webshop', 'marcus@lindholt-webshop.example'],
  ['City Gardens CS6', 'cs6@citygardens.example'],
  ['lindholt Partnernet', 'partner@lindholt.example'],
  ['Team Support', 'support@corp.example'],
  ['', 'j.smith@corp.example'],
  ['', 'info@corp.example'],
  ["Libby's Notetaker (Otter.ai)", 'notetaker@otter.example'],
  ['Small Boardroom', 'boardroom@corp.example'],
  ['Choir Board', 'choirboard@groups.example'],
  ['株式会社 田中', 'info@tanaka.example'],
])('what is no person, or has no name, is greeted without one: %s <%s>', (name, address) => {
  expect(greetedBy(name, address)).toBe('Hello')
})

test('any text is read, into one line that can be shown, and never into an empty one', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 })
  fc.assert(
    fc.property(anything, (name) => {
      const { full, given } = readName(name, 'anna.lind@nordwerk.example')
      expect(full.trim()).not.toBe('')
      expect(given).not.toBe('')
    }),
  )
})

test.each([
  'a',
  ' ',
  ',',
  '(',
  ')',
  '.',
  "'",
  '-',
  '|',
  ':',
  '@',
  '/',
  'A.',
  'a b ',
  '(a',
  'a, ',
  '"a" ',
  ' via ',
  'é',
  '王',
  '😀',
  'x - ',
  "o'",
])('a name of nothing but %j is read without going back and forth', (unit) => {
  const name = unit.repeat(16_384 / unit.length)
  const read = () => readName(`${name}x`, `${name.replaceAll(/[@ ]/g, '.')}@nordwerk.example`)
  expect(slowPatternsIn(read)).toEqual([])
})
