/**
 * Reads: each is one walk over a feed, and its purpose is its state. A feed has one position for changes, and at most one
 * read under way beside it: of what lay there when it was connected, or of what was read before. Pure.
 */
import type { FeedName } from './interaction.ts'
import type { Instant } from './time.ts'

export type ReadPurpose =
  /** What changed since the feed was connected. It never ends; each round of it does. */
  | 'changes'
  /** What lay there when the feed was connected. */
  | 'backfill'
  /** The provider no longer knew our position: what may have been missed is read again. */
  | 'recover'
  /** The person wants to see further back. */
  | 'extend'
  /** Nothing is known to be wrong: to make sure that nothing is. */
  | 'audit'

/** What of a backfill is read: the threads the user took part in come before the rest. */
export type BackfillStage = 'unread' | 'conversations' | 'rest' | 'done'

/**
 * First pages are read. Then, but for a backfill, the provider lists what it holds, where it can do that cheaply, and what
 * it no longer holds is removed.
 */
export type ReadPhase = BackfillStage | 'list' | 'remove'

export interface Read {
  readonly feed: FeedName
  /** 0 for changes; the others of a feed count up in the order in which they began. */
  readonly number: number
  readonly purpose: ReadPurpose
  /** Changes are always done: what is not, stands in another read. */
  readonly phase: ReadPhase
  /** How far back it goes; null for as far as the account is read. */
  readonly since: Instant | null
  readonly startedAt: Instant
  /** When it ended; of changes, when a round last ended with the cursor that is here, or null within a round. */
  readonly endedAt: Instant | null
  /**
   * Where it goes on; null at its beginning. A backfill, a recovery and an extension move the cursor of their feed's
   * changes, and have their own only while they list.
   */
  readonly cursor: string | null
  /** The provider wants what it gave to remember with its next request. */
  readonly wantsRemembered: boolean
  /** What it gave, or '' where it does not want it. */
  readonly remembered: string
  /** Everything it saw was noted: only then can what it did not see be called gone. */
  readonly isWhole: boolean
  /** Interactions that were missing, and items that were gone. */
  readonly found: number
  readonly removed: number
}

/** How a feed stands. */
export interface FeedState {
  readonly changes: Read
  /** Until when all changes have been read, or null before the first time. */
  readonly readAt: Instant | null
  /** What is under way beside the changes, or null. */
  readonly read: Read | null
}

export type NewRead = Pick<Read, 'feed' | 'purpose' | 'since'> & { readonly now: Instant }

/** The next read of a feed, at its beginning. */
export const newRead = ({ feed, purpose, since, now }: NewRead, number: number): Read => ({
  feed,
  number,
  purpose,
  phase: 'unread',
  since,
  startedAt: now,
  endedAt: null,
  cursor: null,
  wantsRemembered: false,
  remembered: '',
  isWhole: true,
  found: 0,
  removed: 0,
})

/** The reads of an account by feed, of a feed of which nothing is stored as it begins. */
export const feedState = (
  reads: readonly Read[],
  {
    feed,
    readAt,
    createdAt,
  }: { readonly feed: FeedName; readonly readAt: Instant | null; readonly createdAt: Instant },
): FeedState => {
  const own = reads.filter((read) => read.feed === feed)
  const begun = { feed, since: null, now: createdAt }
  const changes = own.find(({ purpose }) => purpose === 'changes')
  const underWay = own.find(({ purpose, phase }) => purpose !== 'changes' && phase !== 'done')
  return {
    changes: changes ?? { ...newRead({ ...begun, purpose: 'changes' }, 0), phase: 'done' },
    readAt,
    read: underWay ?? (changes === undefined ? newRead({ ...begun, purpose: 'backfill' }, 1) : null),
  }
}

/** Reads that ended, the newest first. */
export const endedReads = (reads: readonly Read[]): readonly Read[] =>
  reads
    .filter(({ purpose, phase }) => purpose !== 'changes' && phase === 'done')
    .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.number - a.number)

/** It reads pages still, and has not begun to compare. */
export const isReadingPages = ({ phase }: Read): boolean => phase !== 'done' && phase !== 'list' && phase !== 'remove'

/** How far a feed itself is read: an audit goes over it beside. */
export const stageOf = ({ read }: FeedState): BackfillStage => {
  if (read === null || read.purpose === 'audit') return 'done'
  const { phase } = read
  return phase === 'list' || phase === 'remove' ? 'done' : phase
}

/** A read of what had been read before to its end, which moves the feed's own position: a recovery or an extension; or null. */
export const rereadOf = (state: FeedState): Reread | null => {
  const { read } = state
  if (read === null || read.since === null || stageOf(state) === 'done') return null
  return { purpose: read.purpose, since: read.since }
}

export interface Reread {
  readonly purpose: ReadPurpose
  readonly since: Instant
}
