import { describe, expect, test } from 'vitest'
import { specimenAt } from '../../../src/http/connect/specimen.ts'
import { instantFromMilliseconds } from '../../../src/model/time.ts'
import { freshDatabase } from '../../database.ts'
import { install } from '../../sandbox/installation.ts'
import { start } from '../../story.ts'

describe('the Monday email of the first page', () => {
  const thursday = instantFromMilliseconds(Date.UTC(2026, 10, 26, 15))
  const specimen = specimenAt(thursday, 'en-GB')

  test('is that of the Monday that comes next', () => {
    expect(new Date(specimen.day.at * 1000).toISOString()).toBe('2026-11-30T08:00:00.000Z')
  })

  test('is of one mind with itself: the silence of the sentence is that of the line', () => {
    const [first] = specimen.week.suggestions
    expect(first?.reason).toMatchObject({ kind: 'rhythm_broken', silenceDays: specimen.strip.silenceDays })
    const days = (specimen.day.at - specimen.strip.last) / 86_400
    expect(Math.abs(days - (specimen.strip.silenceDays ?? 0))).toBeLessThan(1)
    expect(Math.max(...specimen.strip.weeks) * 7 * 86_400).toBeLessThanOrEqual(specimen.strip.last)
  })

  test('counts everybody it speaks of', async () => {
    const home = install({ db: await freshDatabase(), now: start, mailboxes: [] })
    const html = await home.browser().read('/')
    expect(specimen.week.suggestions).toHaveLength(7)
    expect(html).toContain('Seven could hear from you.')
    expect(html).toContain('and four more')
    expect(html).toContain('You usually talk every 3 weeks; it’s been 9.')
    expect(html).not.toContain('made-up inbox</a>')
  })
})
