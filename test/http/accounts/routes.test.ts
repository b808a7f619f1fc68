import { describe, expect, test } from 'vitest'
import { openConnected } from '../../fixture.ts'
import type { Owner } from '../../sandbox/world.ts'
import { ann, mailboxOf, messageOf, rhythm, start } from '../../story.ts'

let db: D1Database

const work: Owner = { ...ann, subject: '100000000000000000009', address: 'ann@work.example' }
const count = async (table: string) =>
  (await db.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n
const tables = async (): Promise<readonly string[]> =>
  (
    await db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'sqlite_%'",
      )
      .all<{ name: string }>()
  ).results.map(({ name }) => name)
const everything = async () =>
  JSON.stringify((await db.prepare('SELECT * FROM contact_blocks').all()).results) +
  JSON.stringify((await db.prepare('SELECT * FROM addresses').all()).results)

const open = async () => {
  const own = mailboxOf([...rhythm('Bo Ek <bo@example.com>', 14, 200, 5), ...rhythm('cy@example.com', 30, 300, 3)])
  const atWork = mailboxOf(
    [...rhythm('Bo Ek <bo@example.com>', 20, 100, 2), ...rhythm('di@example.com', 10, 60, 1)],
    [],
    work,
  )
  const opened = await openConnected([own, atWork])
  const { home, browser } = opened
  db = opened.db
  await home.connect(work.address, { browser })
  await home.settle()
  return { home, browser, own }
}

/** As if a report had told of everybody. */
const nameEverybody = async () =>
  (
    await db.prepare('SELECT address, contact_id FROM addresses').all<{ address: string; contact_id: number }>()
  ).results.map(({ address, contact_id: personId }) => ({
    personId,
    name: address,
    givenName: null,
    how: 'sent',
    at: 1,
    afterDays: 0,
  }))

