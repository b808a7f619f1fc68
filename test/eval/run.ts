/**
 * `npm run eval`: how good the judgement is on real data. Messages and blocks: is each labelled header block taken for a
 * person's rightly? Relationships: does the health model foresee who will be in touch, beside the known baselines? Names: is
 * everybody greeted by their own given name, or by none? Prints JSON lines for machines and tables for people. What is
 * judged is the bundles that `--export DIR` writes.
 *
 * `--short` leaves out the slow baselines; `--only messages,names` measures these parts alone; `--data DIR` reads elsewhere than `../shared/data`; `--strict` makes a missed
 * figure a failure. All data but names and header blocks belong to others and are no part of this repository: where they are absent, the
 * run says so and measures nothing. It fails where something that is there is broken.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import '../linked.ts'
import { judgeBlocks } from './blocks.ts'
import { judgeLanguages } from './languages.ts'
import type { Measured } from './measured.ts'
import { judgeMessages } from './messages.ts'
import { judgeNames } from './names.ts'
import { judgeProjects } from './projects.ts'
import { judgeRelationships } from './relationships.ts'
import { judgeReliability } from './reliability.ts'
import { simulateMondays } from './simulation.ts'

const root = new URL('../..', import.meta.url).pathname

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    only: { type: 'string' },
    data: { type: 'string', default: join(root, '../shared/data') },
    export: { type: 'string' },
  },
})

/** The product's judgements as ES modules that need nothing beside them. */
const bundle = async (folder: string): Promise<void> => {
  await build({
    entryPoints: {
      classify: join(root, 'test/eval/classify.ts'),
      scorer: join(root, 'test/eval/scorer.ts'),
      names: join(root, 'src/infer/names.ts'),
    },
    inject: [join(root, 'test/linked.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    target: 'es2024',
    legalComments: 'none',
    logLevel: 'error',
  })
}

const evaluations = [
  {
    name: 'names',
    title: 'Names, as they are greeted',
    path: join(root, 'test/eval/names'),
    origin: 'lists of invented names with what may be said',
    evaluate: judgeNames,
  },
  {
    name: 'languages',
    title: 'Languages of subjects',
    path: join(root, 'test/eval/subjects.ts'),
    origin: 'made-up subjects, by the language they are in',
    evaluate: judgeLanguages,
  },
  {
    name: 'projects',
    title: 'Ends of projects, planted in the sandbox',
    path: join(root, 'test/eval/projects.ts'),
    origin: 'the sandbox itself',
    evaluate: judgeProjects,
  },
  {
    name: 'messages',
    title: 'Messages and machines',
    path: 'mail-headers/dev.jsonl.gz',
    origin:
      'gzipped JSON lines {label, source, headers: [[name, value], …]}, one per message; such headers can be taken from ' +
      'the public SpamAssassin corpus, the Enron release and open list archives, and labelled by reading',
    evaluate: judgeMessages,
  },
  {
    name: 'blocks',
    title: 'People and programs, by hand',
    path: join(root, 'test/cases'),
    origin: 'blocks of headers with what is expected of each',
    evaluate: judgeBlocks,
  },
  {
    name: 'relationships',
    title: 'Relationships',
    path: 'health/harness.mjs',
    origin:
      'a folder with harness.mjs, scorers/ and data/: who wrote to whom and when, derived from public mailing-list ' +
      'archives and from SNAP’s email-Eu-core-temporal (https://snap.stanford.edu/data/email-Eu-core-temporal.html)',
    evaluate: judgeRelationships,
  },
  {
    name: 'reliability',
    title: 'Reliability of the chances, and what the bands mean',
    path: 'health/harness.mjs',
    origin: 'the same folder',
    evaluate: judgeReliability,
  },
  {
    name: 'mondays',
    title: 'Two years of Mondays',
    path: 'health/harness.mjs',
    origin: 'the same folder',
    evaluate: simulateMondays,
  },
]

const asked = options.only?.split(',') ?? null
const unknown = asked?.find((each) => !evaluations.some(({ name }) => name === each))
if (unknown !== undefined) {
  console.error(`--only knows ${evaluations.map(({ name }) => name).join(', ')}, and not ${unknown}.`)
  process.exit(1)
}

const isKept = options.export !== undefined
const folder = options.export === undefined ? await mkdtemp(join(tmpdir(), 'perennial-eval-')) : resolve(options.export)
await mkdir(folder, { recursive: true })
let missed = 0
try {
  await bundle(folder)
  if (isKept) console.log(`Wrote classify.mjs and scorer.mjs to ${folder}`)
  for (const { name, title, path, origin, evaluate } of evaluations) {
    if (asked !== null && !asked.includes(name)) continue
    console.log(`\n${title}`)
    const place = resolve(options.data, path)
    if (!existsSync(place)) {
      console.log(`  Not measured: ${place} is not there.\n  It would be ${origin}.`)
      continue
    }
    const { figures, table }: Measured = await evaluate({ place, modules: folder, isShort: options.short })
    for (const figure of figures) console.log(JSON.stringify(figure))
    console.log(`\n${table}`)
    missed += figures.filter(
      ({ value, target, better }) => target !== null && (better === 'higher' ? value < target : value > target),
    ).length
  }
} finally {
  if (!isKept) await rm(folder, { recursive: true, force: true })
}
if (options.strict && missed > 0) process.exitCode = 1
