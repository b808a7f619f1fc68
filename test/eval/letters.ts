/** The classifier on labelled headers: precision, recall and F1 of `human`, with spam left out, and what slips through. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { columns, type Figure, type Measured, type Question, share, shown } from './measured.ts'

interface Labelled {
  readonly label: string
  readonly headers: [name: string, value: string][]
}

type Classify = (headers: [name: string, value: string][]) => { readonly human: boolean; readonly why: string }

/** A mailbox's own filter has met spam before we do. */
const leftOut = 'spam'

export const judgeLetters = async ({ place, modules }: Question): Promise<Measured> => {
  const letters = labelled(gunzipSync(await readFile(place)).toString('utf8'))
  const { classify }: { classify: Classify } = await import(pathToFileURL(join(modules, 'classify.mjs')).href)
  const tallies = new Map<string, { human: number; all: number }>()
  for (const { label, headers } of letters) {
    const tally = tallies.get(label) ?? { human: 0, all: 0 }
    tallies.set(label, {
      human: tally.human + (classify(headers).human ? 1 : 0),
      all: tally.all + 1,
    })
  }
  const rightly = tallies.get('human') ?? { human: 0, all: 0 }
  let taken = 0
  for (const [label, { human }] of tallies) if (label !== leftOut) taken += human
  const precision = rightly.human / taken
  const recall = rightly.human / rightly.all
  const f1 = (2 * precision * recall) / (precision + recall)
  const labels = [...tallies].toSorted(([, a], [, b]) => b.all - a.all)
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
    ],
    table: [
      columns([
        ['spam left out', 'F1', 'precision', 'recall'],
        ['human', shown(f1), shown(precision), shown(recall)],
      ]),
      columns([
        ['label', 'messages', 'taken for human', 'share'],
        ...labels.map(([label, { human, all }]) => [label, `${all}`, `${human}`, shown(human / all)]),
      ]),
    ].join('\n\n'),
  }
}

const labelled = (lines: string): readonly Labelled[] => {
  const letters: readonly Labelled[] = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  if (
    letters.length === 0 ||
    letters.some(({ label, headers }) => typeof label !== 'string' || !Array.isArray(headers))
  )
    throw new Error('The labelled headers are not lines of {label, headers}.')
  return letters
}
