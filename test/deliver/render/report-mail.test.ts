import { describe, expect, test } from 'vitest'
import { renderReportMail } from '../../../src/deliver/render/report-mail.ts'
import type { Report, Suggestion } from '../../../src/model/report.ts'
import { DAY, type Instant } from '../../../src/model/time.ts'

const at = (Date.UTC(2026, 10, 23, 7) / 1000) as Instant
const ago = (days: number): Instant => (at - days * DAY) as Instant

const maria: Suggestion = {
  personId: 1,
  name: 'Maria Lopez',
  givenName: 'Maria',
  address: 'maria@example.com',
  reason: { kind: 'rhythm_broken', usualGapDays: 21, silenceDays: 63, lastContactAt: ago(63), lastMetAt: ago(66) },
  strip: [9, 12, 15, 18],
}

const report: Report = {
  week: '2026-11-23',
  at,
  zone: 'Europe/Berlin',
  isFirst: false,
  bands: { thriving: 41, steady: 24, fading: 15, quiet: 9, new: 2, unknown: 5 },
  suggestions: [maria],
  reconnections: [{ personId: 2, name: 'Aisha Khan', givenName: 'Aisha', how: 'sent', at: ago(3), afterDays: 150 }],
  notes: [],
}

const links = {
  write: new Map([[1, 'https://p.test/c/one']]),
  page: new Map([[1, 'https://p.test/c/one/text']]),
  people: 'https://p.test/people',
  settings: 'https://p.test/settings',
  unsubscribe: 'https://p.test/u/two',
}

const render = (change: Partial<Report> = {}) =>
  renderReportMail({ ...report, ...change }, { address: 'ann@example.org', links, publicHost: 'p.test' })

describe('what it says', () => {
  test('how things are, who and why, what went well: alike in HTML and in text', async () => {
    const { html, text } = await render()
    const plain = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    const wrapped = text.replace(/\s+/g, ' ')
    for (const sentence of [
      'Most of your people are in rhythm. One could hear from you.',
      'You usually talk every 3 weeks; it has been 9. You last met on 18 September.',
      'Write to Maria',
      'You wrote to Aisha after 5 months.',
      '41 thriving · 24 steady · 15 fading · 9 quiet',
    ]) {
      expect(plain).toContain(sentence)
      expect(wrapped).toContain(sentence)
    }
    for (const link of ['https://p.test/c/one', 'https://p.test/people', 'https://p.test/u/two']) {
      expect(html).toContain(`href="${link}"`)
      expect(text).toContain(link)
    }
  })

  test('the subject names people', async () => {
    const many = [
      maria,
      { ...maria, personId: 2, givenName: 'Jon' },
      { ...maria, personId: 3 },
      { ...maria, personId: 4 },
    ]
    expect((await render()).subject).toBe('Maria could hear from you')
    expect((await render({ suggestions: many })).subject).toBe('Maria, Jon and 2 others could hear from you')
    expect((await render({ suggestions: [] })).subject).toBe('A quiet week: nobody needs a nudge')
  })

  test('a quiet week offers nothing artificial', async () => {
    const { text, html } = await render({ suggestions: [], reconnections: [] })
    expect(text.replace(/\s+/g, ' ')).toContain('Nobody needs a nudge from you this week.')
    expect(html).not.toContain('class="button"')
  })

  test('a source that could not be read is named, with what it means', async () => {
    const { text } = await render({ notes: [{ kind: 'reconnect', address: 'ann@example.org', since: ago(4) }] })
    expect(text.replace(/\s+/g, ' ')).toContain(
      'ann@example.org has not been read since 19 November, because it must be connected again.',
    )
  })
})

describe('what it must not do', () => {
  test('a name out of a header injects nothing', async () => {
    const evil = { ...maria, name: '<img src=x onerror=alert(1)>"\'', givenName: '<script>alert(1)</script>' }
    const { html } = await render({ suggestions: [evil] })
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script&gt;')
  })

  test('it loads nothing: no image, no font, no remote style', async () => {
    const { html } = await render()
    expect(html).not.toMatch(/<img|<link|@import|url\(|src=/)
  })

  test('it stays far below what Gmail clips, with seven people', async () => {
    const seven = Array.from({ length: 7 }, (_, personId) => ({
      ...maria,
      personId,
      strip: Array.from({ length: 26 }, (_, week) => 9 + 2 * week),
    }))
    const { html } = await render({ suggestions: seven })
    expect(new TextEncoder().encode(html).length).toBeLessThan(80_000)
  })

  test('no line of the text but a link is longer than 72 characters', async () => {
    const { text } = await render()
    for (const line of text.split('\n').filter((each) => !each.includes('http')))
      expect(line.length).toBeLessThanOrEqual(72)
  })
})

test('one click unsubscribes, and no machine answers it', async () => {
  const { headers } = await render()
  expect(headers).toMatchObject({
    'List-Unsubscribe': '<https://p.test/u/two>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    'List-Id': '<weekly.p.test>',
  })
})
