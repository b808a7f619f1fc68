/** Users and the browsers they are signed in with. */
import { and, eq, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { tones, type WritingPlace } from '../model/check-in.ts'
import { type Instant, instantFromSeconds, instantOrNull, later, type Weekday } from '../model/time.ts'
import {
  type Away,
  type MailStopReason,
  type ReadsBack,
  type ReportTime,
  readsBackChoices,
  rescheduled,
  type User,
  type UserVoice,
  usualReadsBack,
  type ZoneLearned,
} from '../model/user.ts'
import { users } from './schema/index.ts'
import { ask, type Question, question, type Store, written } from './store.ts'

export const userQuestion = (store: Store, id: number): Question<User | null> =>
  question(store, userRow(store), { id }, ([row]) => (row === undefined ? null : userOf(row)))

const userRow = written((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare(),
)

export const userById = (store: Store, id: number): Promise<User | null> => ask(userQuestion(store, id))

export const hasUsers = async ({ db }: Store): Promise<boolean> =>
  (await db.select({ id: users.id }).from(users).limit(1).get()) !== undefined

/** The statement by which a page tells the zone; what the user chose stays, and so does what changed meanwhile. */
export const zoneUpdate = (
  { d1 }: Store,
  userId: number,
  { zone, nextReportAt, before }: ZoneLearned,
): D1PreparedStatement => d1.prepare(learnZone).bind(userId, zone, nextReportAt, before.zone, before.nextReportAt)

const learnZone = `
  UPDATE users SET zone = ?2, next_report_at = ?3
  WHERE id = ?1 AND NOT is_zone_chosen AND zone = ?4 AND next_report_at IS ?5`

/** The statement by which a page tells the name the user signs with; of who has a name, nothing is written. */
export const nameUpdate = ({ d1 }: Store, userId: number, name: string): D1PreparedStatement =>
  d1.prepare("UPDATE users SET name = ?2 WHERE id = ?1 AND name = ''").bind(userId, name)

export interface ReportSettings {
  /** Null: no reports until the user says otherwise. */
  readonly report: ReportTime | null
  readonly zone: string
  readonly locale: string
  readonly writesIn: WritingPlace
  readonly away: Away | null
}

/** What the user chose for the report; the next moment follows from it. */
export const saveReportSettings = async (
  { db }: Store,
  user: User,
  { report, zone, locale, writesIn, away }: ReportSettings,
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
      locale,
      writesIn,
      ...awayColumns(away),
      nextReportAt: report === null ? null : rescheduled(user, { report, zone, away }, now),
    })
    .where(eq(users.id, user.id))
}

export interface CheckInSettings {
  readonly writesIn: WritingPlace
  readonly voice: UserVoice
  readonly wantsRewrites: boolean
}

/** How the user's check-ins sound, and where they open. */
export const saveCheckInSettings = async (
  { db }: Store,
  userId: number,
  { writesIn, voice, wantsRewrites }: CheckInSettings,
): Promise<void> => {
  const { tone: usualTone, language: usualLanguage, ...lines } = voice
  await db
    .update(users)
    .set({ writesIn, wantsRewrites, usualTone, usualLanguage, ...lines })
    .where(eq(users.id, userId))
}

/** How far back the user wants mail and meetings read. */
export const saveReadsBack = async ({ db }: Store, userId: number, readsBack: ReadsBack): Promise<void> => {
  await db
    .update(users)
    .set({ readsBackYears: readsBack ?? 0 })
    .where(eq(users.id, userId))
}

/** What a file of the user's own said: as it was chosen there, or learned. */
export const saveImportedSettings = async (
  { db }: Store,
  user: User,
  settings: Omit<User, 'id' | 'address' | 'isOwner' | 'mailStop' | 'isAddressConfirmed'>,
): Promise<void> => {
  const { report, readsBack, voice, away, ...rest } = settings
  await db
    .update(users)
    .set({
      ...rest,
      ...awayColumns(away),
      reportWeekday: report.weekday,
      reportHour: report.hour,
      readsBackYears: readsBack ?? 0,
      signOff: voice.signOff,
      formalSignOff: voice.formalSignOff,
      usualTone: voice.tone,
      greetingWord: voice.greetingWord,
      usualLanguage: voice.language,
    })
    .where(eq(users.id, user.id))
}

