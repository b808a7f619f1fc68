import { describe, expect, test } from 'vitest'
import { agoInWords, rhythmAndSilence, rhythmInWords, spanInWords } from '../../src/words/spans.ts'

describe('time in people’s units', () => {
  test('a contact of the last 24 hours is not "1 day ago"', () => {
    expect(agoInWords(0)).toBe('less than a day ago')
    expect(agoInWords(0.9)).toBe('less than a day ago')
    expect(agoInWords(1)).toBe('1 day ago')
  })

  test.each([
    [3, '3 days'],
    [7, '1 week'],
    [21, '3 weeks'],
    [100, '3 months'],
    [800, '2 years'],
  ])('%i days are %s', (days, words) => {
    expect(spanInWords(days)).toBe(words)
  })

  test.each([
    [1, 'every day'],
    [7, 'every week'],
    [21, 'every 3 weeks'],
    [365, 'every 12 months'],
    [730, 'every 2 years'],
  ])('a rhythm of %i days is %s', (days, words) => {
    expect(rhythmInWords(days)).toBe(words)
  })

  test('a rhythm and its silence share a unit where that reads better', () => {
    expect(rhythmAndSilence(21, 63)).toContain('9')
  })
})
