/** How the figures are taken, told on houses of a few lines. */
import { describe, expect, test } from 'vitest'
import { buildHouse, type House } from './house.ts'
import { circlesIn, importGraph, sharedNames } from './imports.ts'
import { reachOf } from './paths.ts'
import { codeLinesOf, functionsOf, hasLogic, sheetCodeLines, spreadOf } from './sizes.ts'
import { looseIn } from './strictness.ts'

const measured = <T>(files: Readonly<Record<string, string>>, measure: (house: House) => T): T => {
  const house = buildHouse(files)
  try {
    return measure(house)
  } finally {
    house.close()
  }
}

/** What a house of one file says of it. */
const inOneFile = <T>(text: string, measure: (source: House['sources'][number]) => T): readonly T[] =>
  measured({ 'src/a.ts': text }, ({ sources }) => sources.map(measure))

describe('lines of code', () => {
  test('blanks and comments are none', () => {
    const text = '/** What for. */\n\nexport const a = 1 // one\n/*\n * More.\n */\nexport const b = 2\n'
    expect(inOneFile(text, codeLinesOf)).toEqual([2])
  })

  test('what only looks like a comment is code', () => {
    const text =
      'export const a = `\n// text\n`\nexport const b = "/*"\nexport const c = /[/*]/\nexport const d = "*/"\n'
    expect(inOneFile(text, codeLinesOf)).toEqual([6])
  })

  test('a stylesheet has them too', () => {
    expect(
      measured({ 'src/a.css': '/* Ink. */\na {\n  color: red;\n}\n' }, ({ sheets }) => sheets.map(sheetCodeLines)),
    ).toEqual([3])
  })
})

describe('functions', () => {
  test('each has the lines from its name to its end, one inside another too', () => {
    const text =
      '/** Adds. */\nexport const outer = () => {\n  const inner = () => {\n    return 1\n  }\n  return inner() + 1\n}\n'
    expect(inOneFile(text, functionsOf)[0]?.map(({ name, lines }) => [name, lines])).toEqual([
      ['outer', 6],
      ['inner', 3],
    ])
  })

  test('methods count, functions without a name do not', () => {
    const text = 'export const a = {\n  read() {\n    return [1].map((n) => n)\n  },\n}\n'
    expect(inOneFile(text, functionsOf)[0]?.map(({ name }) => name)).toEqual(['read'])
  })

  test('a file of types and values has no logic', () => {
    expect(inOneFile('export type A = () => number\nexport const a = 1\n', hasLogic)).toEqual([false])
    expect(inOneFile('export const a = [1].map((n) => n)\n', hasLogic)).toEqual([true])
  })
})

test('a spread names values that occur', () => {
  expect(spreadOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({ median: 5, p90: 9, max: 10 })
  expect(spreadOf([])).toEqual({ median: 0, p90: 0, max: 0 })
})

test('casts, any and ! are found, as const is none of them', () => {
  const text = [
    'export const a = [1] as const',
    'export const b = a as readonly number[]',
    'export const c = <number>b[0]',
    'export const d: any = 1',
    'export const e = b[0]!',
    'export const f = "x as y!"',
  ].join('\n')
  expect(inOneFile(text, looseIn)[0]?.map(({ kind, line }) => [kind, line])).toEqual([
    ['cast', 2],
    ['cast', 3],
    ['any', 4],
    ['non-null', 5],
  ])
})

describe('imports', () => {
  const circle = {
    'src/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
    'src/b.ts': "import type { C } from './in/c.ts'\nexport const b: C = 1\n",
    'src/in/c.ts': "import type { a } from '../a.ts'\nexport type C = ReturnType<typeof a> | 1\n",
    'src/d.ts': "import { a } from './a.ts'\nexport const d = a()\n",
  }

  test('a circle is found, through types too, once', () => {
    expect(measured(circle, ({ sources }) => circlesIn(importGraph(sources)))).toEqual([
      ['src/a.ts', 'src/b.ts', 'src/in/c.ts'],
    ])
  })

  test('a name declared by two files is shared, be it a type or a value', () => {
    const files = {
      'src/a.ts': 'export const one = 1\nexport type Two = 2\nexport const page = 1\n',
      'src/b.ts': "export { one } from './a.ts'\nexport interface Two {}\nexport const page = 2\nconst own = 1\n",
      'src/c.ts': 'export const own = 1\n',
    }
    expect(measured(files, (house) => [...sharedNames(house, new Set(['page']))])).toEqual([
      ['Two', ['src/a.ts', 'src/b.ts']],
    ])
  })
})

describe('a path', () => {
  const files = {
    'src/start.ts': [
      "import { step } from './step.ts'",
      "import { limit, type Shape } from './kit.ts'",
      'export const start = (shape: Shape) => {',
      '  const unused = shape',
      '  return step({ limit }) + limit + helper()',
      '}',
      'const helper = () => 1',
      'export const elsewhere = () => step({ limit: 2 })',
    ].join('\n'),
    'src/step.ts': "import { kept } from './kit.ts'\nexport const step = (of: { limit: number }) => of.limit + kept\n",
    'src/kit.ts': 'export const limit = 1\nexport const kept = 2\nexport const other = 3\nexport type Shape = 1\n',
  }

  test('it reaches what is used, once, and neither types nor neighbours', () => {
    // start (4 lines), helper, step, limit, kept; of these the last three lie across a file's edge.
    expect(measured(files, (house) => reachOf(house, ['src/start.ts:start']))).toEqual({
      files: 3,
      crossings: 3,
      lines: 8,
    })
  })

  test('a local name that hides an import is not followed', () => {
    const hiding = {
      ...files,
      'src/hide.ts':
        "import { step } from './step.ts'\nexport const a = (step: number) => step\nexport const b = step\n",
    }
    expect(measured(hiding, (house) => reachOf(house, ['src/hide.ts:a']))).toEqual({ files: 1, crossings: 0, lines: 1 })
  })

  test('a page follows the components it shows, and a browser script is read like the rest', () => {
    const pages = {
      'src/page.tsx': "import { Card } from './card.tsx'\nexport const page = () => <Card />\n",
      'src/card.tsx': 'export const Card = () => <p />\n',
      'src/script.js': "const text = () => 'x'\nexport const run = () => text()\n",
    }
    expect(measured(pages, (house) => reachOf(house, ['src/page.tsx:page']).files)).toBe(2)
    expect(measured(pages, (house) => reachOf(house, ['src/script.js:run']).lines)).toBe(2)
  })

  test('a start that is not there is named', () => {
    expect(() => measured(files, (house) => reachOf(house, ['src/gone.ts:start']))).toThrow('src/gone.ts:start')
    expect(() => measured(files, (house) => reachOf(house, ['src/kit.ts:gone']))).toThrow('src/kit.ts:gone')
  })
})
