import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { allRead, stagesIn, statusIn } from '../reads.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { ann, mailboxOf, meetingOf, messageOf, rhythm, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const open = async (mailbox: Mailbox): Promise<Installation> => {
  const home = install({ db, now: start, mailboxes: [mailbox] })
  await home.connect(ann.address)
  return home
}

/** Everything learned, as one value. */
const learned = async () => {
  const rows = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .then(({ results }) => results)
  return {
    interactions: await rows('SELECT * FROM interactions'),
    addresses: await rows('SELECT * FROM addresses'),
    contacts: await rows('SELECT id, contacts FROM contact_blocks'),
  }
}

const account = async () =>
  (await db.prepare('SELECT * FROM accounts').first<Record<string, string | number | null>>()) ?? {}
const contacts = async (): Promise<string> =>
  (
    await db
      .prepare('SELECT group_concat(contacts) AS all_of_them FROM contact_blocks')
      .first<{ all_of_them: string }>()
  )?.all_of_them ?? ''
const interactionCount = async () =>
  (await db.prepare('SELECT count(*) AS n FROM interactions').first<{ n: number }>())?.n

const story = () =>
  mailboxOf(
    [
      ...rhythm('Bo Ek <bo@example.com>', 14, 200, 20),
      ...rhythm('cy@example.com', 30, 300, 3),
      { from: 'News <news@shop.example>', daysAgo: 2, headers: ['List-Unsubscribe: <https://shop.example/u>'] },
      { from: 'di@example.com', daysAgo: 9 },
    ],
    [meetingOf('m1', 30, ['bo@example.com']), meetingOf('m2', -6, ['cy@example.com'])],
  )

describe('the first read', () => {
  test('reads every letter and meeting once, and no newsletter becomes a contact', async () => {
    const home = await open(story())
    await home.settle()
    expect(await account()).toMatchObject({ status_kind: 'active', lease_until: 0 })
    expect(await stagesIn(db)).toEqual(allRead)
    expect(await contacts()).toContain('bo@example.com')
    expect(await contacts()).toContain('di@example.com')
    expect(await contacts()).not.toContain('shop.example')
    expect(home.queue.thrown).toEqual([])
  })

  test('read again from the start, nothing changes', async () => {
    const home = await open(story())
    await home.settle()
    const before = await learned()
    await db.batch([
      db.prepare('DELETE FROM reads'),
      db.prepare('UPDATE accounts SET mail_read_at = 0, calendar_read_at = 0'),
    ])
    await home.cron()
    await home.settle()
    expect(await learned()).toEqual(before)
    expect(await stagesIn(db)).toEqual(allRead)
  })

  test('a job delivered twice changes nothing', async () => {
    const once = await open(story())
    await once.settle()
    const expected = await learned()
    db = await freshDatabase()
    const twice = install({ db, now: start, mailboxes: [story()] })
    await twice.connect(ann.address)
    for (;;) {
      const [next] = twice.queue.waiting
      if (next === undefined) break
      await twice.env.JOBS.send(next.body)
      await twice.step()
      await twice.step()
    }
    expect((await learned()).interactions.length).toBe(expected.interactions.length)
    expect((await learned()).contacts).toEqual(expected.contacts)
  })

  test('two chains of jobs become one', async () => {
    const home = await open(mailboxOf(rhythm('bo@example.com', 3, 900, 1)))
    await home.cron()
    await home.cron()
    let most = 0
    while (await home.step()) most = Math.max(most, home.queue.waiting.length)
    expect(most).toBeLessThanOrEqual(3)
    expect(home.google.usage().gmail.methods['messages.get']?.calls).toBeLessThanOrEqual(602)
  })

  test('what Gmail sorts away is read last, a thread once and whole, and nothing twice', async () => {
    const home = await open(
      mailboxOf([
        ...Array.from({ length: 700 }, (_, index) => ({
          from: `shop${index % 9}@shop.example`,
          daysAgo: 1 + index / 100,
          labels: ['INBOX', 'CATEGORY_PROMOTIONS'],
        })),
        { to: 'bo@example.com', daysAgo: 30, id: '0000000000a00001', thread: '0000000000a00001' },
        { from: 'bo@example.com', daysAgo: 29, id: '0000000000a00002', thread: '0000000000a00001' },
        { to: 'bo@example.com', daysAgo: 28, id: '0000000000a00003', thread: '0000000000a00001' },
        { from: 'cy@example.com', daysAgo: 40, id: '0000000000900001' },
      ]),
    )
    const calls = () => home.google.usage().gmail.methods
    while ((await stagesIn(db)).mail !== 'rest') await home.step()
    expect(calls()['threads.get']?.calls).toBe(1)
    expect(calls()['messages.get']?.calls).toBe(1)
    expect(await contacts()).toContain('bo@example.com')
    expect(await contacts()).toContain('cy@example.com')
    await home.settle()
    expect(calls()['threads.get']?.calls).toBe(1)
    expect(calls()['messages.get']?.calls).toBe(701)
  })

  test('where Gmail sorts nothing away, every letter is still read', async () => {
    const home = await open(mailboxOf(rhythm('bo@example.com', 3, 2400, 1).filter(({ daysAgo }) => daysAgo < 1800)))
    await home.settle()
    expect(await interactionCount()).toBe(1200)
  })

  test('the quota of a minute is never overrun: no call is refused for it', async () => {
    const home = await open(mailboxOf(rhythm('bo@example.com', 2, 1000, 1)))
    let most = 0
    while (await home.step()) most = Math.max(most, home.google.quotaSpentInLastMinute(ann.subject))
    expect(most).toBeGreaterThan(4000)
    expect(most).toBeLessThanOrEqual(6000)
    expect((await stagesIn(db)).mail).toBe('done')
  })

  test('a summary is what its interactions say, for every contact of hundreds', async () => {
    const crowd = Array.from({ length: 300 }, (_, index) =>
      rhythm(`p${index}@example.com`, 100 + index, 300, index % 50),
    ).flat()
    const home = await open(mailboxOf(crowd))
    await home.settle()
    expect(home.queue.thrown).toEqual([])
    const { unpackDetail } = await import('../../src/store/interaction-detail.ts')
    const { parseBlock } = await import('../../src/store/contact-book-format.ts')
    const { noSummaries, withContact } = await import('../../src/model/contact.ts')
    const { interactions, contacts: blocks } = await learned()
    const all = (blocks as { id: number; contacts: string }[]).flatMap((block) => parseBlock(block.id, block.contacts))
    expect(all.length).toBe(300)
    for (const contact of all) {
      const rebuilt = (interactions as { contact_id: number; feed: number; at: number; detail: number }[])
        .filter(({ contact_id }) => contact_id === contact.id)
        .map(({ feed, at, detail }) => ({ at: at as never, ...unpackDetail(feed, detail) }))
        .reduce(withContact, noSummaries)
      const { relationship, doubted, isList, languages } = contact
      expect({ relationship, doubted, isList, languages }).toEqual(rebuilt)
    }
  })
})