const awayColumns = (away: Away | null) => ({ awayFrom: away?.from ?? null, awayUntil: away?.until ?? null })

/** As it lies in its column. */
export const readsBackOf = (years: number): ReadsBack => {
  const known = readsBackChoices.find((choice) => (choice ?? 0) === years)
  return known === undefined ? usualReadsBack : known
}

/** The statement that sets when the next report is to be asked for; nothing where the user wants none meanwhile. */
export const reportSchedule = ({ db }: Store, userId: number, nextReportAt: Instant) =>
  db
    .update(users)
    .set({ nextReportAt })
    .where(and(eq(users.id, userId), sql`${users.nextReportAt} IS NOT NULL`))

/** Whose report is due, the longest waiting first, at most `limit`. Costs what is due, not what exists: the moment is indexed. */
export const usersDue = async ({ db }: Store, now: Instant, limit: number): Promise<readonly User[]> =>
  (await db.select().from(users).where(lte(users.nextReportAt, now)).orderBy(users.nextReportAt).limit(limit)).map(
    userOf,
  )

/** Sets, for many at once, when to ask again; whoever changed their moment meanwhile keeps the new one. */
export const askAgainAt = async ({ db }: Store, asked: readonly User[], at: Instant): Promise<void> => {
  const known = JSON.stringify(asked.map(({ id, nextReportAt }) => [id, nextReportAt]))
  await db.run(sql`
    UPDATE users SET next_report_at = ${at} FROM json_each(${known}) AS asked
    WHERE users.id = asked.value ->> 0 AND users.next_report_at = asked.value ->> 1`)
}

/** Mail to this user stops, for the reason. The first one stays, unless its owner complains: nothing takes that back. */
export const stopMail = async (
  { db }: Store,
  userId: number,
  stop: { readonly reason: MailStopReason; readonly now: Instant },
): Promise<void> => {
  await db
    .update(users)
    .set({ mailStopReason: stop.reason, mailStopAt: stop.now })
    .where(
      and(
        eq(users.id, userId),
        stop.reason === 'complained'
          ? or(isNull(users.mailStopReason), ne(users.mailStopReason, 'complained'))
          : isNull(users.mailStopReason),
      ),
    )
}

/** The user says that the address is fine: mail goes there again, unless its owner complained of it. */
export const resumeMail = async ({ db }: Store, userId: number): Promise<void> => {
  await db
    .update(users)
    .set({ mailStopReason: null, mailStopAt: null })
    .where(and(eq(users.id, userId), ne(users.mailStopReason, 'complained')))
}

/** Notes that a report goes out on demand; false where the last one was less than `pauseSeconds` ago. */
export const takeSendNow = async (
  { db }: Store,
  userId: number,
  when: { readonly now: Instant; readonly pauseSeconds: number },
): Promise<boolean> => {
  const { meta } = await db
    .update(users)
    .set({ sentNowAt: when.now })
    .where(
      and(eq(users.id, userId), or(isNull(users.sentNowAt), lte(users.sentNowAt, later(when.now, -when.pauseSeconds)))),
    )
  return meta.changes > 0
}

/** A row of `users` as the user it stands for. */
export const userOf = (row: typeof users.$inferSelect): User => ({
  id: row.id,
  address: row.address,
  name: row.name,
  isOwner: row.isOwner,
  zone: row.zone,
  isZoneChosen: row.isZoneChosen,
  report: { weekday: row.reportWeekday as Weekday, hour: row.reportHour },
  away: row.awayFrom === null || row.awayUntil === null ? null : { from: row.awayFrom, until: row.awayUntil },
  nextReportAt: instantOrNull(row.nextReportAt),
  locale: row.locale,
  writesIn: row.writesIn as WritingPlace,
  mailStop:
    row.mailStopReason === null || row.mailStopAt === null
      ? null
      : { reason: row.mailStopReason as MailStopReason, since: instantFromSeconds(row.mailStopAt) },
  isAddressConfirmed: row.isAddressConfirmed,
  readsBack: readsBackOf(row.readsBackYears),
  voice: {
    signOff: row.signOff,
    formalSignOff: row.formalSignOff,
    tone: tones.find((tone) => tone === row.usualTone) ?? null,
    greetingWord: row.greetingWord,
    language: row.usualLanguage,
  },
  wantsRewrites: row.wantsRewrites,
})
