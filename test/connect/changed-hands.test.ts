/** A browser in which someone else is signed in, or nobody, when consent comes back: no account goes to the wrong user. */
import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Browser, signInFor } from '../sandbox/browser.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import { giveConsent } from '../sandbox/service/visitor.ts'
import { ann, mailboxOf, start } from '../story.ts'

const bo = { ...ann, subject: '2', address: 'bo@gmail.example', name: 'Bo Ek' }
const third = { ...ann, subject: '3', address: 'third@gmail.example', name: 'Ann at work' }

let db: D1Database
let home: Installation
beforeEach(async () => {
  db = await freshDatabase()
  const mailboxes = [mailboxOf([]), mailboxOf([], [], bo), mailboxOf([], [], third)]
  home = install({ db, now: start, mailboxes, settings: { SIGNUPS: 'open' } })
})

/** To the consent page and back: what is left is to open the address it leads to. */
const consent = async (browser: Browser, account: string): Promise<string> => {
  const begun = await browser.get('/connect/google')
  const callback = await giveConsent(begun.headers.get('location') ?? '', {
    fetch: (request) => home.google.fetch(request),
    account,
  })
  return callback.pathname + callback.search
}

/** The same browser as someone else left it: their session, and the consent that is under way. */
const takeOver = (browser: Browser, session: Browser): void => {
  for (const [name, value] of session.cookies) if (name.includes('session')) browser.cookies.set(name, value)
}

const accounts = async (): Promise<readonly unknown[]> =>
  (await db.prepare('SELECT u.address AS user, a.address FROM accounts a JOIN users u ON u.id = a.user_id').all())
    .results

const isAnns = { user: ann.address, address: ann.address }
const isBos = { user: bo.address, address: bo.address }

test('an account that one user began to add is not added to another', async () => {
  const { browser } = await home.connect(ann.address)
  const other = (await home.connect(bo.address)).browser
  const back = await consent(browser, third.address)
  takeOver(browser, other)
  const grants = home.google.usage().requests
  const answer = await browser.get(back)
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('Someone else is signed in now')
  expect(page).toContain('href="/accounts"')
  expect(await accounts()).toEqual([isAnns, isBos])
  expect(home.google.usage().requests).toBe(grants)
})

test('nor does it become a user of its own once the one who began has signed out', async () => {
  const { browser } = await home.connect(ann.address)
  const back = await consent(browser, third.address)
  await browser.post('/sign-out')
  const answer = await browser.get(back)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('You’re not signed in any more')
  expect(await accounts()).toEqual([isAnns])
  expect((await browser.get('/people')).headers.get('location')).toBe(signInFor('/people'))
})

test('whoever deleted everything meanwhile does not come back by it', async () => {
  const { browser } = await home.connect(ann.address)
  const back = await consent(browser, third.address)
  await browser.post('/settings/delete', { sure: 'on' })
  expect((await browser.get(back)).status).toBe(409)
  expect(await accounts()).toEqual([])
})

test('the one who began it may have signed in anew', async () => {
  const { browser } = await home.connect(ann.address)
  const back = await consent(browser, third.address)
  takeOver(browser, (await home.connect(ann.address)).browser)
  expect((await browser.get(back)).headers.get('location')).toBe('/reading')
  expect(await accounts()).toEqual([isAnns, { user: ann.address, address: third.address }])
})

test('a sign-in adds nothing to whoever has signed in meanwhile, and says what to do', async () => {
  const other = (await home.connect(bo.address)).browser
  const browser = home.browser()
  const back = await consent(browser, third.address)
  takeOver(browser, other)
  const answer = await browser.get(back)
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('You’ve signed in meanwhile')
  expect(page).toContain(third.address)
  expect(page).toContain('href="/accounts"')
  expect(await accounts()).toEqual([isBos])
  expect(await browser.read('/accounts')).toContain(bo.address)
})

test('a sign-in with an account of whoever has signed in meanwhile is one of theirs', async () => {
  const other = (await home.connect(bo.address)).browser
  const browser = home.browser()
  const back = await consent(browser, bo.address)
  takeOver(browser, other)
  expect((await browser.get(back)).headers.get('location')).toBe('/reading')
  expect(await accounts()).toEqual([isBos])
})
