import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Whom we work for. Instants are seconds since 1970. */
export const users = sqliteTable(
  'users',
  {
    id: integer('id').primaryKey(),
    createdAt: integer('created_at').notNull(),
    /** Where the report goes: the address of the account the user signed up with. */
    address: text('address').notNull(),
    name: text('name').notNull(),
    isOwner: integer('is_owner', { mode: 'boolean' }).notNull(),
    /** IANA name; learned from the calendar unless the user chose it. */
    zone: text('zone').notNull(),
    isZoneChosen: integer('is_zone_chosen', { mode: 'boolean' }).notNull(),
    /** Monday is 1. */
    reportWeekday: integer('report_weekday').notNull(),
    reportHour: integer('report_hour').notNull(),
    /** Days without a report, YYYY-MM-DD in the user's zone, both among them; null for none. */
    awayFrom: text('away_from'),
    awayUntil: text('away_until'),
    /** When the next report is to be asked for, or null where the user wants none. */
    nextReportAt: integer('next_report_at'),
    /** BCP 47: how the user's dates and numbers are written. */
    locale: text('locale').notNull().default('en-GB'),
    /** Where check-ins open: see `WritingPlace`. */
    writesIn: text('writes_in').notNull().default('account'),
    /** What stands under check-ins, and under formal ones; '' for the name. */
    signOff: text('sign_off').notNull().default(''),
    formalSignOff: text('formal_sign_off').notNull().default(''),
    /** Null where the relationship decides. */
    usualTone: text('usual_tone'),
    greetingWord: text('greeting_word').notNull().default(''),
    /** Of check-ins to whom no language is known of; null for that of the locale. */
    usualLanguage: text('usual_language'),
    /** A language model may be asked for other texts. */
    wantsRewrites: integer('wants_rewrites', { mode: 'boolean' }).notNull().default(false),
    /** When a report was last sent on demand. */
    sentNowAt: integer('sent_now_at'),
    /** Why mail to the address is stopped, and since when; null where it is not. */
    mailStopReason: text('mail_stop_reason'),
    mailStopAt: integer('mail_stop_at'),
    /** How many years back mail and meetings are read; 0 for everything. */
    readsBackYears: integer('reads_back_years').notNull().default(5),
    /** The provider vouches for the address, or its owner followed the link in a mail to it. */
    isAddressConfirmed: integer('is_address_confirmed', { mode: 'boolean' }).notNull().default(true),
    /** When a mail last asked for that. */
    confirmationAskedAt: integer('confirmation_asked_at'),
  },
  (table) => [index('users_next_report').on(table.nextReportAt)],
)

/**
 * Gives users their numbers, and holds no row between: a number is never given twice. SQLite alone would give that of
 * whoever left last to the next who comes, and with it the signed links, jobs and mail keys that outlive a user.
 */
export const userNumbers = sqliteTable('user_numbers', {
  id: integer('id').primaryKey({ autoIncrement: true }),
})

/** A browser someone signed in with. The cookie holds the secret, the row only its digest. */
export const sessions = sqliteTable(
  'sessions',
  {
    digest: text('digest').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull().default(0),
    /** To the hour: a page that is only read writes nothing. */
    lastSeenAt: integer('last_seen_at').notNull().default(0),
    /** The family of the browser: see `BrowserFamily`. */
    browser: text('browser').notNull().default('other'),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/**
 * Addresses whose owners called our mail unwanted, by their digests. Rows outlive the user: whoever signs up with such an
 * address again gets no mail there.
 */
export const suppressions = sqliteTable('suppressions', {
  digest: text('digest').primaryKey(),
  at: integer('at').notNull(),
})
