import { beforeEach, describe, expect, test } from 'vitest'
import { pageAskedFor } from '../../../src/http/kit/session.ts'
import { openRead } from '../../fixture.ts'
import type { Browser } from '../../sandbox/browser.ts'
import type { Installation } from '../../sandbox/installation.ts'
import { giveConsent } from '../../sandbox/service/visitor.ts'
import { ann, mailboxOf, rhythm } from '../../story.ts'

describe('the page somebody asked for', () => {
  test.each(['/people', '/people/7?with=bo', '/reports/2026-11-23', '/settings', '/people/excluded?q=b%C3%B6'])(
    'is %s',
    (path) => {
      expect(pageAskedFor(path)).toBe(path)
    },
  )

  test.each([
    '//evil.example/people',
    'https://evil.example/people',
    '/\\evil.example',
    '/people/../../evil',
    '/people\\evil',
    '/people\nSet-Cookie: a=b',
    '/people#"><script>',
    '/peoples',
    '/connect/google',
    '/sign-out',
    '',
  ])('is not %j', (path) => {
    expect(pageAskedFor(path)).toBeNull()
  })

  test('is none where it is longer than any of ours', () => {
    expect(pageAskedFor(`/people?q=${'a'.repeat(600)}`)).toBeNull()
    expect(pageAskedFor(undefined)).toBeNull()
  })
})

describe('whoever has to sign in first', () => {
  let home: Installation
  let owner: Browser
  beforeEach(async () => {
    ;({ home, browser: owner } = await openRead([mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 200, 45))]))
    await owner.post('/sign-out')
  })

  const signIn = async (begin: string): Promise<string | null> => {
    const begun = await owner.get(begin)
    const callback = await giveConsent(begun.headers.get('location') ?? '', {
      fetch: (request) => home.google.fetch(request),
      account: ann.address,
    })
    return (await owner.get(callback.href)).headers.get('location')
  }

  test('comes back to the page asked for, once', async () => {
    const first = await owner.read('/people?q=bo')
    expect(first).toContain('you’ll be on the page you asked for')
    const begin = /href="(\/connect\/google[^"]*)"/.exec(first)?.[1] ?? ''
    expect(await signIn(begin)).toBe('/people?q=bo')
    expect([...owner.cookies.keys()].filter((name) => name.includes('back'))).toEqual([])
    await owner.post('/sign-out')
    expect(await signIn('/connect/google')).toBe('/people')
  })

  test('is led to no other place, whatever the address says', async () => {
    expect(await owner.read(`/?back=${encodeURIComponent('https://evil.example/')}`)).not.toContain('evil')
    expect(await signIn(`/connect/google?back=${encodeURIComponent('//evil.example/')}`)).toBe('/people')
  })
})

describe('a page that is not there', () => {
  test('has the way around for whoever is signed in, and the brand for everybody', async () => {
    const { home, browser } = await openRead([mailboxOf([])])
    const inside = await (await browser.get('/nowhere')).text()
    const outside = await (await home.browser().get('/nowhere')).text()
    expect(inside).toContain('href="/reports"')
    expect(outside).not.toContain('href="/reports"')
    for (const html of [inside, outside]) expect(html).toContain('class="brand"')
  })
})
