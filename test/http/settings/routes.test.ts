import { beforeEach, describe, expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import type { Browser } from '../../sandbox/browser.ts'
import type { Installation } from '../../sandbox/installation.ts'
import { mailboxOf, rhythm } from '../../story.ts'

let home: Installation
let browser: Browser
beforeEach(async () => {
  const mailbox = mailboxOf([
    ...rhythm('Bo Ek <bo@example.com>', 14, 200, 45),
    ...rhythm('Cy Dahl <cy@rowing.example>', 10, 200, 5),
  ])
  ;({ home, browser } = await openRead([mailbox]))
})

const form = { reports: 'on', weekday: '1', hour: '8', zone: 'Europe/Berlin' }

/** Eight o'clock in Berlin. */
const monday = Date.UTC(2026, 10, 23, 7, 5)
const week = 7 * 86_400_000

describe('while the user is away', () => {
  test('no Monday email goes out, and the next one comes after', async () => {
    const away = { ...form, awayFrom: '2026-11-23', awayUntil: '2026-11-29' }
    expect((await browser.post('/settings', away)).status).toBe(303)
    await home.passTo(monday + 2 * 86_400_000, 60)
    expect(home.resend.sent).toHaveLength(0)
    expect(await browser.read('/settings')).toContain('Next one: 30 November, 8:00.')
    await home.passTo(monday + week, 60)
    expect(home.resend.sent).toHaveLength(1)
    expect(await browser.read('/settings')).not.toContain('2026-11-29')
  })

  test('and no longer: whoever is back early gets the next one', async () => {
    await browser.post('/settings', { ...form, awayFrom: '2026-11-23', awayUntil: '2026-12-20' })
    await home.passTo(monday + 86_400_000, 60)
    await browser.post('/settings', { ...form, awayFrom: '', awayUntil: '' })
    await home.passTo(monday + 2 * 86_400_000, 60)
    expect(home.resend.sent).toHaveLength(0)
    await home.passTo(monday + week, 60)
    expect(home.resend.sent).toHaveLength(1)
  })
})

describe('a form that was refused', () => {
  const refused = async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const response = await browser.post(path, fields)
    expect(response.status).toBe(400)
    return response.text()
  }

  test('says beside its field what was meant, above which field it is, and keeps what was typed', async () => {
    const html = await refused('/settings', { ...form, hour: '17', zone: 'Europe/Berln', awayFrom: '2026-12-21' })
    expect(html).toContain('Did you mean Europe/Berlin?')
    expect(html).toContain('<a href="#zone">Time zone</a>, <a href="#awayUntil">Away until</a>')
    expect(html).toContain('value="Europe/Berln"')
    expect(html).toContain('value="2026-12-21"')
    expect(html).toContain('<option value="17" selected="">17:00</option>')
  })

  test('shows a fold open where the field is within', async () => {
    const html = await refused('/settings/address', { address: 'nobody' })
    expect(html).toMatch(/<details class="fold" open="">\s*<summary><span>Where it goes/)
    expect(await refused('/settings/delete', {})).toMatch(/open=""><summary><span>Delete everything/)
  })
})

describe('the page', () => {
  test('shows groups with their rhythms, how accounts stand, and what is left out', async () => {
    await browser.post('/people/corrections', {
      kind: 'group_of',
      group: 'Rowing',
      addresses: 'cy@rowing.example',
      back: '/people',
    })
    await browser.post('/people/corrections', {
      kind: 'group_rhythm',
      group: 'Rowing',
      ideal: '21',
      tooLong: '42',
      back: '/people',
    })
    await browser.post('/people/corrections', {
      kind: 'ignore',
      target: 'domain',
      domain: 'example.com',
      back: '/people',
    })
    const html = await browser.read('/settings')
    expect(html).toMatch(/group=Rowing#everyone">Rowing<.*?1 person, every 3 weeks/)
    expect(html).toContain('You’ve left out everyone at 1 domain.')
    expect(html).toMatch(/Complete from \d+ November 2021 to \d+ November 2026/)
    expect(html).toContain('Not the text of a message')
  })
})