describe('disconnecting', () => {
  test('the permission is given back upstream, and what was learned stays where the person wants it to', async () => {
    const { home, browser, own } = await open()
    const before = await count('interactions')
    const answer = await browser.post('/accounts/1/disconnect', { learned: 'keep' })
    expect(await answer.text()).toContain('given back to the provider')
    const reads = home.google.usage().requests
    own.deliver(messageOf({ from: 'eve@example.com', daysAgo: 0 }))
    await db.prepare('DELETE FROM accounts WHERE id = 2').run()
    await home.passTo(start + 3 * 3_600_000)
    expect(home.google.usage().requests).toBe(reads)
    expect(await count('interactions')).toBe(before)
    expect((await db.prepare('SELECT grant FROM accounts WHERE id = 1').first())?.grant).toBe('')
    expect(await browser.read('/accounts')).toContain('You disconnected it on')
  })

  test('connecting it again goes on where it stood', async () => {
    const { home, browser, own } = await open()
    await browser.post('/accounts/1/disconnect', { learned: 'keep' })
    own.deliver(messageOf({ from: 'Eve New <eve@example.com>', daysAgo: 0 }))
    await home.connect(ann.address, { browser })
    await home.pollAt(start + 3_600_000)
    expect(await everything()).toContain('eve@example.com')
  })

  test('what is forgotten leaves no trace, and who is known through another account stays', async () => {
    const { home, browser } = await open()
    await browser.post('/accounts/1/disconnect', { learned: 'forget' })
    const left = await everything()
    expect(left).not.toContain('cy@example.com')
    expect(left).toContain('bo@example.com')
    expect(left).toContain('di@example.com')
    expect(await count('accounts')).toBe(1)
    const people = await browser.read('/people')
    expect(people).toContain('Bo Ek')
    await home.passTo(start + 3_600_000)
    expect(home.queue.thrown).toEqual([])
  })

  test('past reports name nobody any more who was known only through it, and everyone else', async () => {
    const { home, browser } = await open()
    const content = JSON.stringify({
      week: '2026-11-16',
      at: start / 1000,
      zone: 'UTC',
      isFirst: false,
      bands: { thriving: 0, steady: 0, fading: 0, quiet: 2, new: 0, unknown: 0 },
      suggestions: [],
      heldBack: [],
      reconnections: await nameEverybody(),
      notes: [],
    })
    await db
      .prepare('INSERT INTO reports (user_id, week, claimed_at, sent_at, content) VALUES (1, ?1, 1, 1, ?2)')
      .bind('2026-11-16', content)
      .run()
    for (const { personId } of await nameEverybody())
      await db.prepare("INSERT INTO suggestion_acts VALUES (1, '2026-11-16', ?1, 'done', 1)").bind(personId).run()
    await browser.post('/accounts/1/disconnect', { learned: 'forget' })
    const left = await db.prepare('SELECT content FROM reports').first<string>('content')
    expect(left).not.toContain('cy@example.com')
    expect(left).toContain('bo@example.com')
    expect(left).toContain('di@example.com')
    expect(await count('suggestion_acts')).toBe(2)
    expect(home.queue.thrown).toEqual([])
  })

  test('what is stopped in the middle of forgetting can be asked for again', async () => {
    const { home, browser } = await open()
    await db
      .prepare("CREATE TRIGGER stop BEFORE UPDATE ON contact_blocks BEGIN SELECT raise(ABORT, 'stopped'); END")
      .run()
    expect((await browser.post('/accounts/1/disconnect', { learned: 'forget' })).status).toBeGreaterThanOrEqual(500)
    expect(await everything()).toContain('cy@example.com')
    await db.prepare('DROP TRIGGER stop').run()
    expect(await browser.read('/accounts')).toContain(`Forget ${ann.address}`)
    await browser.post('/accounts/1/disconnect', { learned: 'forget' })
    expect(await everything()).not.toContain('cy@example.com')
    expect(await count('accounts')).toBe(1)
    expect(home.queue.thrown).toEqual([])
  })

  test('an owner who had their only account forgotten can sign in again, and nobody else could meanwhile', async () => {
    const { home, browser } = await open()
    await browser.post('/people/corrections', { kind: 'ignore', target: 'domain', domain: 'example.com' })
    await browser.post('/accounts/2/disconnect', { learned: 'forget' })
    expect(await count('corrections')).toBe(1)
    const answer = await browser.post('/accounts/1/disconnect', { learned: 'forget' })
    expect(await answer.text()).toContain('for you to sign in with')
    // What is left of them are places without a name, of which numbers follow.
    const kept = ['users', 'accounts', 'sessions', 'contact_blocks']
    for (const table of (await tables()).filter((name) => !kept.includes(name)))
      expect([table, await count(table)]).toEqual([table, 0])
    expect(await everything()).not.toContain('example.com')
    expect(await db.prepare('SELECT aliases, mail_read_at, "grant" FROM accounts').all()).toMatchObject({
      results: [{ aliases: '[]', mail_read_at: 0, grant: '' }],
    })
    expect(await browser.read('/accounts')).toContain('We keep nothing of it but its name, for you to sign in with')
    await browser.post('/sign-out')
    expect((await home.connect(work.address)).response.status).toBe(403)
    const again = await home.connect(ann.address)
    expect(again.response.headers.get('location')).toBe('/reading')
    await home.settle()
    expect(await again.browser.read('/people')).toContain('Bo Ek')
    expect(await db.prepare('SELECT is_owner FROM users').all()).toMatchObject({ results: [{ is_owner: 1 }] })
    expect(home.queue.thrown).toEqual([])
  })

  test('nobody disconnects the account of another', async () => {
    const { home } = await open()
    expect((await home.browser().post('/accounts/1/disconnect', { learned: 'forget' })).status).toBe(302)
    expect(await count('accounts')).toBe(2)
  })
})

describe('deleting everything', () => {
  test('leaves not a row in any table, and gives the permissions back', async () => {
    const { home, browser } = await open()
    await home.passTo(start + 6 * 86_400_000, 240)
    expect((await browser.post('/settings/delete', {})).status).toBe(400)
    expect(await count('users')).toBe(1)
    await browser.post('/settings/delete', { sure: 'on' })
    for (const table of await tables()) expect([table, await count(table)]).toEqual([table, 0])
    await home.settle()
    expect(home.queue.thrown).toEqual([])
  })
})
