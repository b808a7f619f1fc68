/**
 * `npm run chaos -- --seed N [--seeds M]`: lives M stories, from seed N on, once quietly and once in a storm, and says
 * where the ends differ. Ends with 1 where any does.
 */
import { parseArgs } from 'node:util'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { bundle, migrationStatements } from '../sandbox/bundle.ts'
import type { SeedOutcome } from './seed.ts'

const main = async (): Promise<void> => {
  const { first, count } = readOptions(process.argv.slice(2))
  const house = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundle('test/chaos/worker.ts'),
      compatibilityDate: '2026-11-01',
      d1Databases: ['DB'],
    }),
  )
  try {
    await migrate(await house.getD1Database('DB'))
    const totals = new Map<string, number>()
    let differing = 0
    for (let seed = first; seed < first + count; seed += 1) {
      const began = performance.now()
      const outcome = await live(house, seed)
      const faults = Object.values(outcome.thrown).reduce((sum, thrown) => sum + thrown, 0)
      for (const [fault, thrown] of Object.entries(outcome.thrown)) totals.set(fault, (totals.get(fault) ?? 0) + thrown)
      if (outcome.differences.length > 0) differing += 1
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      const verdict = outcome.differences.length === 0 ? 'same' : 'DIFFERS'
      console.log(`seed ${seed}: ${verdict}, ${faults} faults, ${outcome.jobs} jobs, ${seconds} s`)
      for (const line of outcome.differences.slice(0, maxLines)) console.log(`  ${line}`)
      if (outcome.differences.length > maxLines) console.log(`  … ${outcome.differences.length - maxLines} more`)
    }
    console.log('\nFaults thrown:')
    for (const [fault, thrown] of [...totals].sort()) console.log(`  ${String(thrown).padStart(7)}  ${fault}`)
    console.log(`\n${differing} of ${count} seeds differ`)
    process.exitCode = differing === 0 ? 0 : 1
  } finally {
    await house.dispose()
  }
}

/** Enough to see what kind of difference it is. */
const maxLines = 12

const readOptions = (args: string[]): { readonly first: number; readonly count: number } => {
  const { values } = parseArgs({
    args,
    options: { seed: { type: 'string', default: '1' }, seeds: { type: 'string', default: '1' } },
  })
  const [first, count] = [Number(values.seed), Number(values.seeds)]
  if (!Number.isInteger(first) || !Number.isInteger(count) || count < 1) {
    throw new Error('--seed and --seeds must be whole numbers.')
  }
  return { first, count }
}

/** A run that cannot end is a difference too. */
const live = async (house: Miniflare, seed: number): Promise<SeedOutcome> => {
  const response = await house.dispatchFetch(`http://chaos.test/?seed=${seed}`)
  if (response.ok) return (await response.json()) as SeedOutcome
  return { seed, differences: [await response.text()], thrown: {}, jobs: 0 }
}

/** Bundled by the tool that deploys it, so that what runs here is what would run there. */
const migrate = async (database: D1Database): Promise<void> => {
  await database.batch((await migrationStatements()).map((statement) => database.prepare(statement)))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
