/** Mail goes only where the provider vouches for the address, or where its owner followed a link. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openConnected } from '../fixture.ts'
import type { Browser } from '../sandbox/browser.ts'
import type { Installation } from '../sandbox/installation.ts'
import type { Owner } from '../sandbox/world.ts'
import { ann, mailboxOf, rhythm } from '../story.ts'

const monday = Date.UTC(2026, 10, 23, 8)
/** The directory says that mail goes to an address of another domain, which nobody vouches for. */
const claimant: Owner = {
  ...ann,
  subject: '13',
  address: 'owner@victim.example',
  microsoft: {
    kind: 'work',
    tenantId: 'cccc0000-0000-4000-8000-000000000000',
    objectId: 'cccc0000-1111-4000-8000-000000000000',
    userPrincipalName: 'mallory@evil.example',
    tellsAddress: false,
    language: 'en',
  },
}

let home: Installation
let browser: Browser

const open = async (owner: Owner, provider: 'google' | 'microsoft') => {
  const lines = [...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)]
  ;({ home, browser } = await openConnected([mailboxOf(lines, [], owner)], { provider }))
  await home.settle()
}

const sentTo = (): readonly (readonly [to: string, subject: string])[] =>
  home.resend.sent.map(({ to, subject }) => [String(to), subject] as const)
const question = 'Is this the right address for your Monday email?'
const lastLink = (): string => {
  const text = home.resend.sent.at(-1)?.text ?? ''
  return new URL(/https:\/\/perennial\.test\/confirm\/\S+/.exec(text)?.[0] ?? '').pathname
}
const mondayMail = async () => {
  home.clock.time = Math.max(home.clock.time, monday)
  await home.cron()
  await home.settle()
}

describe('an address that nobody vouches for', () => {
  beforeEach(() => open(claimant, 'microsoft'))

  test('gets one mail that asks, and nothing else before it is answered', async () => {
    expect(sentTo()).toEqual([['owner@victim.example', question]])
    await mondayMail()
    expect((await browser.post('/reports/send')).status).toBe(409)
    expect(sentTo()).toHaveLength(1)
    expect(await browser.read('/settings')).toContain('We’ve sent a link to owner@victim.example')
  })

  test('is not asked again by signing in again', async () => {
    await home.connect(claimant.address, { provider: 'microsoft' })
    await home.settle()
    expect(sentTo()).toHaveLength(1)
  })

  test('gets the Monday email once the button behind the link is pressed, and not by the link alone', async () => {
    const link = lastLink()
    const scanner = home.browser()
    expect(await scanner.read(link)).toContain('It will go to owner@victim.example')
    expect((await browser.post('/reports/send')).status).toBe(409)
    expect(await (await scanner.post(link)).text()).toContain('Your address is confirmed')
    await mondayMail()
    expect(sentTo()).toHaveLength(2)
  })

  test('a link that is too old confirms nothing', async () => {
    const link = lastLink()
    home.clock.time += 15 * 86_400_000
    expect((await home.browser().post(link)).status).toBe(404)
  })
})

describe('an address the provider vouches for', () => {
  beforeEach(() => open(ann, 'google'))

  test('is asked for nothing', async () => {
    expect(sentTo()).toEqual([])
    await mondayMail()
    expect(sentTo()).toHaveLength(1)
  })

  test('gives way to another only once that one is confirmed; the link of an earlier one confirms nothing', async () => {
    expect((await browser.post('/settings/address', { address: 'not an address' })).status).toBe(400)
    await browser.post('/settings/address', { address: 'first@new.example' })
    await home.settle()
    const first = lastLink()
    const tooSoon = await browser.post('/settings/address', { address: 'second@new.example' })
    expect(tooSoon.status).toBe(400)
    expect(await tooSoon.text()).toContain('a few minutes ago')
    home.clock.time += 6 * 60_000
    await browser.post('/settings/address', { address: 'second@new.example' })
    await home.settle()
    expect((await home.browser().post(first)).status).toBe(404)
    await mondayMail()
    expect(sentTo()).toEqual([
      ['first@new.example', question],
      ['second@new.example', question],
    ])
    expect((await home.browser().post(lastLink())).status).toBe(200)
    home.clock.time += 7 * 86_400_000
    await mondayMail()
    expect(sentTo().at(-1)?.[0]).toBe('second@new.example')
    expect(sentTo()).toHaveLength(3)
  })

  test('whoever stopped the Monday email gets none on demand either', async () => {
    await browser.post('/settings', { weekday: '1', hour: '8', zone: 'Europe/Berlin' })
    const answer = await browser.post('/reports/send')
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('The Monday email is switched off')
    expect(sentTo()).toEqual([])
  })
})
