/**
 * The health model beside the baselines that lie with the data, by the harness that lies there too: A who will be in
 * touch, B which living tie lapses, P@10 and P@5 who among the silent comes back, D the same as a weekly programme. Means
 * over users of all data sets, and B by data set: over all ties of a set, and within each user. All on the half that models
 * are not fitted on.
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
  readonly testFrom?: number
}

interface PerEgo {
  readonly ego: number
  readonly v: number
}

interface WeeklyEgo {
  readonly ego: number
  readonly precision: number
  readonly coverage: number
  readonly perWeek: number
}

/** The part of harness.mjs that is used; its README documents it. */
interface Harness {
  loadCatalogue(folder: string): { readonly datasets: readonly DataSet[] }
  loadDataset(folder: string, entry: DataSet): readonly unknown[]
  egoSplit(dataset: string, ego: number): 0 | 1
  bootstrapCI(values: readonly number[]): readonly [number, number]
  evaluate(
    entry: DataSet,
    messages: readonly unknown[],
    scorer: Scorer,
    filters: { egoFilter: (ego: number) => boolean; reportCut?: (at: number) => boolean },
  ): {
    readonly B: { readonly auc: number }
    readonly perEgo: Readonly<Record<'A' | 'B' | 'C' | 'C5', readonly PerEgo[]>>
  }
  evaluateWeekly(
    entry: DataSet,
    messages: readonly unknown[],
    scorer: Scorer,
    filters: { egoFilter: (ego: number) => boolean },
  ): { readonly egos: readonly WeeklyEgo[] } | null
}

/** What is asked of the model: the reference's own marks are the floor; D beyond it. */
const asked = { a: 0.825, lapse: 0.815, p10: 0.69, p5: 0.7, precision: 0.65, coverage: 0.8 }

/** What address books do today: a month for frequent contacts and a quarter for the others. */
const fixedCadence = 'fixed cadence 30/90'

