/** The browsers a user is signed in with: how long, where, and their end. */
import { beforeEach, describe, expect, test } from 'vitest'
import { openConnected } from '../../fixture.ts'
import type { Browser } from '../../sandbox/browser.ts'
import type { Installation } from '../../sandbox/installation.ts'
import { ann, mailboxOf } from '../../story.ts'

const day = 86_400_000
const bo = { ...ann, subject: '2', address: 'bo@gmail.example', name: 'Bo Ek' }

let db: D1Database
let home: Installation
let browser: Browser
beforeEach(async () => {
  const mailboxes = [mailboxOf([]), mailboxOf([], [], bo)] as const
  ;({ db, home, browser } = await openConnected([...mailboxes], { settings: { SIGNUPS: 'open' } }))
})

const isSignedIn = async (who: Browser): Promise<boolean> => (await who.get('/settings')).status === 200
const lastSeen = async (): Promise<unknown> =>
  (await db.prepare('SELECT last_seen_at FROM sessions').first())?.last_seen_at
const digests = (page: string): readonly string[] =>
  [...page.matchAll(/name="session" value="([^"]+)"/g)].map(([, digest]) => digest ?? '')

describe('a session', () => {
  test('ends after fourteen days without use', async () => {
    home.clock.time += 14 * day
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('goes on where it is used, until sixty days from the sign-in', async () => {
    for (let days = 13; days < 60; days += 13) {
      home.clock.time += 13 * day
      expect(await isSignedIn(browser)).toBe(true)
    }
    home.clock.time += 8 * day
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('writes that it is used once an hour at most', async () => {
    const before = await lastSeen()
    home.clock.time += 59 * 60_000
    await isSignedIn(browser)
    expect(await lastSeen()).toBe(before)
    home.clock.time += 60_000
    await isSignedIn(browser)
    expect(await lastSeen()).toBe(home.clock.time / 1000)
  })

  test('that nobody uses leaves no row', async () => {
    home.clock.time += 15 * day
    home.clock.time -= home.clock.time % day
    await home.cron()
    expect(await db.prepare('SELECT * FROM sessions').first()).toBeNull()
  })
})

describe('the settings', () => {
  test('list where the user is signed in, this browser marked, and end one', async () => {
    const other = (await home.connect(ann.address)).browser
    const stranger = (await home.connect(bo.address)).browser
    const page = await browser.read('/settings')
    expect(page.match(/the one you’re using now/g)).toHaveLength(1)
    const [digest = '', ...more] = digests(page)
    expect(more).toEqual([])
    expect((await stranger.post('/settings/sessions/end', { session: digest })).status).toBe(303)
    expect(await isSignedIn(other)).toBe(true)
    await browser.post('/settings/sessions/end', { session: digest })
    expect([await isSignedIn(other), await isSignedIn(browser), await isSignedIn(stranger)]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('end all of them', async () => {
    const other = (await home.connect(ann.address)).browser
    const stranger = (await home.connect(bo.address)).browser
    expect((await browser.post('/settings/sessions/end-all')).headers.get('location')).toBe('/')
    expect([await isSignedIn(other), await isSignedIn(browser), await isSignedIn(stranger)]).toEqual([
      false,
      false,
      true,
    ])
  })
})
