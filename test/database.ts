/** The real tables, as the migrations make them, for tests that run in workerd. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/** An empty database with every migration applied. */
export const freshDatabase = async (): Promise<D1Database> => {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  return env.DB
}
