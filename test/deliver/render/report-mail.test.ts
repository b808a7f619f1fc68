import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerFault } from '../../../src/deliver/render/header-rules.ts'
import { ago, firstWeek, fullWeek, maria, plainWeek, quietWeek, render, seenIn } from './specimen.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

describe('what it says', () => {
  test('how things are, who and why, what went well: alike in HTML and in text', async () => {
    const { html, text } = await render()
    for (const sentence of [
      'Most of your people are in rhythm, and one could hear from you.',
      'You usually talk every 3 weeks; it’s been 9. You last met on 18 September.',
      'Write to Maria',
      'You wrote to Aisha on Friday after 5 months.',
      'Two more are in rhythm than last time',
      '41 thriving · 24 steady · 15 fading · 9 quiet',
      'You get this on Mondays at 08:00.',
    ]) {
      expect(seenIn(html)).toContain(sentence)
      expect(oneLine(text)).toContain(sentence)
    }
    for (const link of ['https://p.test/people', 'https://p.test/u/two']) {
      expect(html).toContain(`href="${link}"`)
      expect(text).toContain(link)
    }
  })

  test('in the order in which one reads a letter: the state, the people, what worked, the trend, what is not known', async () => {
    const { html, text } = await render({}, fullWeek)
    const order = [
      'Most of your people',
      'Maria Lopez',
      'Kim Duarte',
      'It worked',
      'How it’s going',
      'What we don’t know',
      'You get this on',
    ]
    for (const said of [seenIn(html), text]) {
      const places = order.map((each) => said.lastIndexOf(each))
      expect([...places].sort((a, b) => a - b)).toEqual(places)
      expect(places[0]).toBeGreaterThanOrEqual(0)
    }
  })

  test('each person has the reason, the evidence, the button and the small links', async () => {
    const { html, text } = await render()
    for (const act of ['', '/text', '/done', '/later', '/less', '/not'])
      expect(html).toMatch(new RegExp(`/c/e+1${act}"`))
    for (const act of ['', '/text']) expect(text).toMatch(new RegExp(`/c/e+1${act}\\n`))
  })

  test('a quiet week is two lines, and offers nothing', async () => {
    const { html, text } = await render({}, quietWeek)
    expect(seenIn(html)).toMatch(
      /in rhythm, and no one needs a nudge from you this week\. Two more are in rhythm than last time\. You get this on/,
    )
    expect(text.split('\n-- ')[0]?.split('\n\n').length).toBe(3)
    expect(html).not.toContain('class="button"')
    expect(html).not.toContain('How it’s going')
  })

  test('a first week explains itself, and claims no trend', async () => {
    const { html, text } = await render({}, firstWeek)
    expect(seenIn(html)).toContain('This is your first Monday email.')
    expect(oneLine(text)).toContain('nothing is ever sent in your name')
    expect(seenIn(html)).not.toMatch(/than last time/)
  })

  test('a source that could not be read is named, with whom that touches', async () => {
    const note = { kind: 'reconnect', address: 'ann@example.org', since: ago(4) } as const
    const said = async (touches?: readonly string[]): Promise<string> =>
      oneLine((await render({ notes: [{ ...note, ...(touches && { touches }) }] })).text)
    const since = 'ann@example.org hasn’t been read since 19 November, because it must be connected again.'
    expect(await said()).toContain(`${since} Someone in this list may have been in touch since.`)
    expect(await said(['Maria', 'Jon'])).toContain(`${since} Maria and Jon may have been in touch since.`)
    expect(await said([])).toContain(`${since} No one in this list was last in touch with you there`)
  })

  test.each([
    ['en-GB', '18 September'],
    ['en-US', 'September 18'],
    ['de-DE', '18 September'],
  ])('dates are written as in %s', async (locale, date) => {
    expect(oneLine((await render({ locale })).text)).toContain(`You last met on ${date}.`)
  })
})

