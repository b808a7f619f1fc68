/**
 * What `npm test` runs: types, lint, then every test in Node, in workerd and, where a Chromium is found, in a browser.
 * All three always run, so that one run shows all there is to mend; the last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Count {
  readonly passed: number
  readonly failed: number
}

const root = new URL('..', import.meta.url).pathname

const run = (command: string, parameters: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit' })
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}. Run npm install first.`)
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })

const check = async (title: string, command: string, ...parameters: string[]): Promise<Count> => {
  console.log(`\n${title}`)
  const isFine = await run(command, parameters)
  console.log(isFine ? '  fine' : '  failed')
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A run that breaks off before it can count, or a file that cannot be loaded, is a failure, whatever was counted. */
const tests = async (filters: readonly string[]): Promise<Count> => {
  console.log('\nTests')
  const folder = await mkdtemp(join(tmpdir(), 'perennial-test-'))
  try {
    const outputFile = join(folder, 'results.json')
    const isFine = await run('vitest', [
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=dot',
      // What the product logs while a fault is thrown at it is of interest where a test fails.
      '--silent=passed-only',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
      ...filters,
    ])
    const counted = await counts(outputFile)
    return isFine || counted.failed > 0 ? counted : { ...counted, failed: 1 }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const counts = async (file: string): Promise<Count> => {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(file, 'utf8'))
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const all = [
  await check('Types', 'tsc', '--project', '.'),
  await check('Types of the scripts', 'tsc', '--project', 'src/http/assets'),
  await check('Lint', 'biome', 'check', '--error-on-warnings', '.'),
  await tests(process.argv.slice(2)),
]
const passed = all.reduce((sum, count) => sum + count.passed, 0)
const failed = all.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
