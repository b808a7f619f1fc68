/**
 * Whether the chances are honest: of everybody whom the model gave a chance of so much, how many were in touch within 90
 * days? And what the bands mean: the same by band. On the open half, late dates. A picture in characters: the bar is what
 * happened, the mark what was foretold.
 */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Band } from '../../src/model/health.ts'
import type { Relationship } from '../../src/model/relationship.ts'
import type { Instant } from '../../src/model/time.ts'
import { healthOf } from '../../src/score/health.ts'
import { activityOf } from '../../src/score/signals/activity.ts'
import type { Figure, Measured, Question } from './measured.ts'
import scorer from './scorer.ts'

interface Judged {
  readonly chance: number
  readonly band: Band
  readonly wasInTouch: boolean
}

interface DataSet {
  readonly name: string
  readonly testFrom?: number
}

interface Row {
  readonly s: { readonly pActive90: number; readonly band: Band }
  readonly f90: number
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

export const judgeReliability = async ({ place }: Question): Promise<Measured> => {
  const harness: Harness = await import(pathToFileURL(place).href)
  const folder = join(dirname(place), 'data')
  const pictures: string[] = []
  const figures: Figure[] = []
  for (const entry of harness.loadCatalogue(folder).datasets) {
    const judged: Judged[] = []
    harness.runDataset(entry, harness.loadDataset(folder, entry), withBand, {
      egoFilter: (ego) => harness.egoSplit(entry.name, ego) === 1,
      reportCut: (at) => at >= (entry.testFrom ?? 0),
      visit: (task, _ego, _cut, rows) => {
        if (task !== 'A') return
        for (const { s, f90 } of rows) judged.push({ chance: s.pActive90, band: s.band, wasInTouch: f90 > 0 })
      },
    })
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      judged.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth),
    )
    const error = tenths.reduce(
      (sum, group) => sum + (Math.abs(foretold(group) - happened(group)) * group.length) / judged.length,
      0,
    )
    figures.push({
      name: `reliability: mean distance of chances from what happened, ${entry.name}`,
      value: Math.round(error * 1000) / 1000,
      unit: 'share',
      target: null,
      better: 'lower',
    })
    pictures.push(
      [
        `  ${entry.name}: in touch within 90 days, # what happened, | what was foretold`,
        ...tenths.map((group, tenth) => line(`${tenth * 10}–${tenth * 10 + 10} %`, group)),
        ...bands.map((band) =>
          line(
            band,
            judged.filter((each) => each.band === band),
          ),
        ),
      ].join('\n'),
    )
  }
  return { figures, table: pictures.join('\n\n') }
}

const bands: readonly Band[] = ['thriving', 'steady', 'fading', 'quiet', 'new', 'unknown']

const withBand = {
  ...scorer,
  score(tie: { relationship: Relationship }, now: number, ego: Parameters<typeof scorer.score>[2]) {
    const activity = activityOf(ego.activeDays, now as Instant)
    return {
      ...scorer.score(tie, now, ego),
      band: healthOf(tie.relationship, now as Instant, activity).band,
    }
  },
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
const foretold = (group: readonly Judged[]): number => mean(group.map(({ chance }) => chance))
const happened = (group: readonly Judged[]): number => mean(group.map(({ wasInTouch }) => (wasInTouch ? 1 : 0)))

const width = 50

const line = (label: string, group: readonly Judged[]): string => {
  const bar = '#'.repeat(Math.round(width * happened(group))).padEnd(width)
  const mark = Math.min(width - 1, Math.round(width * foretold(group)))
  const drawn = group.length === 0 ? bar : `${bar.slice(0, mark)}|${bar.slice(mark + 1)}`
  return `  ${label.padStart(10)} ${drawn} ${happened(group).toFixed(2)} of ${group.length}`
}
