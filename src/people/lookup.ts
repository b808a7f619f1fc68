/**
 * Mailbox lookups: read live from the user's own mailbox at the moment somebody wants them, shown, and kept nowhere.
 * Nothing depends on them. A dead grant, a slow provider or one that offers no lookup is simply no answer.
 */

import { bestTopic } from '../draft/check-in-topic.ts'
import type { RawTopic } from '../draft/occasion.ts'
import type { Account } from '../model/account.ts'
import { canonicalAddress } from '../model/address.ts'
import { weekHeader } from '../model/mail.ts'
import type { Suggestion } from '../model/report.ts'
import type { Result } from '../model/result.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { within } from '../outside.ts'
import type { Access, Provider, ProviderError } from '../providers/provider.ts'
import { namesWithOneOf } from '../store/contact-book.ts'
import { itemKey } from '../store/item-key.ts'
import type { Store } from '../store/store.ts'

export interface LookupDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly providerOf: (account: Account) => Provider | null
  readonly access: (account: Account, isRefused: boolean) => Promise<Result<Access, ProviderError>>
}

/** What a check-in refers to, as it was read from the mailbox a moment ago. */
export interface LiveTopic extends RawTopic {
  /** The provider's id of the message, where it is known in full. */
  readonly id: string | null
  /** Where the provider shows the message, as it tells itself. */
  readonly link: string | null
}

/**
 * The subject of the last message between the user and each of these people, or the title of their last meeting, where it
 * can be used; by the people's ids. A mailbox that answers late, wrongly or not at all costs its topics and nothing else.
 */
export const readTopics = async (
  deps: LookupDeps,
  of: {
    readonly userId: number
    readonly accounts: readonly Account[]
    readonly suggestions: readonly Suggestion[]
  },
): Promise<ReadonlyMap<number, LiveTopic>> => {
  const { userId, accounts, suggestions } = of
  const read = await Promise.all(
    accounts.map((account) => within(maxLookupMilliseconds, topicsIn(deps, account, suggestions), [])),
  )
  const topics = read.flat()
  if (topics.length === 0) return new Map()
  const words = topics.flatMap(([, { text }]) => wordsOf(text))
  const peopleNames = await within(maxLookupMilliseconds, namesWithOneOf(deps.store, userId, words), null)
  // Whose names stand in them is not known: no sentence may speak of them.
  if (peopleNames === null) return new Map()
  return new Map(
    suggestions.flatMap((suggestion) => {
      const own = topics.filter(([of]) => of === suggestion).map(([, topic]) => topic)
      const best = bestTopic(own, { suggestion, peopleNames })
      return best === null ? [] : [[suggestion.personId, best] as const]
    }),
  )
}

const maxLookupMilliseconds = 2000

const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{M}]+/u).filter(({ length }) => length > 2)

const topicsIn = async (
  { access, now, providerOf }: LookupDeps,
  account: Account,
  suggestions: readonly Suggestion[],
): Promise<readonly (readonly [Suggestion, LiveTopic])[]> => {
  const items = suggestions.flatMap((suggestion) => {
    const { lastItem = null, otherItem = null } = suggestion.known ?? {}
    return [lastItem, otherItem].flatMap((item) => (item?.accountId === account.id ? [{ suggestion, item }] : []))
  })
  const lookup = providerOf(account)?.lookup
  if (items.length === 0 || lookup === undefined || account.status.kind !== 'active') return []
  const granted = await access(account, false)
  if (!granted.ok) return []
  const wanted = items.map(({ item }) => ({
    from: item.from,
    id: item.id ?? null,
    isIt: (id: string) => itemKey(id) === item.item,
    at: item.at,
  }))
  const found = await lookup.topicsOf(granted.value, wanted, now())
  if (!found.ok) return []
  return items.flatMap(({ suggestion, item: { from, at, id = null, begunBy } }, index) => {
    const topic = found.value[index] ?? null
    if (topic === null) return []
    return [[suggestion, { ...topic, from, at, id, ...(begunBy !== undefined && { begunBy }) }] as const]
  })
}

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
