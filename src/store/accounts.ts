/** Connected accounts and how reading them stands. */
import { and, eq, inArray, lt, lte, or, sql } from 'drizzle-orm'
import {
  type Account,
  type AccountStatus,
  noProgress,
  type Progress,
  type ProviderName,
  type QuotaWindow,
} from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { type IndexSet, noIndexes } from '../model/index-set.ts'
import type { FeedName } from '../model/interaction.ts'
import { endedReads, feedState } from '../model/read.ts'
import { beginningOfTime, type Instant, instantFromSeconds } from '../model/time.ts'
import { guardStatement, isOvertaken } from './guard.ts'
import { parseReads, type ReadsChange, readStatements, readsColumn } from './reads.ts'
import { accounts, reads, users } from './schema/index.ts'
import { ask, type Question, question, type Store, written } from './store.ts'
import { readsBackOf } from './users.ts'

/** What a page, a pause or a failure changes of an account. What is left out stays as it is. */
export interface AccountChange {
  readonly status?: AccountStatus
  readonly notBefore?: Instant
  readonly readAt?: Readonly<Partial<Record<FeedName, Instant>>>
  readonly reads?: ReadsChange
  readonly aliases?: readonly CanonicalAddress[]
  readonly quotaWindow?: QuotaWindow
  readonly progress?: Progress
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
    .select({ account: accounts, years: users.readsBackYears, reads: readsColumn })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .$dynamic()

/** Accounts that can be read and whose changes were last read at or before `readBefore`, or of which a read lies idle. */
export const dueAccounts = async (
  { db }: Store,
  when: { readonly now: Instant; readonly readBefore: Instant },
): Promise<readonly { readonly id: number; readonly userId: number; readonly revision: number }[]> =>
  db
    .select({ id: accounts.id, userId: accounts.userId, revision: accounts.revision })
    .from(accounts)
    .where(
      and(
        canBeRead,
        lt(accounts.leaseUntil, when.now),
        lte(accounts.notBefore, when.now),
        or(
          lte(accounts.mailReadAt, when.readBefore),
          lte(accounts.calendarReadAt, when.readBefore),
          isReadUnderWay,
        ),
      ),
    )

/** Where others than the person must act, nobody tells us when they have: we try again, seldom. */
const canBeRead = inArray(accounts.statusKind, ['active', 'waiting', 'blocked'])

const isReadUnderWay = sql`EXISTS (SELECT 1 FROM ${reads} WHERE ${reads.accountId} = ${accounts.id}
  AND ${reads.purpose} <> 'changes' AND ${reads.phase} <> 'done')`

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
  return rows.flatMap(({ since, ...row }) => (since === null ? [] : [{ ...row, since: instantFromSeconds(since) }]))
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
    not_before, mail_read_at, calendar_read_at, quota_window, progress, active_days)
  SELECT id, ?2, ?3, ?4, ?5, ?6, '[]', 'active', 0, 0, 0, 0, 0, '[]', ?7, ?8 FROM users
  WHERE id = ifnull(?1, (SELECT id FROM user_numbers))
  RETURNING id`

/** The account that was written just now. */
const mustBe = async (store: Store, id: number): Promise<Account> => {
  const account = await accountById(store, id)
  if (account === null) throw new Error(`account ${id} is gone while it was written`)
  return account
}

/**
 * The grant was given again: reading goes on where it stood. The revision rises, so that a job which still holds the dead
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

/** The grant is given back and what was learned stays. The revision rises: no job reads on. */
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

/** The statement that leaves nothing in an account's row but whose it is: it is disconnected, as if it had never been read. */
export const accountEmptied = ({ db }: Store, id: number, now: Instant) =>
  db
    .update(accounts)
    .set({
      ...columnsOf({
        status: { kind: 'disconnected', reason: 'person', since: now },
        notBefore: beginningOfTime,
        readAt: { mail: beginningOfTime, calendar: beginningOfTime },
        aliases: [],
        quotaWindow: [],
        progress: noProgress,
        activeDays: noIndexes,
      }),
      grant: '',
      leaseUntil: 0,
      revision: sql`${accounts.revision} + 1`,
    })
    .where(eq(accounts.id, id))

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

/**
 * Takes the account for one reader until `until`, where something but changes is to be read. A round of changes needs no
 * lease: two readers at once cost two units, and only the first can write.
 */
export const leaseQuestion = (
  { d1 }: Store,
  lease: { readonly id: number; readonly revision: number; readonly now: Instant; readonly until: Instant },
): Question<boolean> => ({
  statement: d1.prepare(takeLease).bind(lease.id, lease.revision, lease.now, lease.until),
  answerOf: ({ meta }) => meta.changes > 0,
})

const takeLease = `
  UPDATE accounts SET lease_until = ?4
  WHERE id = ?1 AND revision = ?2 AND lease_until <= ?3 AND not_before <= ?3
    AND status_kind IN ('active', 'waiting', 'blocked')
    AND (EXISTS (SELECT 1 FROM reads WHERE account_id = ?1 AND purpose <> 'changes' AND phase <> 'done')
      OR (SELECT count(*) FROM reads WHERE account_id = ?1 AND purpose = 'changes') < 2)`

/**
 * Gives the account back and notes what became of it. The revision stays, so the same job may come again: nothing that a
 * page rests on changes but the cursor of a round without changes. False where someone else wrote first.
 */
export const settleAccount = (store: Store, account: Revision, change: AccountChange): Promise<boolean> =>
  writeAccount(store, account, change, accountUpdate(store, account, change, account.revision))

/** The same where reads begin, move on or end: the revision rises, so that no job writes what it read before. */
export const advanceAccount = (store: Store, account: Revision, change: AccountChange): Promise<boolean> =>
  writeAccount(store, account, change, accountUpdate(store, account, change))

export type Revision = Pick<Account, 'id' | 'revision'>

const writeAccount = async (
  store: Store,
  account: Revision,
  { reads: change }: AccountChange,
  update: D1PreparedStatement,
): Promise<boolean> => {
  if (change === undefined) return (await update.run()).meta.changes > 0
  const { d1 } = store
  try {
    await d1.batch([guardStatement(store, account), ...readStatements(store, account.id, change), update])
    return true
  } catch (error) {
    if (isOvertaken(error)) return false
    throw error
  }
}

/** The statement with which a page moves its account on: the lease ends, the revision rises. */
export const accountUpdate = (
  { db, d1 }: Store,
  { id, revision }: Revision,
  change: AccountChange,
  next: number = revision + 1,
): D1PreparedStatement => {
  const { sql: text, params } = db
    .update(accounts)
    .set({ ...columnsOf(change), leaseUntil: 0, revision: next })
    .where(and(eq(accounts.id, id), eq(accounts.revision, revision)))
    .toSQL()
  return d1.prepare(text).bind(...params)
}

type Row = typeof accounts.$inferSelect

const columnsOf = (change: AccountChange): Partial<Row> => ({
  ...(change.status && statusColumns(change.status)),
  ...(change.notBefore !== undefined && { notBefore: change.notBefore }),
  ...(change.readAt?.mail !== undefined && { mailReadAt: change.readAt.mail }),
  ...(change.readAt?.calendar !== undefined && { calendarReadAt: change.readAt.calendar }),
  ...(change.aliases && { aliases: JSON.stringify(change.aliases) }),
  ...(change.quotaWindow && { quotaWindow: JSON.stringify(change.quotaWindow) }),
  ...(change.progress && { progress: JSON.stringify(change.progress) }),
  ...(change.activeDays !== undefined && { activeDays: change.activeDays }),
})

const statusColumns = (status: AccountStatus): Pick<Row, 'statusKind' | 'statusReason' | 'statusSince'> =>
  status.kind === 'active'
    ? { statusKind: 'active', statusReason: null, statusSince: null }
    : { statusKind: status.kind, statusReason: status.reason, statusSince: status.since }

/** What the JSON columns hold was written above, so its shape is known. */
const accountOf = (found: { readonly account: Row; readonly years: number; readonly reads: string }): Account => {
  const { account: row, years } = found
  const all = parseReads(found.reads)
  const createdAt = instantFromSeconds(row.createdAt)
  return {
    id: row.id,
    userId: row.userId,
    provider: row.provider,
    subject: row.subject,
    address: row.address,
    aliases: JSON.parse(row.aliases) as readonly CanonicalAddress[],
    createdAt,
    readsBack: readsBackOf(years),
    grant: row.grant,
    status: statusOf(row),
    revision: row.revision,
    leaseUntil: instantFromSeconds(row.leaseUntil),
    notBefore: instantFromSeconds(row.notBefore),
    feeds: {
      mail: feedState(all, { feed: 'mail', readAt: readAtOf(row.mailReadAt), createdAt }),
      calendar: feedState(all, { feed: 'calendar', readAt: readAtOf(row.calendarReadAt), createdAt }),
    },
    endedReads: endedReads(all),
    quotaWindow: JSON.parse(row.quotaWindow) as QuotaWindow,
    progress: JSON.parse(row.progress) as Progress,
    activeDays: row.activeDays as IndexSet,
  }
}

const statusOf = ({ statusKind, statusReason, statusSince }: Row): AccountStatus =>
  statusKind === 'active'
    ? { kind: 'active' }
    : ({ kind: statusKind, reason: statusReason, since: statusSince } as AccountStatus)

const readAtOf = (column: number): Instant | null => (column === 0 ? null : instantFromSeconds(column))
