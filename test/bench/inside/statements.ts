/** What was asked of a database. */

interface Asked {
  readonly sql: string
  readonly values: readonly unknown[]
}

export interface Recording {
  readonly database: D1Database
  /** Call by call; a batch is one. */
  readonly calls: (readonly Asked[])[]
}

type Recorded = D1PreparedStatement & { readonly asked: Asked; readonly inner: D1PreparedStatement }

export const recording = (real: D1Database): Recording => {
  const calls: (readonly Asked[])[] = []
  const statement = (inner: D1PreparedStatement, asked: Asked): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        switch (name) {
          case 'inner':
            return target
          case 'asked':
            return asked
          case 'bind':
            return (...values: unknown[]) => statement(target.bind(...values), { ...asked, values })
          case 'all':
            return () => {
              calls.push([asked])
              return target.all()
            }
          default:
            return Reflect.get(target, name)
        }
      },
    })
  const database = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql), { sql, values: [] })
      if (name === 'batch') {
        return (statements: readonly Recorded[]) => {
          calls.push(statements.map(({ asked }) => asked))
          return target.batch(statements.map(({ inner }) => inner))
        }
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { database, calls }
}
