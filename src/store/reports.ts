/** Reports: claimed, built, sent. */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ReasonKind, Report, StoredReport } from '../model/report.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import { reports } from './schema/index.ts'
import type { Store } from './store.ts'

/** The week's row, made now if it was not there: whoever comes second finds what the first has done. */
export const claimReport = async (
  { db }: Store,
  claim: { readonly userId: number; readonly week: LocalDate; readonly now: Instant },
): Promise<StoredReport> => {
  const { userId, week, now } = claim
  await db.insert(reports).values({ userId, week, claimedAt: now }).onConflictDoNothing()
  const row = await db
    .select()
    .from(reports)
    .where(and(eq(reports.userId, userId), eq(reports.week, week)))
    .get()
  if (row === undefined) throw new Error(`the report ${week} of user ${userId} was neither there nor made`)
  return storedReport(row)
}

/** Keeps what the report says, and answers with what is kept: where another attempt was faster, that one's words stay. */
export const keepContent = async (
  store: Store,
  key: { readonly userId: number; readonly week: LocalDate },
  report: Report,
): Promise<Report> => {
  await store.db
    .update(reports)
    .set({ content: JSON.stringify(report) })
    .where(and(eq(reports.userId, key.userId), eq(reports.week, key.week), isNull(reports.content)))
  return (await reportOfWeek(store, key.userId, key.week))?.report ?? report
}

export const recordSent = async (
  { db }: Store,
  key: { readonly userId: number; readonly week: LocalDate },
  sentAt: Instant,
): Promise<void> => {
  await db
    .update(reports)
    .set({ sentAt, failure: null })
    .where(and(eq(reports.userId, key.userId), eq(reports.week, key.week)))
}

export const recordFailure = async (
  { db }: Store,
  key: { readonly userId: number; readonly week: LocalDate },
  failure: string,
): Promise<void> => {
  await db
    .update(reports)
    .set({ failure })
    .where(and(eq(reports.userId, key.userId), eq(reports.week, key.week)))
}

export const reportOfWeek = async ({ db }: Store, userId: number, week: LocalDate): Promise<StoredReport | null> => {
  const row = await db
    .select()
    .from(reports)
    .where(and(eq(reports.userId, userId), eq(reports.week, week)))
    .get()
  return row === undefined ? null : storedReport(row)
}

/** The newest reports with content, newest first. */
export const latestReports = async ({ db }: Store, userId: number, limit: number): Promise<readonly StoredReport[]> =>
  (
    await db
      .select()
      .from(reports)
      .where(and(eq(reports.userId, userId), isNotNull(reports.content)))
      .orderBy(desc(reports.week))
      .limit(limit)
  ).map(storedReport)

/** Whom the latest `limit` reports suggested, when and for what, newest first: little of what they say, so little is read. */
export const pastSuggestions = async (
  { db }: Store,
  userId: number,
  limit: number,
): Promise<readonly { readonly personId: number; readonly at: Instant; readonly kind: ReasonKind }[]> =>
  db.all(sql`
    SELECT each.value ->> 'personId' AS personId, kept.content ->> 'at' AS at, each.value -> 'reason' ->> 'kind' AS kind
    FROM (SELECT content, week FROM reports WHERE user_id = ${userId} AND content IS NOT NULL
      ORDER BY week DESC LIMIT ${limit}) AS kept, json_each(kept.content, '$.suggestions') AS each
    ORDER BY kept.week DESC`)

/** The content is what `keepContent` wrote. */
const storedReport = (row: typeof reports.$inferSelect): StoredReport => ({
  week: row.week,
  claimedAt: row.claimedAt as Instant,
  sentAt: row.sentAt === null ? null : (row.sentAt as Instant),
  report: row.content === null ? null : (JSON.parse(row.content) as Report),
  failure: row.failure,
})
