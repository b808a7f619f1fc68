/** Writing a page: infer who was in touch with whom, find what it takes back, and store all of it with the next position. */

import { type Inferred, inferFromEvents, inferFromMessages, type MailboxOwner } from '../infer/page.ts'
import { type Account, ownAddresses, type Progress } from '../model/account.ts'
import { addLeftOut } from '../model/automation.ts'
import type { CalendarEvent } from '../model/event.ts'
import { type IndexSet, joinIndexes, noIndexes, withIndex, withoutIndexes } from '../model/index-set.ts'
import { type FeedName, type Interaction, isDirect } from '../model/interaction.ts'
import type { Message } from '../model/message.ts'
import type { Result } from '../model/result.ts'
import { dayIndex, type Instant } from '../model/time.ts'
import type { Page } from '../providers/provider.ts'
import type { AccountChange } from '../store/accounts.ts'
import { openBlocks } from '../store/contact-book.ts'
import { feedNumber, packDetail, unpackDetail } from '../store/interaction-detail.ts'
import {
  daysInContact,
  type InteractionRow,
  interactionsWith,
  rowsOf,
  rowsOfItems,
  type StoredInteraction,
} from '../store/interactions.ts'
import { itemKey } from '../store/item-key.ts'
import { savePage } from '../store/pages.ts'
import type { Store } from '../store/store.ts'
import { learnZone, userById } from '../store/users.ts'
import { learn } from './contact-changes.ts'

/** A page of either feed. */
export type Pulled =
  | { readonly feed: 'mail'; readonly page: Page<Message> }
  | { readonly feed: 'calendar'; readonly page: Page<CalendarEvent> }

export interface PageToWrite {
  /** All of the user's accounts: an address of one is the user's own in every other. */
  readonly accounts: readonly Account[]
  readonly account: Account
  readonly pulled: Pulled
  /** What moves on with it: positions, the ledger. */
  readonly change: AccountChange
  /** The page belongs to a pass over what was read before: what it finds missing is counted. */
  readonly isAgain: boolean
  /** The page belongs to an audit, which reads beside the feed itself. */
  readonly isAudit: boolean
  readonly now: Instant
}

export const writePage = async (
  store: Store,
  { accounts, account, pulled, change, isAgain, isAudit, now }: PageToWrite,
): Promise<Result<null, { readonly reason: 'overtaken' }>> => {
  const { id: accountId, userId } = account
  const inferred = inferFrom(pulled, { own: ownAddresses(accounts), now })
  const { removals, known } = await findKnown(store, account, pulled, inferred)
  const losers = [...new Set(removals.map(({ contactId }) => contactId))]
  const addresses = new Set([
    ...inferred.interactions.map(({ who }) => who.address),
    ...inferred.lists,
    ...inferred.bounces.map(({ address }) => address),
  ])
  const blocks = await openBlocks(store, { userId, addresses: [...addresses], contactIds: losers })
  const remaining = await interactionsLeft(store, { userId, accountId, losers, removals })
  const learned = learn(userId, blocks, { ...inferred, remaining })
  const found = isAgain ? await countMissing(store, account, pulled.feed, inferred.interactions) : 0
  await learnWhere(store, userId, pulled.page.zone, now)
  return savePage(store, {
    account,
    feed: pulled.feed,
    interactions: learned.interactions,
    removals,
    newAddresses: learned.newAddresses,
    automatedSenders: inferred.automatedSenders,
    blocks: learned.blocks,
    signature: inferred.signature,
    memory: pulled.page.memory === null ? null : { ...pulled.page.memory, isAudit },
    change: {
      ...change,
      feeds: withFound(change.feeds ?? {}, pulled.feed, found),
      progress: progressAfter(account, pulled, isAgain ? nothingNew : newIn(account, pulled, inferred, known)),
      activeDays: activeDaysAfter(await activeDaysLeft(store, account, pulled.feed, removals), inferred.interactions),
      ...(inferred.aliases.length > 0 && { aliases: [...account.aliases, ...inferred.aliases] }),
    },
  })
}

