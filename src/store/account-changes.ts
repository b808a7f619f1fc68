/** What a job changes of an account: taken for one reader, given back, or moved on with its reads. */
import { and, eq } from 'drizzle-orm'
import type { Account, AccountStatus, FeedStops, Progress, QuotaWindow } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import type { IndexSet } from '../model/index-set.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Instant } from '../model/time.ts'
import { guardStatement, isOvertaken } from './guard.ts'
import { type ReadsChange, readStatements } from './reads.ts'
import { accounts } from './schema/index.ts'
import type { Question, Store } from './store.ts'

/** What a page, a pause or a failure changes of an account. What is left out stays as it is. */
export interface AccountChange {
  readonly status?: AccountStatus
  readonly stops?: FeedStops
  readonly notBefore?: Instant
  readonly readAt?: Readonly<Partial<Record<FeedName, Instant>>>
  readonly reads?: ReadsChange
  readonly aliases?: readonly CanonicalAddress[]
  readonly quotaWindow?: QuotaWindow
  readonly progress?: Progress
  readonly activeDays?: IndexSet
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
    AND status_kind = 'active'
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

/** The columns that a change sets. */
export const columnsOf = (change: AccountChange): Partial<Row> => ({
  ...(change.status && statusColumns(change.status)),
  ...(change.stops && { stops: JSON.stringify(change.stops) }),
  ...(change.notBefore !== undefined && { notBefore: change.notBefore }),
  ...(change.readAt?.mail !== undefined && { mailReadAt: change.readAt.mail }),
  ...(change.readAt?.calendar !== undefined && { calendarReadAt: change.readAt.calendar }),
  ...(change.aliases && { aliases: JSON.stringify(change.aliases) }),
  ...(change.quotaWindow && { quotaWindow: JSON.stringify(change.quotaWindow) }),
  ...(change.progress && { progress: JSON.stringify(change.progress) }),
  ...(change.activeDays !== undefined && { activeDays: change.activeDays }),
})

export const statusColumns = (status: AccountStatus): Pick<Row, 'statusKind' | 'statusReason' | 'statusSince'> =>
  status.kind === 'active'
    ? { statusKind: 'active', statusReason: null, statusSince: null }
    : { statusKind: status.kind, statusReason: status.reason, statusSince: status.since }
