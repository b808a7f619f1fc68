import { describe, expect, test } from 'vitest'
import { type Account, noProgress } from '../../src/model/account.ts'
import { type IndexSet, noIndexes, withIndex } from '../../src/model/index-set.ts'
import { newRead, type Read } from '../../src/model/read.ts'
import { DAY, dayIndex, type Instant } from '../../src/model/time.ts'
import {
  areMeetingsStale,
  isStale,
  knownDays,
  knownSince,
  knownUntil,
  knownUntilOf,
  measuredSince,
  meetingsKnownUntil,
  notesOn,
} from '../../src/report/notes.ts'
import { describeNote } from '../../src/words/week.ts'
import { accountWith, readFeed, readFeeds } from '../account.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => (now - days * DAY) as Instant

const read = accountWith({ createdAt: now, feeds: readFeeds(now), readsBack: null })

const reading: Read = {
  ...newRead({ feed: 'mail', purpose: 'backfill', since: null, now }, 1),
  phase: 'conversations',
}

const beingRead = (backTo: Instant | null): Account => ({
  ...read,
  feeds: { ...read.feeds, mail: readFeed('mail', now, { read: reading }) },
  progress: { ...noProgress, readBackTo: backTo },
})

describe('from when on something is known', () => {
  test('everything, of a mailbox that has been read', () => {
    expect(knownSince([read])).toBe(0)
    expect(measuredSince([read])).toBe(0)
  })

  test('of one being read, as far back as it has come; nothing before its first page', () => {
    expect(knownSince([beingRead(ago(90))])).toBe(ago(90))
    expect(measuredSince([beingRead(ago(90))])).toBe(ago(90))
    expect(measuredSince([beingRead(null)])).toBeGreaterThan(now)
  })

  test('a second account being read makes silences doubtful, and nothing that the first told less true', () => {
    const accounts = [read, beingRead(ago(30))]
    expect(knownSince(accounts)).toBe(ago(30))
    expect(measuredSince(accounts)).toBe(0)
  })

  test('of days in contact, only those count that lie where all have been read', () => {
    const days = [5, 40, 400].reduce<IndexSet>((set, days) => withIndex(set, dayIndex(ago(days))), noIndexes)
    expect(knownDays([{ ...beingRead(ago(90)), activeDays: days }])).toEqual([ago(40), ago(5)].map(dayIndex))
    expect(knownDays([{ ...read, activeDays: days }])).toEqual([ago(400), ago(40), ago(5)].map(dayIndex))
  })
})

describe('a calendar that stopped', () => {
  const stopped = (reason: 'scope_missing' | 'unavailable' | 'no_mailbox' | 'rate_limited', days: number): Account => ({
    ...read,
    feeds: { ...read.feeds, calendar: readFeed('calendar', ago(days)) },
    stops: { calendar: { reason, since: ago(days), notBefore: now, tries: 9 } },
  })

  test('is told once it has been away for days, with whether its owner can mend it', () => {
    expect(notesOn([stopped('scope_missing', 5)], now)).toMatchObject([{ kind: 'calendar', isMendable: true }])
    expect(notesOn([stopped('unavailable', 5)], now)).toMatchObject([{ kind: 'calendar', isMendable: false }])
    const [note] = notesOn([stopped('unavailable', 5)], now)
    if (note === undefined) throw new Error('There is no note')
    expect(describeNote(note, { at: now, zone: 'UTC', locale: 'en-US' })).toMatch(
      /^The calendar that goes with your mail \(ann\) hasn’t been read since .*, so meetings from then on aren’t counted\.$/,
    )
  })

  test('is no trouble for an hour, nor where there is none or it never was to be read', () => {
    expect(notesOn([stopped('unavailable', 1)], now)).toEqual([])
    expect(notesOn([stopped('no_mailbox', 30)], now)).toEqual([])
    expect(notesOn([stopped('rate_limited', 30)], now)).toEqual([])
    const never: Account = {
      ...stopped('scope_missing', 30),
      feeds: { ...read.feeds, calendar: { ...readFeed('calendar', now), readAt: null } },
    }
    expect(notesOn([never], now)).toEqual([])
  })

  test('is said after what keeps the mail from being read, which weighs more', () => {
    const both: Account = {
      ...stopped('scope_missing', 5),
      status: { kind: 'reconnect', reason: 'grant_revoked', since: ago(5) },
    }
    expect(notesOn([both], now)).toMatchObject([{ kind: 'reconnect' }])
  })
})

describe('until when something is known', () => {
  const silent = (mail: number, calendar: number, change: Partial<Account> = {}): Account => ({
    ...read,
    feeds: { mail: readFeed('mail', ago(mail)), calendar: readFeed('calendar', ago(calendar)) },
    ...change,
  })

  test('until the source that was read first', () => {
    expect(knownUntil([read, silent(9, 3)], now)).toBe(ago(9))
    expect(meetingsKnownUntil([read, silent(9, 3)], now)).toBe(ago(3))
  })

  test('of a person, after weeks without the other source, what their own account tells', () => {
    const here = { ...read, id: 1 }
    const lost = silent(60, 60, { id: 2, status: { kind: 'reconnect', reason: 'grant_revoked', since: ago(60) } })
    expect(knownUntilOf([here, lost], 1, now)).toBe(now)
    expect(knownUntilOf([here, lost], 2, now)).toBe(ago(60))
    expect(knownUntilOf([here, silent(9, 9, { id: 2 })], 1, now)).toBe(ago(9))
  })

  test('a calendar that was not read for days is stale while mail is not', () => {
    expect([isStale([silent(0, 5)], now), areMeetingsStale([silent(0, 5)], now)]).toEqual([false, true])
    expect([isStale([silent(0, 1)], now), areMeetingsStale([silent(0, 1)], now)]).toEqual([false, false])
  })

  test('of a mailbox that was taken away nothing is expected any more after four weeks', () => {
    const taken = (days: number) =>
      silent(days, days, { status: { kind: 'disconnected', reason: 'person', since: ago(days) } })
    expect(isStale([read, taken(10)], now)).toBe(true)
    expect(isStale([read, taken(40)], now)).toBe(false)
    expect(meetingsKnownUntil([read, taken(40)], now)).toBe(now)
  })
})
