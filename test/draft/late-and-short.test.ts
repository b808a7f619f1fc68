/** What a late reply speaks of, and what a short silence is never called. */
import { describe, expect, test } from 'vitest'
import { draftCheckIn, type Occasion } from '../../src/draft/check-in.ts'
import { tellsNews } from '../../src/draft/topic.ts'
import { tones } from '../../src/model/check-in.ts'
import { ago, monday } from './occasions.ts'

/** More than any family has texts. */
const variants = [...Array(120).keys()]

const textsOf = (occasion: Occasion): readonly string[] =>
  tones.flatMap((tone) => variants.map((variant) => draftCheckIn({ ...occasion, variant }, tone).text))

const ingrid = { personId: 3, name: 'Ingrid Dahl', givenName: 'Ingrid' }

const late = (days: number, subject?: string): Occasion => ({
  at: monday,
  zone: 'UTC',
  userName: 'Ann Berg',
  suggestion: {
    ...ingrid,
    reason: { kind: 'reply_owed', receivedAt: ago(days), waitingDays: days, usualAnswerDays: 2 },
    last: { how: 'message', at: ago(days) },
  },
  ...(subject !== undefined && { topic: { text: subject, from: 'message', at: ago(days), begunBy: 'them' } }),
})

const silent = (days: number): Occasion => ({
  at: monday,
  zone: 'UTC',
  userName: 'Ann Berg',
  suggestion: {
    ...ingrid,
    reason: { kind: 'hello', silenceDays: days, lastContactAt: ago(days) },
    last: { how: 'message', at: ago(days) },
  },
})

describe('a reply that is weeks late', () => {
  test.each([24, 42])('after %i days ends with whether the matter is still open, sayable or not', (days) => {
    for (const subject of ['The proofs', 'Orchard: next steps', 'Kelp tariff review'])
      for (const text of textsOf(late(days, subject))) expect(text).toMatch(/\b(?:still|open)\b/)
  })

  test('says nothing twice', () => {
    for (const subject of ['The proofs', 'Kelp tariff review'])
      for (const text of textsOf(late(42, subject))) {
        expect(text.match(/\bback to you\b/g)?.length ?? 0).toBeLessThan(2)
        expect(text.match(/\bon this\b/g)?.length ?? 0).toBeLessThan(2)
      }
  })

  test('names the matter wherever it can be said', () => {
    for (const text of textsOf(late(42, 'Kelp tariff review'))) expect(text).toContain('the Kelp tariff review')
  })

  test('thanks whoever told news, and asks how they are', () => {
    for (const text of textsOf(late(42, 'News from us'))) {
      expect(text).not.toMatch(/still open|too late/)
      expect(text).toMatch(/\b(?:how|what|hear)\b/i)
    }
  })

  test('asks nobody who sent slides or photos what they still need', () => {
    for (const text of textsOf(late(42, 'Slides from Lisbon')))
      expect(text).not.toMatch(/still (?:open|help|useful)|any use/)
  })

  test('picks up again what the user began, and asks nobody what they still need of it', () => {
    const { topic, ...occasion } = late(42, 'Kelp tariff review')
    if (topic === undefined) throw new Error('There is no topic')
    for (const text of textsOf({ ...occasion, topic: { ...topic, begunBy: 'user' } }))
      expect(text).not.toMatch(/still (?:need|open)|need (?:anything )?from me/)
  })

  test('asks nobody what they still need where their message wanted nothing, or is not known', () => {
    for (const occasion of [late(42), late(42, 'News from us'), late(42, 'Geburtstag!')])
      for (const text of textsOf(occasion)) expect(text).not.toMatch(/still (?:need|open)|need (?:anything )?from me/)
  })
})

test.each([
  ['News from us', true],
  ['Re: Back from the sea', true],
  ['Grüße aus Wien', true],
  ['Newsroom redesign', false],
  ['Background music', false],
  ['The proofs', false],
])('%s tells something and asks for nothing: %s', (subject, expected) => expect(tellsNews(subject)).toBe(expected))

describe('what the two last talked about', () => {
  const told: Occasion = {
    ...silent(100),
    lastSeen: { how: 'thread', at: ago(9) },
    topic: { text: 'Kelp tariff review', from: 'message', at: ago(100), begunBy: 'user' },
  }
  const first = (occasion: Occasion): readonly string[] =>
    tones.map((tone) => draftCheckIn({ ...occasion, variant: 0 }, tone).text)

  test('is told whatever crowd both were in since', () => {
    for (const text of first(told)) expect(text).toContain('the Kelp tariff review')
  })

  test('is their last meeting, with its month, where nothing has a name', () => {
    const { topic: _, ...unnamed } = told
    for (const text of first({ ...unnamed, lastMetAt: ago(130) })) expect(text).toContain('saw each other')
    for (const text of first({ ...unnamed, lastMetAt: ago(400) })) expect(text).not.toContain('saw each other')
  })
})

describe('a silence', () => {
  const gap = /too long|a while|some time|month|since (?:\p{Lu}|we)/u

  test('of less than ten weeks is not spoken of', () => {
    for (const text of textsOf(silent(66))) expect(text).not.toMatch(gap)
  })

  test('of more is', () => {
    for (const text of textsOf(silent(100)).slice(0, 5)) expect(text).toMatch(gap)
  })

  test('is not measured from a crowd of years ago', () => {
    const occasion: Occasion = { ...silent(900), lastSeen: { how: 'meeting', at: ago(890) } }
    for (const text of textsOf(occasion)) expect(text).not.toMatch(/same meeting/)
  })
})
