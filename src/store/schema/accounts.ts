import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ProviderName } from '../../model/account.ts'
import { users } from './users.ts'

/** One connected mailbox and calendar. Whatever reading it always needs is in its row, so that a page moves it in one write. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: integer('id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    provider: text('provider').$type<ProviderName>().notNull(),
    /** The provider's stable id of the account. */
    subject: text('subject').notNull(),
    address: text('address').notNull(),
    createdAt: integer('created_at').notNull(),
    /** The sealed grant: tokens, under the key ring, bound to this account. */
    grant: text('grant').notNull(),
    /** JSON list of other addresses the user was seen to send from. */
    aliases: text('aliases').notNull(),
    statusKind: text('status_kind').notNull(),
    statusReason: text('status_reason'),
    statusSince: integer('status_since'),
    /** Rises with every page written: what a job must know to write the next one. */
    revision: integer('revision').notNull(),
    /** Until when a reader holds the account. 0 when free. */
    leaseUntil: integer('lease_until').notNull(),
    /** The provider asked not to be called before this. */
    notBefore: integer('not_before').notNull(),
    mailCursor: text('mail_cursor'),
    mailPast: text('mail_past').notNull(),
    /** Until when all news of the feed has been read. 0 before the first time. */
    mailReadAt: integer('mail_read_at').notNull(),
    /** How far back a re-read goes after the provider forgot our cursor; null for the first read. */
    mailSince: integer('mail_since'),
    /** JSON: the pass under way over what was read before, or null. */
    mailPass: text('mail_pass'),
    calendarCursor: text('calendar_cursor'),
    calendarPast: text('calendar_past').notNull(),
    calendarReadAt: integer('calendar_read_at').notNull(),
    calendarSince: integer('calendar_since'),
    calendarPass: text('calendar_pass'),
    /** JSON: the passes that are over, newest first. */
    checks: text('checks').notNull().default('[]'),
    /** Of the state that asks the person to connect again: the `statusSince` they have been written to about. */
    askedSince: integer('asked_since'),
    /** JSON: units spent lately, for pacing. */
    quotaWindow: text('quota_window').notNull(),
    /** JSON: what the progress page tells. */
    progress: text('progress').notNull(),
    /** An index set of days in direct contact with anyone. */
    activeDays: text('active_days').notNull(),
  },
  (table) => [
    uniqueIndex('accounts_subject').on(table.provider, table.subject),
    index('accounts_user').on(table.userId),
  ],
)

/** What reading must remember and seldom asks for: the cursor beside it goes back and forth with every page. */
export const memories = sqliteTable(
  'memories',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** 'mail' or 'calendar', or one of an audit beside it: see `memories.ts`. */
    reading: text('reading').notNull(),
    /** Of letters and threads, as the provider packed them. */
    ids: text('ids').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.reading] })],
)
