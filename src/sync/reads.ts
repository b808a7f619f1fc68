/**
 * How the reads of a feed move: when one begins, how far it goes, what a page does to it, and when it is over. After an
 * expiry and for an extension the feed itself goes back; an audit walks beside it, and changes go on. Pure.
 */
import { type Account, horizonOf, type Memory } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import {
  type BackfillStage,
  type FeedState,
  isReadingPages,
  type NewRead,
  newRead,
  type Read,
  type ReadPhase,
  rereadOf,
  stageOf,
} from '../model/read.ts'
import { beginningOfTime, DAY, type Instant, later } from '../model/time.ts'
import type { ReadsChange } from '../store/reads.ts'

/** What both feeds of every page have in common, as far as a position goes. */
export interface PagePosition {
  readonly cursor: string
  readonly more: boolean
  readonly stage: BackfillStage
  /** The next page of the same read needs what was remembered. */
  readonly wantsRemembered: boolean
}

/** The feed after a page of the read that walks beside it. */
export const afterAuditPage = (state: FeedState, page: PagePosition, canList: boolean): FeedState => {
  const { read } = state
  if (read === null) return state
  const isRead = page.stage === 'done'
  return {
    ...state,
    read: {
      ...read,
      phase: isRead ? comparing(canList) : page.stage,
      cursor: isRead ? null : page.cursor,
      wantsRemembered: page.wantsRemembered,
    },
  }
}

/** The feed after a page that moves its own position: of changes, or of what is read from its beginning. */
export const afterPage = (
  state: FeedState,
  page: PagePosition,
  at: { readonly now: Instant; readonly canList: boolean; readonly isOfChanges: boolean },
): FeedState => {
  const { changes } = state
  const { stage } = page
  // A first page takes the position before it reads; a round of changes is over when nothing more waits.
  const isFirst = changes.cursor === null
  const isCurrent = isFirst || (stageOf(state) === stage && !page.more)
  return {
    changes: {
      ...changes,
      cursor: page.cursor,
      wantsRemembered: page.wantsRemembered,
      endedAt: endOfRound(changes, page, { ...at, isFirst }),
    },
    readAt: isCurrent ? at.now : state.readAt,
    read: readAtStage(state, stage, at),
  }
}

/** The first page begins where no round is open; a page of what lay there before opens and ends none. */
const endOfRound = (
  { endedAt }: Read,
  { more }: PagePosition,
  at: { readonly now: Instant; readonly isFirst: boolean; readonly isOfChanges: boolean },
): Instant | null => {
  if (at.isFirst) return at.now
  if (!at.isOfChanges) return endedAt
  return more ? null : at.now
}

const readAtStage = (
  state: FeedState,
  stage: BackfillStage,
  { now, canList }: { readonly now: Instant; readonly canList: boolean },
): Read | null => {
  const { read, changes } = state
  if (read === null || read.purpose === 'audit') {
    // A place that is new to the feed, such as a folder, is read as what lay there; whatever goes over it comes again.
    const begun: NewRead = { feed: changes.feed, purpose: 'backfill', since: null, now }
    return stage === 'done' ? read : { ...newRead(begun, (read?.number ?? 0) + 1), phase: stage }
  }
  if (stageOf(state) === stage) return read
  if (stage !== 'done') return { ...read, phase: stage }
  return read.purpose === 'backfill' ? null : { ...read, phase: comparing(canList) }
}

/** What follows the pages: where the provider can list what it holds, what it lists was not lost. */
const comparing = (canList: boolean): ReadPhase => (canList ? 'list' : 'remove')

/**
 * A round of changes that brings nothing moves the cursor only this often: the one that is stored is good for days, and
 * so a quiet round writes the account's row alone.
 */
const quietCursorSeconds = 6 * 3600

/** The feed after a round of changes that brought nothing. */
export const afterQuietRound = (state: FeedState, page: PagePosition, now: Instant): FeedState => {
  const { endedAt, cursor } = state.changes
  const isFresh = endedAt !== null && later(endedAt, quietCursorSeconds) > now
  const isKept = isFresh || cursor === page.cursor
  return isKept ? { ...state, readAt: now } : afterPage(state, page, { now, canList: false, isOfChanges: true })
}

/**
 * The provider forgot our position. What was read stays; what may have been missed is read again: from where the provider
 * says that it can go on, or, where everything had been read and the provider can list what it holds, from a week before the
 * last changes on: what has gone since is found in the list. Otherwise everything: anything may have changed, whatever its date.
 */
