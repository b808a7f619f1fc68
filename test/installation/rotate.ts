/** `npm run keys:rotate`, from the command line: see `keys.ts`. */
import { parseArgs } from 'node:util'
import { finishRotation, rotateKeys } from './keys.ts'
import { newKey } from './settings.ts'
import { wrangler } from './wrangler.ts'

const { values } = parseArgs({ options: { finish: { type: 'boolean' }, 'links-too': { type: 'boolean' } } })
const now = Math.floor(Date.now() / 1000)
const { ok, says } =
  values.finish === true
    ? await finishRotation(wrangler, { now, linksToo: values['links-too'] === true })
    : await rotateKeys(wrangler, { key: newKey(), now })
console.log(says)
process.exitCode = ok ? 0 : 1
