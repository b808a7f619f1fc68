/** All that a job needs of the database: whose account it is, and what a page's inferences meet. One batch each. */
import type { Bounce } from '../infer/bounces.ts'
import type { Inferred } from '../infer/page.ts'
import type { Account } from '../model/account.ts'
import { maxTrySeconds } from '../model/contact.ts'
import type { Interaction } from '../model/interaction.ts'
import { later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { leaseQuestion } from '../store/account-changes.ts'
import { accountsQuestion } from '../store/accounts.ts'
import { knownQuestion, type OpenBlocks, openBlocksQuestion } from '../store/contact-book.ts'
import { packDetail } from '../store/interaction-detail.ts'
import { type SentTo, sentToQuestion } from '../store/interactions.ts'
import { itemKey } from '../store/item-key.ts'
import { type Losses, lossesQuestion, type RowKey, storedCountQuestion } from '../store/losses.ts'
import { askTogether } from '../store/store.ts'
import { userQuestion } from '../store/users.ts'
import type { SyncDeps, SyncRun } from './deps.ts'
import type { Pulled } from './pull.ts'

export interface Claimed {
  readonly user: User | null
  readonly accounts: readonly Account[]
  /** Whether the account is taken for this job. */
  readonly hasLease: boolean
}

/** Whose account it is and how it stands; and where something but changes is to be read, its lease. */
export const claim = async (
  { store, now }: Pick<SyncDeps, 'store' | 'now'>,
  { userId, accountId, revision }: { readonly userId: number; readonly accountId: number; readonly revision: number },
): Promise<Claimed> => {
  const at = now()
  const [hasLease, accounts, user] = await askTogether(
    store,
    leaseQuestion(store, { id: accountId, revision, now: at, until: later(at, leaseSeconds) }),
    accountsQuestion(store, userId),
    userQuestion(store, userId),
  )
  return { hasLease, accounts, user }
}

/** A page takes seconds; a reader that holds an account longer than this is dead. */
export const leaseSeconds = 90

/** What a page's inferences meet. */
export interface Loaded {
  readonly open: OpenBlocks
  readonly losses: Losses
  /** Messages of the user's that came back, each proven by one they sent. */
  readonly bounces: readonly Bounce[]
  /** How many of the page's interactions are missing, though the feed had been read up to beyond their time. */
  readonly missing: number
}

export const loadPage = async (
  { store, account }: Pick<SyncRun, 'store' | 'account'>,
  { feed, page }: Pulled,
  inferred: Inferred,
  { isReread }: { readonly isReread: boolean },
): Promise<Loaded> => {
  const { id: accountId, userId, feeds } = account
  const addresses = addressesIn(inferred)
  // An event is moved, answered otherwise or cancelled under the same id; a message never is.
  const changeable = feed === 'calendar' ? page.upserts.map(({ id }) => id) : []
  const isExpected = ({ at }: Interaction) => feed === 'calendar' || at <= (feeds[feed].readAt ?? 0)
  const expected = isReread ? inferred.interactions.filter(isExpected) : []
  const unproven = inferred.bounces.flatMap(sentBefore)
  const [known, blocks, losses, stored, sent] = await askTogether(
    store,
    knownQuestion(store, { userId, addresses }),
    openBlocksQuestion(store, { userId, addresses }),
    lossesQuestion(store, {
      userId,
      accountId,
      feed,
      items: [...page.deletions, ...changeable].map(itemKey),
      told: inferred.interactions.map((interaction) => [...rowKey(interaction), packDetail(interaction)] as const),
      withdrawn: inferred.withdrawn.map(rowKey),
    }),
    storedCountQuestion(store, { userId, accountId, feed, rows: expected.map(rowKey) }),
    sentToQuestion(store, { userId, accountId, asked: unproven }),
  )
  return {
    open: { known, blocks: joinBlocks(blocks, losses) },
    losses,
    bounces: provenAmong(inferred.bounces, sent),
    missing: expected.length - stored,
  }
}

/** The message that an unproven report must answer. */
const sentBefore = ({ address, at, unprovenThread }: Bounce): readonly SentTo[] =>
  unprovenThread === null ? [] : [[address, unprovenThread, later(at, -maxTrySeconds), at]]

/** `sent` are places among those that are unproven. */
const provenAmong = (bounces: readonly Bounce[], sent: ReadonlySet<number>): readonly Bounce[] => {
  let place = 0
  return bounces.filter(({ unprovenThread }) => {
    if (unprovenThread === null) return true
    place += 1
    return sent.has(place - 1)
  })
}

/** The blocks of whoever loses something lie open too, each once. */
const joinBlocks = (blocks: OpenBlocks['blocks'], { blocks: ofLosers }: Losses): OpenBlocks['blocks'] => [
  ...new Map([...blocks, ...ofLosers].map((block) => [block.id, block])).values(),
]

const addressesIn = ({ interactions, bounces }: Inferred) => [
  ...new Set([...interactions.map(({ who }) => who.address), ...bounces.map(({ address }) => address)]),
]

const rowKey = ({ who, at, item }: Interaction): RowKey => [who.address, at, itemKey(item)]
