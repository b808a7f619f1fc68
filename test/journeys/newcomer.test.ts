import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { populate } from '../sandbox/population/index.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const start = Date.UTC(2026, 10, 18, 9, 0, 0)

test('walk', async () => {
  let t = Date.now()
  const mailbox = populate({ seed: 1, now: start, messages: 1500, years: 2 })
  console.log('#', mailbox.size, mailbox.meetings.size, mailbox.owner.address, Date.now() - t)
  const home = install({ db, mailboxes: [mailbox], now: start })
  const { browser, response } = await home.connect(mailbox.owner.address)
  console.log('#', response.status, response.headers.get('location'))
  t = Date.now()
  const jobs = await home.settle()
  console.log(
    '#',
    home.queue.thrown.map((e) => String(e) + String((e as Error).cause)),
  )
  console.log(
    '#',
    { jobs, ms: Date.now() - t, virtual: (home.clock.time - start) / 60000, dropped: home.queue.dropped },
    JSON.stringify(home.google.usage()),
  )
  console.log(
    '#',
    JSON.stringify(
      await db
        .prepare('select status_kind, status_reason, mail_past, calendar_past, progress, aliases, turn from accounts')
        .all()
        .then((r) => r.results),
    ),
  )
  console.log('#', await db.prepare('select count(*) c from interactions').first())
  const page = await browser.read('/people')
  console.log(
    '#',
    page
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 3500),
  )
  t = Date.now()
  await home.passTo(Date.UTC(2026, 10, 23, 8, 0, 0))
  console.log(
    '#',
    Date.now() - t,
    home.resend.sent.map((m) => m.subject),
    home.resend.sent[0]?.text,
  )
  expect(1).toBe(1)
}, 220000)
