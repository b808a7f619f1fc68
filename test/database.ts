/** The real tables, as the migrations make them, for tests that run in workerd. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/** Of this test file's database; null before it has its tables. */
let emptying: readonly string[] | null = null

/** An empty database with every migration applied. Migrated once in a test file, and emptied from then on. */
export const freshDatabase = async (): Promise<D1Database> => {
  if (emptying === null) {
    await reset()
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
    emptying = await statementsThatEmpty(env.DB)
  } else {
    await env.DB.batch(emptying.map((sql) => env.DB.prepare(sql)))
  }
  return env.DB
}

/** Identities begin at 1 again, as in a new database. */
const statementsThatEmpty = async (db: D1Database): Promise<readonly string[]> => {
  const { results } = await db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT IN ('d1_migrations', 'sqlite_sequence')",
    )
    .all<{ readonly name: string }>()
  return [...results.map(({ name }) => `DELETE FROM "${name}"`), 'DELETE FROM sqlite_sequence']
}
