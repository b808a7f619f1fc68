/** Signed-in browsers. The cookie is a signed random secret and the database holds its digest: neither alone is enough. */
import { DAY, type Instant, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Store } from '../store/store.ts'
import { addSession, endSession, userOfSession } from '../store/users.ts'
import { base64url, type KeyRing } from './keys.ts'

export interface SessionDeps {
  readonly store: Store
  readonly keys: Pick<KeyRing, 'sign' | 'verify'>
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
}

/** They count from the sign-in, however much the browser is used meanwhile. */
export const sessionDays = 60

/** Starts a new session every time: what a browser held before the sign-in is worth nothing afterwards. Answers the cookie. */
export const startSession = async (
  { store, keys, randomBytes }: SessionDeps,
  { userId, now }: { readonly userId: number; readonly now: Instant },
): Promise<string> => {
  const secret = base64url.encode(randomBytes(32))
  const expiresAt = later(now, sessionDays * DAY)
  await addSession(store, { digest: await digestOf(secret), userId, expiresAt })
  return keys.sign({ secret }, { purpose, expiresAt })
}

/** Who is signed in with this cookie, or null. */
export const userOfCookie = async (
  { store, keys }: Omit<SessionDeps, 'randomBytes'>,
  cookie: string,
  now: Instant,
): Promise<User | null> => {
  const secret = await secretOf(keys, cookie, now)
  return secret === null ? null : userOfSession(store, await digestOf(secret), now)
}

/** Ends the session for good: every copy of the cookie stops working. */
export const stopSession = async (
  { store, keys }: Omit<SessionDeps, 'randomBytes'>,
  cookie: string,
  now: Instant,
): Promise<void> => {
  const secret = await secretOf(keys, cookie, now)
  if (secret !== null) await endSession(store, await digestOf(secret))
}

const purpose = 'session'

const secretOf = async (keys: Pick<KeyRing, 'verify'>, cookie: string, now: Instant): Promise<string | null> => {
  const verified = await keys.verify(cookie, { purpose, now })
  if (!verified.ok) return null
  const { secret } = verified.value
  return typeof secret === 'string' ? secret : null
}

const digestOf = async (secret: string): Promise<string> =>
  base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
