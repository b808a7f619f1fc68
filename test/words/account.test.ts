/** How an account stands, in sentences: whoever reads one knows whose move it is. */
import { describe, expect, test } from 'vitest'
import type { Account, AccountStatus, FeedStop } from '../../src/model/account.ts'
import { newRead } from '../../src/model/read.ts'
import { DAY, type Instant, later } from '../../src/model/time.ts'
import {
  describeCalendarStop,
  describeCheck,
  describeCompleteness,
  describeReading,
  describeStatus,
} from '../../src/words/account.ts'
import { accountWith, readFeeds } from '../account.ts'

const now = (Date.UTC(2026, 10, 23, 9) / 1000) as Instant
const day = { at: now, zone: 'UTC' }
const since = later(now, -3 * DAY)
const account = accountWith({
  provider: 'microsoft',
  address: 'ann@contoso.example',
  createdAt: later(now, -100 * DAY),
  feeds: readFeeds(now),
})
const say = (status: AccountStatus, change: Partial<Account> = {}) =>
  describeStatus({ ...account, ...change, status }, day)

describe('whose move it is', () => {
  const theirs = {
    'a dead grant': say({ kind: 'reconnect', reason: 'grant_revoked', since }),
    'a scope that is not granted': say({ kind: 'reconnect', reason: 'scope_missing', since }),
  }
  const others = {
    'an outage': say({ kind: 'waiting', reason: 'unavailable', since }),
    nonsense: say({ kind: 'waiting', reason: 'malformed', since }),
    'a rate limit': say({ kind: 'active' }, { notBefore: later(now, 600) }),
    'an administrator’s block': say({ kind: 'blocked', reason: 'administrator', since }),
    'the operator’s secret': say({ kind: 'blocked', reason: 'operator', since }),
    'no mailbox': say({ kind: 'blocked', reason: 'no_mailbox', since }),
  }

  test('every state has a sentence of its own', () => {
    const sentences = [...Object.values(theirs), ...Object.values(others), say({ kind: 'active' })]
    expect(new Set(sentences).size).toBe(9)
  })

  test.each(Object.entries(theirs))('%s: the person connects it again', (_, sentence) => {
    expect(sentence).toMatch(/[Cc]onnect it again/)
  })

  test.each(Object.entries(others))('%s: the person is asked for nothing', (_, sentence) => {
    expect(sentence).not.toMatch(/connect it/i)
  })

  test('what the operator owes is not blamed on the person', () => {
    expect(others['the operator’s secret']).toContain('it’s nothing you did')
  })

  test('no sentence names a provider, or what only one of them has', () => {
    for (const sentence of [...Object.values(theirs), ...Object.values(others)]) {
      expect(sentence).not.toMatch(/google|gmail|microsoft|outlook|box ticked/i)
    }
  })
})

describe('a calendar that cannot be read', () => {
  const reasons = ['unavailable', 'malformed', 'scope_missing', 'administrator', 'operator', 'no_mailbox'] as const
  const stopped = (reason: FeedStop['reason'], change: Partial<Account> = {}) =>
    describeCalendarStop(
      { ...account, stops: { calendar: { reason, since, notBefore: now, tries: 3 } }, ...change },
      day,
    )

  test('is told by itself, whatever the reason, and that the mail goes on', () => {
    const sentences = reasons.map((reason) => stopped(reason))
    expect(new Set(sentences).size).toBe(reasons.length)
    for (const sentence of sentences) expect(sentence).toMatch(/calendar.*Your mail is not affected\.$/)
  })

  test('is not told where it only waits, nor again where the whole account is told of', () => {
    expect(stopped('rate_limited')).toBeNull()
    expect(stopped('cursor_expired')).toBeNull()
    expect(stopped('unavailable', { status: { kind: 'waiting', reason: 'unavailable', since } })).toBeNull()
    expect(stopped('malformed', { status: { kind: 'reconnect', reason: 'grant_revoked', since } })).toBeNull()
    expect(describeCalendarStop(account, day)).toBeNull()
  })
})

describe('how far it is known', () => {
  test('from the horizon that the person chose', () => {
    expect(describeCompleteness(account, day)).toMatch(/^Complete from 16 August 2021 to 23 November 2026\. /)
    expect(describeCompleteness({ ...account, readsBack: 1 }, day)).toMatch(/^Complete from 15 August 2025 to/)
    expect(describeCompleteness({ ...account, readsBack: null }, day)).toMatch(/^Complete from the very start to/)
  })

  test('each in its own words when all is read', () => {
    const done = (readsBack: Account['readsBack']) => describeReading({ ...account, readsBack }, day).now
    expect(done(1)).toBe('Everything of the last year is read.')
    expect(done(10)).toBe('Everything of the last ten years is read.')
    expect(done(null)).toBe('Everything is read.')
  })

  test('a check says why it was made', () => {
    const why = (['recover', 'extend', 'audit'] as const).map((purpose) =>
      describeCheck({ ...newRead({ feed: 'mail', purpose, since: null, now }, 1), phase: 'done', endedAt: since }, day),
    )
    expect(new Set(why).size).toBe(3)
    expect(why[1]).toContain('because you wanted to see further back')
  })
})
