/**
 * What is looked up in the user's own mailbox at the moment it is wanted, shown, and kept nowhere. Nothing depends on it:
 * a dead grant, a slow provider or one that cannot be looked into is simply no answer.
 */

import { weekHeader } from '../deliver/render/report-mail.ts'
import type { Account } from '../model/account.ts'
import { canonicalAddress } from '../model/address.ts'
import type { Result } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Access, Provider, ProviderError } from '../providers/provider.ts'
import { interactionsWith } from '../store/interactions.ts'
import { itemKey } from '../store/item-key.ts'
import type { Store } from '../store/store.ts'

/** What looking into a mailbox needs. */
export interface LookupDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly providerOf: (account: Account) => Provider | null
  readonly access: (account: Account, isRefused: boolean) => Promise<Result<Access, ProviderError>>
}

/** The subject of the last letter between the user and somebody, as it stands in its header; null where nobody can tell. */
export const lastSubject = async (
  deps: LookupDeps,
  of: {
    readonly userId: number
    readonly accounts: readonly Account[]
    readonly contactIds: readonly number[]
    readonly address: string
  },
): Promise<string | null> => {
  const { userId, accounts, contactIds, address } = of
  const now = deps.now()
  const history = await interactionsWith(deps.store, { userId, contactIds, until: now })
  // Between the two alone, or nearly: a round robin's subject would surprise its reader.
  const message = history.find(({ kind, size }) => (kind === 'sent' || kind === 'received') && size <= maxOthers)
  const account = accounts.find(({ id }) => id === message?.accountId)
  if (message === undefined || account === undefined) return null
  const lookup = deps.providerOf(account)?.lookup
  const access = account.status.kind === 'active' ? await deps.access(account, false) : null
  if (lookup === undefined || access === null || !access.ok) return null
  const { kind, at, item } = message
  const found = await lookup.subjectOf(access.value, {
    isIt: (id) => itemKey(id) === item,
    direction: kind === 'sent' ? 'sent' : 'received',
    at,
    address,
    now,
  })
  return found.ok ? found.value : null
}

const maxOthers = 2

/** Whether the report of a week lies in the user's own mailbox; null where that cannot be looked into. */
export const hasArrived = async (
  deps: LookupDeps,
  user: User,
  accounts: readonly Account[],
  mail: { readonly week: string; readonly since: Instant },
): Promise<boolean | null> => {
  const address = canonicalAddress(user.address)
  const account = accounts.find(
    (each) =>
      each.status.kind === 'active' &&
      address !== null &&
      [canonicalAddress(each.address), ...each.aliases].includes(address),
  )
  const lookup = account === undefined ? undefined : deps.providerOf(account)?.lookup
  const access = account === undefined || lookup === undefined ? null : await deps.access(account, false)
  if (lookup === undefined || access === null || !access.ok) return null
  const basis = { header: weekHeader, value: mail.week, since: mail.since, now: deps.now() }
  const found = await lookup.hasReceived(access.value, basis)
  return found.ok ? found.value : null
}
