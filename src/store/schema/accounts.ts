import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ProviderName } from '../../model/account.ts'
import type { FeedName } from '../../model/interaction.ts'
import type { ReadPhase, ReadPurpose } from '../../model/read.ts'
import { users } from './users.ts'

/** One connected mailbox and calendar. A round of changes that brings nothing writes this row alone. */
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
    /** JSON: what keeps a feed from being read while the other goes on. */
    stops: text('stops').notNull().default('{}'),
    /** Rises with every page written: what a job must know to write the next one. */
    revision: integer('revision').notNull(),
    /** Until when a reader holds the account. 0 when free. */
    leaseUntil: integer('lease_until').notNull(),
    /** The provider asked not to be called before this. */
    notBefore: integer('not_before').notNull(),
    /** Until when all changes of the feed have been read. 0 before the first time. */
    mailReadAt: integer('mail_read_at').notNull(),
    calendarReadAt: integer('calendar_read_at').notNull(),
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

/**
 * The reads of accounts, with their cursors: see `Read`. An account without any is one of which nothing is read. WITHOUT
 * ROWID (the migration says so; Drizzle cannot).
 */
export const reads = sqliteTable(
  'reads',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    feed: text('feed').$type<FeedName>().notNull(),
    /** 0 for changes; the others of a feed count up in the order in which they began. */
    number: integer('number').notNull(),
    purpose: text('purpose').$type<ReadPurpose>().notNull(),
    phase: text('phase').$type<ReadPhase>().notNull(),
    since: integer('since'),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    cursor: text('cursor'),
    wantsRemembered: integer('wants_remembered', { mode: 'boolean' }).notNull().default(false),
    /** What the provider gave to remember, as it packed it. */
    remembered: text('remembered').notNull().default(''),
    /** What was seen to be there, as short numbers separated by commas: see `seenKey`. */
    seen: text('seen').notNull().default(''),
    found: integer('found').notNull().default(0),
    removed: integer('removed').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.feed, table.number] })],
)
