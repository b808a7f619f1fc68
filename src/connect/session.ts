/** Signed-in browsers. The cookie is a signed random secret; the database holds its digest, so that neither alone is enough. */
import { DAY, type Instant, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Store } from '../store/store.ts'
import { addSession, endSession, userOfSession } from '../store/users.ts'
import { base64url, type KeyRing } from './keys.ts'

/** Counted from signing in, however much the browser is used meanwhile. */
export const sessionDays = 60

/** Starts a session, always a new one: what a browser held before signing in is worth nothing afterwards. */
export const startSession = async (
  context: {
    readonly store: Store
    readonly keys: KeyRing
    readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  },
  session: { readonly userId: number; readonly now: Instant },
): Promise<string> => {
  const secret = base64url.encode(context.randomBytes(32))
  const expiresAt = later(session.now, sessionDays * DAY)
  await addSession(context.store, { digest: await digestOf(secret), userId: session.userId, expiresAt })
  return context.keys.sign({ secret }, { purpose, expiresAt })
}

/** Who is signed in with this cookie, or null. */
export const userOfCookie = async (
  context: { readonly store: Store; readonly keys: KeyRing },
  cookie: string,
  now: Instant,
): Promise<User | null> => {
  const secret = await secretOf(context.keys, cookie, now)
  return secret === null ? null : userOfSession(context.store, await digestOf(secret), now)
}

/** Ends it for good: the cookie stops working wherever a copy of it may be. */
export const stopSession = async (
  context: { readonly store: Store; readonly keys: KeyRing },
  cookie: string,
  now: Instant,
): Promise<void> => {
  const secret = await secretOf(context.keys, cookie, now)
  if (secret !== null) await endSession(context.store, await digestOf(secret))
}

const purpose = 'session'

const secretOf = async (keys: KeyRing, cookie: string, now: Instant): Promise<string | null> => {
  const verified = await keys.verify(cookie, { purpose, now })
  if (!verified.ok) return null
  const { secret } = verified.value
  return typeof secret === 'string' ? secret : null
}

const digestOf = async (secret: string): Promise<string> =>
  base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
