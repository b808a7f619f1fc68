/** Who is asking. Every request reads the cookie once, and a route that needs a user says so. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { App } from '../../app.ts'
import { sessionDays, startSession, stopSession, userOfCookie } from '../../connect/session.ts'
import { DAY } from '../../model/time.ts'
import type { User } from '../../model/user.ts'

export interface AppEnv {
  Bindings: { readonly app: App }
  Variables: {
    readonly user: User | null
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
  context.set('user', cookie === undefined ? null : await userOfCookie(app, cookie, app.now()))
  context.set('startSession', async (userId) => {
    if (cookie !== undefined) await stopSession(app, cookie, app.now())
    const fresh = await startSession(app, { userId, now: app.now() })
    setCookie(context, cookieName(context), fresh, cookieOptions(context, sessionSeconds))
  })
  context.set('endSession', async () => {
    if (cookie !== undefined) await stopSession(app, cookie, app.now())
    deleteCookie(context, cookieName(context), cookieOptions(context, 0))
  })
  await next()
})

/** Sends whoever is not signed in to the first page. */
export const withUser = createMiddleware<AppEnv>(async (context, next) => {
  if (context.var.user === null) return context.redirect('/')
  await next()
  return undefined
})

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
