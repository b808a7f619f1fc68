/** Open to everybody, signed in or not. */
import { Hono } from 'hono/tiny'
import { usualLocale } from '../../model/locale.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import type { AppEnv } from '../kit/session.ts'
import { privacyPage } from './page.tsx'

export const privacyRoutes = new Hono<AppEnv>().get('/', async (context) => {
  const { app } = context.env
  const { user } = context.var
  return context.html(
    privacyPage({
      accounts: user === null ? null : await accountsOfUser(app.store, user.id),
      locale: user?.locale ?? usualLocale,
      hosts: app.providerHosts,
      contact: app.objectionsTo,
      model: app.rewriter?.host ?? null,
    }),
  )
})
