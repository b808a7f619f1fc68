import { describe, expect, test } from 'vitest'
import { sandboxLife, walk } from '../eval/simulation.ts'

describe('two years of Mondays with the sandbox’s owner', () => {
  const outcome = walk(sandboxLife(2, Date.UTC(2026, 10, 23, 7)), () => 'answered')

  test('nobody is suggested again within their own rhythm, nor within six weeks', () => {
    expect(outcome.nagged).toBe(0)
    expect(outcome.minPauseDays).toBeGreaterThanOrEqual(42)
  })

  test('nobody important falls silent for twice their rhythm without a word of it', () => {
    expect(outcome.broken).toBeGreaterThan(0)
    expect(outcome.forgotten).toBe(0)
  })

  test('lists are short, and of many people for many reasons', () => {
    expect(outcome.suggestions / outcome.mondays).toBeLessThan(7)
    expect(outcome.people).toBeGreaterThan(20)
    expect(outcome.kinds.size).toBeGreaterThan(3)
  })
})
