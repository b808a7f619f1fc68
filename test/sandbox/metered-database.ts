/** A database that counts what D1 says it read and wrote. Otherwise the one it is given. */
export interface Meter {
  rowsRead: number
  rowsWritten: number
  queries: number
  /** Journeys to the database: a batch is one, however much it asks. */
  calls: number
  /** Rows written, by table. */
  readonly written: Map<string, number>
}

export const metered = (real: D1Database): { readonly database: D1Database; readonly meter: Meter } => {
  const meter: Meter = { rowsRead: 0, rowsWritten: 0, queries: 0, calls: 0, written: new Map() }
  const count = <T extends D1Result>(result: T, table: string): T => {
    const { rows_read, rows_written } = result.meta
    meter.rowsRead += rows_read
    meter.rowsWritten += rows_written
    meter.queries += 1
    if (rows_written > 0) meter.written.set(table, (meter.written.get(table) ?? 0) + rows_written)
    return result
  }
  const alone = async (target: D1PreparedStatement, table: string): Promise<D1Result> => {
    meter.calls += 1
    return count(await target.all(), table)
  }
  const statement = (inner: D1PreparedStatement, table: string): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        switch (name) {
          case 'inner':
            return target
          case 'table':
            return table
          case 'bind':
            return (...values: unknown[]) => statement(target.bind(...values), table)
          case 'run':
          case 'all':
            return () => alone(target, table)
          // Rows as arrays say nothing of what was read; the same question asked as objects does.
          case 'raw':
            return async () =>
              (await alone(target, table)).results.map((row) => Object.values(row as Record<string, unknown>))
          case 'first':
            return async (column?: string) => {
              const [row] = (await alone(target, table)).results as Record<string, unknown>[]
              return column === undefined ? (row ?? null) : (row?.[column] ?? null)
            }
          default:
            return Reflect.get(target, name)
        }
      },
    })
  const database = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql), tableOf(sql))
      if (name === 'batch') {
        return async (statements: (D1PreparedStatement & { inner: D1PreparedStatement; table: string })[]) => {
          meter.calls += 1
          const results = await target.batch(statements.map(({ inner }) => inner))
          return results.map((result, index) => count(result, statements[index]?.table ?? ''))
        }
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { database, meter }
}

/** The table that a statement writes to, or reads first. */
const tableOf = (sql: string): string => /\b(?:into|update|from)\s+"?(\w+)/i.exec(sql)?.[1] ?? ''
