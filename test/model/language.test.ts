import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  joinVotes,
  languageCodes,
  languageNumber,
  languageNumbered,
  languageOfVotes,
  noVotes,
  withVote,
} from '../../src/model/language.ts'

const vote = fc.record({ day: fc.integer({ min: 7000, max: 40_000 }), code: fc.constantFrom(...languageCodes) })
const votesOf = (all: readonly { readonly day: number; readonly code: (typeof languageCodes)[number] }[]) =>
  all.reduce((votes, { day, code }) => withVote(votes, day, code), noVotes)

describe('votes for a language', () => {
  test('come to the same in any order, and twice', () => {
    fc.assert(
      fc.property(fc.array(vote), fc.array(vote), (some, others) => {
        const together = votesOf([...some, ...others])
        expect(votesOf([...others, ...some, ...others])).toBe(together)
        expect(joinVotes(votesOf(some), votesOf(others))).toBe(together)
        expect(joinVotes(together, votesOf(some))).toBe(together)
      }),
    )
  })

  test('take no more than twenty characters, whatever came', () => {
    fc.assert(
      fc.property(fc.array(vote), (all) => {
        expect(votesOf(all).length).toBeLessThanOrEqual(20)
      }),
    )
  })

  test('tell the language that most of the newest messages are in', () => {
    const german = [1, 2, 3].map((day) => ({ day: 20_000 + day, code: 'de' as const }))
    expect(languageOfVotes(votesOf(german))).toBe('de')
    expect(languageOfVotes(votesOf([...german, { day: 19_000, code: 'en' }]))).toBe('de')
  })

  test('tell nothing of one message, and nothing of two that disagree', () => {
    expect(languageOfVotes(noVotes)).toBeNull()
    expect(languageOfVotes(votesOf([{ day: 20_000, code: 'fr' }]))).toBeNull()
    const mixed = [20_000, 20_001].map((day) => ({ day, code: 'fr' as const }))
    expect(languageOfVotes(votesOf([...mixed, { day: 20_002, code: 'en' }]))).toBeNull()
  })

  test('follow two people who change to another language', () => {
    const before = [1, 2, 3, 4, 5, 6].map((day) => ({ day: 18_000 + day, code: 'en' as const }))
    const since = [1, 2, 3, 4, 5].map((day) => ({ day: 20_000 + day, code: 'es' as const }))
    expect(languageOfVotes(votesOf([...since, ...before]))).toBe('es')
  })
})

test('every language has a number of its own, and none has 0', () => {
  for (const code of languageCodes) expect(languageNumbered(languageNumber(code))).toBe(code)
  expect(languageNumber(null)).toBe(0)
  expect(languageNumbered(0)).toBeNull()
  // Three bits of a stored interaction.
  expect(languageCodes.length).toBeLessThan(8)
})
