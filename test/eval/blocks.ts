/**
 * The classifier on hand-written blocks of headers (`test/cases/<name>/letters.headers`): people and programs of kinds that public
 * collections hold few of. With every header, and with those that Gmail is asked for; the blocks that are taken wrongly are named.
 */

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Headers, headersWorthReading } from '../../src/model/message.ts'
import { type HeaderBlock, readHeaderBlocks } from './header-blocks.ts'
import { type Measured, type Question, share } from './measured.ts'

type Classify = (headers: Headers) => { readonly human: boolean; readonly why: string }

const asked: ReadonlySet<string> = new Set(headersWorthReading.map((name) => name.toLowerCase()))

export const judgeBlocks = async ({ place, modules }: Question): Promise<Measured> => {
  const { classify }: { classify: Classify } = await import(pathToFileURL(join(modules, 'classify.mjs')).href)
  const blocks = (await readdir(place))
    .map((name) => join(place, name, 'letters.headers'))
    .filter((path) => existsSync(path))
    .flatMap(readHeaderBlocks)
  const judged = (isRead: (name: string) => boolean): readonly Judged[] =>
    blocks.map((block) => ({ ...block, ...classify(block.headers.filter(([name]) => isRead(name))) }))
  const whole = judged(() => true)
  const wrong = whole.filter(isWrong)
  return {
    figures: [
      share('blocks: F1 of human', f1Of(whole), 0.95),
      share(
        'blocks: F1 of human, with those that Gmail is asked for',
        f1Of(judged((name) => asked.has(name.toLowerCase()))),
      ),
    ],
    table: [
      `  ${blocks.length} blocks, ${wrong.length} of them taken wrongly`,
      ...wrong.map(({ title, human, why }) => `  taken for ${human ? 'human' : 'machine'}: ${title} (${why})`),
    ].join('\n'),
  }
}

interface Judged extends HeaderBlock {
  readonly human: boolean
  readonly why: string
}

const isWrong = ({ human, expected }: Judged): boolean => human !== (expected === 'human')

const f1Of = (judged: readonly Judged[]): number => {
  const rightly = judged.filter((each) => each.human && !isWrong(each)).length
  return (2 * rightly) / (2 * rightly + judged.filter(isWrong).length)
}
