/** Reports: claimed, built, sent. */

import { and, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ReasonKind, Report, ReportFailure, StoredReport, SuggestionAct, TrendWeek } from '../model/report.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import { reports, suggestionActs, users } from './schema/index.ts'
import { ask, type Question, question, type Store, written } from './store.ts'
import { storedJson } from './stored-json.ts'
import { reportSchedule } from './users.ts'

/**
 * Makes the week's row if it was not there, for `reportQuestion` to be asked in the same call: whoever comes second finds
 * what the first has done. Makes none for whoever wants no reports, or is gone: who deletes everything while a job is at
 * work leaves no row all the same.
 */
export const claiming = (
  { d1 }: Store,
  { userId, week, now }: { readonly userId: number; readonly week: LocalDate; readonly now: Instant },
): Question<null> => ({ statement: d1.prepare(claim).bind(userId, week, now), answerOf: () => null })

const claim = `
  INSERT INTO reports (user_id, week, claimed_at)
  SELECT id, ?2, ?3 FROM users WHERE id = ?1 AND next_report_at IS NOT NULL
  ON CONFLICT DO NOTHING`

export const reportQuestion = (store: Store, { userId, week }: ReportKey): Question<StoredReport | null> =>
  question(store, reportRow(store), { userId, week }, ([row]) => (row === undefined ? null : storedReport(row)))

const isNamed = and(eq(reports.userId, sql.placeholder('userId')), eq(reports.week, sql.placeholder('week')))

const reportRow = written((db) => db.select().from(reports).where(isNamed).prepare())

/** Keeps what the report says, and answers with what is kept: where another attempt was faster, that one's words stay. */
export const keepContent = async (store: Store, { userId, week }: ReportKey, report: Report): Promise<Report> => {
  const { meta } = await keeping(store).run({ userId, week, content: JSON.stringify(report) })
  if (meta.changes > 0) return report
  return (await ask(reportQuestion(store, { userId, week })))?.report ?? report
}

const keeping = written((db) =>
  db
    .update(reports)
    .set({ content: sql`${sql.placeholder('content')}` })
    .where(and(isNamed, isNull(reports.content)))
    .prepare(),
)

export interface ReportKey {
  readonly userId: number
  readonly week: LocalDate
}

/**
 * Notes, before a mail is handed to its carrier, that this is happening: whoever finds the note and no outcome knows that
 * the mail may have gone. False where somebody else has noted it, or the report is settled.
 */
export const beginSending = async (
  store: Store,
  { userId, week }: ReportKey,
  /** The note found before, or null; and ours. */
  { found, at }: { readonly found: Instant | null; readonly at: Instant },
): Promise<boolean> => (await noting(store).run({ userId, week, found, at })).meta.changes > 0

const noting = written((db) =>
  db
    .update(reports)
    .set({ triedAt: sql`${sql.placeholder('at')}` })
    .where(
      and(
        isNamed,
        isNull(reports.sentAt),
        isNull(reports.failure),
        sql`${reports.triedAt} IS ${sql.placeholder('found')}`,
      ),
    )
    .prepare(),
)

/** The carrier said that it took nothing: there is no doubt left. */
export const recordNotTaken = async ({ db }: Store, key: ReportKey): Promise<void> => {
  await db.update(reports).set({ triedAt: null }).where(isReport(key))
}

/**
 * It went out, and the next one is asked for at `nextReportAt`: both or neither. `passedOver` is a later week whose report
 * will not be made, because this one came so late: that is kept too, unless something else came of it.
 */
export const recordSent = async (
  store: Store,
  key: ReportKey,
  sent: {
    readonly sentAt: Instant
    readonly nextReportAt: Instant
    readonly passedOver: LocalDate | null
    /** Which text each person's check-in had; null where that is not known. */
    readonly draftKeys: DraftKeys | null
  },
): Promise<void> => {
  const { d1, db } = store
  const updates = [
    db
      .update(reports)
      .set({ sentAt: sent.sentAt, triedAt: null, failure: null, draftKeys: keysJson(sent.draftKeys) })
      .where(isReport(key)),
    reportSchedule(store, key.userId, sent.nextReportAt),
  ].map((update) => update.toSQL())
  await d1.batch([
    ...updates.map(({ sql: text, params }) => d1.prepare(text).bind(...params)),
    ...(sent.passedOver === null ? [] : [d1.prepare(passOver).bind(key.userId, sent.passedOver, sent.sentAt)]),
  ])
}

/** The keys of the texts of check-ins, by the person's id. */
export type DraftKeys = ReadonlyMap<number, number>

const keysJson = (keys: DraftKeys | null): string | null =>
  keys === null ? null : JSON.stringify(Object.fromEntries(keys))

