/** Connected accounts and how reading them stands. */
import { and, eq, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm'
import type {
  Account,
  AccountStatus,
  Check,
  FeedState,
  Pass,
  PastStage,
  Progress,
  ProviderName,
  QuotaWindow,
} from '../model/account.ts'
import { noProgress } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { type IndexSet, noIndexes } from '../model/index-set.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Instant } from '../model/time.ts'
import { accounts, users } from './schema/index.ts'
import { ask, type Question, question, type Store, written } from './store.ts'
import { readsBackOf } from './users.ts'

/** What a page, a pause or a failure changes of an account. What is left out stays as it is. */
export interface AccountChange {
  readonly status?: AccountStatus
  readonly notBefore?: Instant
  readonly feeds?: Readonly<Partial<Record<FeedName, FeedState>>>
  readonly aliases?: readonly CanonicalAddress[]
  readonly quotaWindow?: QuotaWindow
  readonly progress?: Progress
  readonly checks?: readonly Check[]
  readonly activeDays?: IndexSet
}

export const accountById = async (store: Store, id: number): Promise<Account | null> => {
  const row = await selectAccounts(store.db).where(eq(accounts.id, id)).get()
  return row === undefined ? null : accountOf(row)
}

export const accountBySubject = async (
  store: Store,
  key: { readonly provider: ProviderName; readonly subject: string },
): Promise<Account | null> => {
  const row = await selectAccounts(store.db)
    .where(and(eq(accounts.provider, key.provider), eq(accounts.subject, key.subject)))
    .get()
  return row === undefined ? null : accountOf(row)
}

export const accountsQuestion = (store: Store, userId: number): Question<readonly Account[]> =>
  question(store, accountRows(store), { userId }, (rows) => rows.map(accountOf))

const accountRows = written((db) =>
  selectAccounts(db)
    .where(eq(accounts.userId, sql.placeholder('userId')))
    .orderBy(accounts.id)
    .prepare(),
)

export const accountsOfUser = (store: Store, userId: number): Promise<readonly Account[]> =>
  ask(accountsQuestion(store, userId))

/** How far back an account is read is its owner's wish. */
const selectAccounts = (db: Store['db']) =>
  db
    .select({ account: accounts, years: users.readsBackYears })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .$dynamic()

/** Accounts that can be read and whose news was last read at or before `readBefore`, or whose past is unread and idle. */
export const dueAccounts = async (
  { db }: Store,
  when: { readonly now: Instant; readonly readBefore: Instant },
): Promise<readonly { readonly id: number; readonly userId: number; readonly revision: number }[]> =>
  db
    .select({ id: accounts.id, userId: accounts.userId, revision: accounts.revision })
    .from(accounts)
    .where(
      and(
        inArray(accounts.statusKind, ['active', 'waiting', 'blocked']),
        lt(accounts.leaseUntil, when.now),
        lte(accounts.notBefore, when.now),
        or(
          lte(accounts.mailReadAt, when.readBefore),
          lte(accounts.calendarReadAt, when.readBefore),
          sql`${accounts.mailPast} <> 'done'`,
          sql`${accounts.calendarPast} <> 'done'`,
          isNotNull(accounts.mailPass),
          isNotNull(accounts.calendarPass),
        ),
      ),
    )

/** Accounts that only their owner can mend and whose owner has not been asked yet; of all, or this one. */
export const accountsToAskAbout = async (
  { db }: Store,
  id?: number,
): Promise<readonly { readonly id: number; readonly userId: number; readonly since: Instant }[]> => {
  const rows = await db
    .select({ id: accounts.id, userId: accounts.userId, since: accounts.statusSince })
    .from(accounts)
    .where(
      and(
        eq(accounts.statusKind, 'reconnect'),
        sql`${accounts.askedSince} IS NOT ${accounts.statusSince}`,
        id === undefined ? undefined : eq(accounts.id, id),
      ),
    )
  return rows.flatMap(({ since, ...row }) => (since === null ? [] : [{ ...row, since: since as Instant }]))
}

export const recordAsked = async ({ db }: Store, id: number, since: Instant): Promise<void> => {
  await db.update(accounts).set({ askedSince: since }).where(eq(accounts.id, id))
}

export interface NewAccount {
  readonly provider: ProviderName
  readonly subject: string
  readonly address: string
  readonly grant: string
  readonly createdAt: Instant
}

/** Adds an account to a user. Throws where the user is gone, or another account of this subject is there. */
export const addAccount = async (store: Store, userId: number, account: NewAccount): Promise<Account> => {
  const added = await accountInsert(store, account, userId).first<{ id: number }>()
  if (added === null) throw new Error(`user ${userId} is gone while an account was added`)
  return mustBe(store, added.id)
}

/**
 * The statement that adds an account of which nothing is read yet, to this user, or with null to whoever is being added by
 * the batch it stands in; to nobody where there is no such user.
 */
export const accountInsert = (
  { d1 }: Store,
  { provider, subject, address, grant, createdAt }: NewAccount,
  userId: number | null,
): D1PreparedStatement =>
  d1
    .prepare(insertAccount)
    .bind(userId, provider, subject, address, grant, createdAt, JSON.stringify(noProgress), noIndexes)

const insertAccount = `
  INSERT INTO accounts (user_id, provider, subject, address, "grant", created_at, aliases, status_kind, revision, lease_until,
    not_before, mail_past, mail_read_at, calendar_past, calendar_read_at, quota_window, progress, active_days)
  SELECT id, ?2, ?3, ?4, ?5, ?6, '[]', 'active', 0, 0, 0, 'unread', 0, 'unread', 0, '[]', ?7, ?8 FROM users
  WHERE id = ifnull(?1, (SELECT id FROM user_numbers))
  RETURNING id`

/** The account that was written just now. */
const mustBe = async (store: Store, id: number): Promise<Account> => {
  const account = await accountById(store, id)
  if (account === null) throw new Error(`account ${id} is gone while it was written`)
  return account
}

/**
 * The grant was given again: reading goes on where it stood. The turn passes, so that a job which still holds the dead
 * grant cannot say of the new one that it is dead.
 */
export const renewAccount = async (
  store: Store,
  id: number,
  renewal: { readonly address: string; readonly grant: string },
): Promise<Account> => {
  await store.db
    .update(accounts)
    .set({
      ...renewal,
      statusKind: 'active',
      statusReason: null,
      statusSince: null,
      notBefore: 0,
      leaseUntil: 0,
      revision: sql`${accounts.revision} + 1`,
    })
    .where(eq(accounts.id, id))
  return mustBe(store, id)
}

/** The grant is given back and what was learned stays. The turn passes: no job reads on. */
export const disconnectAccount = async ({ db }: Store, id: number, now: Instant): Promise<void> => {
  await db
    .update(accounts)
    .set({
      ...statusColumns({ kind: 'disconnected', reason: 'person', since: now }),
      grant: '',
      leaseUntil: 0,
      revision: sql`${accounts.revision} + 1`,
    })
    .where(eq(accounts.id, id))
}

/** The statement that leaves nothing of an account but whose it is: it is disconnected, as if it had never been read. */
export const accountEmptied = ({ db }: Store, id: number, now: Instant) =>
  db
    .update(accounts)
    .set({
      ...columnsOf({
        status: { kind: 'disconnected', reason: 'person', since: now },
        notBefore: 0 as Instant,
        feeds: { mail: unreadFeed, calendar: unreadFeed },
        aliases: [],
        quotaWindow: [],
        progress: noProgress,
        checks: [],
        activeDays: noIndexes,
      }),
      grant: '',
      leaseUntil: 0,
      revision: sql`${accounts.revision} + 1`,
    })
    .where(eq(accounts.id, id))

const unreadFeed: FeedState = { cursor: null, past: 'unread', readAt: null, recheckSince: null, pass: null }

/** Puts a new seal in the place of `old`; false where someone else was faster. */
export const replaceGrant = async (
  { db }: Store,
  id: number,
  grants: { readonly old: string; readonly renewed: string },
): Promise<boolean> => {
  const { meta } = await db
    .update(accounts)
    .set({ grant: grants.renewed })
    .where(and(eq(accounts.id, id), eq(accounts.grant, grants.old)))
  return meta.changes > 0
}

/** Takes the account for one reader until `until`; false where another has it, or its turn has passed. */
export const takeLease = async (
  store: Store,
  lease: { readonly id: number; readonly revision: number; readonly now: Instant; readonly until: Instant },
): Promise<boolean> => (await leaseTaking(store).run(lease)).meta.changes > 0

const leaseTaking = written((db) =>
  db
    .update(accounts)
    .set({ leaseUntil: sql`${sql.placeholder('until')}` })
    .where(
      and(
        eq(accounts.id, sql.placeholder('id')),
        eq(accounts.revision, sql.placeholder('revision')),
        lte(accounts.leaseUntil, sql.placeholder('now')),
      ),
    )
    .prepare(),
)

/** Gives the account back and notes what became of it; its turn passes only with a page. False where it has passed. */
export const settleAccount = async (
  { db }: Store,
  account: { readonly id: number; readonly revision: number },
  change: AccountChange,
): Promise<boolean> => {
  const { meta } = await db
    .update(accounts)
    .set({ ...columnsOf(change), leaseUntil: 0 })
    .where(and(eq(accounts.id, account.id), eq(accounts.revision, account.revision)))
  return meta.changes > 0
}

/** The same where the position itself goes back: the turn passes, so that no job writes what it read before. */
export const restartAccount = async (
  store: Store,
  account: { readonly id: number; readonly revision: number },
  feeds: NonNullable<AccountChange['feeds']>,
): Promise<boolean> => {
  const { meta } = await accountUpdate(store, account, { feeds })
  return meta.changes > 0
}

/** The statement with which a page moves its account on: the lease ends, the turn passes. */
export const accountUpdate = (
  { db }: Store,
  account: { readonly id: number; readonly revision: number },
  change: AccountChange,
) =>
  db
    .update(accounts)
    .set({ ...columnsOf(change), leaseUntil: 0, revision: account.revision + 1 })
    .where(and(eq(accounts.id, account.id), eq(accounts.revision, account.revision)))

type Row = typeof accounts.$inferSelect

const columnsOf = (change: AccountChange): Partial<Row> => ({
  ...(change.status && statusColumns(change.status)),
  ...(change.notBefore !== undefined && { notBefore: change.notBefore }),
  ...(change.feeds?.mail && {
    mailCursor: change.feeds.mail.cursor,
    mailPast: change.feeds.mail.past,
    mailReadAt: change.feeds.mail.readAt ?? 0,
    mailSince: change.feeds.mail.recheckSince,
    mailPass: change.feeds.mail.pass === null ? null : JSON.stringify(change.feeds.mail.pass),
  }),
  ...(change.feeds?.calendar && {
    calendarCursor: change.feeds.calendar.cursor,
    calendarPast: change.feeds.calendar.past,
    calendarReadAt: change.feeds.calendar.readAt ?? 0,
    calendarSince: change.feeds.calendar.recheckSince,
    calendarPass: change.feeds.calendar.pass === null ? null : JSON.stringify(change.feeds.calendar.pass),
  }),
  ...(change.aliases && { aliases: JSON.stringify(change.aliases) }),
  ...(change.quotaWindow && { quotaWindow: JSON.stringify(change.quotaWindow) }),
  ...(change.progress && { progress: JSON.stringify(change.progress) }),
  ...(change.checks && { checks: JSON.stringify(change.checks) }),
  ...(change.activeDays !== undefined && { activeDays: change.activeDays }),
})

const statusColumns = (status: AccountStatus): Pick<Row, 'statusKind' | 'statusReason' | 'statusSince'> =>
  status.kind === 'active'
    ? { statusKind: 'active', statusReason: null, statusSince: null }
    : { statusKind: status.kind, statusReason: status.reason, statusSince: status.since }

/** What the JSON columns hold was written above, so its shape is known. */
const accountOf = ({ account: row, years }: { readonly account: Row; readonly years: number }): Account => ({
  id: row.id,
  userId: row.userId,
  provider: row.provider,
  subject: row.subject,
  address: row.address,
  aliases: JSON.parse(row.aliases) as readonly CanonicalAddress[],
  createdAt: row.createdAt as Instant,
  readsBack: readsBackOf(years),
  grant: row.grant,
  status:
    row.statusKind === 'active'
      ? { kind: 'active' }
      : ({ kind: row.statusKind, reason: row.statusReason, since: row.statusSince } as AccountStatus),
  revision: row.revision,
  leaseUntil: row.leaseUntil as Instant,
  notBefore: row.notBefore as Instant,
  feeds: {
    mail: feedState(row.mailCursor, row.mailPast, row.mailReadAt, row.mailSince, row.mailPass),
    calendar: feedState(row.calendarCursor, row.calendarPast, row.calendarReadAt, row.calendarSince, row.calendarPass),
  },
  quotaWindow: JSON.parse(row.quotaWindow) as QuotaWindow,
  progress: JSON.parse(row.progress) as Progress,
  checks: JSON.parse(row.checks) as readonly Check[],
  activeDays: row.activeDays as IndexSet,
})

const feedState = (
  ...[cursor, past, readAt, since, pass]: readonly [
    cursor: string | null,
    past: string,
    readAt: number,
    since: number | null,
    pass: string | null,
  ]
): FeedState => ({
  cursor,
  past: past as PastStage,
  readAt: readAt === 0 ? null : (readAt as Instant),
  recheckSince: since === null ? null : (since as Instant),
  pass: pass === null ? null : (JSON.parse(pass) as Pass),
})
