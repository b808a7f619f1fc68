/**
 * Whether the chances are honest: of everybody to whom the product gave a chance of so much, how many were in touch within
 * 30, 90 and 180 days? And what the bands mean: the same by band. By set and by fold. A picture in characters:
 * the bar is what happened, the mark what was foretold.
 */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Band, Health } from '../../src/model/health.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { healthOf } from '../../src/score/health.ts'
import { type Figure, type Measured, type Question, rounded } from './measured.ts'
import scorer, { type Ego, paceAt, type Tie } from './scorer.ts'

interface Judged {
  readonly chance: number
  readonly band: Band
  readonly wasInTouch: boolean
}

interface DataSet {
  readonly name: string
  readonly end: number
  readonly testFrom?: number
}

interface Row {
  readonly s: { readonly health: Health }
  /** Days until the next direct contact; infinite where the data hold none. */
  readonly wait: number
}

/** The part of harness.mjs that is used; its README documents it. */
interface Harness {
  loadCatalogue(folder: string): { readonly datasets: readonly DataSet[] }
  loadDataset(folder: string, entry: DataSet): readonly unknown[]
  egoSplit(dataset: string, ego: number): 0 | 1
  runDataset(
    entry: DataSet,
    messages: readonly unknown[],
    model: unknown,
    how: {
      egoFilter: (ego: number) => boolean
      reportCut: (at: number) => boolean
      visit: (task: string, ego: number, cut: number, rows: readonly Row[]) => void
    },
  ): void
}

/** The chances that pages and reports rest on. */
const horizons = [
  { days: 30, chanceIn: ({ chanceIn30Days }: Health): number => chanceIn30Days },
  { days: 90, chanceIn: ({ chanceIn90Days }: Health): number => chanceIn90Days },
  { days: 180, chanceIn: ({ chanceIn180Days }: Health): number => chanceIn180Days },
] as const

/** Other users at later dates than those that constants are fitted on, and these. */
const folds: readonly {
  readonly fold: string
  readonly half: 0 | 1
  isCounted(at: number, testFrom: number): boolean
}[] = [
  { fold: 'checked', half: 1, isCounted: (at, testFrom) => at >= testFrom },
  { fold: 'fitted', half: 0, isCounted: () => true },
]

export const judgeReliability = async ({ place }: Question): Promise<Measured> => {
  const harness: Harness = await import(pathToFileURL(place).href)
  const folder = join(dirname(place), 'data')
  const pictures: string[] = []
  const figures: Figure[] = []
  for (const entry of harness.loadCatalogue(folder).datasets) {
    const messages = harness.loadDataset(folder, entry)
    for (const { fold, half, isCounted } of folds) {
      const judged = horizons.map((): Judged[] => [])
      harness.runDataset(entry, messages, withHealth, {
        egoFilter: (ego) => harness.egoSplit(entry.name, ego) === half,
        reportCut: (at) => isCounted(at, entry.testFrom ?? 0),
        visit: (task, _ego, cut, rows) => {
          if (task !== 'A') return
          for (const [index, { days, chanceIn }] of horizons.entries()) {
            if (cut + days * DAY > entry.end) continue
            const judge = ({ s: { health }, wait }: Row): Judged => ({
              chance: chanceIn(health),
              band: health.band,
              wasInTouch: wait <= days,
            })
            for (const row of rows) judged[index]?.push(judge(row))
          }
        },
      })
      for (const [index, { days }] of horizons.entries()) {
        const { error, picture } = drawn(`${entry.name}, ${fold}: in touch within ${days} days`, judged[index] ?? [])
        figures.push({
          name: `reliability: mean distance of the chances in ${days} days from what happened, ${entry.name}, ${fold}`,
          value: rounded(error),
          unit: 'share',
          target: 0.05,
          better: 'lower',
        })
        pictures.push(picture)
      }
    }
  }
  return { figures, table: pictures.join('\n\n') }
}

const withHealth = {
  ...scorer,
  score: (tie: Tie, now: number, ego: Ego) => ({
    ...scorer.score(tie, now, ego),
    health: healthOf(tie.relationship, now as Instant, paceAt(ego, now as Instant)),
  }),
}

const bands: readonly Band[] = ['thriving', 'steady', 'fading', 'quiet', 'new', 'unknown']

const drawn = (title: string, judged: readonly Judged[]) => {
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    judged.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth),
  )
  const error = tenths.reduce(
    (sum, group) => sum + (Math.abs(foretold(group) - happened(group)) * group.length) / judged.length,
    0,
  )
  const picture = [
    `  ${title}, # what happened, | what was foretold`,
    ...tenths.map((group, tenth) => line(`${tenth * 10}–${tenth * 10 + 10} %`, group)),
    ...bands.map((band) =>
      line(
        band,
        judged.filter((each) => each.band === band),
      ),
    ),
  ].join('\n')
  return { error, picture }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
const foretold = (group: readonly Judged[]): number => mean(group.map(({ chance }) => chance))
const happened = (group: readonly Judged[]): number => mean(group.map(({ wasInTouch }) => (wasInTouch ? 1 : 0)))

const width = 50

const line = (label: string, group: readonly Judged[]): string => {
  const bar = '#'.repeat(Math.round(width * happened(group))).padEnd(width)
  const mark = Math.min(width - 1, Math.round(width * foretold(group)))
  const drawnBar = group.length === 0 ? bar : `${bar.slice(0, mark)}|${bar.slice(mark + 1)}`
  return `  ${label.padStart(10)} ${drawnBar} ${happened(group).toFixed(2)} of ${group.length}`
}
