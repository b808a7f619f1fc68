/** A connected account: one mailbox and one calendar at one provider, and how reading it stands (RFC 6749 for Grant). */
import { type CanonicalAddress, canonicalAddress } from './address.ts'
import type { LeftOutCounts } from './automation.ts'
import { type IndexSet, indexesOf, joinIndexes, noIndexes } from './index-set.ts'
import type { FeedName } from './interaction.ts'
import type { FeedState, Read } from './read.ts'
import { beginningOfTime, DAY, type Instant, later } from './time.ts'
import type { ReadsBack } from './user.ts'

export const providerNames = ['google', 'microsoft'] as const
export type ProviderName = (typeof providerNames)[number]

/** Whether an account can be read, and if not, whose move it is. */
export type AccountStatus =
  | { readonly kind: 'active' }
  /** The provider does not answer, or answers nonsense: we keep trying, nobody has to do anything. */
  | { readonly kind: 'waiting'; readonly reason: 'unavailable' | 'malformed'; readonly since: Instant }
  /** Only the person can mend it, by connecting again. */
  | { readonly kind: 'reconnect'; readonly reason: 'grant_revoked' | 'scope_missing'; readonly since: Instant }
  | { readonly kind: 'blocked'; readonly reason: BlockedBy; readonly since: Instant }
  /** The person took it away, and kept what it had taught us. */
  | { readonly kind: 'disconnected'; readonly reason: 'person'; readonly since: Instant }

/** Only an administrator of theirs, or the operator of this installation, can mend it; or there is no mailbox to read. */
export type BlockedBy = 'administrator' | 'operator' | 'no_mailbox'

/**
 * What keeps one feed of an account from being read, while the other goes on. It is asked again after a wait that grows,
 * and forgotten with the first page that comes.
 */
export interface FeedStop {
  readonly reason: 'unavailable' | 'malformed' | 'rate_limited' | 'cursor_expired' | 'scope_missing' | BlockedBy
  readonly since: Instant
  readonly notBefore: Instant
  /** How often in a row it was asked in vain. */
  readonly tries: number
}

export type FeedStops = Readonly<Partial<Record<FeedName, FeedStop>>>

export interface Account {
  readonly id: number
  readonly userId: number
  readonly provider: ProviderName
  /** The provider's stable id of the account. */
  readonly subject: string
  /** As its owner spells it. */
  readonly address: string
  /** Other addresses the user was seen to send from. */
  readonly aliases: readonly CanonicalAddress[]
  readonly createdAt: Instant
  /** How far back its owner wants it read. */
  readonly readsBack: ReadsBack
  /** The grant under seal: see `connect/grant.ts`. */
  readonly grant: string
  /** Of the account; where that is active and its mail is stopped, of its mail. */
  readonly status: AccountStatus
  readonly stops: FeedStops
  /** Rises with every page written. */
  readonly revision: number
  readonly leaseUntil: Instant
  readonly notBefore: Instant
  readonly feeds: Readonly<Record<FeedName, FeedState>>
  /** Reads that ended, of what had been read before, the newest first. */
  readonly endedReads: readonly Read[]
  readonly quotaWindow: QuotaWindow
  readonly progress: Progress
  /** UTC days on which the user was in direct contact with anyone. */
  readonly activeDays: IndexSet
}

/** Whether anything new may still come from it by itself: an outage ends, a grant that is gone does not. */
export const isLiving = ({ status }: Pick<Account, 'status'>): boolean =>
  status.kind === 'active' || status.kind === 'waiting'

/** The status of an account by what stops its mail, which most of what people are told rests on. A wait is no trouble. */
export const statusOfStop = (stop: FeedStop | undefined): AccountStatus => {
  if (stop === undefined) return { kind: 'active' }
  const { reason, since } = stop
  switch (reason) {
    case 'rate_limited':
    case 'cursor_expired':
      return { kind: 'active' }
    case 'unavailable':
    case 'malformed':
      return { kind: 'waiting', reason, since }
    case 'scope_missing':
      return { kind: 'reconnect', reason, since }
    default:
      return { kind: 'blocked', reason, since }
  }
}

/** How far back an account is read. */
export const horizonOf = ({ createdAt, readsBack }: Pick<Account, 'createdAt' | 'readsBack'>): Instant =>
  readsBack === null ? beginningOfTime : later(createdAt, -readsBack * 365 * DAY)

/** Every address the user has, of all their accounts: one of one account is their own in every other. */
export const ownAddresses = (accounts: readonly Account[]): ReadonlySet<CanonicalAddress> =>
  new Set(
    accounts.flatMap(({ address, aliases }) => {
      const own = canonicalAddress(address)
      return own === null ? aliases : [own, ...aliases]
    }),
  )

/** UTC days on which the user was in direct contact with anyone, by any of their accounts, rising. */
export const activeDaysOf = (accounts: readonly Account[]): readonly number[] =>
  indexesOf(accounts.reduce((days, account) => joinIndexes(days, account.activeDays), noIndexes))

/** Quota units spent lately: when, and how many. Old entries are dropped as new ones come. */
export type QuotaWindow = readonly (readonly [at: Instant, units: number])[]

/** How far the reading of an account has come, for people to see. */
export interface Progress {
  readonly pages: number
  readonly messages: number
  readonly events: number
  /** Quota units spent so far, as the provider counts them. */
  readonly units: number
  /** The provider's own count of what lies in the mailbox, or null while unknown. */
  readonly messagesInMailbox: number | null
  /** In the stage under way, everything from here to the start has been read; null while nothing has. */
  readonly readBackTo: Instant | null
  /** What was left out, by its code. */
  readonly leftOut: LeftOutCounts
  /** Rows written to the database on the UTC day of the last page. */
  readonly rows: { readonly day: number; readonly written: number }
  /** The past is read no further before this: a day of the free plan has only so many rows. */
  readonly pausedUntil: Instant
}

export const noProgress: Progress = {
  pages: 0,
  messages: 0,
  events: 0,
  units: 0,
  messagesInMailbox: null,
  readBackTo: null,
  leftOut: {},
  rows: { day: 0, written: 0 },
  pausedUntil: beginningOfTime,
}

/** What a read is to remember beside its cursor, because it is long and seldom asked for. */
export interface Memory {
  readonly text: string
  /** The text takes the place of what was remembered, instead of being added at its end. */
  readonly isNew: boolean
  /** The most characters worth keeping: what was added first goes first. */
  readonly longest: number
}
