import { describe, expect, test } from 'vitest'
import type { Instant } from '../../src/model/time.ts'
import { describeBreaks, describeLasts, describeYears, type PastBreak } from '../../src/words/years.ts'

const at = (date: string): Instant => (Date.parse(date) / 1000) as Instant
const day = { at: at('2026-11-30'), zone: 'UTC', locale: 'en-GB' }
const brokenBy = (endedBy: PastBreak['endedBy'], days = 98): PastBreak => ({ days, endedAt: at('2023-03-05'), endedBy })

describe('how it went before', () => {
  test.each<[readonly PastBreak[], string | null]>([
    [[], null],
    [[brokenBy('sent')], 'It’s gone quiet once before, and that time one email from you was enough.'],
    [
      [brokenBy('sent'), brokenBy('sent')],
      'It’s gone quiet twice before, and both times one email from you was enough.',
    ],
    [[brokenBy('received'), brokenBy('received')], 'It’s gone quiet twice before, and both times Ingrid wrote first.'],
    [[brokenBy('sent'), brokenBy('met', 70)], 'It’s gone quiet twice before, for up to 3 months.'],
  ])('%#', (breaks, sentence) => {
    expect(describeBreaks(breaks, 'Ingrid')).toBe(sentence)
  })
})

describe('when it last was', () => {
  const lasts = { name: 'Ingrid', metAt: at('2026-09-04'), sentAt: at('2026-09-25'), receivedAt: at('2026-09-24') }

  test('is told of meeting and writing, and of who wrote', () => {
    expect(describeLasts(lasts, day)).toBe('You last met on 4 September, and last wrote on 25 September.')
    expect(describeLasts({ ...lasts, sentAt: null }, day)).toBe(
      'You last met on 4 September, and Ingrid last wrote on 24 September.',
    )
    expect(describeLasts({ ...lasts, metAt: null, sentAt: null }, day)).toBe('Ingrid last wrote on 24 September.')
  })

  test('is nothing where it never was', () => {
    expect(describeLasts({ name: 'Ingrid', metAt: null, sentAt: null, receivedAt: null }, day)).toBeNull()
  })
})

test('the picture says in words what it shows', () => {
  const since = at('2022-07-26')
  const of = { name: 'Ingrid', since, usualGapDays: 21, breaks: [brokenBy('sent')], silenceDays: 63 }
  expect(describeYears(of, day)).toBe(
    'Emails and meetings with Ingrid since July 2022. Usually in touch every 3 weeks. Quiet for 3 months until March 2023. The last contact was 9 weeks ago.',
  )
})
