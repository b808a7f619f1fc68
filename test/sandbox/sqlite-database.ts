/**
 * A D1 database in this process's memory, over Node's own SQLite and the real migrations: for walks of hundreds of thousands
 * of queries, which workerd would take minutes for. It keeps D1's manners as far as the store needs them: statements,
 * batches that hold as a whole, rows as objects or lists.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { migrationStatements } from './bundle.ts'

export const sqliteDatabase = async (): Promise<D1Database> => {
  const sqlite = new DatabaseSync(':memory:')
  for (const statement of await migrationStatements()) sqlite.exec(statement)
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? sqlite.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const counter = sqlite.prepare('SELECT total_changes() AS changes')
  const changes = (): number => Number(counter.get()?.changes)
  const statement = (sql: string, values: readonly unknown[]): D1PreparedStatement => {
    const rows = (asLists: boolean): readonly unknown[] => {
      const query = prepare(sql)
      query.setReturnArrays(asLists)
      return query.all(...values.map(inputOf))
    }
    const result = () => {
      const before = changes()
      const results = rows(false)
      return { success: true, results, meta: { changes: changes() - before } }
    }
    return {
      bind: (...bound: unknown[]) => statement(sql, bound),
      all: async () => result(),
      run: async () => result(),
      raw: async () => rows(true),
      first: async (column?: string) => {
        const row = rows(false)[0] as Readonly<Record<string, unknown>> | undefined
        return row === undefined ? null : column === undefined ? row : (row[column] ?? null)
      },
      runNow: result,
    } as unknown as D1PreparedStatement
  }
  return {
    prepare: (sql: string) => statement(sql, []),
    batch: async (statements: readonly { readonly runNow: () => unknown }[]) => {
      sqlite.exec('BEGIN')
      try {
        const results = statements.map((each) => each.runNow())
        sqlite.exec('COMMIT')
        return results
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      }
    },
  } as unknown as D1Database
}

const inputOf = (value: unknown): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : (value as SQLInputValue)
