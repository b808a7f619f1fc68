/** Connected accounts: how each stands, and connecting more. */
import { Hono } from 'hono'
import { accountsPage } from './pages/accounts.ts'
import type { UserEnv } from './session.ts'

export const accountRoutes = new Hono<UserEnv>().get('/', async (context) => {
  const { services } = context.env
  const { user } = context.var
  const accounts = await services.accountsOf(user.id)
  return context.html(accountsPage({ user, accounts, providers: services.providers, now: services.now() }))
})
