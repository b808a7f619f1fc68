/** Who is asking. The cookie is read once a request; what needs a user says so. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { sessionDays } from '../../connect/session.ts'
import { DAY } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Services } from '../../services.ts'

export interface AppEnv {
  Bindings: { readonly services: Services }
  Variables: {
    readonly user: User | null
    readonly startSession: (userId: number) => Promise<void>
    readonly endSession: () => Promise<void>
  }
}

/** The same, where a user is sure to be there. */
export interface UserEnv {
  Bindings: AppEnv['Bindings']
  Variables: Omit<AppEnv['Variables'], 'user'> & { readonly user: User }
}

/** Sets who is signed in, or null, and how that is begun and ended. */
export const withSession = createMiddleware<AppEnv>(async (context, next) => {
  const { services } = context.env
  const cookie = getCookie(context, cookieName(context))
  context.set('user', cookie === undefined ? null : await services.userOfCookie(cookie))
  context.set('startSession', async (userId) => {
    if (cookie !== undefined) await services.stopSession(cookie)
    setCookie(context, cookieName(context), await services.startSession(userId), cookieOptions(context, sessionSeconds))
  })
  context.set('endSession', async () => {
    if (cookie !== undefined) await services.stopSession(cookie)
    deleteCookie(context, cookieName(context), cookieOptions(context, 0))
  })
  await next()
})

/** Whoever is not signed in is led to the first page. */
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

const isSecure = (context: Context<AppEnv>): boolean => context.env.services.config.publicUrl.protocol === 'https:'

/** The browser forgets the cookie when the session ends. */
const sessionSeconds = sessionDays * DAY
