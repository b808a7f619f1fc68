/** The floor of an invocation: what it asked of others, asked again by code that does nothing else. */

export type FloorStep =
  | { readonly kind: 'statement'; readonly isRun: boolean; readonly sql: string; readonly params: readonly unknown[] }
  | {
      readonly kind: 'batch'
      readonly statements: readonly { readonly sql: string; readonly params: readonly unknown[] }[]
    }
  | {
      readonly kind: 'fetch'
      readonly method: string
      readonly url: string
      readonly headers: readonly (readonly [string, string])[]
      readonly body: string
    }

export const runFloor = async (
  { database, outside }: { readonly database: D1Database; readonly outside: Fetcher },
  steps: readonly FloorStep[],
): Promise<void> => {
  for (const step of steps) {
    switch (step.kind) {
      case 'statement': {
        const statement = database.prepare(step.sql).bind(...step.params)
        await (step.isRun ? statement.run() : statement.raw())
        break
      }
      case 'batch':
        await database.batch(step.statements.map(({ sql, params }) => database.prepare(sql).bind(...params)))
        break
      case 'fetch': {
        const { method, headers, body } = step
        const init = { method, headers: headers.map(([...pair]) => pair), ...(body !== '' && { body }) }
        await (await outside.fetch(step.url, init)).text()
      }
    }
  }
}
