/** Where people withdraw a permission themselves that we could not give back for them. */
import type { Revoked } from '../../connect/leave.ts'
import type { Provider } from '../../providers/provider.ts'
import { describeAccessPage } from '../../words/account.ts'
import type { Action } from '../kit/message-page.tsx'

/** One way for each account whose provider still holds the permission. */
export const waysToWithdraw = (providers: readonly Provider[], revoked: readonly Revoked[]): readonly Action[] =>
  revoked.flatMap(({ account, revocation }) => {
    const provider = providers.find(({ name }) => name === account.provider)
    if (revocation === 'revoked' || provider === undefined) return []
    const label = describeAccessPage(account.address, provider.label)
    return [{ href: provider.permissionsPage(account.subject).href, label }]
  })