/** Of one scorer. A user counts once, however many dates they were looked at, under a key that tells users apart. */
interface Marks {
  readonly name: string
  readonly a: ReadonlyMap<string, number>
  readonly p10: ReadonlyMap<string, number>
  readonly p5: ReadonlyMap<string, number>
  readonly precision: ReadonlyMap<string, number>
  readonly coverage: ReadonlyMap<string, number>
  readonly perWeek: ReadonlyMap<string, number>
  /** By data set: over all ties, and within each user. */
  readonly lapse: ReadonlyMap<string, number>
  readonly lapseWithin: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export const judgeRelationships = async ({ place, modules, isShort }: Question): Promise<Measured> => {
  const folder = dirname(place)
  const harness: Harness = await import(pathToFileURL(place).href)
  const { default: ours }: { default: Scorer } = await import(pathToFileURL(join(modules, 'scorer.mjs')).href)
  const reference: { default: Scorer; plain: Scorer } = await import(
    pathToFileURL(join(folder, 'scorers/rhythm.mjs')).href
  )
  const baselines: Readonly<Record<string, Scorer>> = await import(
    pathToFileURL(join(folder, 'scorers/baselines.mjs')).href
  )
  const others = Object.values(baselines).filter(
    ({ name, score }) => typeof score === 'function' && (!isShort || name === fixedCadence),
  )
  const catalogue = join(folder, 'data')
  const sets = harness.loadCatalogue(catalogue).datasets.map((entry) => ({
    entry,
    messages: harness.loadDataset(catalogue, entry),
  }))

  const marksOf = (scorer: Scorer): Marks => {
    const found: Record<'A' | 'C' | 'C5', [string, number][]> = { A: [], C: [], C5: [] }
    const weekly: [string, WeeklyEgo][] = []
    const lapse = new Map<string, number>()
    const lapseWithin = new Map<string, ReadonlyMap<string, number>>()
    for (const { entry, messages } of sets) {
      const egoFilter = (ego: number): boolean => harness.egoSplit(entry.name, ego) === 1
      const { testFrom = 0 } = entry
      const judged = harness.evaluate(entry, messages, scorer, { egoFilter, reportCut: (at) => at >= testFrom })
      const keyed = (values: readonly PerEgo[]): [string, number][] =>
        values.map(({ ego, v }) => [`${entry.name} ${ego}`, v])
      for (const task of ['A', 'C', 'C5'] as const) found[task].push(...keyed(judged.perEgo[task]))
      lapse.set(entry.name, judged.B.auc)
      lapseWithin.set(entry.name, byUser(keyed(judged.perEgo.B)))
      for (const each of harness.evaluateWeekly(entry, messages, scorer, { egoFilter })?.egos ?? [])
        weekly.push([`${entry.name} ${each.ego}`, each])
    }
    return {
      name: scorer.name,
      a: byUser(found.A),
      p10: byUser(found.C),
      p5: byUser(found.C5),
      precision: byUser(weekly.map(([key, { precision }]) => [key, precision])),
      coverage: byUser(weekly.map(([key, { coverage }]) => [key, coverage])),
      perWeek: byUser(weekly.map(([key, { perWeek }]) => [key, perWeek])),
      lapse,
      lapseWithin,
    }
  }

  const mine = marksOf(ours)
  const best = marksOf(reference.default)
  // The reference moves its chances while it asks for them, so that of one user's ties the later are judged by other ones.
  const hazard = marksOf(reference.plain)
  const theirs = [best, hazard, ...others.map(marksOf)]
  const cadence = theirs.find(({ name }) => name === fixedCadence) ?? best
  const figure = (name: string, target: number, of: (marks: Marks) => number): Figure => ({
    ...share(`relationships: ${name}`, of(mine), target),
    peer: rounded(of(best)),
  })
  const within = (marks: Marks, set: string): number => mean(marks.lapseWithin.get(set) ?? new Map())
  return {
    figures: [
      figure('A, who will be in touch within 90 days, NDCG@20', asked.a, ({ a }) => mean(a)),
      ...sets.map(({ entry: { name } }) =>
        figure(`B, which living tie lapses, AUC, ${name}`, asked.lapse, ({ lapse }) => lapse.get(name) ?? Number.NaN),
      ),
      ...sets.map(
        ({ entry: { name } }): Figure => ({
          ...share(`relationships: B within a user, AUC, ${name}`, within(mine, name), rounded(within(cadence, name))),
          peer: rounded(within(best, name)),
        }),
      ),
      figure('C, who of the silent comes back, P@10', asked.p10, ({ p10 }) => mean(p10)),
      ...sets.map(
        ({ entry: { name } }): Figure => ({
          ...share(`relationships: C, P@10, ${name}`, ofSet(mine.p10, name), rounded(ofSet(hazard.p10, name))),
          peer: rounded(ofSet(best.p10, name)),
        }),
      ),
      figure('C, who of the silent comes back, P@5', asked.p5, ({ p5 }) => mean(p5)),
      figure('D, weekly programme, precision', asked.precision, ({ precision }) => mean(precision)),
      figure('D, weekly programme, coverage', asked.coverage, ({ coverage }) => mean(coverage)),
    ],
    table: [
      columns([
        ['mean over users', 'A NDCG@20', 'P@10', 'P@5', 'D precision', 'D coverage', 'D a week'],
        ...[mine, ...theirs].map(({ name, a, p10, p5, precision, coverage, perWeek }) => [
          name,
          ...[a, p10, p5, precision, coverage, perWeek].map((values) => shown(mean(values))),
        ]),
      ]),
      columns([
        [
          'B, which living tie lapses',
          ...sets.flatMap(({ entry: { name } }) => [`${name}, all ties`, 'within a user']),
        ],
        ...[mine, ...theirs].map((marks) => [
          marks.name,
          ...sets.flatMap(({ entry: { name } }) => [
            shown(marks.lapse.get(name) ?? Number.NaN),
            shown(within(marks, name)),
          ]),
        ]),
      ]),
      columns([
        [
          'Perennial less another, same users',
          'A NDCG@20',
          'P@10',
          'P@5',
          'D precision',
          ...sets.map(({ entry }) => `B within, ${entry.name}`),
        ],
        ...[best, hazard, cadence].map((other) => [
          other.name,
          ...(['a', 'p10', 'p5', 'precision'] as const).map((key) => difference(mine[key], other[key], harness)),
          ...sets.map(({ entry: { name } }) =>
            difference(mine.lapseWithin.get(name) ?? new Map(), other.lapseWithin.get(name) ?? new Map(), harness),
          ),
        ]),
      ]),
    ].join('\n\n'),
  }
}

const byUser = (values: readonly (readonly [string, number])[]): ReadonlyMap<string, number> => {
  const byKey = new Map<string, number[]>()
  for (const [key, value] of values) if (Number.isFinite(value)) byKey.set(key, [...(byKey.get(key) ?? []), value])
  return new Map([...byKey].map(([key, own]) => [key, own.reduce((sum, value) => sum + value, 0) / own.length]))
}

const mean = (values: ReadonlyMap<string, number>): number =>
  [...values.values()].reduce((sum, value) => sum + value, 0) / values.size

const ofSet = (values: ReadonlyMap<string, number>, set: string): number =>
  mean(new Map([...values].filter(([key]) => key.startsWith(`${set} `))))

/** The mean difference over the users both were judged on, with the interval that 95 of 100 resamples of users fall into. */
const difference = (
  mine: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  { bootstrapCI }: Pick<Harness, 'bootstrapCI'>,
): string => {
  const differences = [...mine].flatMap(([key, value]) => {
    const its = other.get(key)
    return its === undefined ? [] : value - its
  })
  if (differences.length === 0) return '–'
  const [from, to] = bootstrapCI(differences)
  const average = differences.reduce((sum, value) => sum + value, 0) / differences.length
  return `${signed(average)} [${signed(from)}, ${signed(to)}]`
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
