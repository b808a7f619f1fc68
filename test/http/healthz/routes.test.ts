import { expect, test } from 'vitest'
import { freshDatabase } from '../../database.ts'
import { install } from '../../sandbox/installation.ts'
import { mailboxOf, start } from '../../story.ts'

const healthOf = async (db: D1Database) => {
  const home = install({ db, now: start, mailboxes: [mailboxOf([])] })
  const response = await home.browser().get('/healthz')
  return { status: response.status, body: await response.json(), cookies: response.headers.getSetCookie() }
}

test('all is well, and nobody is told anything else', async () => {
  expect(await healthOf(await freshDatabase())).toEqual({ status: 200, body: { status: 'ok' }, cookies: [] })
})

test('a database that does not answer is told by the status', async () => {
  const db = await freshDatabase()
  const broken = new Proxy(db, {
    get: () => () => {
      throw new Error('D1_ERROR: away')
    },
  })
  expect(await healthOf(broken)).toEqual({ status: 503, body: { status: 'database_unavailable' }, cookies: [] })
})
