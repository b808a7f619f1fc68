/**
 * Whatever fails, and wherever: a log line and a thrown error name the event, ids and a code. No address, no name, no subject
 * and no token is in any of them.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Job } from '../../src/model/job.ts'
import type { Instant } from '../../src/model/time.ts'
import { freshDatabase } from '../database.ts'
import { openRead } from '../fixture.ts'
import type { Browser } from '../sandbox/browser.ts'
import type { Installation, Line } from '../sandbox/installation.ts'
import { deliverJob } from '../sandbox/queue.ts'
import { ann, mailboxOf, rhythm } from '../story.ts'

const row = 'bo@example.com, Bo Ek, About things, ann@gmail.example, ya29.token, 1//0refresh'
const monday = Date.UTC(2026, 10, 23, 7)

/** What must never be told, beside the cookies and link tokens that the test meets on its way. */
const secrets = [/@/, /Bo Ek/, /Ann Berg/, /About things/, /ya29/, /1\/\/0/, /eyJ/, /a secret/, /re_test/, /example/]

/** A database that fails, once it is told to, with rows in its message: as D1 and Drizzle do. */
const failing = (real: D1Database, isBroken: () => boolean): D1Database => {
  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value = Reflect.get(of, name)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          if (isBroken()) throw new Error(`D1_ERROR: UNIQUE constraint failed: (${row}): SQLITE_CONSTRAINT`)
          return value.apply(of, given)
        }
      },
    })
  return guarded(real)
}

let home: Installation
let browser: Browser
let isBroken = false
let line: Line = (request, next) => next(request)
const told: string[] = []

/** Everything that was told by a log or a thrown error. */
const everything = (): string =>
  [
    ...told,
    ...home.queue.thrown.map((error) =>
      error instanceof Error ? `${error.message}\n${error.stack}\n${error.cause}` : String(error),
    ),
  ].join('\n')

beforeEach(async () => {
  isBroken = false
  line = (request, next) => next(request)
  told.length = 0
  const db = failing(await freshDatabase(), () => isBroken)
  const mailbox = mailboxOf([...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)])
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      told.push(words.map((word) => (word instanceof Error ? `${word.message} ${word.stack}` : String(word))).join(' '))
    })
  }
  const opened = await openRead([mailbox], { db, line: (request, next) => line(request, next) })
  home = opened.home
  browser = opened.browser
})

afterEach(() => {
  vi.restoreAllMocks()
})

const deliver = (body: unknown): Promise<void> =>
  deliverJob(home.queue, { body: body as Job, dueAt: home.clock.time, attempts: 0, order: 1 }, (batch) =>
    home.worker.queue(batch, home.env),
  )

const expectNothingTold = (): void => {
  const tokens = [...browser.cookies.values()].map((value) => value.slice(0, 24))
  for (const secret of secrets) expect(everything()).not.toMatch(secret)
  for (const token of tokens) expect(everything()).not.toContain(token)
}

test.each<Job>([
  { kind: 'sync', userId: 1, accountId: 1, revision: 1 },
  { kind: 'report', userId: 1, week: '2026-11-23' },
  { kind: 'reconnect', userId: 1, accountId: 1, since: 1 as Instant },
  { kind: 'confirm', userId: 1, at: 1 as Instant },
])('a database that fails in a $kind job', async (job) => {
  isBroken = true
  await deliver(job)
  expect(home.queue.thrown).toHaveLength(1)
  expect(everything()).toContain('"event":"job failed"')
  expect(everything()).toContain(`"kind":"${job.kind}","userId":1`)
  expect(everything()).toContain('SQLITE_CONSTRAINT')
  expectNothingTold()
})

test('a database that fails under cron', async () => {
  isBroken = true
  const thrown = await home.cron().catch((error: unknown) => error)
  home.queue.thrown.push(thrown)
  expect(thrown).toEqual(new Error('cron failed'))
  expect(everything()).toContain('"event":"cron failed"')
  expectNothingTold()
})

test('a database that fails under every page, and under a form', async () => {
  isBroken = true
  for (const path of ['/people', '/settings', '/reports', '/accounts', '/reading', '/people/1']) {
    expect((await browser.get(path)).status).toBe(503)
  }
  expect(
    (await browser.post('/people/corrections', { kind: 'ignore', target: 'person', address: ann.address })).status,
  ).toBe(503)
  expect(everything()).toContain('"event":"request failed"')
  expectNothingTold()
})

test('providers that refuse, with mail in their words', async () => {
  const answers = [
    new Response(JSON.stringify({ error: { code: 400, message: row, status: row } }), { status: 400 }),
    new Response(JSON.stringify({ error: { code: 403, message: row, errors: [{ reason: row }] } }), { status: 403 }),
    new Response(row, { status: 500 }),
    new Response(row, { status: 200 }),
  ]
  for (const answer of answers) {
    line = async (request, next) => (request.url.includes('google') ? answer.clone() : next(request))
    await home.pollAt(home.clock.time + 3_600_000, 60)
  }
  line = async () => {
    throw new TypeError(row)
  }
  await home.pollAt(home.clock.time + 3_600_000, 60)
  expect(everything()).toContain('sync stopped')
  expectNothingTold()
})

test('mail carriers that refuse, with the mail in their words', async () => {
  for (const status of [422, 500, 429]) {
    line = async (request, next) =>
      request.url.includes('resend')
        ? new Response(JSON.stringify({ name: row, message: row }), { status })
        : next(request)
    home.clock.time = Math.max(home.clock.time, monday)
    await browser.post('/reports/send')
    await home.cron()
    await home.settle(20)
  }
  expect(everything()).toContain('report not sent')
  expectNothingTold()
})

test.each([[null], ['sync'], [{ kind: 'telegram', to: row }], [{ kind: 'sync', userId: row }], [[row]]])(
  'a job that is none, %j, is dropped and told by nothing it holds',
  async (body) => {
    await deliver(body)
    expect(home.queue.thrown).toEqual([])
    expect(home.queue.waiting.filter(({ body: job }) => JSON.stringify(job) === JSON.stringify(body))).toEqual([])
    expect(everything()).toContain('"event":"job not understood"')
    expectNothingTold()
  },
)

test('sign-in, refusal, sign-out and deletion are told by ids', async () => {
  await browser.get('/connect/google/callback?code=4/secret&state=eyJx')
  const other = (await home.connect(ann.address)).browser
  await other.post('/sign-out')
  await browser.post('/settings/sessions/end-all')
  const last = (await home.connect(ann.address)).browser
  await last.post('/settings/delete', { sure: 'on' })
  const events = told.flatMap((text) => (text.startsWith('{') ? [JSON.parse(text)] : []))
  expect(events).toContainEqual({ event: 'sign-in refused', provider: 'google', reason: 'not_begun_here' })
  expect(events).toContainEqual({ event: 'signed in', userId: 1, accountId: 1 })
  expect(events).toContainEqual({ event: 'session ended', userId: 1 })
  expect(events).toContainEqual({ event: 'sessions ended', userId: 1, count: 1 })
  expect(events).toContainEqual({ event: 'user deleted', userId: 1 })
  expect(everything()).not.toContain('4/secret')
  expectNothingTold()
})
