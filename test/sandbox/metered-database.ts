/** A database that counts what D1 says it read and wrote. Otherwise the one it is given. */
export interface Meter {
  rowsRead: number
  rowsWritten: number
  queries: number
}

export const metered = (real: D1Database): { readonly database: D1Database; readonly meter: Meter } => {
  const meter: Meter = { rowsRead: 0, rowsWritten: 0, queries: 0 }
  const count = <T extends D1Result | D1Result[]>(results: T): T => {
    for (const { meta } of [results].flat()) {
      meter.rowsRead += meta.rows_read
      meter.rowsWritten += meta.rows_written
      meter.queries += 1
    }
    return results
  }
  const statement = (inner: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        switch (name) {
          case 'inner':
            return target
          case 'bind':
            return (...values: unknown[]) => statement(target.bind(...values))
          case 'run':
          case 'all':
            return async () => count(await target.all())
          // Rows as arrays say nothing of what was read; the same question asked as objects does.
          case 'raw':
            return async () =>
              count(await target.all()).results.map((row) => Object.values(row as Record<string, unknown>))
          case 'first':
            return async (column?: string) => {
              const [row] = count(await target.all()).results as Record<string, unknown>[]
              return column === undefined ? (row ?? null) : (row?.[column] ?? null)
            }
          default:
            return Reflect.get(target, name)
        }
      },
    })
  const database = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql))
      if (name === 'batch') {
        return async (statements: (D1PreparedStatement & { inner: D1PreparedStatement })[]) =>
          count(await target.batch(statements.map(({ inner }) => inner)))
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { database, meter }
}
