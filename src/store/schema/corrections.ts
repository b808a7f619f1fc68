import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Instant } from '../../model/time.ts'
import { users } from './users.ts'

/** What users said about people. Rows are added and never changed: taking one back is a row too. WITHOUT ROWID. */
export const corrections = sqliteTable(
  'corrections',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Counted from 1 for each user. */
    id: integer('id').notNull(),
    at: integer('at').$type<Instant>().notNull(),
    /** JSON: a correction, or an undo. */
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.id] })],
)
