import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { packEvidence, unpackCode } from '../../src/model/automation.ts'
import { itemKey } from '../../src/store/item-key.ts'

/** The database as it stands before the migration of that name. */
const databaseBefore = async (name: string): Promise<D1Database> => {
  await reset()
  const index = env.TEST_MIGRATIONS.findIndex((migration) => migration.name.startsWith(name))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, index))
  return env.DB
}

const addAccount = async (db: D1Database, id: number, progress: object) => {
  await insertRow(db, 'users', { id })
  await insertRow(db, 'accounts', { id, user_id: id, subject: String(id), progress: JSON.stringify(progress) })
}

/** A row with these values, and with something in every other column that asks for a value. */
const insertRow = async (db: D1Database, table: string, values: Readonly<Record<string, unknown>>) => {
  const { results } = await db
    .prepare('SELECT name, type FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NULL')
    .bind(table)
    .all<{ name: string; type: string }>()
  const row = Object.entries({
    ...Object.fromEntries(results.map(({ name, type }) => [name, type === 'INTEGER' ? 1 : name])),
    ...values,
  })
  const columns = row.map(([name]) => `"${name}"`).join(', ')
  const marks = row.map(() => '?').join(', ')
  await db
    .prepare(`INSERT INTO "${table}" (${columns}) VALUES (${marks})`)
    .bind(...row.map(([, value]) => value))
    .run()
}

test('sentences and their hashes become automation codes, and every count and sender is kept', async () => {
  const db = await databaseBefore('0010')
  await addAccount(db, 1, {
    pages: 2,
    leftOut: {
      'its sender takes no replies': 3,
      'its sender’s address was made for one letter': 2,
      'the user declined': 4,
      'several weak signs': 5,
      'a sentence that nobody remembers': 1,
    },
  })
  await addAccount(db, 2, { pages: 1, leftOut: {} })
  const old = [
    ['no-reply@shop.example', hashOf('its sender takes no replies')],
    ['hello@house.example', hashOf('its sender is called as a house is')],
    ['unknown@shop.example', 1],
  ] as const
  for (const [address, sign] of old) await insertRow(db, 'automated_senders', { account_id: 1, address, sign })

  await applyD1Migrations(db, env.TEST_MIGRATIONS)

  const progress = async (id: number) =>
    JSON.parse(
      (await db.prepare('SELECT progress FROM accounts WHERE id = ?').bind(id).first<string>('progress')) ?? '',
    )
  expect(await progress(1)).toEqual({
    pages: 2,
    leftOut: { no_reply_name: 3, one_time_address: 2, declined: 4, other: 6 },
  })
  expect(await progress(2)).toEqual({ pages: 1, leftOut: {} })
  const { results } = await db
    .prepare('SELECT address, evidence FROM automated_senders')
    .all<{ address: string; evidence: number }>()
  expect(new Map(results.map(({ address, evidence }) => [address, unpackCode(evidence)]))).toEqual(
    new Map([
      ['no-reply@shop.example', 'no_reply_name'],
      ['hello@house.example', 'organisation_name'],
      ['unknown@shop.example', 'other'],
    ]),
  )
  expect(results.find(({ address }) => address.startsWith('no-reply'))?.evidence).toBe(
    packEvidence({ code: 'no_reply_name', strength: 7 }),
  )
})

/** What stood for a sentence: 16 bits of it. */
const hashOf = (sentence: string): number => itemKey(sentence) % 2 ** 16
