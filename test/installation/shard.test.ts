import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrationStatements } from '../sandbox/bundle.ts'
import { fullWorld } from '../transfer/world.ts'
import { backUp, restore, type Shard } from './shard.ts'
import { wrangler } from './wrangler.ts'

const root = await mkdtemp(join(tmpdir(), 'perennial-shard-'))
afterAll(() => rm(root, { recursive: true, force: true }))

/** A database of its own on this machine, kept beside its configuration. */
const shardIn = async (name: string): Promise<Shard> => {
  const folder = await mkdtemp(join(root, name))
  const file = join(folder, 'wrangler.toml')
  await writeFile(
    file,
    `name = "${name}"\ncompatibility_date = "2026-11-01"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "${name}"\ndatabase_id = "${name}"\n`,
  )
  return { database: 'DB', isLocal: true, parameters: ['-c', file] }
}

const quoted = (value: unknown): string => {
  if (value === null) return 'NULL'
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** A whole world as SQL, with a row longer than a statement may be. */
const worldAsSql = async (): Promise<string> => {
  const { db } = await fullWorld()
  await db.prepare('UPDATE reads SET seen = ?1 WHERE number = 0').bind("it's, ".repeat(30_000)).run()
  const lines = [
    'PRAGMA defer_foreign_keys=TRUE;',
    ...(await migrationStatements()).map((each) => `${each.replace(/;?\s*$/, '')};`),
  ]
  for (const table of [
    'users',
    'accounts',
    'reads',
    'interactions',
    'addresses',
    'contact_blocks',
    'corrections',
    'reports',
  ]) {
    const { results } = await db.prepare(`SELECT * FROM ${table}`).all()
    for (const row of results) {
      const names = Object.keys(row).map((name) => `"${name}"`)
      lines.push(`INSERT INTO "${table}" (${names.join(',')}) VALUES(${Object.values(row).map(quoted).join(',')});`)
    }
  }
  return lines.join('\n')
}

test('a backup, restored and backed up again, is the same; and what is there is never overwritten', {
  timeout: 600_000,
}, async () => {
  const { inShortStatements } = await import('./dump.ts')
  const seed = join(root, 'seed.sql')
  await writeFile(
    seed,
    inShortStatements(await worldAsSql(), () => ['account_id', 'feed', 'number']),
  )
  const [from, to] = [await shardIn('from'), await shardIn('to')]
  expect(await restore(wrangler, from, seed)).toMatchObject({ ok: true })
  const first = join(root, 'first.sql')
  expect(await backUp(wrangler, from, first)).toMatchObject({ ok: true })
  expect(await restore(wrangler, from, first)).toMatchObject({ ok: false })
  expect(await restore(wrangler, to, first)).toEqual({ ok: true, says: expect.stringContaining('Restored') })
  const second = join(root, 'second.sql')
  expect(await backUp(wrangler, to, second)).toMatchObject({ ok: true })
  const text = await readFile(first, 'utf8')
  expect(text).toContain('INSERT INTO "interactions"')
  expect(text.split('\n').every((line) => line.length < 100_000)).toBe(true)
  expect(await readFile(second, 'utf8')).toBe(text)
})
