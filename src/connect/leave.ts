/** Leaving, with one account or with everything: the grant goes back to the provider first, then the rows go. */
import type { Account } from '../model/account.ts'
import type { Instant } from '../model/time.ts'
import { accountsOfUser, disconnectAccount } from '../store/accounts.ts'
import { forgetAccount, forgetUser } from '../store/forget.ts'
import type { Store } from '../store/store.ts'
import { type Revocation, type RevokeDeps, revokeGrant } from './revoke.ts'

export interface LeaveDeps extends RevokeDeps {
  readonly store: Store
}

/** An account, and what became of its permission at the provider. */
export interface Revoked {
  readonly account: Account
  readonly revocation: Revocation
}

/** What the account taught us stays, or is forgotten. A user's only account stays on the list to sign in with. */
export const disconnect = async (
  deps: LeaveDeps,
  account: Account,
  { isForgotten, now }: { readonly isForgotten: boolean; readonly now: Instant },
): Promise<Revocation> => {
  const revocation = await revokeGrant(deps, account)
  if (isForgotten) await forgetAccount(deps.store, account, now)
  else await disconnectAccount(deps.store, account.id, now)
  return revocation
}

/** Gives every grant back and leaves not a row. */
export const deleteEverything = async (
  deps: LeaveDeps & { readonly directory: { forget(userId: number): void } },
  userId: number,
): Promise<readonly Revoked[]> => {
  const revoked: Revoked[] = []
  for (const account of await accountsOfUser(deps.store, userId)) {
    revoked.push({ account, revocation: await revokeGrant(deps, account) })
  }
  await forgetUser(deps.store, userId)
  deps.directory.forget(userId)
  return revoked
}
