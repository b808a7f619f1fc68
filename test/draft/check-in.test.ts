import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftCheckIn, type Occasion, toneOf } from '../../src/draft/check-in.ts'
import { tones } from '../../src/model/check-in.ts'
import type { Reason } from '../../src/model/report.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

const at = (Date.UTC(2026, 10, 23, 7) / 1000) as Instant
const ago = (days: number): Instant => (at - Math.round(days * DAY)) as Instant

const reasons: fc.Arbitrary<Reason> = fc.oneof(
  fc.record({
    kind: fc.constant('rhythm_broken' as const),
    usualGapDays: fc.integer({ min: 7, max: 300 }),
    silenceDays: fc.integer({ min: 30, max: 900 }),
    lastContactAt: fc.integer({ min: 30, max: 900 }).map(ago),
    lastMetAt: fc.option(fc.integer({ min: 30, max: 900 }).map(ago), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('reply_owed' as const),
    receivedAt: fc.integer({ min: 3, max: 60 }).map(ago),
    waitingDays: fc.integer({ min: 3, max: 60 }),
    usualAnswerDays: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('new_address' as const),
    firstAt: fc.integer({ min: 7, max: 75 }).map(ago),
    silenceDays: fc.integer({ min: 7, max: 75 }),
    usualGapDays: fc.option(fc.integer({ min: 7, max: 300 }), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('new_acquaintance' as const),
    firstAt: fc.integer({ min: 4, max: 28 }).map(ago),
    metAt: fc.option(fc.integer({ min: 4, max: 28 }).map(ago), { nil: null }),
    silenceDays: fc.integer({ min: 4, max: 28 }),
  }),
  fc.record({
    kind: fc.constant('chosen_rhythm' as const),
    idealDays: fc.integer({ min: 7, max: 90 }),
    tooLongDays: fc.integer({ min: 90, max: 180 }),
    silenceDays: fc.integer({ min: 181, max: 900 }),
    lastContactAt: fc.integer({ min: 181, max: 900 }).map(ago),
    lastMetAt: fc.option(fc.integer({ min: 181, max: 900 }).map(ago), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('follow_up' as const),
    metAt: fc.integer({ min: 2, max: 14 }).map(ago),
    metBeforeAt: fc.option(fc.integer({ min: 200, max: 900 }).map(ago), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('dormant_tie' as const),
    firstAt: fc.integer({ min: 900, max: 2000 }).map(ago),
    lastContactAt: fc.integer({ min: 181, max: 800 }).map(ago),
    lastMetAt: fc.option(fc.integer({ min: 181, max: 900 }).map(ago), { nil: null }),
    silenceDays: fc.integer({ min: 181, max: 800 }),
    usualGapDays: fc.integer({ min: 7, max: 60 }),
    weeks: fc.integer({ min: 12, max: 150 }),
  }),
  fc.record({
    kind: fc.constant('anniversary' as const),
    firstAt: fc.integer({ min: 300, max: 4000 }).map(ago),
    years: fc.integer({ min: 1, max: 12 }),
    silenceDays: fc.integer({ min: 14, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('gratitude' as const),
    begunByThem: fc.integer({ min: 5, max: 9 }),
    begun: fc.integer({ min: 9, max: 10 }),
    silenceDays: fc.integer({ min: 14, max: 60 }),
    lastContactAt: fc.integer({ min: 14, max: 60 }).map(ago),
    lastMetAt: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('hello' as const),
    silenceDays: fc.integer({ min: 0, max: 60 }),
    lastContactAt: fc.integer({ min: 0, max: 60 }).map(ago),
  }),
  fc.record({
    kind: fc.constant('introduction' as const),
    other: fc.constant({ personId: 7, name: 'Jan Berg', givenName: 'Jan' }),
    shared: fc.constant(['Kim Duarte', 'Lea Novak']),
  }),
)

const lasts = fc.option(
  fc.record({
    how: fc.constantFrom('message' as const, 'meeting' as const, 'call' as const, 'elsewhere' as const),
    at: fc.integer({ min: 0, max: 1500 }).map(ago),
  }),
  { nil: undefined },
)

const occasions: fc.Arbitrary<Occasion> = fc.record({
  suggestion: fc
    .record({
      personId: fc.integer({ min: -40, max: 5000 }),
      number: fc.option(fc.nat(100_000), { nil: undefined }),
      name: fc.constantFrom('Maria Lopez', 'Dr. Anna Meyer', '王 伟', 'hello@studio.example', 'Info', 'ACME Support'),
      givenName: fc.constantFrom('Maria', null),
      reason: reasons,
      last: lasts,
    })
    .map(({ number, last, ...rest }) => ({
      ...rest,
      ...(number !== undefined && { number }),
      ...(last !== undefined && { last }),
    })),
  at: fc.constant(at),
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata'),
  locale: fc.constantFrom('en-GB', 'en-US', 'de-DE', 'ar-EG', 'nonsense'),
  userName: fc.constantFrom('Ann Berg', ''),
})

const drafts = (check: (draft: ReturnType<typeof draftCheckIn>, occasion: Occasion) => void): void =>
  fc.assert(
    fc.property(occasions, fc.constantFrom(...tones), (occasion, tone) => {
      check(draftCheckIn(occasion, tone), occasion)
    }),
    { numRuns: 500 },
  )

test('every text is whole: no empty slot, no double blank, 40 to 90 words, a greeting and an end', () => {
  drafts(({ subject, text }) => {
    expect(`${subject}\n${text}`).not.toMatch(/undefined|null|NaN|[{}]| {2}| [,.;]|,,/)
    expect(text).toMatch(/^(Hi \S+,|Hello,|Dear .+,|Good day,)\n\n/)
    expect(text).toMatch(/\n\n(Warm wishes|Best|With kind regards),(\n\S+( \S+)*)?\n$/)
    expect(subject).toMatch(/^\S.{3,45}$/)
    const words = text.split(/\s+/).filter((word) => word !== '').length
    expect(words, text).toBeGreaterThanOrEqual(40)
    expect(words, text).toBeLessThanOrEqual(90)
  })
})

test('nothing is asked for', () => {
  drafts(({ text }) => expect(text).not.toMatch(/\?/))
})

test('nobody is greeted as Dr., Info or a firm', () => {
  drafts(({ text }) => expect(text).not.toMatch(/^(Hi|Dear) (Dr\.?,|Info|ACME|hello)/))
})

test('no claim without its fact: meetings, letters, months and years only where they are known', () => {
  drafts(({ text }, { suggestion: { last, reason } }) => {
    if (last?.how !== 'meeting') expect(text).not.toMatch(/since we met/)
    if (last?.how !== 'message') expect(text).not.toMatch(/since we last wrote/)
    if (last?.how !== 'call') expect(text).not.toMatch(/since we spoke/)
    if (last === undefined)
      expect(text).not.toMatch(/ in (January|February|March|April|May|June|July|August|September)/)
    if (reason.kind !== 'anniversary') expect(text).not.toMatch(/\byears?\b this week|anniversary/)
    if (reason.kind !== 'gratitude') expect(text).not.toMatch(/who writes first|writes first|usually gets in touch/)
    if (reason.kind !== 'introduction') expect(text).not.toMatch(/introduce you|Jan Berg/)
    const isAfterMeeting = reason.kind === 'follow_up' || (reason.kind === 'new_acquaintance' && reason.metAt !== null)
    if (!isAfterMeeting) expect(text).not.toMatch(/our (recent )?meeting|good to (meet|see) you/)
    if (reason.kind !== 'reply_owed') expect(text).not.toMatch(/[Ss]orry|apolog|forgive me for letting/)
  })
})

describe('what it refers to', () => {
  const silent = (last: Occasion['suggestion']['last'], days = 63): Occasion => ({
    suggestion: {
      personId: 1,
      name: 'Maria Lopez',
      givenName: 'Maria',
      reason: {
        kind: 'rhythm_broken',
        usualGapDays: 21,
        silenceDays: days,
        lastContactAt: ago(days),
        lastMetAt: null,
      },
      ...(last !== undefined && { last }),
    },
    at,
    zone: 'Europe/Berlin',
    userName: 'Ann Berg',
  })

  test.each([
    ['a meeting', { how: 'meeting', at: ago(63) }, 'since we met, in September'],
    ['letters', { how: 'message', at: ago(63) }, 'since we last wrote, in September'],
    ['a call that was logged', { how: 'call', at: ago(63) }, 'since we spoke, in September'],
    ['something logged without a name', { how: 'elsewhere', at: ago(63) }, 'since we were last in touch, in September'],
    ['another year', { how: 'message', at: ago(430) }, 'since we last wrote, in September 2025'],
    ['what an old report did not keep', undefined, 'since we were last in touch'],
  ] as const)('%s', (_what, last, words) => {
    expect(draftCheckIn(silent(last), 'warm').text).toContain(words)
  })

  test('a silence of two weeks, which the user finds too long, is not called a while', () => {
    const { text } = draftCheckIn(silent({ how: 'message', at: ago(14) }, 14), 'warm')
    expect(text).not.toMatch(/a while|how long|since/)
  })
})

test('the same week says the same', () => {
  fc.assert(
    fc.property(occasions, fc.constantFrom(...tones), (occasion, tone) => {
      expect(draftCheckIn(occasion, tone)).toEqual(draftCheckIn(occasion, tone))
    }),
  )
})

test('someone answered within hours gets a brief answer, unless the two are on formal terms', () => {
  const quick = { kind: 'reply_owed', receivedAt: ago(9), waitingDays: 9, usualAnswerDays: 0.2 } as const
  expect(toneOf({ tone: 'warm', reason: quick })).toBe('brief')
  expect(toneOf({ tone: 'formal', reason: quick })).toBe('formal')
  expect(toneOf({ tone: 'warm', reason: { ...quick, usualAnswerDays: 3 } })).toBe('warm')
  expect(toneOf({ reason: { ...quick, usualAnswerDays: null } })).toBe('warm')
})
