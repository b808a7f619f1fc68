import { beforeEach, describe, expect, test } from 'vitest'
import type { InteractionKind } from '../../src/model/interaction.ts'
import type { Instant } from '../../src/model/time.ts'
import { packDetail } from '../../src/store/interaction-detail.ts'
import { tallyOf, togetherAmong, togetherOn } from '../../src/store/interactions.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { interactionWith } from '../interaction.ts'

const who = { address: 'bo@x.example' as never }
const now = 100 as Instant

let db: D1Database

/** Ann has two accounts, Eve one. */
beforeEach(async () => {
  db = await freshDatabase()
  const user = (id: number, name: string) =>
    db.prepare(
      `INSERT INTO users (id, created_at, address, name, is_owner, zone, is_zone_chosen, report_weekday, report_hour)
       VALUES (${id}, 0, '${name}@example.org', '${name}', 1, 'UTC', 0, 1, 8)`,
    )
  const account = (id: number, userId: number) =>
    db.prepare(
      `INSERT INTO accounts (id, user_id, provider, subject, address, created_at, "grant", aliases, status_kind, revision,
         lease_until, not_before, mail_read_at, calendar_read_at, quota_window, progress, active_days)
       VALUES (${id}, ${userId}, 'google', '${id}', '', 0, '', '[]', 'active', 0, 0, 0, 0, 0, '[]', '{}', '')`,
    )
  await db.batch([user(1, 'ann'), user(2, 'eve'), account(1, 1), account(3, 1), account(2, 2)])
})

/** `[account, feed, contact, item, letter]`; without a letter, a row from before there was such a thing. */
type Row = readonly [account: number, feed: number, contact: number, item: number, message?: number]

const store = async (rows: readonly Row[], kind: InteractionKind = 'seen', at = 1) =>
  db.batch(
    rows.map(([account, feed, contact, item, message]) =>
      db
        .prepare('INSERT INTO interactions VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)')
        .bind(
          account,
          feed,
          contact,
          at,
          item,
          packDetail(interactionWith(who, { kind, at: at as Instant, size: 3 })),
          message ?? null,
          null,
        ),
    ),
  )

const people = [
  { id: 10, contactIds: [10, 11] },
  { id: 20, contactIds: [20] },
]

describe('two on one item', () => {
  test('are counted by person, over their addresses, and never across feeds or users', async () => {
    await store([
      [1, 0, 10, 500],
      [1, 0, 20, 500],
      [1, 0, 11, 501],
      [1, 0, 20, 501],
      [1, 0, 10, 502],
      [1, 1, 20, 502],
      [2, 0, 10, 503],
      [2, 0, 20, 503],
    ])
    expect(await togetherAmong(openStore(db), 1, people)).toEqual([{ a: 10, b: 20, times: 2 }])
  })

  test('that lies in two accounts are counted once', async () => {
    await store([
      [1, 0, 10, 500, 7],
      [1, 0, 20, 500, 7],
      [3, 0, 10, 900, 7],
      [3, 0, 20, 900, 7],
    ])
    expect(await togetherAmong(openStore(db), 1, people)).toEqual([{ a: 10, b: 20, times: 1 }])
    const query = { userId: 1, contactIds: [10, 20], from: 0 as Instant, maxOthers: 8 }
    const shared = await togetherOn(openStore(db), query)
    expect(shared.map((ids) => [...ids].sort())).toEqual([[10, 20]])
  })
})

test('a letter in two accounts is one in the tally; what is booked is none yet', async () => {
  await store(
    [
      [1, 0, 10, 500, 7],
      [3, 0, 10, 900, 7],
      [1, 0, 10, 501, 8],
    ],
    'received',
  )
  await store([[1, 1, 10, 600, 9]], 'met', 500)
  expect(await tallyOf(openStore(db), { userId: 1, contactIds: [10], until: now })).toEqual([
    { contactId: 10, kind: 'received', count: 2 },
  ])
})
