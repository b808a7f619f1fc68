/** Connected accounts and how reading them stands. */
import { and, eq, lt, lte, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  type Account,
  type AccountStatus,
  type FeedStops,
  noProgress,
  type Progress,
  type ProviderName,
  type QuotaWindow,
  statusOfStop,
} from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { type IndexSet, noIndexes } from '../model/index-set.ts'
import { endedReads, feedState } from '../model/read.ts'
import { beginningOfTime, type Instant, instantFromSeconds, type LocalDate } from '../model/time.ts'
import { columnsOf, statusColumns } from './account-changes.ts'
import { parseReads, readsColumn } from './reads.ts'
import { accounts, reads, sessions, suggestionActs, users } from './schema/index.ts'
import { ask, type Question, question, type Store, written } from './store.ts'
import { readsBackOf } from './users.ts'

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

/** Those of the user who is signed in with a session, live or not. */
export const accountsOfSessionQuestion = (store: Store, digest: string): Question<readonly Account[]> =>
  question(store, accountsOfSessionRows(store), { digest }, (rows) => rows.map(accountOf))

const accountsOfSessionRows = written((db) =>
  selectAccounts(db)
    .innerJoin(sessions, eq(sessions.userId, accounts.userId))
    .where(eq(sessions.digest, sql.placeholder('digest')))
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

export interface DueWhen {
  readonly now: Instant
  /** Everybody's changes are due that were last read at or before this; */
  readonly readBefore: Instant
  /** of those whose report comes until then, at or before that; */
  readonly readBeforeReport: Instant
  readonly reportsUntil: Instant
  /** and of those who opened a check-in of a week since this one, so many seconds after they did. */
  readonly openedSince: LocalDate
  readonly awaitedAfter: readonly number[]
}

/** Accounts that can be read and whose changes are due, or of which a read lies idle. */
export const dueAccounts = async (
  { db }: Store,
  when: DueWhen,
): Promise<readonly { readonly id: number; readonly userId: number; readonly revision: number }[]> =>
  db
    .select({ id: accounts.id, userId: accounts.userId, revision: accounts.revision })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(
      and(
        canBeRead,
        lt(accounts.leaseUntil, when.now),
        lte(accounts.notBefore, when.now),
        or(
          isReadBefore(when.readBefore, when.now),
          and(isReadBefore(when.readBeforeReport, when.now), lte(users.nextReportAt, when.reportsUntil)),
          and(isReadUnderWay(when.now), sql`ifnull(${accounts.progress} ->> 'pausedUntil', 0) <= ${when.now}`),
          ...when.awaitedAfter.map((seconds) => isMessageAwaited(when, seconds)),
        ),
      ),
    )

const canBeRead = eq(accounts.statusKind, 'active')

const isReadBefore = (at: Instant, now: Instant) =>
  or(
    and(lte(accounts.mailReadAt, at), mayBeAsked(sql`'mail'`, now)),
    and(lte(accounts.calendarReadAt, at), mayBeAsked(sql`'calendar'`, now)),
  )

/** A check-in was opened so long ago, and the mailbox was not read since that moment. */
const isMessageAwaited = ({ now, openedSince }: DueWhen, seconds: number) =>
  sql`EXISTS (SELECT 1 FROM ${suggestionActs} WHERE ${suggestionActs.userId} = ${accounts.userId}
    AND ${suggestionActs.week} >= ${openedSince} AND ${suggestionActs.act} = 'opened'
    AND ${suggestionActs.at} + ${seconds} BETWEEN ${accounts.mailReadAt} + 1 AND ${now})`

/** Nothing stops the feed, or its wait is over. */
const mayBeAsked = (feed: SQL | SQLWrapper, now: Instant): SQL =>
  sql`ifnull(${accounts.stops} -> ${feed} ->> 'notBefore', 0) <= ${now}`

const isReadUnderWay = (
  now: Instant,
): SQL => sql`EXISTS (SELECT 1 FROM ${reads} WHERE ${reads.accountId} = ${accounts.id}
  AND ${reads.purpose} <> 'changes' AND ${reads.phase} <> 'done' AND ${mayBeAsked(reads.feed, now)})`

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
      stops: '{}',
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
        stops: {},
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

type Row = typeof accounts.$inferSelect

/** What the JSON columns hold was written by `columnsOf`, so its shape is known. */
const accountOf = (found: { readonly account: Row; readonly years: number; readonly reads: string }): Account => {
  const { account: row, years } = found
  const all = parseReads(found.reads)
  const createdAt = instantFromSeconds(row.createdAt)
  const stops = JSON.parse(row.stops) as FeedStops
  const status = statusOf(row)
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
    status: status.kind === 'active' ? statusOfStop(stops.mail) : status,
    stops,
    revision: row.revision,
    leaseUntil: instantFromSeconds(row.leaseUntil),
    notBefore: instantFromSeconds(row.notBefore),
    feeds: {
      mail: feedState(all, { feed: 'mail', readAt: readAtOf(row.mailReadAt), createdAt }),
      calendar: feedState(all, { feed: 'calendar', readAt: readAtOf(row.calendarReadAt), createdAt }),
    },
    endedReads: endedReads(all),
    quotaWindow: JSON.parse(row.quotaWindow) as QuotaWindow,
    // What rows that were written before do not tell yet, has not begun.
    progress: { ...noProgress, ...(JSON.parse(row.progress) as Partial<Progress>) },
    activeDays: row.activeDays as IndexSet,
  }
}

const statusOf = ({ statusKind, statusReason, statusSince }: Row): AccountStatus =>
  statusKind === 'active'
    ? { kind: 'active' }
    : ({ kind: statusKind, reason: statusReason, since: statusSince } as AccountStatus)

const readAtOf = (column: number): Instant | null => (column === 0 ? null : instantFromSeconds(column))
