/** The check-ins of one report, and of one person over a year. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftCheckIn, draftReport } from '../../src/draft/check-in.ts'
import { tones } from '../../src/model/check-in.ts'
import { type Instant, WEEK } from '../../src/model/time.ts'
import { occasions } from './occasions.ts'

describe('one report', () => {
  const reports = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 7, maxLength: 7 }).chain((ids) =>
    fc.tuple(occasions, fc.constantFrom(...tones)).map(([occasion, tone]) =>
      ids.map((personId) => ({
        occasion: { ...occasion, suggestion: { ...occasion.suggestion, personId } },
        tone,
      })),
    ),
  )

  const asksOf = (text: string): string => text.split('\n\n')[1] ?? ''

  test('seven people with the same facts get seven texts', () => {
    fc.assert(
      fc.property(reports, (entries) => {
        const texts = draftReport(entries).map(({ text }) => asksOf(text))
        expect(new Set(texts).size).toBe(7)
      }),
      { numRuns: 50 },
    )
  })

  test('drafted alone with its variant, each is the same', () => {
    fc.assert(
      fc.property(reports, (entries) => {
        for (const [index, draft] of draftReport(entries).entries()) {
          const entry = entries[index]
          if (entry === undefined) continue
          expect(draftCheckIn({ ...entry.occasion, variant: draft.variant }, entry.tone)).toEqual(draft)
        }
      }),
      { numRuns: 30 },
    )
  })
})

test('nobody gets the same text twice within a year of fortnights', () => {
  fc.assert(
    fc.property(occasions, fc.constantFrom(...tones), (occasion, tone) => {
      const used: number[] = []
      const texts = new Set<string>()
      for (let fortnight = 0; fortnight < 26; fortnight++) {
        const at = (occasion.at + fortnight * 2 * WEEK) as Instant
        // The same facts each time: only the text may make the difference.
        const entry = { occasion: { ...occasion, at, sentAt: occasion.at }, tone, used: [...used] }
        const [draft] = draftReport([entry])
        if (draft === undefined) continue
        texts.add(draft.text)
        used.push(draft.key)
      }
      expect(texts.size, [...texts].join('')).toBe(26)
    }),
    { numRuns: 200 },
  )
})
