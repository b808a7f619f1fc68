/** Where a user's rows are: one D1 database, and Drizzle over it. */
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export interface Store {
  readonly d1: D1Database
  readonly db: DrizzleD1Database
}

export const openStore = (d1: D1Database): Store => ({ d1, db: drizzle(d1) })
