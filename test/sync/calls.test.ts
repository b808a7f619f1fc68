/** What a job asks of the database: it claims, loads and saves, each in one call. */
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { ann, mailboxOf, meetingOf, messageOf, rhythm, start } from '../story.ts'

const maxCalls = 3
const minute = 60_000
const day = 24 * 60 * minute

type Counted = D1PreparedStatement & { readonly inner: D1PreparedStatement }

/** The database, and how often it was called; a batch is one call. */
const counting = (real: D1Database) => {
  const counted = { calls: 0 }
  const calling = new Set<string | symbol>(['run', 'all', 'first', 'raw'])
  const statement = (inner: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(inner, {
      get(target, name) {
        if (name === 'inner') return target
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        if (calling.has(name)) counted.calls += 1
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const database = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql))
      if (name === 'batch') {
        return (statements: readonly Counted[]) => {
          counted.calls += 1
          return target.batch(statements.map(({ inner }) => inner))
        }
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { database, counted }
}

const sealOf = (database: D1Database) => database.prepare('SELECT "grant" FROM accounts').first<string>('grant')

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  test('no job makes more calls than three: of a first read, of changes, of what goes to the bin, of an audit', async () => {
    const { database, counted } = counting(await freshDatabase())
    const mailbox = mailboxOf(
      [...rhythm('Bo Ek <bo@example.com>', 3, 300, 1), { from: 'di@example.com', daysAgo: 1, id: 'd0' }],
      [meetingOf('m1', 3, ['bo@example.com']), meetingOf('m2', -6, ['cy@example.com'])],
    )
    const home = install({ db: database, now: start, mailboxes: [mailbox] })
    await home.connect(ann.address, { provider })
    // Only reading is measured.
    await database.prepare('UPDATE users SET next_report_at = NULL').run()
    const seen: number[] = []
    const work = async (until: number) => {
      for (;;) {
        const before = await sealOf(database)
        counted.calls = 0
        if (!(await home.step(until))) return
        const calls = counted.calls
        // A token that is renewed is another matter: its new seal is stored before anything is read.
        if ((await sealOf(database)) === before) seen.push(calls)
      }
    }
    const pass = async (milliseconds: number) => {
      home.clock.time += milliseconds
      await home.cron()
      const asked = await database
        .prepare('SELECT id, revision FROM accounts')
        .first<{ id: number; revision: number }>()
      await home.env.JOBS.send({ kind: 'sync', userId: 1, accountId: asked?.id ?? 0, revision: asked?.revision ?? 0 })
      await work(home.clock.time + 5 * minute)
    }
    await work(start + 60 * minute)
    mailbox.deliver(messageOf({ from: 'Eve New <eve@example.com>', daysAgo: 0 }))
    mailbox.putMeeting(meetingOf('m2', -4, ['cy@example.com'], { status: 'cancelled' }))
    await pass(16 * minute)
    mailbox.remove('d0')
    await pass(16 * minute)
    await pass(20 * minute)
    await pass(7 * day)
    expect(home.queue.thrown).toEqual([])
    expect(seen.length).toBeGreaterThan(8)
    expect(Math.max(...seen)).toBeLessThanOrEqual(maxCalls)
  })
})