describe('changes', () => {
  test('a new letter is known after the next round', async () => {
    const mailbox = story()
    const home = await open(mailbox)
    await home.settle()
    mailbox.deliver(messageOf({ from: 'Eve New <eve@example.com>', daysAgo: 0 }))
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await contacts()).toContain('eve@example.com')
  })

  test('a round that brings nothing writes one row at most', async () => {
    const home = await open(story())
    await home.settle()
    const before = await account()
    const written = await rowsWritten(home, () => home.pollAt(home.clock.time + 15 * 60_000))
    expect(written).toBeLessThanOrEqual(1)
    expect(Number((await account()).mail_read_at)).toBeGreaterThan(Number(before.mail_read_at))
  })

  test('what goes to the bin is taken back, and comes again when it is fetched out', async () => {
    const mailbox = mailboxOf([
      { from: 'bo@example.com', daysAgo: 5, id: 'b0' },
      { from: 'bo@example.com', daysAgo: 9 },
    ])
    const home = await open(mailbox)
    await home.settle()
    expect(await interactionCount()).toBe(2)
    mailbox.relabel('b0', { add: ['TRASH'], remove: ['INBOX'] })
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await interactionCount()).toBe(1)
    expect(await contacts()).toContain(String(Math.floor((start - 9 * 86_400_000) / 1000)))
    expect(await contacts()).not.toContain(String(Math.floor((start - 5 * 86_400_000) / 1000)))
    mailbox.relabel('b0', { add: ['INBOX'], remove: ['TRASH'] })
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await interactionCount()).toBe(2)
  })

  test('a letter the user sent and then threw away is taken back as well', async () => {
    const mailbox = mailboxOf([
      { to: 'bo@example.com', daysAgo: 5, id: 'b0' },
      { to: 'bo@example.com', daysAgo: 9 },
    ])
    const home = await open(mailbox)
    await home.settle()
    expect(await interactionCount()).toBe(2)
    mailbox.relabel('b0', { add: ['TRASH'] })
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await interactionCount()).toBe(1)
  })

  test('what is deleted for ever is gone here too', async () => {
    const mailbox = mailboxOf([{ from: 'bo@example.com', daysAgo: 5, id: 'b0' }])
    const home = await open(mailbox)
    await home.settle()
    mailbox.remove('b0')
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await interactionCount()).toBe(0)
  })

  test('a meeting that is moved is met once, one that is cancelled never', async () => {
    const mailbox = mailboxOf([], [meetingOf('m1', 3, ['bo@example.com']), meetingOf('m2', -4, ['cy@example.com'])])
    const home = await open(mailbox)
    await home.settle()
    mailbox.putMeeting(meetingOf('m1', 2, ['bo@example.com']))
    mailbox.putMeeting(meetingOf('m2', -4, ['cy@example.com'], { status: 'cancelled' }))
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect((await learned()).interactions).toHaveLength(1)
    expect((await learned()).interactions[0]).toMatchObject({ at: Math.floor((start - 2 * 86_400_000) / 1000) })
  })

  test('the same letter in two folders counts once', async () => {
    const home = await open(
      mailboxOf([{ to: 'bo@example.com, ann@gmail.example', daysAgo: 4, labels: ['SENT', 'INBOX'] }]),
    )
    await home.settle()
    expect(await interactionCount()).toBe(1)
  })
})

