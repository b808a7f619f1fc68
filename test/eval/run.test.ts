import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const command = new URL('run.ts', import.meta.url).pathname

// A whole evaluation, twice in one of them.
vi.setConfig({ testTimeout: 240_000 })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-eval-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

const evaluate = (...parameters: string[]): Promise<{ code: number; output: string }> =>
  new Promise((answer) => {
    execFile(process.execPath, [command, '--short', '--data', folder, ...parameters], (error, stdout, stderr) => {
      answer({ code: error === null ? 0 : 1, output: stdout + stderr })
    })
  })

const putMessages = async (lines: string): Promise<void> => {
  await mkdir(join(folder, 'mail-headers'))
  await writeFile(join(folder, 'mail-headers/dev.jsonl.gz'), gzipSync(lines))
}

const line = (label: string, ...headers: [string, string][]): string =>
  `${JSON.stringify({ label, headers: [['From', 'Bo Ek <bo@example.com>'], ['To', 'ann@example.org'], ...headers] })}\n`

const figures = (output: string): ReadonlyMap<string, number> =>
  new Map(
    output
      .split('\n')
      .filter((text) => text.startsWith('{'))
      .map((text) => JSON.parse(text))
      .map(({ name, value }) => [name, value]),
  )

test('without data it says what is missing, claims no figure but those of lists written by hand and of made-up people, and is no failure', async () => {
  const { code, output } = await evaluate()
  expect(code).toBe(0)
  expect(output).toContain(`${folder}/mail-headers/dev.jsonl.gz is not there`)
  expect(output).toContain(`${folder}/health/harness.mjs is not there`)
  expect(
    [...figures(output).keys()].filter((name) => !/^(names, |blocks: |subjects: |project ends: )/.test(name)),
  ).toEqual([])
})

test('precision and recall are of human mail, with spam left out', async () => {
  await putMessages(
    line('human') +
      line('human', ['Precedence', 'bulk']) +
      line('newsletter') +
      line('list', ['List-Id', '<devs.lists.example>']) +
      line('spam'),
  )
  const found = figures((await evaluate('--only', 'messages')).output)
  expect(found.get('letters: precision of human')).toBe(0.5)
  expect(found.get('letters: recall of human')).toBe(0.5)
  expect(found.get('letters: taken for human of newsletter')).toBe(1)
  expect(found.get('letters: taken for human of list')).toBe(0)
})

test('a missed figure fails only when asked to', async () => {
  await putMessages(line('human') + line('newsletter'))
  expect((await evaluate('--only', 'messages')).code).toBe(0)
  expect((await evaluate('--only', 'messages', '--strict')).code).toBe(1)
})

test('a part that is none is refused by name, with those that are', async () => {
  const { code, output } = await evaluate('--only', 'letters')
  expect(code).toBe(1)
  expect(output).toMatch(/names, languages, .* and not letters/)
})

test('data that are there and broken are a failure', async () => {
  await putMessages('{"label":"human"}\n')
  expect((await evaluate('--only', 'messages')).code).toBe(1)
})

test('--export writes modules that run by themselves', async () => {
  const out = join(folder, 'out')
  expect((await evaluate('--only', 'messages', '--export', out)).code).toBe(0)
  const { classify } = await import(pathToFileURL(join(out, 'classify.mjs')).href)
  expect(classify([['Auto-Submitted', 'auto-replied']])).toMatchObject({ human: false, why: expect.any(String) })
  const { default: scorer } = await import(pathToFileURL(join(out, 'scorer.mjs')).href)
  const tie = scorer.newTie()
  const ego = scorer.newEgo()
  scorer.update(tie, { t: 1_700_000_000, dir: 'in', direct: true }, ego)
  expect(scorer.score(tie, 1_700_100_000, ego).strength).toBeGreaterThan(0)
})