/** The keys of the texts that each person's check-ins had in reports since then. */
export const usedKeysQuestion = (
  store: Store,
  userId: number,
  since: LocalDate,
): Question<ReadonlyMap<number, readonly number[]>> =>
  question(store, keyRows(store), { userId, since }, (rows) => {
    const used = rows.flatMap(({ draftKeys }) =>
      Object.entries(storedJson<Readonly<Record<string, number>>>(draftKeys ?? '{}')),
    )
    const byPerson = Map.groupBy(used, ([personId]) => Number(personId))
    return new Map([...byPerson].map(([personId, all]) => [personId, all.map(([, key]) => key)]))
  })

const keyRows = written((db) =>
  db
    .select({ draftKeys: reports.draftKeys })
    .from(reports)
    .where(and(isOfUser, gte(reports.week, sql.placeholder('since')), isNotNull(reports.draftKeys)))
    .prepare(),
)

const passOver = `
  INSERT INTO reports (user_id, week, claimed_at, failure) SELECT id, ?2, ?3, 'overtaken' FROM users WHERE id = ?1
  ON CONFLICT DO NOTHING`

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

export const reportOfWeek = (store: Store, userId: number, week: LocalDate): Promise<StoredReport | null> =>
  ask(reportQuestion(store, { userId, week }))

/** The newest reports with content, newest first. */
export const latestReportsQuestion = (store: Store, userId: number, limit: number): Question<readonly StoredReport[]> =>
  question(store, latestRows(store), { userId, limit }, (rows) => rows.map(storedReport))

const isOfUser = eq(reports.userId, sql.placeholder('userId'))

const latestRows = written((db) =>
  db
    .select()
    .from(reports)
    .where(and(isOfUser, isNotNull(reports.content)))
    .orderBy(desc(reports.week))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

export const latestReports = (store: Store, userId: number, limit: number): Promise<readonly StoredReport[]> =>
  ask(latestReportsQuestion(store, userId, limit))

/** The latest weeks for which no report was built, and none will be, newest first. */
export const weeksWithout = (store: Store, userId: number, limit: number): Promise<readonly StoredReport[]> =>
  ask(question(store, rowsWithout(store), { userId, limit }, (rows) => rows.map(storedReport)))

const rowsWithout = written((db) =>
  db
    .select()
    .from(reports)
    .where(and(isOfUser, isNull(reports.content), isNotNull(reports.failure)))
    .orderBy(desc(reports.week))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** How many people stood in each band in the latest `limit` reports that went out, oldest first. */
export const pastBandsQuestion = (store: Store, userId: number, limit: number): Question<readonly TrendWeek[]> =>
  question(store, bandRows(store), { userId, limit }, (rows) =>
    rows.map(({ week, bands }) => ({ week, bands: storedJson<Report['bands']>(bands) })).reverse(),
  )

const bandRows = written((db) =>
  db
    .select({ week: reports.week, bands: sql<string>`${reports.content} -> 'bands'` })
    .from(reports)
    .where(and(isOfUser, isNotNull(reports.content), isNotNull(reports.sentAt)))
    .orderBy(desc(reports.week))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Whom the latest `limit` reports suggested, when and for what, newest first: little of what they say, so little is read. */
export const pastSuggestionsQuestion = (
  store: Store,
  userId: number,
  limit: number,
): Question<readonly { readonly personId: number; readonly at: Instant; readonly kind: ReasonKind }[]> =>
  question(store, suggestionRows(store), { userId, limit }, (rows) => rows)

const suggestionRows = written((db) =>
  db
    .select({
      personId: sql<number>`each.value ->> 'personId'`,
      at: sql<Instant>`kept.content ->> 'at'`,
      kind: sql<ReasonKind>`each.value -> 'reason' ->> 'kind'`,
    })
    .from(
      sql`(SELECT content, week FROM reports WHERE user_id = ${sql.placeholder('userId')} AND content IS NOT NULL
        ORDER BY week DESC LIMIT ${sql.placeholder('limit')}) AS kept, json_each(kept.content, '$.suggestions') AS each`,
    )
    .orderBy(sql`kept.week DESC`)
    .prepare(),
)

const storedReport = (row: typeof reports.$inferSelect): StoredReport => ({
  week: row.week,
  claimedAt: row.claimedAt,
  triedAt: row.triedAt,
  sentAt: row.sentAt,
  report: row.content === null ? null : storedJson<Report>(row.content),
  failure: row.failure,
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
      act: sql<SuggestionAct>`${what.act}`.as('act'),
      at: sql<Instant>`${what.at}`.as('at'),
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
  db
    .select()
    .from(suggestionActs)
    .where(and(eq(suggestionActs.userId, userId), gte(suggestionActs.week, week)))
