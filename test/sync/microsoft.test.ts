/** What only a mailbox at Microsoft can do to us. */
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { allRead, stagesIn, statusIn } from '../reads.ts'
import { type Installation, type InstallationOptions, install } from '../sandbox/installation.ts'
import { deliverJob } from '../sandbox/queue.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { ann, type Line, mailboxOf, meetingOf, messageOf, rhythm, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const hour = 3_600_000
const day = 24 * hour

const open = async (mailbox: Mailbox, options: Partial<InstallationOptions> = {}): Promise<Installation> => {
  const home = install({ db, now: start, mailboxes: [mailbox], ...options })
  await home.connect(ann.address, { provider: 'microsoft' })
  await home.settle()
  return home
}
const account = async () =>
  (await db.prepare('SELECT * FROM accounts').first<Record<string, string | number | null>>()) ?? {}
const count = async (feed = 0) =>
  (await db.prepare('SELECT count(*) AS n FROM interactions WHERE feed = ?1').bind(feed).first<number>('n')) ?? 0
const isKnown = async (address: string) =>
  (await db.prepare('SELECT 1 FROM addresses WHERE address = ?1').bind(address).first()) !== null

describe('refresh tokens, of which each takes the place of the one before', () => {
  test('are kept, for as long as the account is read', async () => {
    const mailbox = mailboxOf(rhythm('bo@example.com', 5, 40, 1))
    const home = await open(mailbox, { microsoft: { switches: { graceSeconds: 0 } } })
    const grants = new Set([(await account()).grant])
    for (let hours = 3; hours <= 30; hours += 3) {
      await home.pollAt(start + hours * hour)
      grants.add((await account()).grant)
    }
    expect(grants.size).toBeGreaterThan(8)
    mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
    await home.pollAt(start + 33 * hour)
    expect(await isKnown('eve@example.com')).toBe(true)
    expect(await account()).toMatchObject({ status_kind: 'active' })
  })

  test.each([0, 2 * 86_400])(
    'two at once lose none, where the old one works on for %i seconds',
    async (graceSeconds) => {
      const home = await open(mailboxOf(rhythm('bo@example.com', 5, 40, 1)), {
        microsoft: { switches: { graceSeconds } },
      })
      for (let round = 1; round <= 3; round += 1) {
        home.clock.time += 3 * hour
        const { id, user_id, revision } = await account()
        const job = {
          kind: 'sync',
          userId: Number(user_id),
          accountId: Number(id),
          revision: Number(revision),
        } as const
        await home.env.JOBS.send(job)
        await home.env.JOBS.send(job)
        const both = [home.queue.take(), home.queue.take()].flatMap((taken) => taken ?? [])
        const handle = (batch: Parameters<typeof home.worker.queue>[0]) => home.worker.queue(batch, home.env)
        await Promise.all(both.map((taken) => deliverJob(home.queue, taken, handle)))
        await home.settle()
        expect(await account()).toMatchObject({ status_kind: 'active' })
      }
      expect(home.resend.sent).toEqual([])
    },
  )
})

test('a grant that another job has got and not yet stored is not called dead', async () => {
  const mailbox = mailboxOf(rhythm('bo@example.com', 5, 40, 1))
  let held: { readonly release: () => void; readonly until: Promise<void> } | null = null
  const home = await open(mailbox, {
    db: storingLate(db, async () => held?.until),
    microsoft: { switches: { graceSeconds: 0 } },
  })
  home.clock.time += 3 * hour
  const { id, user_id, revision } = await account()
  const job = { kind: 'sync', userId: Number(user_id), accountId: Number(id), revision: Number(revision) } as const
  const handle = (batch: Parameters<typeof home.worker.queue>[0]) => home.worker.queue(batch, home.env)
  const run = async () => {
    await home.env.JOBS.send(job)
    const taken = home.queue.take()
    if (taken !== null) await deliverJob(home.queue, taken, handle)
  }
  const { promise: until, resolve: release } = Promise.withResolvers<void>()
  held = { release, until }
  const first = run()
  await new Promise((resolve) => setTimeout(resolve, 100))
  home.clock.time += 1000
  // The second finds the refresh token used up, and in the row still the old grant.
  await run()
  expect(await account()).toMatchObject({ status_kind: 'active' })
  release()
  await first
  await home.settle()
  expect(await account()).toMatchObject({ status_kind: 'active' })
  await home.pollAt(home.clock.time + 3 * hour)
  expect(await account()).toMatchObject({ status_kind: 'active' })
  expect(home.resend.sent).toEqual([])
})

/** A database in which a renewed grant is stored only when `mayStore` says so. */
const storingLate = (real: D1Database, mayStore: () => Promise<void> | undefined): D1Database => {
  const late = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (name === 'bind') return (...values: unknown[]) => late(target.bind(...values))
        if (name !== 'run' && name !== 'all') return typeof value === 'function' ? value.bind(target) : value
        return async () => {
          await mayStore()
          return target.all()
        }
      },
    })
  return new Proxy(real, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value
      return (sql: string) => {
        const statement = target.prepare(sql)
        return /^update "accounts" set "grant"/i.test(sql) ? late(statement) : statement
      }
    },
  })
}

