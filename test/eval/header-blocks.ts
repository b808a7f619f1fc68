/** Blocks of headers with what a reader expects of each, as `test/cases/<name>/letters.headers` holds them. */
import { readFileSync } from 'node:fs'

export interface HeaderBlock {
  readonly title: string
  readonly expected: 'human' | 'machine'
  readonly headers: readonly [name: string, value: string][]
}

/** Blocks lie between lines of four dashes; `X-Case` and `X-Case-Expect` come first. */
export const readHeaderBlocks = (path: string): readonly HeaderBlock[] =>
  readFileSync(path, 'utf8')
    .split(/^----\n/m)
    .map((block) => {
      const [title, expected, ...headers] = block.trim().split('\n').map(fieldOf)
      if (title?.[0] !== 'X-Case' || expected?.[0] !== 'X-Case-Expect')
        throw new Error(`${path}: a block says not what it is.`)
      if (expected[1] !== 'human' && expected[1] !== 'machine') throw new Error(`${path}: ${title[1]} expects neither.`)
      return { title: title[1], expected: expected[1], headers }
    })

const fieldOf = (line: string): [string, string] => {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}
