/** Going through our guesses: what was wrong is kept as one correction, at once, and can be taken back. */
import { describe, expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import { mailboxOf, rhythm } from '../../story.ts'

const people = Array.from({ length: 14 }, (_, index) => `Person${index} Berg <person${index}@example${index}.com>`)

const openMany = async () =>
  (await openRead([mailboxOf(people.flatMap((who, index) => rhythm(who, 14 + index, 300, 5)))])).browser

const fieldOf = (html: string, name: string): string =>
  new RegExp(`<legend>${name}<small>.*?name="(p-?\\d+)"`, 's').exec(html)?.[1] ?? ''

describe('triage', () => {
  test('is offered once everything is read, until it is done', async () => {
    const browser = await openMany()
    expect(await browser.read('/people')).toContain('href="/people/triage"')
    expect(await browser.read('/people')).toContain('All read.')
    const done = await browser.post('/people/triage', {})
    expect(done.status).toBe(303)
    const home = await browser.read(done.headers.get('location') ?? '')
    expect(home).toContain('nothing was wrong')
    expect(home).not.toContain('All read.')
  })

  test('leaves out whoever is called no person, and brings them back', async () => {
    const browser = await openMany()
    const html = await browser.read('/people/triage')
    const done = await browser.post('/people/triage', { [fieldOf(html, 'Person3 Berg')]: 'n' })
    const home = await browser.read(done.headers.get('location') ?? '')
    expect(home).toContain('1 left out')
    expect(home.split('id="everyone"')[1]).not.toContain('Person3 Berg')
    const of = /name="of" value="(\d+)"/.exec(home)?.[1] ?? ''
    await browser.post('/people/corrections', { kind: 'undo', of, back: '/people' })
    expect((await browser.read('/people')).split('id="everyone"')[1]).toContain('Person3 Berg')
  })

  test('shows the next time what was said', async () => {
    const browser = await openMany()
    const name = fieldOf(await browser.read('/people/triage'), 'Person13 Berg')
    await browser.post('/people/triage', { [name]: 'c' })
    const html = await browser.read('/people/triage')
    expect(html).toMatch(new RegExp(`name="${name}" value="c" checked`))
  })
})
