/** Signed-in browsers. The cookie is a signed random secret and the database holds its digest: neither alone is enough. */
import { browserFamilyOf } from '../model/session.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import { addSession, type SessionUser, userOfSession } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import { base64url, type KeyRing } from './keys.ts'

export interface SessionDeps {
  readonly store: Store
  readonly keys: Pick<KeyRing, 'sign' | 'verify'>
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
}

/** Who is signed in, and by which session. */
export interface SignedIn extends SessionUser {
  /** Names the session in the database. */
  readonly digest: string
}

/** They count from the sign-in, however much the browser is used meanwhile. A browser left alone is signed out sooner. */
export const sessionDays = 60

/** Starts a new session every time: what a browser held before the sign-in is worth nothing afterwards. Answers the cookie. */
export const startSession = async (
  { store, keys, randomBytes }: SessionDeps,
  { userId, userAgent, now }: { readonly userId: number; readonly userAgent: string; readonly now: Instant },
): Promise<string> => {
  const secret = base64url.encode(randomBytes(32))
  const expiresAt = later(now, sessionDays * DAY)
  const browser = browserFamilyOf(userAgent)
  await addSession(store, { digest: await digestOf(secret), userId, browser, createdAt: now, expiresAt })
  return keys.sign({ secret }, { purpose, expiresAt })
}

/** Who is signed in with this cookie, or null. */
export const signedInBy = async (
  { store, keys }: Omit<SessionDeps, 'randomBytes'>,
  cookie: string,
  now: Instant,
): Promise<SignedIn | null> => {
  const verified = await keys.verify(cookie, { purpose, now })
  if (!verified.ok || typeof verified.value.secret !== 'string') return null
  const digest = await digestOf(verified.value.secret)
  const found = await userOfSession(store, digest, now)
  return found === null ? null : { ...found, digest }
}

const purpose = 'session'

const digestOf = async (secret: string): Promise<string> =>
  base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
