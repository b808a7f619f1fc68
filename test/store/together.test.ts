import { expect, test } from 'vitest'
import { packDetail, togetherAmong } from '../../src/store/interactions.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'

test('how often two were on one item, by person, over their addresses, and never across feeds or users', async () => {
  const db = await freshDatabase()
  await db.batch([
    db.prepare(
      `INSERT INTO users (id, created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour)
       VALUES (1, 0, 'ann@example.org', 'Ann', 1, 'UTC', 0, 1, 8), (2, 0, 'eve@example.org', 'Eve', 0, 'UTC', 0, 1, 8)`,
    ),
    db.prepare(
      `INSERT INTO accounts (id, user_id, provider, subject, address, created_at, "grant", aliases, status_kind, turn,
         lease_until, not_before, mail_past, mail_read_at, calendar_past, calendar_read_at, ledger, progress, active_days)
       VALUES (1, 1, 'google', 'a', 'ann@example.org', 0, '', '[]', 'active', 0, 0, 0, 'done', 0, 'done', 0, '[]', '{}', ''),
         (2, 2, 'google', 'b', 'eve@example.org', 0, '', '[]', 'active', 0, 0, 0, 'done', 0, 'done', 0, '[]', '{}', '')`,
    ),
    ...(
      [
        // account, feed, contact, item
        [1, 0, 10, 500],
        [1, 0, 20, 500],
        [1, 0, 11, 501],
        [1, 0, 20, 501],
        [1, 0, 10, 502],
        [1, 1, 20, 502],
        [2, 0, 10, 503],
        [2, 0, 20, 503],
      ] as const
    ).map(([account, feed, contact, item]) =>
      db
        .prepare('INSERT INTO interactions (account_id, feed, contact_id, at, item, detail) VALUES (?, ?, ?, 1, ?, ?)')
        .bind(account, feed, contact, item, packDetail('seen', 3)),
    ),
  ])
  const people = [
    { id: 10, contactIds: [10, 11] },
    { id: 20, contactIds: [20] },
  ]
  expect(await togetherAmong(openStore(db), 1, people)).toEqual([{ a: 10, b: 20, times: 2 }])
})
