/**
 * Mailbox lookups: read live from the user's own mailbox at the moment somebody wants them, shown, and kept nowhere.
 * Nothing depends on them. A dead grant, a slow provider or one that offers no lookup is simply no answer.
 */
import type { Account } from '../model/account.ts'
import { canonicalAddress } from '../model/address.ts'
import { weekHeader } from '../model/mail.ts'
import type { Suggestion } from '../model/report.ts'
import type { Result } from '../model/result.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { within } from '../outside.ts'
import type { Access, Provider, ProviderError } from '../providers/provider.ts'
import { interactionsWith } from '../store/interactions.ts'
import { itemKey } from '../store/item-key.ts'
import type { Store } from '../store/store.ts'
import { contactIdsNow, type Directory } from './directory.ts'

export interface LookupDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly providerOf: (account: Account) => Provider | null
  readonly access: (account: Account, isRefused: boolean) => Promise<Result<Access, ProviderError>>
}

/** Whose last message with whom. */
interface LastMessageOf {
  readonly userId: number
  readonly accounts: readonly Account[]
  readonly suggestion: Pick<Suggestion, 'personId' | 'address'>
}

/**
 * The subject of the last message between the user and somebody, from its header; null where no lookup finds it, or where
 * that takes longer than a reader waits.
 */
export const lastSubject = (
  deps: LookupDeps & { readonly directory: Pick<Directory, 'find'> },
  of: LastMessageOf,
): Promise<string | null> => within(maxLookupMilliseconds, findLastSubject(deps, of), null)

const maxLookupMilliseconds = 1500

const findLastSubject = async (...[deps, of]: Parameters<typeof lastSubject>): Promise<string | null> => {
  const { userId, accounts, suggestion } = of
  const now = deps.now()
  const contactIds = (await contactIdsNow(deps.directory, { userId, accounts }))(suggestion.personId)
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
    address: suggestion.address,
    now,
  })
  return found.ok ? found.value : null
}

const maxOthers = 2

/** Whether the report of a week lies in the user's own mailbox; null where no lookup can tell. */
export const hasArrived = async (
  deps: Omit<LookupDeps, 'store'>,
  mail: {
    readonly user: User
    readonly accounts: readonly Account[]
    readonly week: LocalDate
    readonly since: Instant
  },
): Promise<boolean | null> => {
  const { user, accounts, week, since } = mail
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
  const basis = { header: weekHeader, value: week, since, now: deps.now() }
  const found = await lookup.hasReceived(access.value, basis)
  return found.ok ? found.value : null
}
