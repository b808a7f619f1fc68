/** Connected accounts: how each stands, and connecting more. */
import { Hono } from 'hono'
import { disconnect } from '../../connect/leave.ts'
import type { Revocation } from '../../connect/revoke.ts'
import { accountsOfUser } from '../../store/accounts.ts'
import { messagePage } from '../kit/message-page.ts'
import type { UserEnv } from '../kit/session.ts'
import { accountsPage } from './page.ts'
import { waysToWithdraw } from './revocations.ts'

export const accountRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { app } = context.env
    const { user } = context.var
    const accounts = await accountsOfUser(app.store, user.id)
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
    const kept = isForgotten ? describeForgotten(accounts.length === 1) : 'What it taught us stays.'
    return context.html(
      messagePage({
        title: `${account.address} is disconnected`,
        text: `${kept} ${describeRevocation(revocation)}`,
        action: { href: '/accounts', label: 'Your accounts' },
        others: waysToWithdraw(app.providers, [{ account, revocation }]),
      }),
    )
  })

const describeForgotten = (isOnly: boolean): string =>
  `What it taught us is forgotten, and past reports name nobody who was known only through it.${isOnly ? ' It stays on the list, empty, for you to sign in with; to be rid of it as well, delete everything in the settings.' : ''}`

const describeRevocation = (revocation: Revocation): string => {
  switch (revocation) {
    case 'revoked':
      return 'The permission was given back to the provider as well.'
    case 'not_offered':
      return 'Our copy of the permission is deleted. This provider lets only you withdraw it on its side, on the page where it lists what has access to your account.'
    case 'failed':
      return 'Our copy of the permission is deleted. The provider could not be told: to be sure, take it away on the page where it lists what has access to your account.'
  }
}
