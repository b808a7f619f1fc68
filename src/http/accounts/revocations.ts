/** Permissions that could not be given back for the person: where they do it themselves. */
import type { Revocation } from '../../connect/revoke.ts'
import type { Account } from '../../model/account.ts'
import type { Services } from '../../services.ts'
import type { Action } from '../kit/message-page.ts'

export interface Revoked {
  readonly account: Account
  readonly revocation: Revocation
}

/** One way for each account whose provider still holds the permission. */
export const waysToWithdraw = ({ providers }: Services, revoked: readonly Revoked[]): readonly Action[] =>
  revoked.flatMap(({ account, revocation }) => {
    const provider = providers.find(({ name }) => name === account.provider)
    if (revocation === 'revoked' || provider === undefined) return []
    const label = `What has access to ${account.address} at ${provider.label}`
    return [{ href: provider.permissionsPage(account.subject).href, label }]
  })
