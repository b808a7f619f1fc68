import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '../../src/store/schema/index.ts'
import { dataMap } from '../../src/words/privacy.ts'

test('the data map has every table of the database, and no other', () => {
  const tables = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .map((table) => getTableName(table))
  expect(tables.length).toBeGreaterThan(10)
  expect(Object.keys(dataMap).sort()).toEqual(tables.sort())
})
