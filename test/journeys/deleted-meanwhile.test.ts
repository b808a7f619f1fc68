/** Whoever deletes everything leaves not a row, whatever is at work for them at that moment. */
import { beforeAll, expect, test } from 'vitest'
import type { Job } from '../../src/model/job.ts'
import { forgetUser } from '../../src/store/forget.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { openRead } from '../fixture.ts'
import { interrupted } from '../interrupted-database.ts'
import type { Browser } from '../sandbox/browser.ts'
import type { Installation } from '../sandbox/installation.ts'
import { giveConsent } from '../sandbox/service/visitor.ts'
import { ann, mailboxOf, messageOf, rhythm } from '../story.ts'

const monday = Date.UTC(2026, 10, 23, 7)
const work = { ...ann, subject: '9', address: 'ann@work.example' }

type Row = Readonly<Record<string, unknown>>

let db: D1Database
let home: Installation
let browser: Browser
let befalls = async (): Promise<void> => undefined
let saved: readonly (readonly [table: string, rows: readonly Row[]])[] = []
let link = ''

const tables = async (): Promise<readonly (readonly [table: string, rows: readonly Row[]])[]> => {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table'
         AND name NOT LIKE 'd1\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all<{ name: string }>()
  return Promise.all(
    results.map(async ({ name }) => [name, (await db.prepare(`SELECT * FROM "${name}"`).all<Row>()).results] as const),
  )
}

/** A year of letters, read; a report that went out; and a letter that has come since. */
beforeAll(async () => {
  db = await freshDatabase()
  const lines = [...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)]
  const own = mailboxOf(lines)
  const watched = interrupted(db, () => befalls())
  ;({ home, browser } = await openRead([own, mailboxOf([], [], work)], { db: watched }))
  home.clock.time = monday
  await home.cron()
  await home.settle()
  link = /https:\/\/perennial\.test(\/c\/[^\s/]+)/.exec(home.resend.sent[0]?.text ?? '')?.[1] ?? ''
  home.clock.time += 3_600_000
  own.deliver(messageOf({ from: 'Eve New <eve@example.com>', daysAgo: -5 }))
  saved = await tables()
})

/** As it was before anybody left. Users first: what is theirs refers to them. */
const restore = async (): Promise<void> => {
  const isUsers = ([table]: readonly [string, unknown]): number => (table === 'users' ? 0 : 1)
  for (const [table, rows] of saved.toSorted((a, b) => isUsers(a) - isUsers(b))) {
    for (const row of rows) {
      const names = Object.keys(row)
      const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map(() => '?')})`
      await db
        .prepare(sql)
        .bind(...Object.values(row))
        .run()
    }
  }
}

const run = async (job: Job): Promise<void> => {
  await home.env.JOBS.send(job)
  await home.step()
}

const revision = async (): Promise<number> =>
  Number(await db.prepare('SELECT revision FROM accounts').first('revision'))

const atWork: Readonly<Record<string, () => Promise<unknown>>> = {
  'a page that brings a letter': async () => run({ kind: 'sync', userId: 1, accountId: 1, revision: await revision() }),
  'the report of a week': () => run({ kind: 'report', userId: 1, week: '2026-11-30' }),
  'a mail that asks to connect again': async () => {
    const since = (await db
      .prepare('UPDATE accounts SET status_kind = ?1, status_reason = ?2, status_since = 5 RETURNING status_since')
      .bind('reconnect', 'grant_revoked')
      .first<number>('status_since')) as never
    await run({ kind: 'reconnect', userId: 1, accountId: 1, since })
  },
  'an answer to a suggestion': () => home.browser().post(`${link}/done`),
  'a suggestion that is opened': () => home.browser().post(`${link}/opened`),
  'something said about people': () =>
    browser.post('/people/corrections', { kind: 'ignore', target: 'domain', domain: 'example.com' }),
  'the settings': () => browser.post('/settings', { weekday: '3', hour: '9', zone: 'Europe/Berlin', reports: 'on' }),
  'a report on demand': () => browser.post('/reports/send'),
  'forgetting an account': () => browser.post('/accounts/1/disconnect', { learned: 'forget' }),
  'another account that comes back from consent': async () => {
    const begun = await browser.get('/connect/google')
    const callback = await giveConsent(begun.headers.get('location') ?? '', {
      fetch: (request) => home.google.fetch(request),
      account: work.address,
    })
    await browser.get(callback.pathname + callback.search)
  },
}

test.each(Object.keys(atWork))('%s', async (name) => {
  const cookies = new Map(browser.cookies)
  let calls = 0
  for (let isOver = false; !isOver; calls += 1) {
    await forgetUser(openStore(db), 1)
    await restore()
    for (const [cookie, value] of cookies) browser.cookies.set(cookie, value)
    let left = calls
    befalls = async () => {
      if (left === 0) await forgetUser(openStore(db), 1)
      left -= 1
    }
    await atWork[name]?.()
    isOver = left >= 0
    befalls = async () => undefined
    await home.settle()
    // The last time round it came to its end before anybody left.
    if (isOver) await forgetUser(openStore(db), 1)
    const after = (await tables()).filter(([, rows]) => rows.length > 0)
    expect(after, `deleted after ${calls + 1} calls`).toEqual([])
  }
  // At least once it was interrupted.
  expect(calls).toBeGreaterThan(1)
})
