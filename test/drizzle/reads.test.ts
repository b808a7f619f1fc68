/** The migration to one table of reads: whatever was under way goes on where it stood, and nothing is read anew. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../drizzle')
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
const name = '0009_reads.sql'

/** A database as the migrations before this one left it, with these accounts in it. */
const databaseBefore = (accounts: readonly Readonly<Record<string, string | number | null>>[]): DatabaseSync => {
  const db = new DatabaseSync(':memory:')
  const apply = (file: string) => db.exec(readFileSync(join(folder, file), { encoding: 'utf8' }))
  for (const file of migrations.filter((file) => file < name)) apply(file)
  db.exec(`INSERT INTO users (id, created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour)
    VALUES (1, 0, 'ann@gmail.example', 'Ann', 1, 'UTC', 0, 1, 8)`)
  for (const [index, change] of accounts.entries()) {
    const row = { ...usual, id: index + 1, subject: `${index + 1}`, ...change }
    const columns = Object.keys(row)
    db.prepare(
      `INSERT INTO accounts (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row))
  }
  return db
}

const migrated = (db: DatabaseSync): DatabaseSync => {
  db.exec(readFileSync(join(folder, name), { encoding: 'utf8' }))
  return db
}

const usual = {
  user_id: 1,
  provider: 'google',
  address: 'ann@gmail.example',
  created_at: 100,
  grant: 'sealed',
  aliases: '[]',
  status_kind: 'active',
  revision: 7,
  lease_until: 0,
  not_before: 0,
  mail_cursor: 'mail here',
  mail_past: 'done',
  mail_read_at: 900,
  calendar_cursor: 'calendar here',
  calendar_past: 'done',
  calendar_read_at: 800,
  quota_window: '[]',
  progress: '{}',
  active_days: '',
}
const pass = {
  because: 'audit',
  since: 500,
  startedAt: 600,
  cursor: 'audit here',
  place: 'reading',
  after: null,
  seen: '1,2',
  found: 3,
  removed: 4,
}

const readsOf = (db: DatabaseSync, feed: string, account = 1) =>
  db
    .prepare('SELECT * FROM reads WHERE account_id = ? AND feed = ? ORDER BY number')
    .all(account, feed)
    .map((row) => ({ ...row }))

test('an account that was read keeps its positions, and nothing is under way', () => {
  const db = migrated(databaseBefore([{}]))
  expect(readsOf(db, 'mail')).toMatchObject([
    { purpose: 'changes', phase: 'done', cursor: 'mail here', remembered: '' },
  ])
  expect(readsOf(db, 'calendar')).toMatchObject([{ purpose: 'changes', cursor: 'calendar here' }])
  expect(db.prepare('SELECT revision, mail_read_at, calendar_read_at FROM accounts').get()).toMatchObject({
    revision: 7,
    mail_read_at: 900,
    calendar_read_at: 800,
  })
})

test('an account of which nothing was read has no reads', () => {
  const unread = { mail_cursor: null, mail_past: 'unread', calendar_cursor: null, calendar_past: 'unread' }
  expect(
    migrated(databaseBefore([unread]))
      .prepare('SELECT count(*) AS n FROM reads')
      .get(),
  ).toMatchObject({ n: 0 })
})

test('a first read goes on at its stage, with what the provider gave to remember', () => {
  const db = databaseBefore([{ mail_past: 'rest' }, { mail_past: 'conversations' }])
  db.exec(`INSERT INTO memories VALUES (1, 'mail', 'a b c'), (1, 'calendar audit', 'lost')`)
  migrated(db)
  expect(readsOf(db, 'mail')).toMatchObject([
    { purpose: 'changes', cursor: 'mail here', wants_remembered: 1, remembered: 'a b c' },
    { purpose: 'backfill', phase: 'rest', cursor: null, since: null },
  ])
  expect(readsOf(db, 'mail', 2)).toMatchObject([{ remembered: '' }, { purpose: 'backfill', phase: 'conversations' }])
})

test('a read after an expiry, or further back, goes on down to where it was to go, with what it saw', () => {
  const reread = (because: string) => ({
    mail_past: 'conversations',
    mail_since: 500,
    mail_pass: JSON.stringify({ ...pass, because, cursor: null }),
  })
  const db = migrated(databaseBefore([reread('expired'), reread('further')]))
  const kept = { phase: 'conversations', since: 500, started_at: 600, cursor: null, seen: '1,2', found: 3, removed: 4 }
  expect(readsOf(db, 'mail', 1)[1]).toMatchObject({ ...kept, purpose: 'recover' })
  expect(readsOf(db, 'mail', 2)[1]).toMatchObject({ ...kept, purpose: 'extend' })
})

test('an audit goes on in its pages, its list or its removals', () => {
  const auditing = (change: object) => ({ calendar_pass: JSON.stringify({ ...pass, ...change }) })
  const db = databaseBefore([
    auditing({}),
    auditing({ place: 'listing', after: 'list here' }),
    auditing({ place: 'sweeping' }),
    auditing({ cursor: null }),
  ])
  db.exec(`INSERT INTO memories VALUES (1, 'calendar audit', 'a b')`)
  migrated(db)
  const audit = { purpose: 'audit', since: 500, seen: '1,2', found: 3, removed: 4 }
  expect(readsOf(db, 'calendar', 1)).toMatchObject([
    { purpose: 'changes', cursor: 'calendar here' },
    { ...audit, phase: 'conversations', cursor: 'audit here', wants_remembered: 1, remembered: 'a b' },
  ])
  expect(readsOf(db, 'calendar', 2)[1]).toMatchObject({ ...audit, phase: 'list', cursor: 'list here' })
  expect(readsOf(db, 'calendar', 3)[1]).toMatchObject({ ...audit, phase: 'remove', cursor: null })
  expect(readsOf(db, 'calendar', 4)[1]).toMatchObject({ ...audit, phase: 'unread', cursor: null })
})

test('what was checked stays on record, in its order, each read under a number of its own', () => {
  const check = { feed: 'mail', at: 700, because: 'audit', since: 500, found: 1, removed: 2 }
  const checks = JSON.stringify([check, { ...check, at: 650, because: 'expired', since: null }])
  const db = migrated(databaseBefore([{ checks, mail_pass: JSON.stringify(pass) }]))
  expect(readsOf(db, 'mail')).toMatchObject([
    { number: 0, purpose: 'changes' },
    { number: 1, purpose: 'recover', phase: 'done', since: null, ended_at: 650 },
    { number: 2, purpose: 'audit', phase: 'done', since: 500, ended_at: 700, found: 1, removed: 2 },
    { number: 3, purpose: 'audit', phase: 'conversations' },
  ])
})
