/**
 * `npm run bench`: measures what the product promises of speed and cost, and prints each figure beside the one asked
 * for, as JSON lines and then as a table. `--short` takes smaller worlds and stays under a minute and a half; `--only
 * gmail,pages` runs these alone; `--strict` makes a missed figure a failure.
 */
import { parseArgs } from 'node:util'
import { bundle } from '../sandbox/bundle.ts'
import { type Figure, isReached, table } from './figure.ts'
import { gmail } from './gmail.ts'
import { graph } from './graph.ts'
import { pages } from './pages.ts'
import { report } from './report.ts'
import { sandbox } from './sandbox.ts'
import { score } from './score.ts'
import type { Bench } from './setting.ts'
import { size } from './size.ts'

/** A new bench is its file and a line here. */
const benches: Readonly<Record<string, Bench>> = { gmail, pages, graph, score, report, size, sandbox }

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(benches).join(',') },
  },
})

let made: Promise<string> | null = null
const script = (): Promise<string> => {
  made ??= bundle('test/bench/worker.ts')
  return made
}

const figures: Figure[] = []
for (const name of values.only.split(',')) {
  const bench = benches[name]
  if (bench === undefined)
    throw new Error(`There is no bench "${name}": choose from ${Object.keys(benches).join(', ')}.`)
  try {
    const measured = await bench({ isShort: values.short, script })
    for (const figure of measured) console.log(JSON.stringify(figure))
    figures.push(...measured)
  } catch (error) {
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
console.log(`\n${table(figures)}`)
if (values.strict && !figures.every(isReached)) process.exitCode = 1
