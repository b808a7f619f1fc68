import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ReportFailure, SuggestionAct } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'

/** One row a user and week: inserting it is the claim, so a week is never reported twice. WITHOUT ROWID. */
export const reports = sqliteTable(
  'reports',
  {
    userId: integer('user_id').notNull(),
    /** The Monday, in the user's zone, `YYYY-MM-DD`. */
    week: text('week').notNull(),
    claimedAt: integer('claimed_at').$type<Instant>().notNull(),
    sentAt: integer('sent_at').$type<Instant>(),
    /** When a sending began whose outcome is not known; null where none is in doubt. */
    triedAt: integer('tried_at').$type<Instant>(),
    /** JSON: what was said, so that a second attempt says the same. Null until built. */
    content: text('content'),
    /** JSON: the key of the text that each person's check-in had, by the person's id. Null until sent. */
    draftKeys: text('draft_keys'),
    /** Why it was not sent, where it could not be. */
    failure: text('failure').$type<ReportFailure>(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.week] })],
)

/**
 * What the user did with a suggestion on a page of ours. What came of it otherwise, a letter or a meeting, is told by the
 * interactions. WITHOUT ROWID.
 */
export const suggestionActs = sqliteTable(
  'suggestion_acts',
  {
    userId: integer('user_id').notNull(),
    week: text('week').notNull(),
    personId: integer('person_id').notNull(),
    /** See `SuggestionAct`. */
    act: text('act').$type<SuggestionAct>().notNull(),
    at: integer('at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.week, table.personId, table.act] })],
)
