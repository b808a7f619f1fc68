import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftCheckIn, type Occasion, toneFor } from '../../src/draft/check-in.ts'
import { tones } from '../../src/model/check-in.ts'
import type { Reason } from '../../src/model/report.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

const at = (Date.UTC(2026, 10, 23, 7) / 1000) as Instant
const ago = (days: number): Instant => (at - Math.round(days * DAY)) as Instant

const reasons = fc.oneof(
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
    kind: fc.constant('introduction' as const),
    other: fc.constant({ personId: 7, name: 'Jan Berg', givenName: 'Jan' }),
    shared: fc.constant(['Kim Duarte', 'Lea Novak']),
  }),
) satisfies fc.Arbitrary<Reason>

const occasions: fc.Arbitrary<Occasion> = fc.record({
  suggestion: fc.record({
    personId: fc.nat(5000),
    name: fc.constantFrom('Maria Lopez', '王 伟', 'hello@studio.example'),
    givenName: fc.constantFrom('Maria', null),
    reason: reasons,
  }),
  at: fc.constant(at),
  zone: fc.constant('Europe/Berlin'),
  userName: fc.constantFrom('Ann Berg', ''),
})

test('every text is whole: no empty slot, no double blank, 40 to 120 words, a greeting and an end', () => {
  fc.assert(
    fc.property(occasions, fc.constantFrom(...tones), (occasion, tone) => {
      const { subject, text } = draftCheckIn(occasion, tone)
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}| {2}| ,| \./)
      expect(text).toMatch(/^(Hi \S+,|Hello,|Dear .+,|Good day,)\n\n/)
      expect(text).toMatch(/\n\n(Warm wishes|Best|With kind regards),(\n\S+( \S+)*)?\n$/)
      expect(subject).toMatch(/^\S.{3,45}$/)
      const words = text.split(/\s+/).filter((word) => word !== '').length
      expect(words).toBeGreaterThanOrEqual(40)
      expect(words).toBeLessThanOrEqual(120)
    }),
  )
})

test('nothing is asked for', () => {
  fc.assert(
    fc.property(occasions, fc.constantFrom(...tones), (occasion, tone) => {
      expect(draftCheckIn(occasion, tone).text).not.toMatch(/\?/)
    }),
  )
})

describe('what it refers to', () => {
  const silent = (lastContactDays: number, lastMetDays: number | null): Occasion => ({
    suggestion: {
      personId: 1,
      name: 'Maria Lopez',
      givenName: 'Maria',
      reason: {
        kind: 'rhythm_broken',
        usualGapDays: 21,
        silenceDays: lastContactDays,
        lastContactAt: ago(lastContactDays),
        lastMetAt: lastMetDays === null ? null : ago(lastMetDays),
      },
    },
    at,
    zone: 'Europe/Berlin',
    userName: 'Ann Berg',
  })

  test('is the meeting, where that was the last contact', () => {
    expect(draftCheckIn(silent(63, 63), 'warm').text).toContain('since we met in September')
  })

  test('is the letters, where those came later', () => {
    expect(draftCheckIn(silent(63, 200), 'warm').text).toContain('since we last wrote in September')
  })

  test('names the year where the month alone would mislead', () => {
    expect(draftCheckIn(silent(430, null), 'warm').text).toContain('since we last wrote in September 2025')
  })

  test('nobody is greeted by a name that is not sure', () => {
    const occasion = silent(63, null)
    const text = draftCheckIn({ ...occasion, suggestion: { ...occasion.suggestion, givenName: null } }, 'warm').text
    expect(text).toMatch(/^Hello,/)
  })
})

test('the same week says the same, another person something else', () => {
  const texts = new Set<string>()
  for (let personId = 0; personId < 12; personId += 1) {
    const occasion: Occasion = {
      suggestion: {
        personId,
        name: 'Maria Lopez',
        givenName: 'Maria',
        reason: { kind: 'rhythm_broken', usualGapDays: 21, silenceDays: 63, lastContactAt: ago(63), lastMetAt: null },
      },
      at,
      zone: 'Europe/Berlin',
      userName: 'Ann Berg',
    }
    expect(draftCheckIn(occasion, 'warm')).toEqual(draftCheckIn(occasion, 'warm'))
    texts.add(draftCheckIn(occasion, 'warm').text)
  }
  expect(texts.size).toBeGreaterThanOrEqual(3)
})

test('someone answered within hours gets a brief text', () => {
  expect(toneFor({ reason: { kind: 'reply_owed', receivedAt: ago(9), waitingDays: 9, usualAnswerDays: 0.2 } })).toBe(
    'brief',
  )
  expect(toneFor({ reason: { kind: 'reply_owed', receivedAt: ago(9), waitingDays: 9, usualAnswerDays: 3 } })).toBe(
    'warm',
  )
})
