/** `npm run restore -- FILE`: a backup into an empty database. `--local` for that of this machine, `--database NAME` for another. */
import { parseArgs } from 'node:util'
import { restore } from './shard.ts'
import { wrangler } from './wrangler.ts'

const { values, positionals } = parseArgs({
  options: { local: { type: 'boolean' }, database: { type: 'string' } },
  allowPositionals: true,
})
const [file] = positionals
const shard = { database: values.database ?? 'DB', isLocal: values.local === true, parameters: [] }
const { ok, says } =
  file === undefined ? { ok: false, says: 'What from? npm run restore -- FILE' } : await restore(wrangler, shard, file)
console.log(says)
process.exitCode = ok ? 0 : 1
