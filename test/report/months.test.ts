import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../src/model/interaction.ts'
import type { Instant } from '../../src/model/time.ts'
import { foldMonths, monthsOf } from '../../src/report/months.ts'
import { describeCrowd, describeLine, describeMonthCount } from '../../src/words/months.ts'

let message = 0
const on = (date: string, change: Partial<Exchange>): Exchange => {
  message += 1
  const told = { feed: 'mail', kind: 'sent', size: 1, role: 'to', isAnswer: false, isRecurring: false } as const
  const at = (Date.parse(date) / 1000) as Instant
  return { ...told, response: 'accepted', message, thread: message, at, ...change }
}

const monthOf = (at: Instant): string => new Date(at * 1000).toISOString().slice(0, 7)
const to = { name: 'Ingrid', logged: [], zone: 'UTC' }
const linesOf = (...history: readonly Exchange[]): readonly string[] =>
  monthsOf(history, monthOf).flatMap(({ lines }) => lines.map((line) => describeLine(line, to)))

describe('a month', () => {
  test('counts messages and meetings, and what both were merely on apart from them', () => {
    const [month] = monthsOf(
      [
        on('2026-09-25', {}),
        on('2026-09-20', { kind: 'received' }),
        on('2026-09-04', { feed: 'calendar', kind: 'met' }),
        on('2026-09-03', { kind: 'seen', thread: 900 }),
        on('2026-09-02', { kind: 'seen', thread: 900 }),
        on('2026-09-01', { feed: 'calendar', kind: 'seen' }),
      ],
      monthOf,
    )
    expect(month?.crowd).toEqual({ threads: 1, meetings: 1 })
    expect(describeMonthCount(month ?? { letters: 0, meetings: 0 }, undefined)).toBe('2 emails, 1 meeting')
    expect(describeCrowd(month?.crowd ?? { threads: 0, meetings: 0 }, undefined)).toBe(
      'On 1 thread and in 1 larger meeting with others.',
    )
  })

  test('tells a conversation in a line', () => {
    const thread = 77
    expect(
      linesOf(
        on('2026-09-25T15:00:00Z', { thread, isAnswer: true }),
        on('2026-09-25T09:00:00Z', { thread, kind: 'received' }),
      ),
    ).toEqual(['Ingrid wrote; you replied the same day.'])
    expect(
      linesOf(on('2026-09-12', { thread, kind: 'received', isAnswer: true }), on('2026-09-09', { thread })),
    ).toEqual(['You wrote; Ingrid replied 3 days later.'])
    expect(linesOf(on('2026-09-12', { thread }), on('2026-09-09', { thread }))).toEqual(['You wrote twice.'])
    expect(linesOf(on('2026-09-12', { kind: 'received', isAnswer: true }))).toEqual(['Ingrid replied.'])
  })

  test('says with how many a meeting was, and that it was doubtful', () => {
    const met = { feed: 'calendar', kind: 'met' } as const
    expect(linesOf(on('2026-09-04', met))).toEqual(['You met, just the two of you.'])
    expect(linesOf(on('2026-09-04', { ...met, size: 4 }))).toEqual(['You met, with 3 others.'])
    expect(linesOf(on('2026-09-04', { ...met, response: 'unanswered' }))[0]).toContain('never accepted')
  })

  test('says of what the user noted that they noted it', () => {
    const call = on('2026-09-04', { feed: 'calendar', kind: 'met' })
    const [month] = monthsOf([call], monthOf)
    const lines = month?.lines.map((line) => describeLine(line, { ...to, logged: [{ how: 'call', at: call.at }] }))
    expect(lines).toEqual(['You had a call, as you noted.'])
  })
})

test('the latest months are open, and years before are folded with all their months', () => {
  const history = ['2026-09', '2026-08', '2026-07', '2026-02', '2025-12', '2025-01', '2023-05'].map((month) =>
    on(`${month}-10`, {}),
  )
  const { open, folded } = foldMonths(monthsOf(history, monthOf), { months: 3, lines: 24 })
  expect(open.map(({ key }) => key)).toEqual(['2026-09', '2026-08', '2026-07'])
  expect(folded.map(({ year, months, isPart }) => [year, months.length, isPart])).toEqual([
    ['2026', 1, true],
    ['2025', 2, false],
    ['2023', 1, false],
  ])
})
