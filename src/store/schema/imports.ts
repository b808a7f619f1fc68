import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './users.ts'

/**
 * A file being imported: how far it has come, as row 0, and what is left of the file, some lines a row. Rows go once they are
 * applied. WITHOUT ROWID (the migration says so; Drizzle cannot).
 */
export const imports = sqliteTable(
  'imports',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.number] })],
)
