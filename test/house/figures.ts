/**
 * The shape of `src/` in figures, each beside what it should be: `node test/house/figures.ts`. With `--json` every figure
 * is a line of JSON. How a figure is taken stands where it is taken: `sizes`, `strictness`, `imports`, `paths`.
 */
import { resolve } from 'node:path'
import { type House, openHouse } from './house.ts'
import { circlesIn, importGraph, sharedNames } from './imports.ts'
import { reachOf } from './paths.ts'
import { allLines, codeLinesOf, functionsOf, hasLogic, type Spread, sheetCodeLines, spreadOf } from './sizes.ts'
import { type Looseness, looseIn } from './strictness.ts'

/**
 * Where the two paths begin. What is called through an interface stands here too: the feed behind `provider.mail`, the
 * token it reads with, and the steps that the weekly report goes by.
 */
export const productPaths = [
  {
    name: 'a page of Gmail, job to rows',
    starts: [
      'src/sync/run.ts:syncAccount',
      'src/connect/access.ts:accessTo',
      'src/providers/google/mail/feed.ts:googleMailFeed',
    ],
    target: { files: 50, crossings: 150, lines: 3200 },
  },
  {
    name: 'a report, due to handed to the mailer',
    starts: [
      'src/deliver/due.ts:enqueueDueReports',
      'src/deliver/weekly.ts:sendWeekly',
      'src/deliver/weekly.ts:weeklySteps',
    ],
    target: { files: 70, crossings: 150, lines: 3400 },
  },
]

/** Every page is a `page` and every sub-app is its `routes`: their folder tells them apart. */
export const namesOfMany: ReadonlySet<string> = new Set(['page', 'routes'])

export interface Figure {
  readonly name: string
  readonly value: number
  /** At most this; null where the figure only informs. */
  readonly target: number | null
  /** What the figure counts, where it can be listed. */
  readonly list: readonly string[]
}

export const figuresOf = (house: House): readonly Figure[] => [
  ...sizes(house),
  ...strictness(house),
  ...structure(house),
  ...paths(house),
]

const maxFileLines = 320
const maxFunctionLines = 80

const sizes = ({ sources, sheets }: House): readonly Figure[] => {
  const code = [...sources.map(codeLinesOf), ...sheets.map(sheetCodeLines)]
  const files = [...sources.map(({ path, tree }) => ({ path, text: tree.text })), ...sheets].map(({ path, text }) => ({
    path,
    lines: allLines(text),
  }))
  const functions = sources.flatMap(functionsOf).map(({ path, name, lines }) => ({ path: `${path}:${name}`, lines }))
  return [
    { name: 'lines of code', value: sum(code), target: 16_500, list: [] },
    ...spread('file lines', files, { median: 90, p90: 200, max: maxFileLines }),
    ...spread('function lines', functions, { median: 9, p90: 25, max: maxFunctionLines }),
  ]
}

/** The longest are listed where they are longer than they should be. */
const spread = (name: string, all: readonly { readonly path: string; readonly lines: number }[], target: Spread) => {
  const { median, p90, max } = spreadOf(all.map(({ lines }) => lines))
  const tooLong = all.filter(({ lines }) => lines > target.max).map(({ path, lines }) => `${path} ${lines}`)
  return [
    { name: `${name}, median`, value: median, target: target.median, list: [] },
    { name: `${name}, p90`, value: p90, target: target.p90, list: [] },
    { name: `${name}, max`, value: max, target: target.max, list: tooLong },
  ]
}

const strictness = ({ sources }: House): readonly Figure[] => {
  const loose = sources.flatMap(looseIn)
  const placesOf = (kind: Looseness) =>
    loose.filter((one) => one.kind === kind).map(({ path, line }) => `${path}:${line}`)
  const casts = placesOf('cast')
  const perThousand = (1000 * casts.length) / Math.max(1, sum(sources.map(codeLinesOf)))
  return [
    { name: 'casts per 1,000 lines of code', value: Math.round(10 * perThousand) / 10, target: 2, list: casts },
    counted('any', placesOf('any')),
    counted('!', placesOf('non-null')),
  ]
}

const structure = (house: House): readonly Figure[] => {
  const shared = [...sharedNames(house, namesOfMany)].map(([name, paths]) => `${name}: ${paths.join(' ')}`)
  const circles = circlesIn(importGraph(house.sources)).map((paths) => paths.join(' '))
  const withLogic = house.sources.filter(hasLogic).map(({ path }) => path)
  const untested = withLogic.filter((path) => !mirrorsOf(path).some((test) => house.tests.has(test)))
  return [
    counted('names exported by two files', shared),
    counted('circles of imports', circles),
    { name: 'files with logic', value: withLogic.length, target: null, list: [] },
    counted('files with logic without a mirror test', untested),
  ]
}

/** `src/sync/plan.ts` is mirrored by `test/sync/plan.test.ts`. */
const mirrorsOf = (path: string): readonly string[] => {
  const mirror = path.replace(/^src\//, 'test/').replace(/\.\w+$/, '')
  return [`${mirror}.test.ts`, `${mirror}.test.tsx`]
}

const paths = (house: House): readonly Figure[] =>
  productPaths.flatMap(({ name, starts, target }) => {
    const reach = reachOf(house, starts)
    return (['files', 'crossings', 'lines'] as const).map((of) => ({
      name: `${name}, ${of}`,
      value: reach[of],
      target: target[of],
      list: [],
    }))
  })

const counted = (name: string, list: readonly string[]): Figure => ({ name, value: list.length, target: 0, list })

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A figure that is more than it should be bears a mark and, where it can, says what is too many. */
const tableOf = (figures: readonly Figure[]): string =>
  figures
    .flatMap(({ name, value, target, list }) => {
      const isOver = target !== null && value > target
      const line = `${isOver ? '✗' : ' '} ${name.padEnd(48)}${number(value)}${target === null ? '' : number(target)}`
      return isOver ? [line, ...list.map((item) => `      ${item}`)] : [line]
    })
    .join('\n')

const number = (value: number): string => value.toLocaleString('en').padStart(10)

if (import.meta.main) {
  const house = openHouse(resolve(import.meta.dirname, '../..'))
  const figures = figuresOf(house)
  house.close()
  const isJson = process.argv.includes('--json')
  console.log(isJson ? figures.map((figure) => JSON.stringify(figure)).join('\n') : tableOf(figures))
}
