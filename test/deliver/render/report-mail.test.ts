import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerFault } from '../../../src/deliver/render/header-rules.ts'
import { askHtml } from '../../../src/deliver/render/html-suggestion.ts'
import {
  ago,
  eventWeek,
  firstWeek,
  fullWeek,
  maria,
  plainWeek,
  quietWeek,
  render,
  seenIn,
  sketchedTopics,
  sketchedWeek,
} from './specimen.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

describe('what it says', () => {
  test('how things are, who and why, what went well: alike in HTML and in text', async () => {
    const { html, text } = await render()
    for (const sentence of [
      'Most of your people are in rhythm. One could hear from you.',
      'You usually talk every 3 weeks; it’s been 9.',
      'Write to Maria',
      'You wrote to Aisha on Friday after 5 months.',
      'Two more are in rhythm than last time',
      '41 thriving, 24 steady, 15 fading, 9 quiet, 2 new.',
      'You get this on Mondays at 08:00.',
    ]) {
      expect(seenIn(html)).toContain(sentence)
      expect(oneLine(text)).toContain(sentence)
    }
    for (const link of ['https://p.test/settings', 'https://p.test/u/two']) {
      expect(html).toContain(`href="${link}"`)
      expect(text).toContain(link)
    }
  })

  test('in order: what is not known, the state, the people, who waits, whom they meet, what worked, the year, the foot', async () => {
    const { html, text } = await render({ year: eventWeek.year ?? never() }, sketchedWeek)
    const order = [
      'hasn’t been read since',
      'Most of your people',
      'Jonas Weidner',
      'Yusuf Demirel',
      'Still waiting for your reply',
      'You meet this week',
      'It worked',
      'Your year in people',
      'You get this on',
    ]
    for (const said of [seenIn(html), oneLine(text)]) {
      const places = order.map((each) => said.lastIndexOf(each))
      expect([...places].sort((a, b) => a - b)).toEqual(places)
      expect(places[0]).toBeGreaterThanOrEqual(0)
    }
  })

  test('each person has the reason, the last subject, two words of scale, the button and the small links', async () => {
    const { html, text } = await render({}, sketchedWeek, sketchedTopics)
    for (const act of ['', '/text', '/later', '/text#more']) expect(html).toMatch(new RegExp(`/c/e+1${act}"`))
    for (const act of ['', '/text']) expect(text).toMatch(new RegExp(`/c/e+1${act}\\n`))
    expect(seenIn(html)).toContain('Last email: “Kelp tariff review”')
    expect(seenIn(html)).toMatch(/Dec 2025 quiet for 9 weeks Write to Ingrid Preview · Not now · More/)
    expect(seenIn(html)).toMatch(/Jan 2024 quiet for 14 months/)
    expect(text).toContain('  Last email: “Kelp tariff review”\n')
  })

  test('a message that waits offers the conversation where it is known, in place of the preview', async () => {
    const owed = fullWeek.suggestions.find(({ reason }) => reason.kind === 'reply_owed') ?? never()
    const conversation = 'https://mail.test/#all/1'
    const links = { write: 'https://p.test/c/1', page: 'https://p.test/c/1/text', later: 'l', more: 'm', conversation }
    const parts = { links, topic: undefined, hasNotNow: true }
    const html = String(await askHtml(owed, plainWeek, parts))
    expect(seenIn(html)).toContain('Open the conversation · Not now · More')
    expect(html).toContain(`href="${conversation}"`)
  })

  test('those met at one occasion share a card, with a draft for each', async () => {
    const { html, text } = await render({}, eventWeek)
    for (const said of [seenIn(html), oneLine(text)]) {
      expect(said).toContain('Three new people at once')
      for (const name of ['Ola', 'Priya', 'Chidi']) expect(said.split(`Write to ${name}`)).toHaveLength(2)
    }
    expect(html.match(/class="button"/g)).toHaveLength(3)
  })

  test('the year is told in one sentence, with names below it', async () => {
    const { html, text } = await render({}, eventWeek)
    for (const said of [seenIn(html), oneLine(text)]) {
      expect(said).toContain('You kept up with 41 people, found 6 again, and 12 went quiet.')
      expect(said).toContain('Found again: Ada Berg, Bo Ek, Hannah Vogt and 3 others.')
    }
  })

  test('a quiet week is two lines, and offers nothing', async () => {
    const { html, text } = await render({}, quietWeek)
    expect(seenIn(html)).toMatch(
      /in rhythm, and no one needs a nudge from you this week\. Two more are in rhythm than last time\. Perennial reads/,
    )
    expect(text.split('\n---')[0]?.trim().split('\n\n').length).toBe(3)
    expect(html).not.toContain('class="button"')
    expect(html).not.toContain('class="s"')
  })

  test('where only messages wait, that is the headline and the subject', async () => {
    const { html, subject } = await render({ suggestions: [] }, sketchedWeek)
    expect(seenIn(html)).toContain('Two are waiting for your reply.')
    expect(subject).toBe('Tomás and Simon are waiting for your reply')
  })

  test('a first week explains itself in one sentence, and claims no trend', async () => {
    const { html, text } = await render({}, firstWeek)
    const told = /This is your first Monday email[^.]*\./
    expect(seenIn(html)).toMatch(told)
    expect(oneLine(text)).toMatch(told)
    expect(seenIn(html)).not.toMatch(/than last time/)
  })

  test('a source that could not be read is named, with whom that touches and the way to mend it', async () => {
    const note = { kind: 'reconnect', address: 'ann@northlight.example', since: ago(4) } as const
    const said = async (touches?: readonly string[]): Promise<string> =>
      oneLine((await render({ notes: [{ ...note, ...(touches && { touches }) }] })).text)
    const since = '! Your Northlight mail hasn’t been read since Thursday.'
    const mend = 'Reconnect it: https://p.test/connect/google?account=ann%40northlight.example'
    expect(await said()).toContain(`${since} Someone here may have been in touch since. ${mend}`)
    expect(await said(['Maria', 'Jon'])).toContain(`${since} Maria and Jon may have been in touch since. ${mend}`)
    expect(await said([])).toContain(`${since} No one here was last in touch with you there`)
    expect(await said()).toContain('Your Northlight mail is counted up to Thursday.')
    expect(await said()).not.toContain('than last time')
  })

  test.each([
    ['en-GB', 'Monday 23 November', '17 November'],
    ['en-US', 'Monday, November 23', 'November 17'],
    ['de-DE', 'Monday 23 November', '17 November'],
  ])('dates are written as in %s', async (locale, today, date) => {
    const { text } = await render({ ...fullWeek, locale })
    expect(oneLine(text)).toContain(today)
    expect(oneLine(text)).toContain(`You met on ${date}, for the first time in 4 years.`)
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

  test('it stays below 60 KB with all that a week can hold', async () => {
    const seven = {
      ...fullWeek,
      suggestions: fullWeek.suggestions.map((each) => ({
        ...each,
        strip: Array.from({ length: 26 }, (_, week) => 2 * week + 1),
      })),
    }
    const { html, text } = await render({}, seven)
    const size = (part: string): number => new TextEncoder().encode(part).length
    expect(size(html) + size(text)).toBeLessThan(60 * 1024)
    // Gmail drops a style sheet that is larger.
    expect(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1]?.length).toBeLessThan(8192)
  })

  test('it has at most 25 links, whatever the week holds, and no link that breaks', async () => {
    const notes = ['ann@northlight.example', 'ann@mail.example', 'ann@third.example'].map(
      (address) => ({ kind: 'reconnect', address, since: ago(4) }) as const,
    )
    const asks = [...sketchedWeek.suggestions, ...fullWeek.suggestions].map((each, index) => ({
      ...each,
      personId: 100 + index,
    }))
    const weeks = fc.record({
      suggestions: fc.integer({ min: 0, max: 7 }).map((many) => asks.slice(0, many)),
      waiting: fc.integer({ min: 0, max: 9 }).map((many) => asks.slice(2, 2 + many)),
      notes: fc.subarray(notes),
    })
    await fc.assert(
      fc.asyncProperty(weeks, async (week) => {
        const { html } = await render(week, sketchedWeek)
        const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
        expect(links.length).toBeLessThanOrEqual(25)
        for (const { name } of week.suggestions) expect(html).toContain(name)
      }),
    )
  })

  test('with six or seven asks, “Not now” is found behind “More”', async () => {
    expect(seenIn((await render({}, fullWeek)).html)).not.toContain('Not now')
    expect(seenIn((await render({}, sketchedWeek)).html).split('Not now')).toHaveLength(6)
  })

  test('no address of anyone’s stands in it, of which mail programs would make a link', async () => {
    const moved = { ...maria, movedAt: ago(20) }
    const suggestions = [...sketchedWeek.suggestions.slice(1), moved]
    const { html, text } = await render({ suggestions }, sketchedWeek)
    expect(seenIn(html)).toContain('Now at maria@')
    for (const part of [seenIn(html), text.replaceAll(/https?:\S+/g, '')]) {
      expect(part).not.toMatch(/\S@[^\s\u2060]/)
      expect(part).not.toMatch(/@\S*\.\p{L}/u)
    }
  })

  test('no button is torn in two', async () => {
    const { html } = await render({}, fullWeek)
    for (const [, label = ''] of html.matchAll(/class="label"[^>]*>([^<]*)</g)) expect(label).not.toContain(' ')
  })

  test('no line of the text but a link is longer than 68 characters', async () => {
    for (const week of [plainWeek, fullWeek, quietWeek, firstWeek, sketchedWeek, eventWeek]) {
      const { text } = await render({}, week)
      for (const line of text.split('\n').filter((each) => !each.includes('http')))
        expect(line.length, line).toBeLessThanOrEqual(68)
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
    const noted = { notes: [{ kind: 'waiting', address: 'a', since: ago(3), touches: ['b'] }] } as const
    const own = tags((await render(noted)).html).length
    await fc.assert(
      fc.asyncProperty(evil, evil, async (name, givenName) => {
        const { html, text, subject, headers } = await render({
          suggestions: [{ ...maria, name, givenName }],
          reconnections: [{ personId: 2, name, givenName, how: 'sent', at: ago(3), afterDays: 150 }],
          notes: [{ kind: 'waiting', address: name, since: ago(3), touches: [name] }],
        })
        expect(tags(html).length).toBe(own)
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

const never = (): never => {
  throw new Error('The specimen lacks it.')
}
