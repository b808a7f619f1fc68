/** Where a user's mail goes: whether it may go there at all, and what its owner said about that. */
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { type Instant, later } from '../model/time.ts'
import { addressDigest } from './address-digest.ts'
import { suppressions, users } from './schema/index.ts'
import type { Store } from './store.ts'
import { userById } from './users.ts'

/** Whether the owner of the address once called our mail unwanted. */
export const isSuppressed = async ({ db }: Store, address: string): Promise<boolean> => {
  const digest = await addressDigest(address)
  const row = await db.select({ at: suppressions.at }).from(suppressions).where(eq(suppressions.digest, digest)).get()
  return row !== undefined
}

/** The user's address gets no mail of ours any more, whoever uses it: its owner called our mail unwanted. */
export const suppressAddress = async (store: Store, userId: number, now: Instant): Promise<void> => {
  const user = await userById(store, userId)
  if (user === null) return
  const row = { digest: await addressDigest(user.address), at: now }
  await store.db.insert(suppressions).values(row).onConflictDoNothing()
}

/**
 * Has the user's mail go to another address, once its owner agrees. Notes that a mail asks for that. False, and nothing
 * changes, where one asked less than `pauseSeconds` ago.
 */
export const moveMail = async (
  { db }: Store,
  userId: number,
  to: { readonly address: string; readonly now: Instant; readonly pauseSeconds: number },
): Promise<boolean> => {
  const { address, now, pauseSeconds } = to
  const { meta } = await db
    .update(users)
    .set({
      address,
      isAddressConfirmed: false,
      confirmationAskedAt: now,
      mailStopReason: null,
      mailStopAt: null,
    })
    .where(
      and(
        eq(users.id, userId),
        or(isNull(users.confirmationAskedAt), lte(users.confirmationAskedAt, later(now, -pauseSeconds))),
      ),
    )
  return meta.changes > 0
}

/** The owner of the address agrees. False where the user's mail goes to another address meanwhile. */
export const confirmAddress = async ({ db }: Store, userId: number, address: string): Promise<boolean> => {
  const { meta } = await db
    .update(users)
    .set({ isAddressConfirmed: true })
    .where(and(eq(users.id, userId), eq(users.address, address)))
  return meta.changes > 0
}
