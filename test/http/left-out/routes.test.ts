import { beforeEach, describe, expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import type { Browser } from '../../sandbox/browser.ts'
import { mailboxOf, rhythm } from '../../story.ts'

let browser: Browser

const strangers = Array.from({ length: 60 }, (_, index) => {
  const number = String(index).padStart(2, '0')
  return { from: `Nobody N${number} <n${number}@three.example>`, daysAgo: 3 + index }
})

beforeEach(async () => {
  ;({ browser } = await openRead([
    mailboxOf([
      ...rhythm('Bo Ek <bo@example.com>', 14, 200, 45),
      ...rhythm('Tomás Herrera <tomas@kelp.example>', 10, 200, 5),
      { from: 'Eve Hall <eve@three.example>', daysAgo: 30 },
      { from: 'Shop <news@shop.example>', daysAgo: 3, headers: ['List-Unsubscribe: <https://shop.example/u>'] },
      ...strangers,
    ]),
  ]))
})

const say = (content: Readonly<Record<string, string>>): Promise<Response> =>
  browser.post('/people/corrections', { back: '/people', ...content })

const countBeside = (html: string, label: string): number =>
  Number(new RegExp(`>${label}</a></p><span>(\\d+)</span>`).exec(html)?.[1])

describe('every rule', () => {
  test('has the list behind its count, a page at a time', async () => {
    const overview = await browser.read('/people/excluded')
    expect(countBeside(overview, 'They wrote, you never did, and you never met')).toBe(61)
    const first = await browser.read('/people/excluded?rule=only_heard_from')
    expect(first.match(/You’ve never written to them/g)).toHaveLength(1)
    expect(first.match(/>This is a person</g)).toHaveLength(50)
    expect(first).toContain('1 to 50 of 61 addresses')
    const second = await browser.read('/people/excluded?rule=only_heard_from&page=2')
    expect(second.match(/>This is a person</g)).toHaveLength(11)
    // Beyond the last page there is the last one.
    expect(await browser.read('/people/excluded?rule=only_heard_from&page=99')).toBe(second)
  })

  test('of ignored mail has its senders', async () => {
    const html = await browser.read('/people/excluded?code=unsubscribe_header')
    expect(html).toContain('news@shop.example')
    expect(html).toContain('<h1>It can be unsubscribed from</h1>')
  })

  test.each(['rule=nonsense', 'code=nonsense', 'rule=constructor', 'code=__proto__', 'page=-1'])(
    'that nobody offers (%s) means everything',
    async (query) => {
      expect(await browser.read(`/people/excluded?${query}`)).toContain('<h1>Left out</h1>')
    },
  )
})

describe('somebody who is missing', () => {
  test('is found without their accents, with why, and is back by a button that is there', async () => {
    await say({ kind: 'ignore', target: 'person', address: 'tomas@kelp.example' })
    const html = await browser.read('/people/excluded?q=tomas%20herr')
    expect(html).toContain('You left them out on')
    const [, of = ''] = /name="of" value="(\d+)"/.exec(html) ?? []
    await say({ kind: 'undo', of })
    expect(await browser.read('/people/excluded?q=tomas')).toContain('is among your people')
  })

  test('with everyone at a domain is back alone, or with all of them', async () => {
    await say({ kind: 'ignore', target: 'domain', domain: 'kelp.example' })
    const html = await browser.read('/people/excluded?q=tomas')
    expect(html).toContain('You left out everyone at kelp.example on')
    expect(html).toContain('Undo for everyone at kelp.example')
    await say({ kind: 'person', address: 'tomas@kelp.example' })
    expect(await browser.read('/people/excluded?q=tomas')).toContain('is among your people')
  })

  test('by a triage of many is back alone: an undo would bring all of them', async () => {
    const html = await browser.read('/people/triage')
    const fields = ['Bo Ek', 'Tomás Herrera'].map(
      (name) => new RegExp(`<legend>${name}<small>.*?name="(p-?\\d+)"`, 's').exec(html)?.[1] ?? '',
    )
    await browser.post('/people/triage', Object.fromEntries(fields.map((field) => [field, 'n'])))
    const found = await browser.read('/people/excluded?q=tomas')
    expect(found).toContain('You left them out on')
    expect(found).not.toContain('value="undo"')
    await say({ kind: 'person', address: 'tomas@kelp.example' })
    expect(await browser.read('/people/excluded?q=tomas')).toContain('is among your people')
    expect(await browser.read('/people/excluded?q=bo')).toContain('You left them out on')
  })
})

describe('who is left out', () => {
  const pathOf = async (query: string): Promise<string> =>
    /href="(\/people\/\d+)"/.exec(await browser.read(`/people/excluded?q=${query}`))?.[1] ?? ''

  test('has a page, which says why and brings them back', async () => {
    const path = await pathOf('eve')
    const html = await browser.read(path)
    expect(html).toContain('<h1>Eve Hall</h1>')
    expect(html).toContain('You’ve never written to them and never met.')
    expect(html).toContain('Read: 1 message from them.')
    await say({ kind: 'person', address: 'eve@three.example', back: path })
    expect(await browser.read(path)).toContain(`${path}/text`)
  })

  test('keeps the page they had as a person', async () => {
    const path = /href="(\/people\/\d+)">Tomás Herrera</.exec(await browser.read('/people?sort=name'))?.[1] ?? ''
    await say({ kind: 'ignore', target: 'person', address: 'tomas@kelp.example' })
    const html = await browser.read(path)
    expect(html).toContain('You left them out on')
    expect(html).toContain('You’ve left Tomás Herrera out.')
    expect(await browser.get('/people/99999').then(({ status }) => status)).toBe(404)
  })
})
