import { describe, expect, test } from 'vitest'
import { type FeedState, isReadingPages, newRead, type Read, type ReadPurpose, stageOf } from '../../src/model/read.ts'
import { DAY, HOUR, type Instant, later } from '../../src/model/time.ts'
import {
  afterAuditPage,
  afterPage,
  afterQuietRound,
  audit,
  endRead,
  extend,
  readFromStart,
  readsBetween,
  recover,
} from '../../src/sync/reads.ts'
import { accountWith, readFeed, readFeeds } from '../account.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => later(now, -days * DAY)
const page = { cursor: 'next', more: false, stage: 'done', wantsRemembered: false } as const
const at = { now, canList: true, isOfChanges: false }
const begun = (purpose: ReadPurpose, change: Partial<Read> = {}): Read => ({
  ...newRead({ feed: 'mail', purpose, since: purpose === 'backfill' ? null : ago(7), now: ago(1) }, 1),
  phase: 'conversations',
  ...change,
})
const state = (read: Read | null, change: Partial<FeedState> = {}) => readFeed('mail', ago(1), { read, ...change })
const account = accountWith({ createdAt: ago(100), feeds: readFeeds(ago(1)) })

describe('a page', () => {
  test('of a backfill moves its stage, and ends it', () => {
    const rest = afterPage(state(begun('backfill')), { ...page, stage: 'rest', more: true }, at)
    expect(rest).toMatchObject({ changes: { cursor: 'next' }, read: { purpose: 'backfill', phase: 'rest' } })
    expect(afterPage(rest, page, at).read).toBeNull()
  })

  test.each(['recover', 'extend'] as const)('ends the pages of a %s, which is then compared', (purpose) => {
    const phaseAfter = (canList: boolean) => afterPage(state(begun(purpose)), page, { ...at, canList }).read?.phase
    expect(phaseAfter(true)).toBe('list')
    expect(phaseAfter(false)).toBe('remove')
  })

  test('that is the first takes the position: everything later is told as a change', () => {
    const unread = readFeed('mail', ago(1), { readAt: null, read: begun('backfill', { phase: 'unread' }) })
    const first = { ...unread, changes: { ...unread.changes, cursor: null } }
    expect(afterPage(first, { ...page, stage: 'conversations', more: true }, at).readAt).toBe(now)
  })

  test('of changes is up to date only when nothing more waits', () => {
    const stateAfter = (more: boolean) => afterPage(state(null), { ...page, more }, { ...at, isOfChanges: true })
    expect(stateAfter(false)).toMatchObject({ readAt: now, changes: { endedAt: now } })
    expect(stateAfter(true)).toMatchObject({ readAt: ago(1), changes: { endedAt: null } })
  })

  test('of changes that finds something unread begins a backfill, and an audit gives way to it', () => {
    const found = { ...page, stage: 'conversations', more: true } as const
    for (const before of [state(null), state(begun('audit'))]) {
      const after = afterPage(before, found, { ...at, isOfChanges: true })
      expect(after.read).toMatchObject({ purpose: 'backfill', phase: 'conversations' })
      expect(stageOf(after)).toBe('conversations')
    }
  })

  test('of an audit moves the audit alone', () => {
    const before = state(begun('audit', { cursor: 'here' }))
    const after = afterAuditPage(before, { ...page, stage: 'conversations' }, true)
    expect(after.changes).toBe(before.changes)
    expect(after.read).toMatchObject({ cursor: 'next', phase: 'conversations' })
    expect(afterAuditPage(before, page, true).read).toMatchObject({ cursor: null, phase: 'list' })
  })
})

describe('a quiet round', () => {
  const quiet = (endedAt: Instant | null) => {
    const before = state(null)
    const held = { ...before, changes: { ...before.changes, endedAt } }
    return { before: held, after: afterQuietRound(held, page, now) }
  }

  test('keeps a cursor that is fresh, and writes no read', () => {
    const { before, after } = quiet(later(now, -HOUR))
    expect(after.readAt).toBe(now)
    expect(readsBetween(before, after)).toEqual({ put: [], drop: [] })
  })

  test('moves a cursor that is hours old, long before a provider forgets it', () => {
    expect(quiet(ago(1)).after.changes.cursor).toBe('next')
  })

  test('moves a cursor that stands within a round: the next begins after it', () => {
    expect(quiet(null).after.changes).toMatchObject({ cursor: 'next', endedAt: now })
  })
})

