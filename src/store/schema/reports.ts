import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row a user and week: inserting it is the claim, so a week is never reported twice. WITHOUT ROWID. */
export const reports = sqliteTable(
  'reports',
  {
    userId: integer('user_id').notNull(),
    /** The Monday, in the user's zone, `YYYY-MM-DD`. */
    week: text('week').notNull(),
    claimedAt: integer('claimed_at').notNull(),
    sentAt: integer('sent_at'),
    /** JSON: what was said, so that a second attempt says the same. Null until built. */
    content: text('content'),
    /** Why it was not sent, where it could not be. */
    failure: text('failure'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.week] })],
)
