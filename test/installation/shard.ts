/** A shard's database out to a file, and in again. Local or remote, by Cloudflare's own tool. */
import { readFile, writeFile } from 'node:fs/promises'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../../src/store/schema/index.ts'
import { inShortStatements } from './dump.ts'
import { jsonIn, type Wrangler } from './wrangler.ts'

export interface Shard {
  /** The database's name, or its binding in `wrangler.toml`. */
  readonly database: string
  readonly isLocal: boolean
  /** What else the tool is told with each command: a folder of local state. */
  readonly parameters: readonly string[]
}

export interface ShardOutcome {
  readonly ok: boolean
  readonly says: string
}

const placeOf = ({ isLocal, parameters }: Shard): readonly string[] => [isLocal ? '--local' : '--remote', ...parameters]

/** Everything in the database, tables and migrations included, in statements that D1 takes back. */
export const backUp = async (wrangler: Wrangler, shard: Shard, file: string): Promise<ShardOutcome> => {
  const { ok, output } = await wrangler('d1', 'export', shard.database, ...placeOf(shard), '--output', file, '-y')
  if (!ok) return { ok, says: `No backup was made:\n${output.trim()}` }
  const dump = await readFile(file, 'utf8')
  await writeFile(file, inShortStatements(dump, keyColumns), { mode: 0o600 })
  return {
    ok: true,
    says: `${file} holds the database. Grants in it are sealed: without the KEYS of the installation, accounts must be connected again.`,
  }
}

/** Only into a database without tables: what is there is never overwritten. */
export const restore = async (wrangler: Wrangler, shard: Shard, file: string): Promise<ShardOutcome> => {
  const question = `SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
  const asked = await wrangler('d1', 'execute', shard.database, ...placeOf(shard), '--json', '--command', question)
  const found = /"n":\s*(\d+)/.exec(JSON.stringify(jsonIn(asked.output)))
  if (!asked.ok || found === null)
    return { ok: false, says: `The database could not be asked:\n${asked.output.trim()}` }
  if (Number(found[1]) > 0) {
    return {
      ok: false,
      says: `${shard.database} has tables already, and nothing was restored. Make an empty one: npx wrangler d1 create NAME`,
    }
  }
  const put = await wrangler('d1', 'execute', shard.database, ...placeOf(shard), '--file', file, '-y')
  if (!put.ok) return { ok: false, says: `The backup was not restored:\n${put.output.trim()}` }
  return { ok: true, says: 'Restored. `npm run deploy` brings it up to date and runs on it.' }
}

/** Tables of ours, by what `src/store/schema` says; of any other, rows are short. */
const keyColumns = (name: string): readonly string[] => {
  for (const table of Object.values(schema)) {
    if (!is(table, SQLiteTable)) continue
    const config = getTableConfig(table)
    if (config.name !== name) continue
    const [key] = config.primaryKeys
    const columns = key?.columns ?? config.columns.filter((column) => column.primary)
    if (columns.length > 0) return columns.map((column) => column.name)
  }
  throw new Error(`Nothing tells the rows of ${name} apart.`)
}
