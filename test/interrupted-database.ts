/** A database that something befalls: `befalls` runs whenever a call has taken effect, before its caller hears of it. */
export const interrupted = (real: D1Database, befalls: () => Promise<void>): D1Database => {
  const inner = Symbol('inner')
  const after =
    <Arguments extends unknown[], T>(call: (...given: Arguments) => Promise<T>) =>
    async (...given: Arguments): Promise<T> => {
      const result = await call(...given)
      await befalls()
      return result
    }
  const statement = (target: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(target, {
      get(_, name) {
        if (name === inner) return target
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? after(value.bind(target)) : value
      },
    })
  return new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql))
      if (name === 'batch') {
        return after((statements: (D1PreparedStatement & { [inner]: D1PreparedStatement })[]) =>
          target.batch(statements.map((each) => each[inner])),
        )
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
