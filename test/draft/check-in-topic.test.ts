/** Which subjects a check-in may refer to, and what of them is shown. */
import { describe, expect, test } from 'vitest'
import { bestTopic, itemOf, shownTopic, usableTopic } from '../../src/draft/check-in-topic.ts'
import type { RawTopic } from '../../src/draft/occasion.ts'
import type { Suggestion } from '../../src/model/report.ts'
import { DAY, instantAt, later } from '../../src/model/time.ts'

const at = instantAt(1_790_000_000)
const silent: Suggestion = {
  ...{ personId: 1, name: 'Bo Ek', givenName: 'Bo', address: 'bo@example.com', strip: [] },
  reason: { kind: 'hello', silenceDays: 60, lastContactAt: at },
}
const owed: Suggestion = {
  ...silent,
  reason: { kind: 'reply_owed', receivedAt: at, waitingDays: 9, usualAnswerDays: 2 },
}
const raw = (text: string, from: RawTopic['from'] = 'message'): RawTopic => ({ text, from, at })
const kept = (text: string, suggestion = silent, peopleNames: readonly string[] = []) =>
  usableTopic(raw(text), { suggestion, peopleNames })

describe('what is kept', () => {
  test('is a bare subject that can be said aloud', () => {
    expect(kept('Re: [Studio] Kelp tariff review')?.text).toBe('Kelp tariff review')
    expect(kept('FYI!!! 50% off, click here')).toBeNull()
  })

  test('is nothing that names somebody else, but for the subject of a reply', () => {
    expect(kept('Zorro tariff review', silent, ['Zorro Diaz'])).toBeNull()
    expect(kept('Zorro tariff review', owed, ['Zorro Diaz'])).toMatchObject({ isSubjectOnly: true })
  })

  test('is any subject where the user owes the reply', () => {
    expect(kept('Re: Tuesday?', owed)?.text).toBe('Tuesday?')
    expect(kept('Tuesday?')).toBeNull()
  })

  test('is what a meeting of two says of itself', () => {
    expect(usableTopic(raw('Coffee', 'meeting'), { suggestion: silent, peopleNames: [] })?.text).toBe('Coffee')
  })
})

describe('of the last message and the last meeting', () => {
  const message = (text: string, days: number): RawTopic => ({ text, from: 'message', at: later(at, -days * DAY) })
  const meeting = (text: string, days: number): RawTopic => ({ text, from: 'meeting', at: later(at, -days * DAY) })
  const best = (topics: readonly RawTopic[], suggestion = silent) =>
    bestTopic(topics, { suggestion, peopleNames: [] })?.text ?? null

  test('what has a name of its own comes first, unless it is far older', () => {
    expect(best([message('Kelp tariff review', 40), meeting('Coffee', 5)])).toBe('Kelp tariff review')
    expect(best([message('Kelp tariff review', 400), meeting('Coffee', 5)])).toBe('Coffee')
    expect(best([message('Tuesday?', 3), meeting('Orchard review', 30)])).toBe('Orchard review')
    expect(best([message('Tuesday?', 3), meeting('1:1', 30)])).toBeNull()
  })

  test('a reply has the message, and what follows a meeting has the meeting', () => {
    const followUp: Suggestion = { ...silent, reason: { kind: 'follow_up', metAt: at, metBeforeAt: null } }
    const both = [message('Kelp tariff review', 9), meeting('Orchard review', 1)]
    expect(best(both, owed)).toBe('Kelp tariff review')
    expect(best(both, followUp)).toBe('Orchard review')
    expect(best([message('Kelp tariff review', 9)], followUp)).toBeNull()
  })

  test('what came with a new address is kept, and never said', () => {
    const moved: Suggestion = {
      ...silent,
      reason: { kind: 'new_address', firstAt: at, silenceDays: 20, usualGapDays: null },
    }
    expect(bestTopic([message('New job, new address', 3)], { suggestion: moved, peopleNames: [] })).toMatchObject({
      text: 'New job, new address',
      isSubjectOnly: true,
    })
  })
})

test('a topic is found again where it was read from', () => {
  const item = { at, item: 1 } as const
  const known = {
    lastItem: { ...item, from: 'meeting', accountId: 1 } as const,
    otherItem: { ...item, from: 'message', accountId: 2 } as const,
    ...{ lastSeen: null, firstAt: null, isTheirsUnanswered: false },
  }
  expect(itemOf({ ...silent, known }, { from: 'message' })?.accountId).toBe(2)
  expect(itemOf({ ...silent, known }, { from: 'meeting' })?.accountId).toBe(1)
  expect(itemOf(silent, { from: 'meeting' })).toBeNull()
})

describe('what is shown', () => {
  test('is the topic, or a question that asks for a review, and nothing odd', () => {
    expect(shownTopic(raw('Kelp tariff review'), silent)).toBe('Kelp tariff review')
    expect(shownTopic(raw('Would you look over my talk?'), owed)).toBe('Would you look over my talk?')
    expect(shownTopic(raw('Tuesday?'), owed)).toBeNull()
    expect(shownTopic({ ...raw('Zorro tariff review'), isSubjectOnly: true }, owed)).toBeNull()
  })
})