describe('a position that is lost', () => {
  test('is read again from a week before the last changes, where the provider lists what it holds; else from the horizon', () => {
    const since = (canList: boolean) => recover(account, 'mail', { now, canList, resumed: null }).read?.since
    expect(since(true)).toBe(ago(8))
    expect(since(false)).toBe(later(ago(100), -5 * 365 * DAY))
  })

  test('before the first read was over is read from its beginning', () => {
    const half = { ...account, feeds: { ...account.feeds, mail: state(begun('backfill')) } }
    expect(recover(half, 'mail', { now, canList: true, resumed: null })).toMatchObject({
      changes: { cursor: null },
      read: { purpose: 'recover', phase: 'unread', since: null },
    })
  })

  test('goes on where the provider says that it can, and what was remembered stays', () => {
    const known = recover(account, 'mail', { now, canList: true, resumed: 'on' })
    expect(known).toMatchObject({
      changes: { cursor: 'on', endedAt: null },
      read: { purpose: 'recover', phase: 'unread' },
    })
    expect(readsBetween(account.feeds.mail, known).put[0]?.memory).toBeNull()
    const half = { ...account, feeds: { ...account.feeds, mail: state(begun('backfill')) } }
    expect(recover(half, 'mail', { now, canList: true, resumed: 'on' }).read?.since).toBeNull()
  })

  test('within a recovery is read down to where that was to go', () => {
    const half = { ...account, feeds: { ...account.feeds, mail: state(begun('recover', { since: ago(30) })) } }
    expect(recover(half, 'mail', { now, canList: true, resumed: null }).read?.since).toBe(ago(30))
  })

  test('of an audit alone is begun again, and what it saw stays seen', () => {
    const { read } = readFromStart(state(begun('audit', { cursor: 'here', found: 2 })))
    expect(read).toMatchObject({ number: 1, cursor: null, phase: 'unread', found: 2 })
    expect(readFromStart(state(begun('audit', { phase: 'list', cursor: 'here' }))).read?.phase).toBe('list')
  })
})

test('a read further back takes the place of what was under way, under a number of its own', () => {
  const busy = { ...account, feeds: { ...account.feeds, mail: state(begun('audit', { number: 4 })) } }
  const after = extend(busy, 'mail', now)
  expect(after.read).toMatchObject({ purpose: 'extend', number: 5 })
  expect(readsBetween(busy.feeds.mail, after).drop).toMatchObject([{ number: 4 }])
})

test('an audit of mail goes two weeks back, one of the calendar as far as there is', () => {
  expect(audit(account, 'mail', now).read?.since).toBe(ago(14))
  expect(audit(account, 'calendar', now).read?.since).toBe(later(ago(100), -5 * 365 * DAY))
})

describe('the end of a read', () => {
  test('is noted; where an audit found a gap, another looks four times as far', () => {
    const change = endRead(account, begun('audit', { phase: 'remove', since: ago(14), found: 1 }), now)
    expect(change.put.map(({ read }) => read)).toMatchObject([
      { phase: 'done', endedAt: now, found: 1 },
      { phase: 'unread', since: ago(56), number: 2 },
    ])
  })

  test('is all where nothing was found, or everything was looked at', () => {
    const count = (change: Partial<Read>) =>
      endRead(account, begun('audit', { phase: 'remove', ...change }), now).put.length
    expect(count({ found: 0 })).toBe(1)
    expect(count({ found: 1, since: null })).toBe(1)
  })

  test('lets the oldest go: twelve are kept', () => {
    const ended = Array.from({ length: 12 }, (_, index) => begun('audit', { phase: 'done', number: 20 - index }))
    expect(endRead({ ...account, endedReads: ended }, begun('audit', { number: 21 }), now).drop).toMatchObject([
      { number: 9 },
    ])
  })
})

describe('what is seen', () => {
  const seen = [1, 2]

  test('is noted by whatever goes over what is read, also of changes that come meanwhile', () => {
    const before = state(begun('audit'))
    const after = afterPage(before, page, { ...at, isOfChanges: true })
    expect(readsBetween(before, after, { seen }).put.map((put) => [put.read.purpose, put.seen])).toEqual([
      ['changes', []],
      ['audit', seen],
    ])
  })

  test('is not noted by a backfill: nothing was there before it', () => {
    const before = state(begun('backfill'))
    const after = afterPage(before, { ...page, stage: 'rest' }, at)
    expect(readsBetween(before, after, { seen }).put.every((put) => put.seen.length === 0)).toBe(true)
  })
})

test('what the provider gave to remember lies beside the cursor that moved', () => {
  const memory = { text: 'a', isNew: false, longest: 10 }
  const before = state(begun('audit'))
  const ofAudit = afterAuditPage(before, { ...page, stage: 'conversations' }, true)
  expect(readsBetween(before, ofAudit, { memory }).put).toMatchObject([{ read: { purpose: 'audit' }, memory }])
  const ofFeed = afterPage(state(null), page, { ...at, isOfChanges: true })
  expect(readsBetween(state(null), ofFeed, { memory }).put).toMatchObject([{ read: { purpose: 'changes' }, memory }])
  expect(isReadingPages(begun('audit'))).toBe(true)
})