export const recover = (
  account: Account,
  feed: FeedName,
  { now, canList, resumed }: { readonly now: Instant; readonly canList: boolean; readonly resumed: string | null },
): FeedState => {
  const state = account.feeds[feed]
  if (resumed !== null) {
    const since = wasRead(state) ? horizonOf(account) : null
    const begun = fromStart(account, { feed, purpose: 'recover', since, now })
    return { ...begun, changes: { ...begun.changes, cursor: resumed, wantsRemembered: false } }
  }
  const lately = rereadOf(state)?.since ?? later(state.readAt ?? now, -7 * DAY)
  const since = wasRead(state) ? (canList ? lately : horizonOf(account)) : null
  return fromStart(account, { feed, purpose: 'recover', since, now })
}

/** The person wants to see further back: everything is read again, down to the new horizon; what is known stays known. */
export const extend = (account: Account, feed: FeedName, now: Instant): FeedState => {
  const since = wasRead(account.feeds[feed]) ? horizonOf(account) : null
  return fromStart(account, { feed, purpose: 'extend', since, now })
}

const wasRead = (state: FeedState): boolean =>
  rereadOf(state) !== null || (stageOf(state) === 'done' && state.readAt !== null)

const fromStart = (account: Account, begun: NewRead): FeedState => {
  const { changes, readAt } = account.feeds[begun.feed]
  return {
    changes: { ...changes, cursor: null, wantsRemembered: false, endedAt: null },
    readAt,
    read: newRead(begun, nextNumber(account, begun.feed)),
  }
}

/** What came lately is audited, to make sure: two weeks of messages, and the calendar, which costs nothing. */
const auditDays = 14

/** A feed at the beginning of an audit. */
export const audit = (account: Account, feed: FeedName, now: Instant): FeedState => {
  const since = feed === 'mail' ? later(now, -auditDays * DAY) : horizonOf(account)
  return { ...account.feeds[feed], read: newRead({ feed, purpose: 'audit', since, now }, nextNumber(account, feed)) }
}

const nextNumber = ({ feeds, endedReads }: Account, feed: FeedName): number =>
  Math.max(
    feeds[feed].read?.number ?? 0,
    ...endedReads.filter((read) => read.feed === feed).map((read) => read.number),
  ) + 1

/** The read itself lost its place in a list: what it saw stays seen, and it starts its list or its pages again. */
export const readFromStart = (state: FeedState): FeedState => {
  const { read } = state
  if (read === null) return state
  return {
    ...state,
    read: { ...read, cursor: null, wantsRemembered: false, phase: isReadingPages(read) ? 'unread' : read.phase },
  }
}

/** From where on what was not seen is gone: a list holds everything, pages only what they reached. */
export const removedFrom = (account: Account, { since }: Read, canList: boolean): Instant =>
  canList ? beginningOfTime : (since ?? horizonOf(account))

/**
 * What is noted of a read that is over, and the audit that follows: where one found a gap, another looks four times as
 * far.
 */
export const endRead = (account: Account, read: Read, now: Instant): ReadsChange => {
  const ended: Read = { ...read, phase: 'done', cursor: null, wantsRemembered: false, endedAt: now }
  const { feed, purpose, since, found } = read
  const horizon = horizonOf(account)
  const isGap = purpose === 'audit' && found > 0 && since !== null && since > horizon
  const wider = isGap ? later(now, -Math.min(now - horizon, 4 * (now - since))) : null
  const next = wider === null ? [] : [newRead({ feed, purpose: 'audit', since: wider, now }, read.number + 1)]
  return {
    put: [ended, ...next].map((put) => ({ read: put, seen: [], memory: null })),
    drop: account.endedReads.slice(keptReads - 1),
  }
}

const keptReads = 12

/** What a feed that went from one state to another changes in the database. */
export const readsBetween = (
  before: FeedState,
  after: FeedState,
  page: {
    /** What was seen to be there, by keys. */
    readonly seen?: readonly number[]
    readonly memory?: Memory | null
  } = {},
): ReadsChange => {
  const { seen = [], memory = null } = page
  const isBeside = after.changes === before.changes
  const isNewRead = after.read?.number !== before.read?.number
  const noted = after.read === null || after.read.purpose === 'backfill' ? [] : seen
  const isReadPut = after.read !== null && (after.read !== before.read || noted.length > 0)
  return {
    put: [
      ...(isBeside
        ? []
        : [{ read: after.changes, seen: [], memory: after.changes.cursor === null ? nothing : memory }]),
      ...(isReadPut && after.read !== null
        ? [{ read: after.read, seen: noted, memory: isBeside ? (after.read.cursor === null ? nothing : memory) : null }]
        : []),
    ],
    drop: isNewRead && before.read !== null ? [before.read] : [],
  }
}

/** What begins anew remembers nothing. */
const nothing: Memory = { text: '', isNew: true, longest: 1 }

export const joinReads = (a: ReadsChange | undefined, b: ReadsChange): ReadsChange => ({
  put: [...(a?.put ?? []), ...b.put],
  drop: [...(a?.drop ?? []), ...b.drop],
})
