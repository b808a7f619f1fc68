/** What a newcomer starts: `npm start` as its own process on free ports, and a Chromium in front of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { type Browser, chromium } from 'playwright-core'

const root = new URL('../..', import.meta.url).pathname
const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Null where this machine has none. */
export const chromiumPath = chromiumPaths.find((path) => existsSync(path)) ?? null

export const openChromium = (): Promise<Browser> => {
  if (chromiumPath === null)
    throw new Error(`No Chromium at ${chromiumPaths.join(', ')}. Install the package chromium.`)
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Running {
  readonly product: string
  readonly sandboxConsole: string
  /** What it printed so far. */
  readonly printed: () => string
  readonly stop: () => Promise<void>
}

/** Resolves once the address is printed, as `npm start` prints it. */
export const startPerennial = async (parameters: readonly string[] = []): Promise<Running> => {
  const port = await freePort()
  const child = spawn('node', ['test/sandbox/start.ts', '--port', String(port), ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer): void => {
    printed += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const product = `http://localhost:${port}`
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => printed.includes(product) && resolve())
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printed}`)))
  })
  return { product, sandboxConsole: `http://localhost:${port + 1}`, printed: () => printed, stop: () => stop(child) }
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    // Whoever interrupts us may have ended it already, and an end is told once.
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** A port whose neighbour is free as well: the sandbox takes the next one. */
const freePort = async (): Promise<number> => {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const server = createServer()
      server.once('error', reject)
      server.listen(0, 'localhost', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
      })
    })
    if (port > 0 && port < 65_534 && (await isFree(port + 1))) return port
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, 'localhost', () => server.close(() => resolve(true)))
  })
