/** An account for tests: read to its end a while ago, with nothing wrong, but for what a test is about. */
import { type Account, noProgress } from '../src/model/account.ts'
import { noIndexes } from '../src/model/index-set.ts'
import type { FeedName } from '../src/model/interaction.ts'
import { type FeedState, newRead } from '../src/model/read.ts'
import type { Instant } from '../src/model/time.ts'

export const accountWith = (change: Pick<Account, 'createdAt' | 'feeds'> & Partial<Account>): Account => ({
  id: 1,
  userId: 1,
  provider: 'google',
  subject: '1',
  address: 'ann@gmail.example',
  aliases: [],
  readsBack: 5,
  grant: '',
  status: { kind: 'active' },
  revision: 0,
  leaseUntil: 0 as Instant,
  stops: {},
  notBefore: 0 as Instant,
  quotaWindow: [],
  progress: noProgress,
  endedReads: [],
  activeDays: noIndexes,
  ...change,
})

/** A feed that has been read to its end, and whose changes have been read up to `readAt`. */
export const readFeed = (feed: FeedName, readAt: Instant, change: Partial<FeedState> = {}): FeedState => ({
  changes: {
    ...newRead({ feed, purpose: 'changes', since: null, now: readAt }, 0),
    phase: 'done',
    cursor: '{}',
    endedAt: readAt,
  },
  readAt,
  read: null,
  ...change,
})

/** Both feeds, read to their end. */
export const readFeeds = (readAt: Instant): Readonly<Record<FeedName, FeedState>> => ({
  mail: readFeed('mail', readAt),
  calendar: readFeed('calendar', readAt),
})
