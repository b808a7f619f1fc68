/** The browsers that users are signed in with. */
import { and, desc, eq, gt, lte, or, sql } from 'drizzle-orm'
import type { Account } from '../model/account.ts'
import { knownBrowserFamily, type Session } from '../model/session.ts'
import { DAY, HOUR, type Instant, instantFromSeconds, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { accountsOfSessionQuestion } from './accounts.ts'
import { sessions, users } from './schema/index.ts'
import { askTogether, type Question, question, type Store, written } from './store.ts'
import { userOf } from './users.ts'

/** A browser that nobody uses for so long is signed out: it may have been lent, lost or sold. */
export const maxIdleSeconds = 14 * DAY

export const addSession = async (
  { db }: Store,
  session: Omit<Session, 'lastSeenAt'> & { readonly userId: number; readonly expiresAt: Instant },
): Promise<void> => {
  await db.insert(sessions).values({ ...session, lastSeenAt: session.createdAt })
}

/**
 * The user a session belongs to, with their accounts, or null where it ended: one call, since every page begins with both.
 * Notes that it was used, once an hour at most.
 */
export const userOfSession = async (store: Store, digest: string, now: Instant): Promise<SessionUser | null> => {
  const live = question(
    store,
    sessionRow(store),
    { digest, now, idleSince: later(now, -maxIdleSeconds) },
    ([row]) => row,
  )
  const [row, accounts] = await askTogether(store, live, accountsOfSessionQuestion(store, digest))
  if (row === undefined) return null
  if (row.lastSeenAt <= later(now, -HOUR)) {
    await store.db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.digest, digest))
  }
  return { user: userOf(row.user), accounts }
}

export interface SessionUser {
  readonly user: User
  readonly accounts: readonly Account[]
}

const sessionRow = written((db) =>
  db
    .select({ user: users, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.digest, sql.placeholder('digest')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        gt(sessions.lastSeenAt, sql.placeholder('idleSince')),
      ),
    )
    .prepare(),
)

/** Where a user is signed in now, the latest used first. */
export const sessionsQuestion = (store: Store, userId: number, now: Instant): Question<readonly Session[]> =>
  question(store, liveRows(store), { userId, now, idleSince: later(now, -maxIdleSeconds) }, (rows) =>
    rows.map(({ digest, createdAt, lastSeenAt, browser }) => ({
      digest,
      createdAt: instantFromSeconds(createdAt),
      lastSeenAt: instantFromSeconds(lastSeenAt),
      browser: knownBrowserFamily(browser),
    })),
  )

const liveRows = written((db) =>
  db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, sql.placeholder('userId')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        gt(sessions.lastSeenAt, sql.placeholder('idleSince')),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .prepare(),
)

/** Ends one of the user's own sessions; false where there is no such. */
export const endSession = async ({ db }: Store, userId: number, digest: string): Promise<boolean> => {
  const { meta } = await db.delete(sessions).where(and(eq(sessions.digest, digest), eq(sessions.userId, userId)))
  return meta.changes > 0
}

/** Ends all of a user's sessions. Answers with how many there were. */
export const endSessions = async ({ db }: Store, userId: number): Promise<number> => {
  const { meta } = await db.delete(sessions).where(eq(sessions.userId, userId))
  return meta.changes
}

/** Forgets the sessions that ended by themselves: they open nothing any more. Reads all of them. */
export const endExpiredSessions = async ({ db }: Store, now: Instant): Promise<void> => {
  await db
    .delete(sessions)
    .where(or(lte(sessions.expiresAt, now), lte(sessions.lastSeenAt, later(now, -maxIdleSeconds))))
}
