/** Users and the browsers they are signed in with. */
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Instant, Weekday } from '../model/time.ts'
import {
  nextReportAfter,
  type ReadsBack,
  type ReportTime,
  readsBackChoices,
  type User,
  usualReadsBack,
  usualReportTime,
} from '../model/user.ts'
import { sessions, users } from './schema/index.ts'
import type { Store } from './store.ts'

export const userById = async ({ db }: Store, id: number): Promise<User | null> => {
  const row = await db.select().from(users).where(eq(users.id, id)).get()
  return row === undefined ? null : userOf(row)
}

export interface NewUser {
  readonly address: string
  readonly name: string
  readonly createdAt: Instant
}

/** Until the calendar tells. */
const firstZone = 'UTC'

/**
 * Adds a user; the first one owns the installation. With `onlyFirst` nobody is added once there is one, and the answer
 * is null. One statement, so that of two who come first at once only one is.
 */
export const addUser = async ({ db }: Store, user: NewUser, onlyFirst: boolean): Promise<User | null> => {
  const dueAt = nextReportAfter({ report: usualReportTime, zone: firstZone }, user.createdAt)
  const row = await db.get<{ id: number } | undefined>(sql`
    INSERT INTO users (created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour, next_report_at)
    SELECT ${user.createdAt}, ${user.address}, ${user.name}, NOT EXISTS (SELECT 1 FROM users), ${firstZone}, 0,
      ${usualReportTime.weekday}, ${usualReportTime.hour}, ${dueAt}
    WHERE ${onlyFirst ? 0 : 1} OR NOT EXISTS (SELECT 1 FROM users)
    RETURNING id`)
  return row === undefined ? null : userById({ db } as Store, row.id)
}

export const hasUsers = async ({ db }: Store): Promise<boolean> =>
  (await db.select({ id: users.id }).from(users).limit(1).get()) !== undefined

/** What the calendar says about where the user lives; what the user chose stays. */
export const learnZone = async ({ db }: Store, user: User, zone: string, now: Instant): Promise<void> => {
  if (user.isZoneChosen || user.zone === zone) return
  const nextReportAt = user.nextReportAt === null ? null : nextReportAfter({ ...user, zone }, now)
  await db
    .update(users)
    .set({ zone, nextReportAt })
    .where(and(eq(users.id, user.id), eq(users.isZoneChosen, false)))
}

/** The name the user signs with, learned from their own letters. */
export const learnName = async ({ db }: Store, userId: number, name: string): Promise<void> => {
  await db.update(users).set({ name }).where(eq(users.id, userId))
}

export interface ReportSettings {
  /** Null: no reports until the user says otherwise. */
  readonly report: ReportTime | null
  readonly zone: string
}

/** What the user chose for the report; the next moment follows from it. */
export const saveReportSettings = async (
  { db }: Store,
  user: User,
  { report, zone }: ReportSettings,
  now: Instant,
): Promise<void> => {
  const time = report ?? user.report
  await db
    .update(users)
    .set({
      zone,
      isZoneChosen: user.isZoneChosen || zone !== user.zone,
      reportWeekday: time.weekday,
      reportHour: time.hour,
      nextReportAt: report === null ? null : nextReportAfter({ report, zone }, now),
    })
    .where(eq(users.id, user.id))
}

/** How far back the user wants mail and meetings read. */
export const saveReadsBack = async ({ db }: Store, userId: number, readsBack: ReadsBack): Promise<void> => {
  await db
    .update(users)
    .set({ readsBackYears: readsBack ?? 0 })
    .where(eq(users.id, userId))
}

/** As it lies in its column. */
export const readsBackOf = (years: number): ReadsBack => {
  const known = readsBackChoices.find((choice) => (choice ?? 0) === years)
  return known === undefined ? usualReadsBack : known
}

export const scheduleReport = async ({ db }: Store, userId: number, nextReportAt: Instant | null): Promise<void> => {
  await db.update(users).set({ nextReportAt }).where(eq(users.id, userId))
}

/** Whose report is due. Costs what is due, not what exists: the moment is indexed. */
export const usersDue = async ({ db }: Store, now: Instant): Promise<readonly User[]> =>
  (await db.select().from(users).where(lte(users.nextReportAt, now)).orderBy(users.nextReportAt)).map(userOf)

export const addSession = async (
  { db }: Store,
  session: { readonly digest: string; readonly userId: number; readonly expiresAt: Instant },
): Promise<void> => {
  await db.insert(sessions).values(session)
}

/** The user a session belongs to, or null where it ended. */
export const userOfSession = async ({ db }: Store, digest: string, now: Instant): Promise<User | null> => {
  const row = await db
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.digest, digest), gt(sessions.expiresAt, now)))
    .get()
  return row === undefined ? null : userOf(row.user)
}

export const endSession = async ({ db }: Store, digest: string): Promise<void> => {
  await db.delete(sessions).where(eq(sessions.digest, digest))
}

export const endExpiredSessions = async ({ db }: Store, now: Instant): Promise<void> => {
  await db.delete(sessions).where(lte(sessions.expiresAt, now))
}

const userOf = (row: typeof users.$inferSelect): User => ({
  id: row.id,
  address: row.address,
  name: row.name,
  isOwner: row.isOwner,
  zone: row.zone,
  isZoneChosen: row.isZoneChosen,
  report: { weekday: row.reportWeekday as Weekday, hour: row.reportHour },
  nextReportAt: row.nextReportAt === null ? null : (row.nextReportAt as Instant),
  readsBack: readsBackOf(row.readsBackYears),
})
