/**
 * The health model beside the baselines that lie with the data, by the harness that lies there too: A who will be in
 * touch, B which living tie lapses, P@10 and P@5 who among the silent comes back, D the same as a weekly programme. Means
 * over users of all data sets, on the half that models are not fitted on.
 */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { columns, type Figure, type Measured, type Question, rounded, share, shown } from './measured.ts'

interface Scorer {
  readonly name: string
  score(...parameters: unknown[]): unknown
}

interface DataSet {
  readonly name: string
  readonly devBefore?: number
  readonly testFrom?: number
}

interface PerEgo {
  readonly ego: number
  readonly v: number
}

interface WeeklyEgo {
  readonly precision: number
  readonly coverage: number
  readonly perWeek: number
}

/** The part of harness.mjs that is used; its README documents it. */
interface Harness {
  loadCatalogue(folder: string): { readonly datasets: readonly DataSet[] }
  loadDataset(folder: string, entry: DataSet): readonly unknown[]
  egoSplit(dataset: string, ego: number): 0 | 1
  evaluate(
    entry: DataSet,
    messages: readonly unknown[],
    scorer: Scorer,
    filters: { egoFilter: (ego: number) => boolean; reportCut?: (at: number) => boolean },
  ): { readonly perEgo: Readonly<Record<'A' | 'B' | 'C' | 'C5', readonly PerEgo[]>> }
  evaluateWeekly(
    entry: DataSet,
    messages: readonly unknown[],
    scorer: Scorer,
    filters: { egoFilter: (ego: number) => boolean },
  ): { readonly egos: readonly WeeklyEgo[] } | null
}

interface Marks {
  readonly a: number
  readonly b: number
  readonly p10: number
  readonly p5: number
  readonly precision: number
  readonly coverage: number
  readonly perWeek: number
}

export const judgeRelationships = async ({ place, modules, isShort }: Question): Promise<Measured> => {
  const folder = dirname(place)
  const harness: Harness = await import(pathToFileURL(place).href)
  const { default: ours }: { default: Scorer } = await import(pathToFileURL(join(modules, 'scorer.mjs')).href)
  const reference: { default: Scorer } = await import(pathToFileURL(join(folder, 'scorers/rhythm.mjs')).href)
  const baselines: Readonly<Record<string, Scorer>> = isShort
    ? {}
    : await import(pathToFileURL(join(folder, 'scorers/baselines.mjs')).href)
  const others = Object.values(baselines).filter(({ score }) => typeof score === 'function')
  const catalogue = join(folder, 'data')
  const sets = harness.loadCatalogue(catalogue).datasets.map((entry) => ({
    entry,
    messages: harness.loadDataset(catalogue, entry),
  }))

  const marksOf = (scorer: Scorer): Marks => {
    const found: Record<'A' | 'B' | 'C' | 'C5', number[]> = { A: [], B: [], C: [], C5: [] }
    const weekly: WeeklyEgo[] = []
    for (const { entry, messages } of sets) {
      const egoFilter = (ego: number): boolean => harness.egoSplit(entry.name, ego) === 1
      const { testFrom = 0 } = entry
      const { perEgo } = harness.evaluate(entry, messages, scorer, { egoFilter, reportCut: (at) => at >= testFrom })
      for (const task of ['A', 'B', 'C', 'C5'] as const) found[task].push(...meanPerEgo(perEgo[task]))
      weekly.push(...(harness.evaluateWeekly(entry, messages, scorer, { egoFilter })?.egos ?? []))
    }
    return {
      a: mean(found.A),
      b: mean(found.B),
      p10: mean(found.C),
      p5: mean(found.C5),
      precision: mean(weekly.map(({ precision }) => precision)),
      coverage: mean(weekly.map(({ coverage }) => coverage)),
      perWeek: mean(weekly.map(({ perWeek }) => perWeek)),
    }
  }

  const mine = marksOf(ours)
  const theirs = [reference.default, ...others].map((scorer) => ({ name: scorer.name, marks: marksOf(scorer) }))
  const best = theirs[0]?.marks ?? mine
  const figure = (name: string, pick: (marks: Marks) => number): Figure => ({
    ...share(`relationships: ${name}`, pick(mine)),
    peer: rounded(pick(best)),
  })
  return {
    figures: [
      figure('A, who will be in touch within 90 days, NDCG@20', ({ a }) => a),
      figure('B, which living tie lapses, AUC', ({ b }) => b),
      figure('C, who of the silent comes back, P@10', ({ p10 }) => p10),
      figure('C, who of the silent comes back, P@5', ({ p5 }) => p5),
      figure('D, weekly programme, precision', ({ precision }) => precision),
      figure('D, weekly programme, coverage', ({ coverage }) => coverage),
    ],
    table: columns([
      ['mean over users', 'A NDCG@20', 'B AUC', 'P@10', 'P@5', 'D precision', 'D coverage', 'D a week'],
      ...[{ name: ours.name, marks: mine }, ...theirs].map(({ name, marks }) => [
        name,
        ...[marks.a, marks.b, marks.p10, marks.p5, marks.precision, marks.coverage, marks.perWeek].map(shown),
      ]),
    ]),
  }
}

/** A user counts once, however many dates they were looked at. */
const meanPerEgo = (values: readonly PerEgo[]): readonly number[] => {
  const byEgo = new Map<number, number[]>()
  for (const { ego, v } of values) byEgo.set(ego, [...(byEgo.get(ego) ?? []), v])
  return [...byEgo.values()].map(mean)
}

const mean = (values: readonly number[]): number => {
  const usable = values.filter(Number.isFinite)
  return usable.reduce((sum, value) => sum + value, 0) / usable.length
}