describe('folders of the person’s own', () => {
  const filed = (folders: number): readonly Line[] =>
    Array.from({ length: folders }, (_, index) => ({
      from: `p${index}@example.com`,
      daysAgo: 2 + index,
      labels: [`Folder ${index}`],
      id: (0xf00 + index).toString(16).padStart(16, '0'),
    }))

  test('are read, however many, in few calls, and so are those made later', async () => {
    const mailbox = mailboxOf(filed(70))
    const home = await open(mailbox)
    expect(await count()).toBe(70)
    mailbox.relabel('0000000000000f05', { add: ['Made later'], remove: ['Folder 5'] })
    mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0, labels: ['Made later/Within'] }))
    mailbox.deliver(messageOf({ from: 'gus@example.com', daysAgo: 0, labels: ['Folder 69'] }))
    await home.pollAt(start + hour)
    expect(await count()).toBe(72)
    const before = home.microsoft.usage().requests
    await home.pollAt(home.clock.time + hour)
    await home.settle()
    // Seventy folders are four calls of twenty; one for the folders themselves, one for the calendar.
    expect(home.microsoft.usage().requests - before).toBeLessThanOrEqual(6)
    expect(home.microsoft.usage().maxAtOnce).toBeLessThanOrEqual(3)
  })

  test('a letter that goes through them is one letter, and is gone when it is thrown away from there', async () => {
    const mailbox = mailboxOf(filed(3))
    const home = await open(mailbox)
    const id = '0000000000000f01'
    mailbox.relabel(id, { add: ['Folder 2'], remove: ['Folder 1'] })
    await home.pollAt(start + hour)
    expect(await count()).toBe(3)
    mailbox.relabel(id, { add: ['TRASH'] })
    await home.pollAt(start + 2 * hour)
    expect(await count()).toBe(2)
    mailbox.relabel(id, { remove: ['TRASH'] })
    await home.pollAt(start + 3 * hour)
    expect(await count()).toBe(3)
  })
})

describe('what Microsoft’s documents leave open', () => {
  const lines: readonly Line[] = [
    ...rhythm('Bo Ek <bo@example.com>', 14, 200, 20),
    { from: 'Cy <cy@example.com>', daysAgo: 3, headers: ['List-Id: <choir.lists.example>', 'Precedence: list'] },
    { from: 'noreply@shop.example', daysAgo: 4 },
    ...Array.from({ length: 40 }, (_, index) => ({ from: `p${index}@example.com`, daysAgo: 5 + index })),
  ]

  test('headers that come tell a list from a person', async () => {
    await open(mailboxOf(lines))
    expect(await isKnown('cy@example.com')).toBe(false)
  })

  test.each(['absent', 'refused'] as const)('headers that are %s make us less sure, and nothing else', async (how) => {
    const mailbox = mailboxOf(lines)
    const home = await open(mailbox, { microsoft: { switches: { headersUnderReadBasic: how } } })
    expect(await account()).toMatchObject({ status_kind: 'active' })
    expect((await stagesIn(db)).mail).toBe('done')
    expect(await isKnown('bo@example.com')).toBe(true)
    expect(await isKnown('shop.example')).toBe(false)
    expect(await isKnown('cy@example.com')).toBe(true)
    const before = await count()
    mailbox.relabel(mailbox.newestFirst.find(({ headers }) => headers.includes('Cy'))?.id ?? '', { add: ['TRASH'] })
    mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
    mailbox.deliver(messageOf({ from: 'gus@example.com', daysAgo: 0 }))
    await home.pollAt(start + hour)
    expect(await isKnown('eve@example.com')).toBe(true)
    expect(await count()).toBe(before + 1)
    expect(await account()).toMatchObject({ status_kind: 'active' })
  })

  test.each(['always', 'beginning in the window'] as const)('masters of series that come %s', async (masters) => {
    const weekly = Array.from({ length: 100 }, (_, index) =>
      meetingOf(`s_${index}`, 660 - 7 * index, ['bo@example.com'], { seriesId: 's' }),
    )
    await open(mailboxOf([], weekly), { microsoft: { switches: { masters } } })
    expect(await count(1)).toBe(100)
    expect((await stagesIn(db)).calendar).toBe('done')
  })

  test('an occurrence that is called off without a word is found by the weekly check', async () => {
    const weekly = Array.from({ length: 10 }, (_, index) =>
      meetingOf(`s_${index}`, 60 - 7 * index, ['bo@example.com'], { seriesId: 's' }),
    )
    const mailbox = mailboxOf([], weekly)
    const home = await open(mailbox, { microsoft: { switches: { deletedOccurrences: 'silent' } } })
    const [called] = weekly
    if (called !== undefined) mailbox.putMeeting({ ...called, status: 'cancelled' })
    await home.pollAt(start + 9 * day, 240)
    expect(await count(1)).toBe(9)
  })

  test('scopes by their whole names are the same scopes', async () => {
    await open(mailboxOf(lines), { microsoft: { switches: { scopeNames: 'whole' } } })
    expect(await stagesIn(db)).toEqual(allRead)
  })
})

test('a folder that got more than 5,000 letters within days is read, and checked, to its end', async () => {
  const many = Array.from({ length: 5200 }, (_, index) => ({
    // What is sent needs no headers looked up: the longest walk for the fewest calls.
    to: `p${index % 5}@example.com`,
    daysAgo: 0.1 + index / 1200,
  }))
  const home = await open(mailboxOf(many))
  expect(await count()).toBe(5200)
  await db
    .prepare('DELETE FROM interactions WHERE at < ?1')
    .bind((start - 4.2 * day) / 1000)
    .run()
  expect(await count()).toBeLessThan(5200)
  await home.pollAt(start + 9 * day, 240)
  expect(await count()).toBe(5200)
})

test('an account without a mailbox is told from one that is blocked', async () => {
  const home = install({ db, now: start, mailboxes: [mailboxOf([])], microsoft: { withoutMail: [ann.subject] } })
  const { browser } = await home.connect(ann.address, { provider: 'microsoft' })
  await home.pollAt(start + hour)
  expect(await statusIn(db)).toMatchObject({ kind: 'blocked', reason: 'no_mailbox' })
  expect(await browser.read('/accounts')).toContain('This account has had no mailbox to read since')
  expect(home.resend.sent).toEqual([])
})
