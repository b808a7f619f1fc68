/** `npm run doctor`: examines a real installation; ends with 1 where something is broken. `-- --url https://…` */
import { parseArgs } from 'node:util'
import { readConfiguration } from './configuration.ts'
import { examine } from './examine.ts'
import { wrangler } from './wrangler.ts'

const { values } = parseArgs({ options: { url: { type: 'string' } } })
const findings = await examine({
  wrangler,
  fetch: (request) => fetch(request),
  publicUrl: values.url ?? process.env.PUBLIC_URL ?? null,
  configuration: readConfiguration(),
  now: Date.now(),
})
const marks = { fine: 'ok     ', broken: 'BROKEN ', unknown: '?      ' }
for (const { what, state, says } of findings) console.log(`${marks[state]} ${what}: ${says}`)
const count = findings.filter(({ state }) => state === 'broken').length
console.log(count === 0 ? '\nNothing is broken.' : `\n${count} broken.`)
process.exitCode = count === 0 ? 0 : 1
