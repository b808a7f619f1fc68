/** `npm run backup -- --out FILE`: a shard's database as SQL. `--local` for that of this machine, `--database NAME` for another. */
import { parseArgs } from 'node:util'
import { backUp } from './shard.ts'
import { wrangler } from './wrangler.ts'

const { values } = parseArgs({
  options: { out: { type: 'string' }, local: { type: 'boolean' }, database: { type: 'string' } },
})
const shard = { database: values.database ?? 'DB', isLocal: values.local === true, parameters: [] }
const { ok, says } =
  values.out === undefined
    ? { ok: false, says: 'Where to? npm run backup -- --out FILE' }
    : await backUp(wrangler, shard, values.out)
console.log(says)
process.exitCode = ok ? 0 : 1
