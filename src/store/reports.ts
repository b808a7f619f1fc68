/** Reports: claimed, built, sent. */
import { and, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ReasonKind, Report, ReportFailure, StoredReport, SuggestionAct, TrendWeek } from '../model/report.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import { reports, suggestionActs } from './schema/index.ts'
import type { Store } from './store.ts'
import { reportSchedule } from './users.ts'

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

export interface ReportKey {
  readonly userId: number
  readonly week: LocalDate
}

/**
 * Notes, before a mail is handed to its carrier, that this is happening: whoever finds the note and no outcome knows that
 * the mail may have gone. False where somebody else has noted it, or the report is settled.
 */
export const beginSending = async (
  { db }: Store,
  key: ReportKey,
  /** The note found before, or null; and ours. */
  tried: { readonly found: Instant | null; readonly at: Instant },
): Promise<boolean> => {
  const { meta } = await db
    .update(reports)
    .set({ triedAt: tried.at })
    .where(
      and(
        isReport(key),
        isNull(reports.sentAt),
        isNull(reports.failure),
        tried.found === null ? isNull(reports.triedAt) : eq(reports.triedAt, tried.found),
      ),
    )
  return meta.changes > 0
}

/** The carrier said that it took nothing: there is no doubt left. */
export const recordNotTaken = async ({ db }: Store, key: ReportKey): Promise<void> => {
  await db.update(reports).set({ triedAt: null }).where(isReport(key))
}

/** It went out, and the next one is asked for at `nextReportAt`: both or neither. */
export const recordSent = async (
  store: Store,
  key: ReportKey,
  sent: { readonly sentAt: Instant; readonly nextReportAt: Instant },
): Promise<void> => {
  await store.db.batch([
    store.db.update(reports).set({ sentAt: sent.sentAt, triedAt: null, failure: null }).where(isReport(key)),
    reportSchedule(store, key.userId, sent.nextReportAt),
  ])
}

/** It will not go out by itself, and the next one is asked for at `nextReportAt`. */
export const recordFailure = async (
  store: Store,
  key: ReportKey,
  { failure, nextReportAt }: { readonly failure: ReportFailure; readonly nextReportAt: Instant },
): Promise<void> => {
  await store.db.batch([
    store.db
      .update(reports)
      .set({ failure })
      .where(and(isReport(key), isNull(reports.sentAt))),
    reportSchedule(store, key.userId, nextReportAt),
  ])
}

const isReport = ({ userId, week }: ReportKey) => and(eq(reports.userId, userId), eq(reports.week, week))

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

/** How many people stood in each band in the latest `limit` reports that went out, oldest first. */
export const pastBands = async ({ db }: Store, userId: number, limit: number): Promise<readonly TrendWeek[]> => {
  const rows = await db.all<{ week: LocalDate; bands: string }>(sql`
    SELECT week, content -> 'bands' AS bands FROM reports
    WHERE user_id = ${userId} AND content IS NOT NULL AND sent_at IS NOT NULL ORDER BY week DESC LIMIT ${limit}`)
  // The content is what `keepContent` wrote.
  return rows.reverse().map(({ week, bands }) => ({ week, bands: JSON.parse(bands) as Report['bands'] }))
}

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
  triedAt: row.triedAt === null ? null : (row.triedAt as Instant),
  sentAt: row.sentAt === null ? null : (row.sentAt as Instant),
  report: row.content === null ? null : (JSON.parse(row.content) as Report),
  failure: row.failure as ReportFailure | null,
})

/** Notes what the user did with a suggestion; the first time stays. */
export const recordAct = async (
  { db }: Store,
  what: ReportKey & { readonly personId: number; readonly act: SuggestionAct; readonly at: Instant },
): Promise<void> => {
  await db.insert(suggestionActs).values(what).onConflictDoNothing()
}

/** It was taken back. */
export const removeAct = async (
  { db }: Store,
  what: ReportKey & { readonly personId: number; readonly act: SuggestionAct },
): Promise<void> => {
  await db
    .delete(suggestionActs)
    .where(
      and(
        eq(suggestionActs.userId, what.userId),
        eq(suggestionActs.week, what.week),
        eq(suggestionActs.personId, what.personId),
        eq(suggestionActs.act, what.act),
      ),
    )
}

/** What the user did with the suggestions of these weeks. */
export const actsSince = async (
  { db }: Store,
  userId: number,
  week: LocalDate,
): Promise<readonly { readonly week: LocalDate; readonly personId: number; readonly act: SuggestionAct }[]> =>
  (
    await db
      .select()
      .from(suggestionActs)
      .where(and(eq(suggestionActs.userId, userId), gte(suggestionActs.week, week)))
  ).map(({ act, ...row }) => ({ ...row, act: act as SuggestionAct }))
