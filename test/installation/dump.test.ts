import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inShortStatements, statementsOf } from './dump.ts'

const table = 'CREATE TABLE "t" ("id" integer PRIMARY KEY, "text" text, "n" integer);'

const rowsAfter = (sql: string): readonly unknown[] => {
  const database = new DatabaseSync(':memory:')
  for (const statement of statementsOf(sql)) database.exec(statement)
  return database
    .prepare('SELECT * FROM t ORDER BY id')
    .all()
    .map((row) => ({ ...row }))
}

const insert = (id: number, text: string): string =>
  `INSERT INTO "t" ("id","text","n") VALUES(${id},'${text.replaceAll("'", "''")}',NULL);`

test('a row longer than a statement may be comes back whole, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("'", ',', ';\n', ')', '🌱', 'a', '\n') }), { maxLength: 4 }),
      (parts) => {
        const long = `${parts.join('x')}${"🌱'".repeat(25_000)}${parts.join('')}`
        const dump = [table, insert(1, long), insert(2, parts.join(''))].join('\n')
        const short = inShortStatements(dump, () => ['id'])
        expect(statementsOf(short).every((statement) => Buffer.byteLength(statement) < 100_000)).toBe(true)
        expect(rowsAfter(short)).toEqual([
          { id: 1, text: long, n: null },
          { id: 2, text: parts.join(''), n: null },
        ])
      },
    ),
    { numRuns: 20 },
  )
})

test('a dump of short statements stays as it is', () => {
  const dump = `${table}\n${insert(1, "it's")}\n`
  expect(inShortStatements(dump, () => ['id'])).toBe(dump)
})

test('every table comes before any row: a row may refer to one that was made later', () => {
  const other = 'CREATE TABLE "u" ("id" integer PRIMARY KEY);'
  const dump = ['PRAGMA defer_foreign_keys=TRUE;', table, insert(1, 'x'), other].join('\n')
  expect(statementsOf(inShortStatements(dump, () => ['id'])).slice(0, 3)).toEqual([
    'PRAGMA defer_foreign_keys=TRUE;',
    table,
    other,
  ])
})
