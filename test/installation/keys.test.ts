import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Env } from '../../src/env.ts'
import { install } from '../sandbox/installation.ts'
import { deliverJob } from '../sandbox/queue.ts'
import { sqliteDatabase } from '../sandbox/sqlite-database.ts'
import { ann, mailboxOf, messageOf, rhythm, start } from '../story.ts'
import { finishRotation, rotateKeys } from './keys.ts'
import { newKey } from './settings.ts'
import type { Wrangler } from './wrangler.ts'

/** Changes are read four times a day. */
const longEnough = 7 * 3_600_000

/** An installation whose secrets the tool changes, and the database it asks. */
const running = async () => {
  const db = await sqliteDatabase()
  const mailbox = mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 400, 5))
  const home = install({ now: start, db, mailboxes: [mailbox] })
  await home.connect(ann.address)
  const secrets = new Map<string, string>([['KEYS', home.env.KEYS ?? '']])
  const wrangler: Wrangler = async (...[command, verb, ...rest]) => {
    if (command === 'd1') {
      const answer = await db.prepare(rest.at(-1) ?? '').all()
      return { ok: true, output: JSON.stringify([{ results: answer.results }]) }
    }
    if (verb === 'list') return { ok: true, output: JSON.stringify([...secrets.keys()].map((name) => ({ name }))) }
    if (verb === 'delete') return { ok: secrets.delete(rest[0] ?? ''), output: '' }
    const added: Readonly<Record<string, string>> = JSON.parse(await readFile(rest[0] ?? '', 'utf8'))
    for (const [name, value] of Object.entries(added)) secrets.set(name, value)
    return { ok: true, output: '' }
  }
  /** The Worker as it is deployed now: a copy keeps the settings it was started with. */
  const copy = (): Env => {
    const { KEYS: _, ...others } = home.env
    return { ...others, ...Object.fromEntries(secrets) }
  }
  /** New mail for some hours, read by these copies in turn. */
  const work = async (copies: readonly Env[]): Promise<void> => {
    const until = home.clock.time + longEnough
    for (let turn = 0; home.clock.time < until; turn += 1) {
      const env = copies[turn % copies.length] ?? copy()
      mailbox.stock({ ...messageOf({ from: 'Bo Ek <bo@example.com>', daysAgo: 0 }), at: home.clock.time })
      await home.worker.scheduled({ cron: '', scheduledTime: home.clock.time, noRetry: () => undefined }, env)
      for (;;) {
        const at = home.queue.nextAt
        if (at === null || at > home.clock.time + 900_000) break
        home.clock.time = Math.max(home.clock.time, at)
        const job = home.queue.take()
        if (job !== null) await deliverJob(home.queue, job, (batch) => home.worker.queue(batch, env))
      }
      home.clock.time += 900_000
    }
  }
  const status = async () =>
    await db.prepare('SELECT status_kind AS kind, "grant" FROM accounts').first<{ kind: string; grant: string }>()
  const seconds = () => Math.floor(home.clock.time / 1000)
  return { wrangler, copy, work, status, seconds, secrets }
}

test('a key is rotated while mail is being read, by copies with the settings of before and after, and nobody connects again', async () => {
  const { wrangler, copy, work, status, seconds, secrets } = await running()
  const before = copy()
  await work([before])
  expect((await rotateKeys(wrangler, { key: newKey(), now: seconds() })).ok).toBe(true)
  const [oldKey] = ((await status())?.grant ?? '').split('.')
  // It seals from ten minutes on: until then, nothing can be dropped.
  expect(await finishRotation(wrangler, { now: seconds(), linksToo: true })).toMatchObject({ ok: false })
  await work([copy()])
  expect(await status()).toMatchObject({ kind: 'active' })
  expect((await status())?.grant.split('.')[0]).not.toBe(oldKey)
  expect(await finishRotation(wrangler, { now: seconds(), linksToo: false })).toMatchObject({ ok: false })
  expect(await finishRotation(wrangler, { now: seconds(), linksToo: true })).toMatchObject({ ok: true })
  expect([...secrets.keys()]).toEqual([expect.stringMatching(/^KEYS_\d+_[0-9A-F]{8}$/)])
  await work([copy()])
  expect(await status()).toMatchObject({ kind: 'active' })
})

test('until it seals, a new key only opens: copies without it can read whatever is written', async () => {
  const { wrangler, copy, work, status, seconds } = await running()
  const before = copy()
  const now = seconds()
  await rotateKeys(wrangler, { key: newKey(), now: now + 86_400 })
  await work([before, copy()])
  expect(await status()).toMatchObject({ kind: 'active' })
  expect(await rotateKeys(wrangler, { key: newKey(), now })).toMatchObject({ ok: false })
})

test('there is nothing to finish where nothing was begun', async () => {
  const { wrangler, seconds } = await running()
  expect(await finishRotation(wrangler, { now: seconds(), linksToo: true })).toMatchObject({ ok: false })
})
