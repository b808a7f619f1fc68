/** Who is asking. Every request reads the cookie once, and a route that needs a user says so. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { App } from '../../app.ts'
import { type SignedIn, sessionDays, signedInBy, startSession } from '../../connect/session.ts'
import type { Account } from '../../model/account.ts'
import { DAY } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { endSession } from '../../store/sessions.ts'

export interface AppEnv {
  Bindings: { readonly app: App }
  Variables: {
    readonly user: User | null
    /** The user's, as they were when the request came; none where nobody is signed in. */
    readonly accounts: readonly Account[]
    /** Names the session; null where nobody is signed in. */
    readonly session: string | null
    readonly startSession: (userId: number) => Promise<void>
    readonly endSession: () => Promise<void>
  }
}

/** The same behind `withUser`: somebody is signed in. */
export interface UserEnv {
  Bindings: AppEnv['Bindings']
  Variables: Omit<AppEnv['Variables'], 'user'> & { readonly user: User }
}

/** Sets who is signed in, or null, and how a session starts and ends. */
export const withSession = createMiddleware<AppEnv>(async (context, next) => {
  const { app } = context.env
  const cookie = getCookie(context, cookieName(context))
  const signedIn = cookie === undefined ? null : await signedInBy(app, cookie, app.now())
  context.set('user', signedIn?.user ?? null)
  context.set('accounts', signedIn?.accounts ?? [])
  context.set('session', signedIn?.digest ?? null)
  context.set('startSession', async (userId) => {
    await stop(app, signedIn)
    const userAgent = context.req.header('user-agent') ?? ''
    const fresh = await startSession(app, { userId, userAgent, now: app.now() })
    setCookie(context, cookieName(context), fresh, cookieOptions(context, sessionSeconds))
  })
  context.set('endSession', async () => {
    await stop(app, signedIn)
    deleteCookie(context, cookieName(context), cookieOptions(context, 0))
  })
  await next()
})

/** Ends a session for good: every copy of its cookie stops working. */
const stop = async ({ store, log }: App, signedIn: SignedIn | null): Promise<void> => {
  if (signedIn === null) return
  const { user, digest } = signedIn
  if (await endSession(store, user.id, digest)) log('session ended', { userId: user.id })
}

/** Sends whoever is not signed in to the first page, which leads back to the page they asked for. */
export const withUser = createMiddleware<AppEnv>(async (context, next) => {
  if (context.var.user === null) return context.redirect(signInPath(context))
  await next()
  return undefined
})

/** The first page, where somebody signs in and comes back from to the page they ask for now. A form is not sent again. */
export const signInPath = (context: Context<AppEnv>): string => {
  const { method, url } = context.req
  const { pathname, search } = new URL(url)
  const back = method === 'GET' ? pageAskedFor(`${pathname}${search}`) : null
  return back === null ? '/' : `/?${new URLSearchParams({ back })}`
}

/** A page of ours that needs somebody signed in, as an address may name it; null for anything else, wherever it leads. */
export const pageAskedFor = (text: string | undefined): string | null => {
  if (text === undefined || text.length > maxPathLength || text.includes('/..')) return null
  return /^\/(?:people|reports|accounts|settings|your-data)(?:[/?][\w/?=&%.~+*-]*)?$/.test(text) ? text : null
}

/** Longer than any address of ours, and short enough for a cookie. */
const maxPathLength = 500

/** Also where nobody has looked yet, because a request ended before: then the cookie alone says so. */
export const isSignedIn = (context: Context<AppEnv>): boolean => {
  const { user } = context.var as Partial<AppEnv['Variables']>
  return user === undefined ? getCookie(context, cookieName(context)) !== undefined : user !== null
}

/** `Secure` everywhere but on http://localhost, where some browsers drop such cookies. */
export const cookieOptions = (context: Context<AppEnv>, maxAge: number) =>
  ({
    path: '/',
    httpOnly: true,
    secure: isSecure(context),
    sameSite: 'Lax',
    maxAge,
  }) as const

/** The prefix has browsers refuse the cookie from anyone but this very host over https. */
export const cookieName = (context: Context<AppEnv>, name = 'session'): string =>
  isSecure(context) ? `__Host-perennial_${name}` : `perennial_${name}`

const isSecure = (context: Context<AppEnv>): boolean => context.env.app.publicUrl.protocol === 'https:'

/** The browser forgets the cookie when the session ends. */
const sessionSeconds = sessionDays * DAY