/** Takes back everything stored of these items: a complete pass did not see them. */
export const writeRemovals = async (
  store: Store,
  of: {
    readonly accounts: readonly Account[]
    readonly account: Account
    readonly feed: FeedName
    readonly items: readonly number[]
    readonly change: AccountChange
  },
): Promise<Result<null, { readonly reason: 'overtaken' }>> => {
  const { account, feed, items, change } = of
  const { id: accountId, userId } = account
  const removals = await rowsOfItems(store, { accountId, feed, items })
  const losers = [...new Set(removals.map(({ contactId }) => contactId))]
  const blocks = await openBlocks(store, { userId, addresses: [], contactIds: losers })
  const remaining = await interactionsLeft(store, { userId, accountId, losers, removals })
  const learned = learn(userId, blocks, { interactions: [], lists: [], bounces: [], remaining })
  return savePage(store, {
    account,
    feed,
    interactions: [],
    removals,
    newAddresses: [],
    automatedSenders: new Map(),
    blocks: learned.blocks,
    change: { ...change, activeDays: await activeDaysLeft(store, account, feed, removals) },
  })
}

/** How many of these are not stored, though the feed had been read up to beyond their time. */
const countMissing = async (
  store: Store,
  { id: accountId, userId, feeds }: Account,
  feed: FeedName,
  interactions: readonly Interaction[],
): Promise<number> => {
  const known = interactions.filter(({ at }) => feed === 'calendar' || at <= (feeds[feed].readAt ?? 0))
  const wanted = known.map(({ who, at, item }) => ({ address: who.address, at, item: itemKey(item) }))
  return wanted.length - (await rowsOf(store, { userId, accountId, feed, wanted })).length
}

const withFound = (
  feeds: NonNullable<AccountChange['feeds']>,
  feed: FeedName,
  found: number,
): NonNullable<AccountChange['feeds']> => {
  const state = feeds[feed]
  if (state === undefined || state.pass === null || found === 0) return feeds
  return { ...feeds, [feed]: { ...state, pass: { ...state.pass, found: state.pass.found + found } } }
}

/** Days on which nothing is left are no days in contact any more. */
const activeDaysLeft = async (
  store: Store,
  { id: accountId, activeDays }: Account,
  feed: FeedName,
  removals: readonly InteractionRow[],
): Promise<IndexSet> => {
  const days = [
    ...new Set(
      removals.filter((row) => isContact(unpackDetail(feedNumber(feed), row.detail))).map(({ at }) => dayIndex(at)),
    ),
  ]
  if (days.length === 0) return activeDays
  const left = await daysInContact(store, { accountId, feed, days, without: removals })
  return withoutIndexes(activeDays, new Set(days.filter((day) => !left.has(day))))
}

const inferFrom = (pulled: Pulled, owner: MailboxOwner): Inferred =>
  pulled.feed === 'mail' ? inferFromMessages(pulled.page.upserts, owner) : inferFromEvents(pulled.page.upserts, owner)

/**
 * Stored rows that are true no more: of items deleted, of events that were moved, answered otherwise or cancelled, and of
 * letters now in the bin. And which of the page's meetings are stored already.
 */
const findKnown = async (
  store: Store,
  { id: accountId, userId }: Account,
  { feed, page }: Pulled,
  inferred: Inferred,
): Promise<{ readonly removals: readonly InteractionRow[]; readonly known: ReadonlySet<number> }> => {
  const changeable = feed === 'calendar' ? page.upserts.map(({ id }) => id) : []
  const found = await rowsOfItems(store, { accountId, feed, items: [...page.deletions, ...changeable].map(itemKey) })
  const changed = found.length === 0 ? [] : await rowsChanged(store, userId, found, inferred)
  const withdrawn = await rowsOf(store, {
    userId,
    accountId,
    feed,
    wanted: inferred.withdrawn.map(({ who, at, item }) => ({ address: who.address, at, item: itemKey(item) })),
  })
  return { removals: [...changed, ...withdrawn], known: new Set(found.map(({ item }) => item)) }
}

