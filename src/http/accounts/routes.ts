/** Connected accounts: how each stands, and connecting more. */
import { Hono } from 'hono/tiny'
import { disconnect } from '../../connect/leave.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { refreshAccounts } from '../../sync/refresh.ts'
import { accountWords, describeDisconnected, describeWhatStays, revocationInWords } from '../../words/account.ts'
import { messagePage } from '../kit/message-page.tsx'
import type { UserEnv } from '../kit/session.ts'
import { accountsPage } from './page.ts'
import { waysToWithdraw } from './revocations.ts'

export const accountRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const accounts = await accountsOfUser(app.store, user.id)
    await refreshAccounts(app, accounts)
    return context.html(accountsPage({ user, accounts, providers: app.providers, now: app.now() }))
  })
  .post('/:id/disconnect', async (context) => {
    const { app } = context.env
    const accounts = await accountsOfUser(app.store, context.var.user.id)
    const account = accounts.find(({ id }) => String(id) === context.req.param('id'))
    if (account === undefined) return context.notFound()
    const { learned } = await context.req.parseBody()
    const isForgotten = learned === 'forget'
    const revocation = await disconnect(app, account, { isForgotten, now: app.now() })
    const stays = describeWhatStays({ isForgotten, isOnly: accounts.length === 1 })
    return context.html(
      messagePage(
        {
          title: describeDisconnected(account.address),
          text: `${stays} ${revocationInWords[revocation]}`,
          action: { href: '/accounts', label: accountWords.yourAccounts },
          others: waysToWithdraw(app.providers, [{ account, revocation }]),
        },
        true,
      ),
    )
  })