describe('subject and preheader', () => {
  const many = [
    maria,
    { ...maria, personId: 2, givenName: 'Jon' },
    { ...maria, personId: 3 },
    { ...maria, personId: 4 },
  ]

  test.each([
    [3, many, 'Maria, Jon and 2 others could hear from you'],
    [3, [maria], 'Maria could hear from you'],
    [2, many, '9 weeks without Maria, and 3 more'],
    [2, [maria], '9 weeks without Maria'],
    [4, [], 'A quiet week: no one needs a nudge'],
  ])('report %i names people', async (number, suggestions, subject) => {
    expect((await render({ number, suggestions })).subject).toBe(subject)
  })

  test('no subject is that of the week before, whatever the two weeks hold', async () => {
    const weeks = fc.constantFrom(plainWeek.suggestions, fullWeek.suggestions, many, [])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), weeks, weeks, async (number, one, other) => {
        const first = await render({ number, suggestions: one })
        const second = await render({ number: number + 1, suggestions: other })
        expect(second.subject).not.toBe(first.subject)
      }),
    )
  })

  test('the preheader says more than the subject does', async () => {
    for (const number of [2, 3]) {
      const { html, subject } = await render({ number }, fullWeek)
      const preheader = /mso-hide:all">([^&]*)/.exec(html)?.[1] ?? ''
      expect(preheader.length).toBeGreaterThan(20)
      expect(subject).not.toContain(preheader)
    }
  })
})

describe('what it must not do', () => {
  test('it loads nothing: no image, no font, no remote style, no script, no form', async () => {
    const { html } = await render({}, fullWeek)
    expect(html).not.toMatch(/<img|<link|@import|url\(|src=|srcset|background=|<script|<form|<iframe/)
  })

  test('it stays below 80 KB with all that a week can hold', async () => {
    const seven = {
      ...fullWeek,
      suggestions: fullWeek.suggestions.map((each) => ({
        ...each,
        strip: Array.from({ length: 26 }, (_, week) => 2 * week + 1),
      })),
    }
    const { html, text } = await render({}, seven)
    const size = (part: string): number => new TextEncoder().encode(part).length
    expect(size(html) + size(text)).toBeLessThan(80 * 1024)
    // Gmail drops a style sheet that is larger.
    expect(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1]?.length).toBeLessThan(8192)
  })

  test('no line of the text but a link is longer than 72 characters', async () => {
    for (const week of [plainWeek, fullWeek, quietWeek, firstWeek]) {
      const { text } = await render({}, week)
      for (const line of text.split('\n').filter((each) => !each.includes('http')))
        expect(line.length, line).toBeLessThanOrEqual(72)
    }
  })

  /** What a header may hold, with what does harm among it. */
  const evil = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\r\n',
          '\nBcc: eve@evil.example',
          '<img src=x>',
          '"\'><b>',
          '&lt;',
          '\u202e',
          '\u2066',
          '\u2028',
          '\0',
        ),
        fc.constantFrom(
          'http://evil.example/x',
          'www.evil.example',
          'evil.example/pay',
          '</title><script>',
          '\u0301'.repeat(40),
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''))

  test('a name out of a header injects nothing: no markup, no header line, no link, no turned text', async () => {
    const tags = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? []
    const own = tags((await render()).html).length
    await fc.assert(
      fc.asyncProperty(evil, evil, async (name, givenName) => {
        const { html, text, subject, headers } = await render({
          suggestions: [{ ...maria, name, givenName }],
          reconnections: [{ personId: 2, name, givenName, how: 'sent', at: ago(3), afterDays: 150 }],
          notes: [{ kind: 'waiting', address: name, since: ago(3), touches: [name] }],
        })
        // The section on what is not known is the only markup that is more than in a plain week.
        expect(tags(html).length - own).toBe(
          tags((await render({ notes: [{ kind: 'waiting', address: 'a', since: ago(3), touches: ['b'] }] })).html)
            .length - own,
        )
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(headerFault(headers)).toBeNull()
        for (const part of [html, text, subject]) {
          expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\0]/)
          expect(part.isWellFormed()).toBe(true)
          for (const [link] of part.matchAll(/(?:https?:\/\/|www\.)[\p{L}\p{N}][^\s"<]*/giu))
            expect(link).toMatch(/^https:\/\/p\.test\//)
          expect(part).not.toMatch(/evil\.example\/pay/)
        }
      }),
      { numRuns: 150 },
    )
  })
})

test('one click unsubscribes, no machine answers it, and the sending service takes every header', async () => {
  const { headers } = await render()
  expect(headers).toMatchObject({
    'List-Unsubscribe': '<https://p.test/u/two>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    'List-Id': '<weekly.p.test>',
  })
  expect(headerFault(headers)).toBeNull()
})
