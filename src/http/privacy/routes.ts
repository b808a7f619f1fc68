/** Open to everybody, signed in or not. */
import { Hono } from 'hono/tiny'
import { usualLocale } from '../../model/locale.ts'
import type { AppEnv } from '../kit/session.ts'
import { privacyPage } from './page.tsx'

export const privacyRoutes = new Hono<AppEnv>().get('/', async (context) => {
  const { app } = context.env
  const { user, accounts } = context.var
  return context.html(
    privacyPage({
      accounts: user === null ? null : accounts,
      locale: user?.locale ?? usualLocale,
      hosts: app.providerHosts,
      contact: app.objectionsTo,
      model: app.rewriter?.host ?? null,
    }),
  )
})
