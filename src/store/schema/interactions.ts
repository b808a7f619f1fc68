import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The truth. WITHOUT ROWID (the migration says so; Drizzle cannot): the primary key is the only tree, so storing an
 * interaction writes one row. Keyed by person first, as timelines and rebuilding read it; taking an item away by the
 * provider's id alone scans its feed.
 */
export const interactions = sqliteTable(
  'interactions',
  {
    accountId: integer('account_id').notNull(),
    /** 0 mail, 1 calendar. */
    feed: integer('feed').notNull(),
    contactId: integer('contact_id').notNull(),
    at: integer('at').notNull(),
    /** 53 bits of the provider's id of the message or event. */
    item: integer('item').notNull(),
    /** What it was, packed: see `packDetail`. */
    detail: integer('detail').notNull(),
    /** 47 bits of what names the message or the occurrence in every mailbox; null in rows that have none. */
    message: integer('message'),
    /** 47 bits of what names the conversation or the series; null likewise. */
    thread: integer('thread'),
    /** The provider's whole id of a message between two, where it has no more than 64 bits: see `wholeId`. */
    wholeId: integer('whole_id'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.feed, table.contactId, table.at, table.item] })],
)

/** Senders whose messages an account leaves out as automated, each with the reason. WITHOUT ROWID. */
export const automatedSenders = sqliteTable(
  'automated_senders',
  {
    accountId: integer('account_id').notNull(),
    /** `*@` and the host where the address was made for one message. */
    address: text('address').notNull(),
    /** The strongest evidence that was seen, packed: see `packEvidence`. */
    evidence: integer('evidence').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.address] })],
)

/** Which number an address has. WITHOUT ROWID, for the same reason. */
export const addresses = sqliteTable(
  'addresses',
  {
    userId: integer('user_id').notNull(),
    address: text('address').notNull(),
    contactId: integer('contact_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.address] })],
)

/**
 * The running summaries, 64 contacts to a row: a page touches dozens of people, and neighbours in number are neighbours
 * in time, so a page of a hundred messages rewrites a handful of rows instead of dozens, and showing ten thousand people
 * reads 160.
 */
export const contactBlocks = sqliteTable('contact_blocks', {
  /** User id × 2^20 + block number; see `blockId`. */
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  /** JSON: one tuple a contact; see `contact-blocks.ts`. */
  contacts: text('contacts').notNull(),
})

/**
 * Holds no row, ever. Inserting one breaks its check, and with it the batch it stands in: how a batch makes sure that
 * nothing changed since it was prepared. D1 has no other way to undo a batch on a condition.
 */
export const guard = sqliteTable('guard', { broken: integer('broken').notNull() }, (table) => [
  check('guard_holds', sql`${table.broken} = 0`),
])
