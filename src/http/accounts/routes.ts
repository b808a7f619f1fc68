/** Connected accounts: how each stands, and connecting more. */
import { Hono } from 'hono'
import { accountWords, describeDisconnected, describeWhatStays, revocationInWords } from '../../words/account.ts'
import { messagePage } from '../kit/message-page.tsx'
import type { UserEnv } from '../kit/session.ts'
import { accountsPage } from './page.ts'
import { waysToWithdraw } from './revocations.ts'

export const accountRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const accounts = await services.accountsOf(user.id)
    return context.html(accountsPage({ user, accounts, providers: services.providers, now: services.now() }))
  })
  .post('/:id/disconnect', async (context) => {
    const { services } = context.env
    const accounts = await services.accountsOf(context.var.user.id)
    const account = accounts.find(({ id }) => String(id) === context.req.param('id'))
    if (account === undefined) return context.notFound()
    const { learned } = await context.req.parseBody()
    const revocation = await services.disconnect(account, learned === 'forget')
    const isForgotten = learned === 'forget'
    const stays = describeWhatStays({ isForgotten, isOnly: accounts.length === 1 })
    return context.html(
      messagePage({
        title: describeDisconnected(account.address),
        text: `${stays} ${revocationInWords[revocation]}`,
        action: { href: '/accounts', label: accountWords.yourAccounts },
        others: waysToWithdraw(services, [{ account, revocation }]),
      }),
    )
  })
