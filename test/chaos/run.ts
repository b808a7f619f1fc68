/**
 * `npm run chaos -- --seed N --seeds M`: M trials from seed N on under random faults, each beside its quiet run. Ends with
 * `K of M seeds differ`, and with 1 where K is not 0. `--show` prints every line that differs.
 */
import { parseArgs } from 'node:util'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { bundle, migrationStatements } from '../sandbox/bundle.ts'
import { type FaultKind, faultKinds } from './dice.ts'
import type { Answer, Question } from './inside.ts'
import type { EndState } from './trial.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
  },
})
const [firstSeed, seeds] = [Number(values.seed), Number(values.seeds)]
if (!Number.isInteger(firstSeed) || !Number.isInteger(seeds) || seeds < 1) {
  console.error('Say which: npm run chaos -- --seed 1 --seeds 20')
  process.exit(2)
}

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    modules: true,
    script: await bundle('test/chaos/inside.ts'),
    compatibilityDate: '2026-11-01',
    d1Databases: ['DB'],
    // The product's own log would drown the figures.
    handleRuntimeStdio: () => undefined,
  }),
)
const migrations = await migrationStatements()

const run = async (question: Omit<Question, 'migrations'>): Promise<Answer> => {
  const response = await miniflare.dispatchFetch('http://chaos.test/', {
    method: 'POST',
    body: JSON.stringify({ ...question, migrations }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return JSON.parse(text)
}

/** Scripts are few, so that a quiet run serves many seeds. */
const scripts = 8
const quiet = new Map<number, EndState>()
const quietRun = async (script: number): Promise<EndState> => {
  const known = quiet.get(script)
  if (known !== undefined) return known
  const { state } = await run({ script, seed: null })
  quiet.set(script, state)
  return state
}

const total = new Map<FaultKind, number>()
let differing = 0
try {
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const begun = performance.now()
    const expected = await quietRun(seed % scripts)
    const { state, counts } = await run({ script: seed % scripts, seed })
    for (const [kind, count] of counts) total.set(kind, (total.get(kind) ?? 0) + count)
    const missing = expected.filter((line) => !state.includes(line))
    const added = state.filter((line) => !expected.includes(line))
    const faults = counts.reduce((sum, [, count]) => sum + count, 0)
    const isSame = missing.length + added.length === 0
    if (!isSame) differing += 1
    console.log(
      `seed ${seed}: ${faults} faults, ${isSame ? 'equal' : `DIFFERS by ${missing.length} missing, ${added.length} added`} (${expected.length} facts, ${((performance.now() - begun) / 1000).toFixed(1)} s)`,
    )
    const shown = values.show ? Number.POSITIVE_INFINITY : isSame ? 0 : 6
    for (const line of missing.slice(0, shown)) console.log(`  - ${line.slice(0, 300)}`)
    for (const line of added.slice(0, shown)) console.log(`  + ${line.slice(0, 300)}`)
  }
} finally {
  await miniflare.dispose()
}

console.log('\nFaults thrown:')
for (const kind of faultKinds) console.log(`${String(total.get(kind) ?? 0).padStart(8)}  ${kind}`)
console.log(`\n${differing} of ${seeds} seeds differ`)
process.exitCode = differing === 0 ? 0 : 1
