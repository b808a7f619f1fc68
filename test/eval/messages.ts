/**
 * The classifier on labelled headers: precision, recall and F1 of `human`, with spam left out, and what slips through. Three
 * times: with every header, with those that Gmail is asked for, and with what Outlook tells where it gives no headers. Then
 * source by source, for a rule that only fits one of them shows there.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { headersWorthReading } from '../../src/model/message.ts'
import { columns, type Figure, type Measured, type Question, share, shown } from './measured.ts'

interface Labelled {
  readonly label: string
  readonly source: string
  readonly headers: [name: string, value: string][]
}

type Classify = (headers: [name: string, value: string][]) => { readonly human: boolean; readonly why: string }

/** A mailbox's own filter has met spam before we do. */
const leftOut = 'spam'

const asked: ReadonlySet<string> = new Set(headersWorthReading.map((name) => name.toLowerCase()))
const envelope: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'to',
  'cc',
  'reply-to',
  'subject',
  'date',
  'message-id',
])

export const judgeMessages = async ({ place, modules }: Question): Promise<Measured> => {
  const messages = labelled(gunzipSync(await readFile(place)).toString('utf8'))
  const { classify }: { classify: Classify } = await import(pathToFileURL(join(modules, 'classify.mjs')).href)
  const judged = (names: ReadonlySet<string> | null): readonly Judged[] =>
    messages.map(({ label, source, headers }) => ({
      label,
      source,
      ...classify(names === null ? headers : headers.filter(([name]) => names.has(name.toLowerCase()))),
    }))
  const whole = judged(null)
  const { f1, precision, recall } = scoreOf(whole)
  const views = [
    ['every header', scoreOf(whole)],
    ['those that Gmail is asked for', scoreOf(judged(asked))],
    ['the envelope alone', scoreOf(judged(envelope))],
  ] as const
  const labels = [...tallyBy(whole, ({ label }) => label)].toSorted(([, a], [, b]) => b.all - a.all)
  return {
    figures: [
      share('letters: F1 of human, spam left out', f1, 0.9),
      share('letters: precision of human', precision),
      share('letters: recall of human', recall),
      ...labels.map(
        ([label, { human, all }]): Figure => ({
          ...share(`letters: taken for human of ${label}`, human / all),
          better: label === 'human' ? 'higher' : 'lower',
        }),
      ),
      ...views.slice(1).map(([name, score]) => share(`letters: F1 of human, with ${name}`, score.f1)),
      share('letters: F1 of human, the worst source with both kinds', worstSource(whole)),
    ],
    table: [
      columns([
        ['spam left out', 'F1', 'precision', 'recall'],
        ...views.map(([name, score]) => [name, shown(score.f1), shown(score.precision), shown(score.recall)]),
      ]),
      columns([
        ['label', 'messages', 'taken for human', 'share'],
        ...labels.map(([label, { human, all }]) => [label, `${all}`, `${human}`, shown(human / all)]),
      ]),
      columns([['source', 'human', 'of them found', 'others', 'of them taken for human'], ...bySource(whole)]),
      columns([['taken wrongly', 'source', 'why'], ...takenWrongly(whole)]),
    ].join('\n\n'),
  }
}

interface Judged {
  readonly label: string
  readonly source: string
  readonly human: boolean
  readonly why: string
}

/** People first, then newsletters, which most resemble them. */
const takenWrongly = (judged: readonly Judged[]): readonly (readonly string[])[] =>
  judged
    .filter(({ label, human }) => (label === 'human' && !human) || (label === 'newsletter' && human))
    .toSorted((a, b) => Number(a.human) - Number(b.human))
    .map(({ label, source, why }) => [label, `${source}`, why])

interface Tally {
  readonly human: number
  readonly all: number
}

const tallyBy = (judged: readonly Judged[], keyOf: (each: Judged) => string): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>()
  for (const each of judged) {
    const { human, all } = tallies.get(keyOf(each)) ?? { human: 0, all: 0 }
    tallies.set(keyOf(each), { human: human + (each.human ? 1 : 0), all: all + 1 })
  }
  return tallies
}

const scoreOf = (judged: readonly Judged[]) => {
  const counted = judged.filter(({ label }) => label !== leftOut)
  const rightly = counted.filter(({ label, human }) => label === 'human' && human).length
  const precision = rightly / counted.filter(({ human }) => human).length
  const recall = rightly / counted.filter(({ label }) => label === 'human').length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

const minOfKind = 10

/** Nothing is trained, so each source is judged as one that was never seen would be; but its letters were looked at. */
const worstSource = (judged: readonly Judged[]): number =>
  Math.min(
    ...[...Map.groupBy(judged, ({ source }) => source).values()].flatMap((messages) => {
      const people = messages.filter(({ label }) => label === 'human').length
      const others = messages.filter(({ label }) => label !== 'human' && label !== leftOut).length
      return people < minOfKind || others < minOfKind ? [] : [scoreOf(messages).f1]
    }),
  )

const bySource = (judged: readonly Judged[]): readonly (readonly string[])[] => {
  const counted = judged.filter(({ label }) => label !== leftOut)
  const people = tallyBy(
    counted.filter(({ label }) => label === 'human'),
    ({ source }) => source,
  )
  const others = tallyBy(
    counted.filter(({ label }) => label !== 'human'),
    ({ source }) => source,
  )
  return [...new Set(counted.map(({ source }) => source))].map((source) => {
    const [theirs, rest] = [people.get(source), others.get(source)]
    return [source, theirs?.all, theirs?.human, rest?.all, rest?.human].map((cell) => `${cell ?? '–'}`)
  })
}

const labelled = (lines: string): readonly Labelled[] => {
  const messages: readonly Labelled[] = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  if (
    messages.length === 0 ||
    messages.some(({ label, headers }) => typeof label !== 'string' || !Array.isArray(headers))
  )
    throw new Error('The labelled headers are not lines of {label, headers}.')
  return messages
}