describe('weather', () => {
  test.each([
    ['a rate limit', { throttle: 7 }],
    ['an outage', { outage: 4 }],
    ['nonsense', { nonsense: 4 }],
    ['broken answers', { breakOff: 4 }],
  ])('%s delays, and changes nothing in the end', async (_name, weather) => {
    const quiet = await open(story())
    await quiet.settle()
    const expected = await learned()
    db = await freshDatabase()
    const home = install({ db, now: start, mailboxes: [story()] })
    await home.connect(ann.address)
    Object.assign(home.world.weather, weather)
    await home.passTo(start + 3 * 3_600_000)
    expect(await account()).toMatchObject({ status_kind: 'active' })
    expect(await stagesIn(db)).toEqual(allRead)
    expect((await learned()).interactions.length).toBe(expected.interactions.length)
    expect((await learned()).contacts.length).toBe(expected.contacts.length)
  })

  test('an outage that lasts is noted, and over when it is over', async () => {
    const home = await open(story())
    home.world.weather.outage = 1000
    await home.passTo(start + 3_600_000)
    expect(await statusIn(db)).toMatchObject({ kind: 'waiting', reason: 'unavailable' })
    home.world.weather.outage = 0
    await home.passTo(start + 2 * 3_600_000)
    expect(await statusIn(db)).toEqual({ kind: 'active' })
    expect((await stagesIn(db)).mail).toBe('done')
  })

  test('a grant that was withdrawn stops the reading and asks the person, and goes on when it is given again', async () => {
    const mailbox = story()
    const home = await open(mailbox)
    await home.settle()
    home.world.weather.revoked = true
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await account()).toMatchObject({ status_kind: 'reconnect', status_reason: 'grant_revoked' })
    home.world.weather.revoked = false
    mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
    await home.connect(ann.address)
    await home.pollAt(home.clock.time + 16 * 60_000)
    expect(await account()).toMatchObject({ status_kind: 'active' })
    expect(await contacts()).toContain('eve@example.com')
  })

  test('an expired position leads to a re-read that finds what was missed, and is bounded', async () => {
    // One list of Gmail's is read anew, however long the mailbox is: here, a fraction of it.
    const mailbox = mailboxOf(rhythm('bo@example.com', 1, 1200, 1))
    const home = await open(mailbox)
    await home.settle()
    const units = home.google.quotaSpent(ann.subject)
    mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
    home.world.weather.expireCursors = true
    await home.pollAt(home.clock.time + 31 * 60_000)
    expect(await contacts()).toContain('eve@example.com')
    expect(await stagesIn(db)).toEqual(allRead)
    expect(await db.prepare("SELECT 1 FROM reads WHERE purpose <> 'changes' AND phase <> 'done'").first()).toBeNull()
    expect(home.google.quotaSpent(ann.subject) - units).toBeLessThan(units / 5)
  })

  test('a database that fails for a while loses nothing', async () => {
    const quiet = await open(story())
    await quiet.settle()
    const expected = await learned()
    db = await freshDatabase()
    let failures = 3
    const home = install({ db: failing(db, () => failures-- > 0), now: start, mailboxes: [story()] })
    const saved = failures
    failures = 0
    await home.connect(ann.address)
    failures = saved
    await home.settle()
    expect(home.queue.thrown).toHaveLength(3)
    expect((await learned()).interactions.length).toBe(expected.interactions.length)
    expect(await account()).toMatchObject({ lease_until: 0 })
    expect((await stagesIn(db)).mail).toBe('done')
  })

  test('the access token is renewed when its hour is over', async () => {
    const mailbox = story()
    const home = await open(mailbox)
    await home.settle()
    mailbox.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
    await home.pollAt(start + 3 * 3_600_000)
    expect(await contacts()).toContain('eve@example.com')
    expect(await account()).toMatchObject({ status_kind: 'active' })
  })
})

/** A database whose batches fail as long as `fails` says so. */
const failing = (real: D1Database, fails: () => boolean): D1Database =>
  new Proxy(real, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return async (statements: D1PreparedStatement[]) => {
        if (fails()) throw new Error('D1_ERROR: the database is away')
        return target.batch(statements)
      }
    },
  })

/** Rows that D1 says were written while `work` ran. */
const rowsWritten = async (home: Installation, work: () => Promise<unknown>): Promise<number> => {
  const before = home.database.rowsWritten
  await work()
  return home.database.rowsWritten - before
}