/** Those of `found` that the page no longer tells. */
const rowsChanged = async (
  store: Store,
  userId: number,
  found: readonly InteractionRow[],
  inferred: Inferred,
): Promise<readonly InteractionRow[]> => {
  const still = new Set(inferred.interactions.map((interaction) => rowName(interaction)))
  const contacts = await openBlocks(store, {
    userId,
    addresses: [],
    contactIds: found.map(({ contactId }) => contactId),
  })
  const addressOf = new Map(contacts.blocks.flatMap((block) => block.contacts.map(({ id, address }) => [id, address])))
  return found.filter((row) => !still.has(`${addressOf.get(row.contactId)} ${row.at} ${row.item} ${row.detail}`))
}

const rowName = (interaction: Interaction): string =>
  `${interaction.who.address} ${interaction.at} ${itemKey(interaction.item)} ${packDetail(interaction)}`

/** What remains to contacts that lose something, over all accounts: their summaries are made from it anew. */
const interactionsLeft = async (
  store: Store,
  query: {
    readonly userId: number
    readonly accountId: number
    readonly losers: readonly number[]
    readonly removals: readonly InteractionRow[]
  },
): Promise<ReadonlyMap<number, readonly StoredInteraction[]>> => {
  const { userId, accountId, losers, removals } = query
  const left = new Map<number, StoredInteraction[]>(losers.map((contactId) => [contactId, []]))
  if (losers.length === 0) return left
  const lost = new Set(removals.map(({ contactId, at, item }) => `${contactId} ${at} ${item}`))
  for (const row of await interactionsWith(store, { userId, contactIds: losers })) {
    const isLost = row.accountId === accountId && lost.has(`${row.contactId} ${row.at} ${row.item}`)
    if (!isLost) left.get(row.contactId)?.push(row)
  }
  return left
}

/** What a page brings that was not counted before. */
interface NewIn {
  readonly messages: number
  readonly events: number
  readonly leftOut: Inferred['leftOut']
}

/** What is read again was counted the first time. */
const nothingNew: NewIn = { messages: 0, events: 0, leftOut: new Map() }

/** A calendar's window is listed again whenever it is moved: of meetings those count that are not stored yet. */
const newIn = (
  { feeds }: Account,
  { feed, page }: Pulled,
  { interactions, leftOut }: Inferred,
  known: ReadonlySet<number>,
): NewIn => {
  if (feed === 'mail') return { messages: page.upserts.length, events: 0, leftOut }
  const meetings = new Set(interactions.map(({ item }) => itemKey(item)).filter((item) => !known.has(item)))
  return {
    messages: 0,
    events: meetings.size,
    leftOut: feeds.calendar.past === 'done' ? new Map() : leftOut,
  }
}

const progressAfter = ({ progress: before }: Account, { feed, page }: Pulled, found: NewIn): Progress => {
  return {
    pages: before.pages + 1,
    messages: before.messages + found.messages,
    events: before.events + found.events,
    units: before.units + page.unitsSpent,
    messagesInMailbox: page.total ?? before.messagesInMailbox,
    readBackTo: feed === 'mail' ? page.backfill.readBackTo : before.readBackTo,
    leftOut: addLeftOut(before.leftOut, found.leftOut),
  }
}

const activeDaysAfter = (before: IndexSet, interactions: readonly Interaction[]): IndexSet => {
  const days = new Set(interactions.filter(isContact).map(({ at }) => dayIndex(at)))
  return joinIndexes(before, [...days].reduce(withIndex, noIndexes))
}

/** Direct, and beyond doubt. */
const isContact = ({ kind, isDoubted }: Pick<Interaction, 'kind' | 'isDoubted'>): boolean =>
  isDirect(kind) && !isDoubted

/** Where the user lives, as far as a calendar tells. */
const learnWhere = async (store: Store, userId: number, zone: string | null, now: Instant): Promise<void> => {
  if (zone === null) return
  const user = await userById(store, userId)
  if (user !== null) await learnZone(store, user, zone, now)
}
