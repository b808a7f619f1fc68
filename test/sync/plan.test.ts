import { describe, expect, test } from 'vitest'
import type { Account } from '../../src/model/account.ts'
import { type FeedState, newRead, type Read, type ReadPhase, type ReadPurpose } from '../../src/model/read.ts'
import { DAY, type Instant, later, MINUTE } from '../../src/model/time.ts'
import { planStep } from '../../src/sync/plan.ts'
import { accountWith, readFeed, readFeeds } from '../account.ts'

const now = 1_790_000_000 as Instant
const mail = { quota: { units: 6000, perSeconds: 60 }, minUnits: { changes: 10, backfill: 300 } }
const readAlready = accountWith({ createdAt: later(now, -DAY), feeds: readFeeds(now) })
const underWay = (feed: 'mail' | 'calendar', purpose: ReadPurpose, phase: ReadPhase): Read => ({
  ...newRead({ feed, purpose, since: null, now }, 1),
  phase,
})
const withFeeds = (feeds: Partial<Account['feeds']>, change: Partial<Account> = {}): Account => ({
  ...readAlready,
  ...change,
  feeds: { ...readAlready.feeds, ...feeds },
})
const reading = (feed: 'mail' | 'calendar', purpose: ReadPurpose, phase: ReadPhase): FeedState =>
  readFeed(feed, now, { read: underWay(feed, purpose, phase) })
const spent = (units: number): Partial<Account> => ({ quotaWindow: [[later(now, -10), units]] })
const pagesRead = (pages: number): Partial<Account> => ({ progress: { ...readAlready.progress, pages } })

describe('what comes first', () => {
  test('a pause that the provider asked for is kept, whatever is due', () => {
    const account = withFeeds({ mail: readFeed('mail', later(now, -DAY)) }, { notBefore: later(now, 40) })
    expect(planStep(account, mail, now)).toEqual({ kind: 'wait', seconds: 40 })
  })

  test('changes come before a backfill, once a quarter of an hour', () => {
    const backfill = underWay('mail', 'backfill', 'rest')
    const stale = readFeed('mail', later(now, -15 * MINUTE), { read: backfill })
    expect(planStep(withFeeds({ mail: stale }), mail, now)).toEqual({ kind: 'changes', feeds: ['mail'] })
    const fresh = { ...stale, readAt: later(now, -5 * MINUTE) }
    expect(planStep(withFeeds({ mail: fresh }), mail, now)).toMatchObject({ kind: 'page', read: backfill })
  })

  test('a calendar whose window is not listed yet has no changes', () => {
    const calendar = readFeed('calendar', later(now, -DAY), { read: underWay('calendar', 'backfill', 'conversations') })
    expect(planStep(withFeeds({ calendar }), mail, now)).toMatchObject({ kind: 'page', read: { feed: 'calendar' } })
  })

  test('two pages of conversations come before the calendar, and the rest of the mail after it', () => {
    const feeds = {
      mail: reading('mail', 'backfill', 'conversations'),
      calendar: reading('calendar', 'backfill', 'unread'),
    }
    const next = (pages: number) => planStep(withFeeds(feeds, pagesRead(pages)), mail, now)
    expect(next(1)).toMatchObject({ kind: 'page', read: { feed: 'mail' } })
    expect(next(2)).toMatchObject({ kind: 'page', read: { feed: 'calendar' } })
  })

  test('a feed that is read again comes before another is compared', () => {
    const feeds = {
      mail: reading('mail', 'recover', 'list'),
      calendar: reading('calendar', 'backfill', 'conversations'),
    }
    expect(planStep(withFeeds(feeds), mail, now)).toMatchObject({ kind: 'page', read: { feed: 'calendar' } })
  })
})

describe('quota', () => {
  test('mail waits for units; the calendar, which costs none, goes on meanwhile', () => {
    const reads = { mail: reading('mail', 'backfill', 'rest') }
    const wait = planStep(withFeeds(reads, spent(5900)), mail, now)
    expect(wait).toMatchObject({ kind: 'wait' })
    const calendar = reading('calendar', 'backfill', 'unread')
    expect(planStep(withFeeds({ ...reads, calendar }, { ...spent(5900), ...pagesRead(0) }), mail, now)).toMatchObject({
      kind: 'page',
      read: { feed: 'calendar' },
    })
  })

  test('a page of mail may spend what is left', () => {
    const account = withFeeds({ mail: reading('mail', 'audit', 'conversations') }, spent(1000))
    expect(planStep(account, mail, now)).toMatchObject({ kind: 'page', units: 5000 })
  })
})

describe('what goes over what is read', () => {
  test.each(['list', 'remove'] as const)('a read at "%s" is compared', (phase) => {
    expect(planStep(withFeeds({ mail: reading('mail', 'extend', phase) }), mail, now)).toMatchObject({
      kind: 'reconcile',
      read: { phase },
    })
  })

  test('an audit is due a week after the last read ended, of each feed, and only where nothing is under way', () => {
    const old = { createdAt: later(now, -30 * DAY) }
    expect(planStep(withFeeds({}, old), mail, now)).toEqual({ kind: 'audit', feed: 'mail' })
    const checked: Read = { ...underWay('mail', 'audit', 'done'), endedAt: later(now, -DAY) }
    expect(planStep(withFeeds({}, { ...old, endedReads: [checked] }), mail, now)).toEqual({
      kind: 'audit',
      feed: 'calendar',
    })
    const busy = withFeeds({ calendar: reading('calendar', 'audit', 'list') }, old)
    expect(planStep(busy, mail, now)).toMatchObject({ kind: 'reconcile' })
  })

  test('where all is read and checked, there is nothing to do', () => {
    expect(planStep(readAlready, mail, now)).toEqual({ kind: 'idle' })
  })
})
