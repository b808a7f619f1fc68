/** A page and what it meets, made into one write: its interactions, what it takes back, and where reading goes on. Pure. */
import { type Inferred, inferFromEvents, inferFromMessages, type MailboxOwner } from '../infer/page.ts'
import type { Account, Progress } from '../model/account.ts'
import { addLeftOut } from '../model/automation.ts'
import { type IndexSet, joinIndexes, noIndexes, withIndex, withoutIndexes } from '../model/index-set.ts'
import { type FeedName, type Interaction, isDirect } from '../model/interaction.ts'
import { type FeedState, stageOf } from '../model/read.ts'
import { dayIndex, type Instant } from '../model/time.ts'
import { type User, zoneLearned } from '../model/user.ts'
import type { AccountChange } from '../store/account-changes.ts'
import { feedNumber, unpackDetail } from '../store/interaction-detail.ts'
import { itemKey, seenKey } from '../store/item-key.ts'
import type { Losses } from '../store/losses.ts'
import type { PageWrite } from '../store/pages.ts'
import { learn } from './contact-changes.ts'
import type { Loaded } from './load.ts'
import type { Pulled } from './pull.ts'
import { joinReads, readsBetween } from './reads.ts'

export const inferFrom = (pulled: Pulled, owner: MailboxOwner): Inferred =>
  pulled.feed === 'mail' ? inferFromMessages(pulled.page.upserts, owner) : inferFromEvents(pulled.page.upserts, owner)

export interface PageToApply {
  readonly user: User
  readonly account: Account
  readonly pulled: Pulled
  readonly inferred: Inferred
  readonly loaded: Loaded
  /** How the feed stands after the page. */
  readonly after: FeedState
  /** What moves on with it: the pause, the quota, what earlier rounds of the job moved. */
  readonly change: AccountChange
  /** What is read was read before: it was counted the first time. */
  readonly isReread: boolean
  readonly now: Instant
}

export const applyPage = (of: PageToApply): PageWrite => {
  const { user, account, pulled, inferred, loaded, after, change, isReread, now } = of
  const { feed, page } = pulled
  const { losses } = loaded
  const learned = learn(account.userId, loaded.open, {
    ...inferred,
    bounces: loaded.bounces,
    remaining: losses.remaining,
  })
  const counted = withFound(after, loaded.missing)
  const seen = idsThere(pulled).map(seenKey)
  return {
    account,
    feed,
    interactions: learned.interactions,
    removals: losses.removals,
    newAddresses: learned.newAddresses,
    automatedSenders: inferred.automatedSenders,
    blocks: learned.blocks,
    signature: inferred.signature,
    zone: zoneLearned(user, page.zone, now),
    change: {
      ...change,
      ...feedChange(account, feed, counted, change),
      reads: joinReads(change.reads, readsBetween(account.feeds[feed], counted, { seen, memory: page.memory })),
      progress: progressAfter(account, pulled, isReread ? nothingNew : newIn(account, pulled, inferred, losses)),
      activeDays: activeDaysAfter(activeDaysLeft(account, feed, losses), inferred.interactions),
      ...(inferred.aliases.length > 0 && { aliases: [...account.aliases, ...inferred.aliases] }),
    },
  }
}

/** Takes back everything stored of items that a read did not see. */
export const applyRemovals = (account: Account, feed: FeedName, losses: Losses, change: AccountChange): PageWrite => {
  const open = { known: new Map(), blocks: losses.blocks }
  const learned = learn(account.userId, open, {
    interactions: [],
    bounces: [],
    remaining: losses.remaining,
  })
  return {
    account,
    feed,
    interactions: [],
    removals: losses.removals,
    newAddresses: [],
    automatedSenders: new Map(),
    blocks: learned.blocks,
    signature: null,
    zone: null,
    change: { ...change, activeDays: activeDaysLeft(account, feed, losses) },
  }
}

/** When a feed was last read up to, where that moved. */
const feedChange = (account: Account, feed: FeedName, after: FeedState, change: AccountChange): AccountChange =>
  after.readAt === null || after.readAt === account.feeds[feed].readAt
    ? {}
    : { readAt: { ...change.readAt, [feed]: after.readAt } }

const withFound = (after: FeedState, found: number): FeedState =>
  after.read === null || found === 0 ? after : { ...after, read: { ...after.read, found: after.read.found + found } }

const idsThere = ({ feed, page }: Pulled): readonly string[] =>
  feed === 'mail'
    ? page.upserts.filter(({ box }) => box !== 'discarded').map(({ id }) => id)
    : page.upserts.map(({ id }) => id)

/** Days on which nothing is left are no days in contact any more. */
const activeDaysLeft = ({ activeDays }: Account, feed: FeedName, { removals, daysLeft }: Losses): IndexSet => {
  const lost = removals
    .filter((row) => isContact(unpackDetail(feedNumber(feed), row.detail)))
    .map(({ at }) => dayIndex(at))
  const gone = new Set(lost.filter((day) => !daysLeft.has(day)))
  return gone.size === 0 ? activeDays : withoutIndexes(activeDays, gone)
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
  { known }: Losses,
): NewIn => {
  if (feed === 'mail') return { messages: page.upserts.length, events: 0, leftOut }
  const meetings = new Set(interactions.map(({ item }) => itemKey(item)).filter((item) => !known.has(item)))
  return {
    messages: 0,
    events: meetings.size,
    leftOut: stageOf(feeds.calendar) === 'done' ? new Map() : leftOut,
  }
}

const progressAfter = ({ progress: before }: Account, { feed, page }: Pulled, found: NewIn): Progress => {
  return {
    ...before,
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
