/**
 * `npm run bench`: measures what the product promises of speed and cost, and prints each figure beside the one asked
 * for, as JSON lines and then as a table. `--short` takes smaller worlds and stays under two minutes; `--only
 * gmail,pages` runs these alone, and `-- scale` reckons what a million users cost; `--strict` makes a missed figure a failure.
 */
import { parseArgs } from 'node:util'
import '../linked.ts'
import { bundle } from '../sandbox/bundle.ts'
import { type Figure, isReached, table } from './figure.ts'
import { gmail } from './gmail.ts'
import { graph } from './graph.ts'
import { pages } from './pages.ts'
import { report } from './report.ts'
import { sandbox } from './sandbox.ts'
import { scale } from './scale.ts'
import { score } from './score.ts'
import type { Bench } from './setting.ts'
import { size } from './size.ts'

/** A new bench is its file and a line here. */
const benches: Readonly<Record<string, Bench>> = { gmail, pages, graph, score, report, size, sandbox }
/** Asked for by name: it measures what the others do, for very many. */
const extra: Readonly<Record<string, Bench>> = { scale }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(benches).join(',') },
  },
})

const onceMade = (entry: string): (() => Promise<string>) => {
  let made: Promise<string> | null = null
  return () => {
    made ??= bundle(entry)
    return made
  }
}
const script = onceMade('test/bench/worker.ts')
const productScript = onceMade('test/bench/alone-worker.ts')

const figures: Figure[] = []
for (const name of positionals.length > 0 ? positionals : values.only.split(',')) {
  const bench = benches[name] ?? extra[name]
  if (bench === undefined)
    throw new Error(`There is no bench "${name}": choose from ${Object.keys({ ...benches, ...extra }).join(', ')}.`)
  try {
    const measured = await bench({ isShort: values.short, script, productScript })
    for (const figure of measured) console.log(JSON.stringify(figure))
    figures.push(...measured)
  } catch (error) {
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
console.log(`\n${table(figures)}`)
if (values.strict && !figures.every(isReached)) process.exitCode = 1
