/** What a newcomer waits for: the world, the address, and their own archive being read. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { populate } from '../sandbox/population/index.ts'
import { type Figure, lower } from './figure.ts'
import { root } from './house.ts'
import { today } from './inside/trial.ts'
import type { Bench } from './setting.ts'

export const sandbox: Bench = async ({ isShort }) => {
  const start = performance.now()
  populate({ seed: 1, now: today })
  const world = (performance.now() - start) / 1000
  return [
    lower('sandbox: five years of one person, 22,000 messages', world, 's', 5),
    lower('sandbox: npm start to the address', await startToAddress(), 's', null),
    ...(await archive(isShort ? 20_000 : 100_000)),
  ]
}

const startToAddress = async (): Promise<number> => {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, ['test/sandbox/start.ts', '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  try {
    let printed = ''
    for await (const chunk of child.stdout) {
      printed += String(chunk)
      if (printed.includes('http://')) return (performance.now() - start) / 1000
    }
    throw new Error('npm start printed no address')
  } finally {
    child.kill()
    await exited
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** In a process of its own, so that its memory is its own. */
const archive = async (messages: number): Promise<readonly Figure[]> => {
  const child = spawn(process.execPath, ['test/bench/archive.ts', String(messages)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout) printed += String(chunk)
  const { peakMegabytes, fileMegabytes, seconds } = JSON.parse(printed) as Record<string, number>
  return [
    lower(
      `sandbox: peak memory of loading an archive of ${messages.toLocaleString('en')} messages`,
      peakMegabytes ?? 0,
      'MB',
      null,
      fileMegabytes,
    ),
    lower('sandbox: loading it', seconds ?? 0, 's', null),
  ]
}
