/** Reports: claimed, built, sent. */
import { and, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ReasonKind, Report, ReportFailure, StoredReport, SuggestionAct, TrendWeek } from '../model/report.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import { reports, suggestionActs, users } from './schema/index.ts'
import { ask, type Question, question, type Store } from './store.ts'
import { reportSchedule } from './users.ts'

/**
 * The week's row, made now if it was not there: whoever comes second finds what the first has done. Null where the user is
 * gone: who deletes everything while a job is at work leaves no row all the same.
 */
export const claimReport = async (
  { db }: Store,
  claim: { readonly userId: number; readonly week: LocalDate; readonly now: Instant },
): Promise<StoredReport | null> => {
  const { userId, week, now } = claim
  const [, [row]] = await db.batch([
    db
      .insert(reports)
      .select(newReport(db, userId, { week, now }))
      .onConflictDoNothing(),
    db.select().from(reports).where(isReport({ userId, week })),
  ])
  return row === undefined ? null : storedReport(row)
}

/** In the order of the table's columns, as Drizzle wants it. */
const newReport = (
  db: Store['db'],
  userId: number,
  { week, now }: { readonly week: LocalDate; readonly now: Instant },
) =>
  db
    .select({
      userId: users.id,
      week: sql<string>`${week}`.as('week'),
      claimedAt: sql<number>`${now}`.as('claimed_at'),
      sentAt: sql<null>`NULL`.as('sent_at'),
      triedAt: sql<null>`NULL`.as('tried_at'),
      content: sql<null>`NULL`.as('content'),
      failure: sql<null>`NULL`.as('failure'),
    })
    .from(users)
    .where(eq(users.id, userId))

/** Keeps what the report says, and answers with what is kept: where another attempt was faster, that one's words stay. */
export const keepContent = async ({ db }: Store, key: ReportKey, report: Report): Promise<Report> => {
  const [, [row]] = await db.batch([
    db
      .update(reports)
      .set({ content: JSON.stringify(report) })
      .where(and(isReport(key), isNull(reports.content))),
    db.select().from(reports).where(isReport(key)),
  ])
  return row === undefined ? report : (storedReport(row).report ?? report)
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
  const row = await db.select().from(reports).where(isReport({ userId, week })).get()
  return row === undefined ? null : storedReport(row)
}

/** The newest reports with content, newest first. */
export const latestReportsQuestion = (
  { db }: Store,
  userId: number,
  limit: number,
): Question<readonly StoredReport[]> => {
  const query = db
    .select()
    .from(reports)
    .where(and(eq(reports.userId, userId), isNotNull(reports.content)))
    .orderBy(desc(reports.week))
    .limit(limit)
  return question(query, (rows) => rows.map(storedReport))
}

export const latestReports = (store: Store, userId: number, limit: number): Promise<readonly StoredReport[]> =>
  ask(latestReportsQuestion(store, userId, limit))

/** How many people stood in each band in the latest `limit` reports that went out, oldest first. */
export const pastBandsQuestion = ({ db }: Store, userId: number, limit: number): Question<readonly TrendWeek[]> => {
  const query = db
    .select({ week: reports.week, bands: sql<string>`${reports.content} -> 'bands'` })
    .from(reports)
    .where(and(eq(reports.userId, userId), isNotNull(reports.content), isNotNull(reports.sentAt)))
    .orderBy(desc(reports.week))
    .limit(limit)
  // The content is what `keepContent` wrote.
  return question(query, (rows) =>
    rows.map(({ week, bands }) => ({ week, bands: JSON.parse(bands) as Report['bands'] })).reverse(),
  )
}

/** Whom the latest `limit` reports suggested, when and for what, newest first: little of what they say, so little is read. */
export const pastSuggestionsQuestion = (
  { db }: Store,
  userId: number,
  limit: number,
): Question<readonly { readonly personId: number; readonly at: Instant; readonly kind: ReasonKind }[]> => {
  const query = db
    .select({
      personId: sql<number>`each.value ->> 'personId'`,
      at: sql<Instant>`kept.content ->> 'at'`,
      kind: sql<ReasonKind>`each.value -> 'reason' ->> 'kind'`,
    })
    .from(
      sql`(SELECT content, week FROM reports WHERE user_id = ${userId} AND content IS NOT NULL
        ORDER BY week DESC LIMIT ${limit}) AS kept, json_each(kept.content, '$.suggestions') AS each`,
    )
    .orderBy(sql`kept.week DESC`)
  return question(query, (rows) => rows)
}

/** The content is what `keepContent` wrote. */
const storedReport = (row: typeof reports.$inferSelect): StoredReport => ({
  week: row.week,
  claimedAt: row.claimedAt as Instant,
  triedAt: row.triedAt === null ? null : (row.triedAt as Instant),
  sentAt: row.sentAt === null ? null : (row.sentAt as Instant),
  report: row.content === null ? null : (JSON.parse(row.content) as Report),
  failure: row.failure as ReportFailure | null,
})

/** Notes what the user did with a suggestion; the first time stays. Of a user who is gone, nothing is noted. */
export const recordAct = async (
  { db }: Store,
  what: ReportKey & { readonly personId: number; readonly act: SuggestionAct; readonly at: Instant },
): Promise<void> => {
  const ofUser = db
    .select({
      userId: users.id,
      week: sql<string>`${what.week}`.as('week'),
      personId: sql<number>`${what.personId}`.as('person_id'),
      act: sql<string>`${what.act}`.as('act'),
      at: sql<number>`${what.at}`.as('at'),
    })
    .from(users)
    .where(eq(users.id, what.userId))
  await db.insert(suggestionActs).select(ofUser).onConflictDoNothing()
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
