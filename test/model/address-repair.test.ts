import { describe, expect, test } from 'vitest'
import { parseAddresses } from '../../src/model/address.ts'

const spelled = (header: string) => parseAddresses(header).map(({ name, spelling }) => `${name} <${spelling}>`)

describe('a comma in a name without quotes makes no second person', () => {
  test.each([
    ['Anna Lind, PhD <a@x.example>', ['Anna Lind, PhD <a@x.example>']],
    ['Lind, Anna <a@x.example>, Ek, Bo, Dr. <b@x.example>', ['Lind, Anna <a@x.example>', 'Ek, Bo, Dr. <b@x.example>']],
    ['Board: Lind, Anna <a@x.example>, Bo <b@x.example>;', ['Lind, Anna <a@x.example>', 'Bo <b@x.example>']],
    ['ann, Bo Ek <b@x.example>', ['Bo Ek <b@x.example>']],
    ['a@x.example, Ek, Bo <b@x.example>', [' <a@x.example>', 'Ek, Bo <b@x.example>']],
  ])('%s', (header, expected) => {
    expect(spelled(header)).toEqual(expected)
  })
})

describe('a bracket or quote that is never closed swallows no address', () => {
  test.each([
    ['Bo (Sales <bo@x.example>, Cy (Home) <cy@y.example>', ['Bo <bo@x.example>', 'Cy <cy@y.example>']],
    ['Bo (Sales (North) <bo@x.example>', ['Bo <bo@x.example>']],
    ['bo@x.example (Bo Ek, cy@y.example (Cy Dee)', ['Bo Ek <bo@x.example>', 'Cy Dee <cy@y.example>']],
    ['李雷(销售部）<lilei@x.example>', ['李雷 <lilei@x.example>']],
    ['李雷（销售部)<lilei@x.example>', ['李雷 <lilei@x.example>']],
    ['王敏 ＜wang＠x.example＞', ['王敏 <wang@x.example>']],
    ['a@x.example，b@x.example；c@x.example', [' <a@x.example>', ' <b@x.example>', ' <c@x.example>']],
    ['"Bo Ek <bo@x.example>', ['Bo Ek <bo@x.example>']],
    ['"Bo <bo@x.example>, "Dee, Cy" <cy@y.example>', ['Bo <bo@x.example>', 'Dee, Cy <cy@y.example>']],
    ['Bo Ek <bo@x.example', ['Bo Ek <bo@x.example>']],
    ['Bo Ek <<bo@x.example>>', ['Bo Ek <bo@x.example>']],
  ])('%s', (header, expected) => {
    expect(spelled(header)).toEqual(expected)
  })

  test('brackets within quotes are text', () => {
    expect(spelled('"Bo (Sales" <bo@x.example>')).toEqual(['Bo (Sales <bo@x.example>'])
    expect(spelled('"undisclosed-recipients (no end":;')).toEqual([])
  })

  test('what is in order stays as it is', () => {
    expect(spelled('"Ek (Bo), Dr" <bo@x.example>, Cy (at work, mostly) <cy@y.example>')).toEqual([
      'Ek (Bo), Dr <bo@x.example>',
      'Cy <cy@y.example>',
    ])
  })
})

test.each(["<'dora@x.example'>", 'mailto:dora@x.example', "<mailto:'dora@x.example'>", "'mailto:dora@x.example'"])(
  '%s is dora@x.example',
  (header) => {
    expect(parseAddresses(header).map(({ spelling }) => spelling)).toEqual(['dora@x.example'])
  },
)
