/** Which subjects a check-in may refer to, and what of them is shown. */
import { describe, expect, test } from 'vitest'
import { shownTopic, usableTopic } from '../../src/draft/check-in-topic.ts'
import type { RawTopic } from '../../src/draft/occasion.ts'
import type { Suggestion } from '../../src/model/report.ts'
import { instantAt } from '../../src/model/time.ts'

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

describe('what is shown', () => {
  test('is the topic, or a question that asks for a review, and nothing odd', () => {
    expect(shownTopic(raw('Kelp tariff review'), silent)).toBe('Kelp tariff review')
    expect(shownTopic(raw('Would you look over my talk?'), owed)).toBe('Would you look over my talk?')
    expect(shownTopic(raw('Tuesday?'), owed)).toBeNull()
    expect(shownTopic({ ...raw('Zorro tariff review'), isSubjectOnly: true }, owed)).toBeNull()
  })
})
