/** A user with something of everything, and files that go in and out. */
import { instantAt } from '../../src/model/time.ts'
import { recordAct } from '../../src/store/reports.ts'
import { openStore } from '../../src/store/store.ts'
import type { Browser } from '../sandbox/browser.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import { sqliteDatabase } from '../sandbox/sqlite-database.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { mailboxOf, meetingOf, rhythm, start } from '../story.ts'

export const monday = Date.UTC(2026, 10, 23, 7, 5)

export interface Opened {
  readonly db: D1Database
  readonly home: Installation
  readonly browser: Browser
}

/** The owner of the mailbox has just signed in. */
export const connectedWorld = async (mailbox: Mailbox): Promise<Opened> => {
  const db = await sqliteDatabase()
  const home = install({ now: start, db, mailboxes: [mailbox] })
  const { browser } = await home.connect(mailbox.owner.address)
  return { db, home, browser }
}

/** Years of mail and meetings, a newsletter, corrections of several kinds, and a Monday that went out. */
export const fullWorld = async (): Promise<Opened> => {
  const mailbox = mailboxOf(
    [
      ...rhythm('Bo Ek <bo@example.com>', 14, 400, 45),
      ...rhythm('Cy Dahl <Cy.Dahl@example.com>', 10, 300, 60),
      ...rhythm('Di Falk <di@example.org>', 20, 500, 90),
      {
        from: 'Shop <news@shop.example>',
        daysAgo: 9,
        headers: ['List-Unsubscribe: <https://shop.example/u>', 'Precedence: bulk'],
      },
    ],
    [meetingOf('m1', 50, ['bo@example.com']), meetingOf('m2', -3, ['cy.dahl@example.com', 'new@example.net'])],
  )
  const opened = await connectedWorld(mailbox)
  const { browser, home } = opened
  await home.settle()
  await browser.post('/people/corrections', { kind: 'snooze', address: 'di@example.org', days: '30' })
  await browser.post('/people/corrections', { kind: 'group', address: 'bo@example.com', group: 'Friends' })
  await browser.post('/people/corrections', { kind: 'undo', of: '1' })
  await browser.post('/people/corrections', { kind: 'log', address: 'eve@example.com', how: 'call' })
  await browser.post('/settings', {
    reports: 'on',
    weekday: '1',
    hour: '8',
    zone: 'Europe/Berlin',
    locale: 'en-US',
    writesIn: 'mailto',
  })
  await home.passTo(monday, 60)
  await recordAct(openStore(opened.db), {
    userId: 1,
    week: '2026-11-23',
    personId: 0,
    act: 'opened',
    at: instantAt(monday / 1000),
  })
  return opened
}

/** A fresh installation with the same accounts connected, and nothing to read in them. */
export const emptyWorld = (): Promise<Opened> => connectedWorld(mailboxOf([]))

export const exported = async (browser: Browser): Promise<string> => (await browser.get('/your-data/export')).text()

export const uploadOf = (text: string, more: Readonly<Record<string, string>> = { settings: 'on' }): FormData => {
  const form = new FormData()
  form.set('file', new File([text], 'perennial.json', { type: 'application/json' }))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

/** The file goes in, and everything it asks for is done. */
export const importInto = async ({ browser, home }: Opened, text: string): Promise<Response> => {
  const response = await browser.upload('/your-data/import', uploadOf(text))
  await home.settle()
  return response
}
