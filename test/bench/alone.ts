/**
 * The product alone in a workerd of its own, as it is deployed; its database in another, the providers, the carrier and the
 * queue in this process. CPU is the first process's, from the system's books, for one invocation, an empty call's taken off.
 * Beside each invocation goes its floor: the same statements and requests, with the same answers, from code that does
 * nothing else.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import type { Job } from '../../src/model/job.ts'
import { migrationStatements } from '../sandbox/bundle.ts'
import { deliverJob, VirtualQueue } from '../sandbox/queue.ts'
import { root } from './house.ts'
import type { FloorStep } from './inside/floor.ts'
import { cpuOfTree } from './process-meter.ts'
import { type Answering, type Exchange, openWire, type Wire } from './wire.ts'

/** What one invocation came to. */
export interface Invocation {
  readonly milliseconds: number
  /** The same exchanges from a Worker that does nothing else; null where it was not asked for. */
  readonly floor: number | null
  /** Calls of the database, requests to others, and messages sent. */
  readonly calls: number
  readonly requests: number
  readonly sends: number
  readonly rowsRead: number
  readonly rowsWritten: number
}

export interface Alone {
  readonly database: D1Database
  readonly queue: VirtualQueue
  readonly clock: { time: number }
  /** Runs the next job of the queue; null where none waits. */
  step(): Promise<Invocation | null>
  /** Opens a page, and gives its answer too. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<Invocation & { readonly answer: Response }>
  /** Another process in the place of this one: nothing is compiled, and nothing remembered. */
  restart(): Promise<void>
  /** The same as `open` without measuring. */
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

export const openAlone = async (
  script: string,
  { outside, now, hasFloor = true }: { readonly outside: Answering; readonly now: number; readonly hasFloor?: boolean },
): Promise<Alone> => {
  const clock = { time: now }
  const queue = new VirtualQueue(() => clock.time)
  const d1 = await openDatabase()
  const wire = await openWire({
    database: (request) => d1.answer(request),
    outside,
    queue: async (request) => {
      const { job, delaySeconds } = (await request.json()) as { readonly job: Job; readonly delaySeconds: number }
      await queue.binding.send(job, { delaySeconds })
      return new Response()
    },
  })
  let product = await openProcess(script, wire)
  const post = (path: string, body: unknown = {}): Promise<Response> =>
    fetch(`${product.origin}${path}`, { method: 'POST', body: JSON.stringify(body) })
  const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
    const before = await product.cpu()
    const done = await work()
    return [(await product.cpu()) - before, done]
  }
  await post('/nothing')
  const empties: number[] = []
  for (let call = 0; call < emptyCalls; call += 1)
    empties.push((await timed(async () => (await post('/nothing')).text()))[0])
  const empty = among(empties, 0.5)
  const measured = async <T>(work: () => Promise<T>): Promise<readonly [Invocation, T]> => {
    wire.record()
    const [milliseconds, done] = await timed(work)
    const tape = wire.recorded()
    const floor = hasFloor ? await floorOf(tape) : null
    return [{ milliseconds: Math.max(0, milliseconds - empty), floor, ...countsOf(tape) }, done]
  }
  const floorOf = async (tape: readonly Exchange[]): Promise<number> => {
    await post('/floor-load', tape.map(stepOf))
    wire.play(tape)
    const [milliseconds, answer] = await timed(() => post('/floor'))
    if (!answer.ok) throw new Error(`the floor: ${await answer.text()}`)
    return Math.max(0, milliseconds - empty)
  }
  return {
    database: d1.database,
    queue,
    clock,
    async step() {
      const job = queue.nextAt === null ? null : queue.take()
      if (job === null) return null
      clock.time = Math.max(clock.time, job.dueAt)
      const [invocation] = await measured(() =>
        deliverJob(queue, job, async (batch) => {
          const [message] = batch.messages
          if (message === undefined) return
          const answer = await post('/job', { now: clock.time, job: message.body, attempts: message.attempts })
          if (!answer.ok) throw new Error(await answer.text())
          const { retry } = (await answer.json()) as { readonly retry: number | null }
          if (retry !== null) message.retry({ delaySeconds: retry })
        }),
      )
      if (queue.thrown.length > 0) throw queue.thrown[0]
      return invocation
    },
    async open(path, headers = {}) {
      const [invocation, answer] = await measured(async () => {
        const found = await fetch(`${product.origin}${path}`, {
          headers: { ...headers, 'x-now': String(clock.time) },
          redirect: 'manual',
        })
        return new Response(await found.arrayBuffer(), found)
      })
      return { ...invocation, answer }
    },
    async restart() {
      await product.close()
      product = await openProcess(script, wire)
    },
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      const headers = new Headers(request.headers)
      headers.set('x-now', String(clock.time))
      const body = request.body === null ? null : await request.text()
      return fetch(`${product.origin}${pathname}${search}`, {
        method: request.method,
        headers,
        body,
        redirect: 'manual',
      })
    },
    async close() {
      await product.close()
      wire.close()
      await d1.close()
    },
  }
}

const emptyCalls = 40

export const among = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** D1 in a process of its own. The Worker there hands on what D1's client sends. */
const openDatabase = async () => {
  const house = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script:
        'export default { fetch: (request, env) => { const { pathname, search } = new URL(request.url); return env.DB.fetcher.fetch("http://d1" + pathname + search, request) } }',
      compatibilityDate: '2026-11-01',
      d1Databases: ['DB'],
    }),
  )
  const origin = await house.ready
  const database = await house.getD1Database('DB')
  await database.batch((await migrationStatements()).map((statement) => database.prepare(statement)))
  return {
    database,
    answer: async (request: Request): Promise<Response> => {
      const { pathname, search } = new URL(request.url)
      const headers = { 'content-type': request.headers.get('content-type') ?? 'application/json' }
      return fetch(new URL(`${pathname}${search}`, origin), { method: 'POST', headers, body: await request.text() })
    },
    close: () => house.dispose(),
  }
}

const openProcess = async (script: string, wire: Wire) => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-'))
  const port = await freePort()
  await writeFile(join(folder, 'worker.js'), script)
  await writeFile(join(folder, 'config.capnp'), configOf(wire, port))
  const child = spawn(
    `${root}node_modules/workerd/bin/workerd`,
    ['serve', '--experimental', join(folder, 'config.capnp')],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const origin = `http://127.0.0.1:${port}`
  await answering(`${origin}/nothing`)
  return {
    origin,
    cpu: () => cpuOfTree(child.pid ?? 0),
    close: async () => {
      child.kill()
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const configOf = (wire: Wire, port: number): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "product", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-11-01",
      bindings = [
        (name = "DB", wrapped = (moduleName = "cloudflare-internal:d1-api", innerBindings = [(name = "fetcher", service = "d1")])),
        (name = "OUTSIDE", service = "outside"),
      ],
    )),
    (name = "d1", external = (address = "127.0.0.1:${wire.databasePort}", http = ())),
    (name = "outside", external = (address = "127.0.0.1:${wire.outsidePort}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "product")],
);`

const answering = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(url, { method: 'POST' }).catch(() => null)
    if (answer !== null) return void (await answer.text())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('workerd does not start')
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const stepOf = ({ to, method, url, headers, body }: Exchange): FloorStep => {
  if (to !== 'database') return { kind: 'fetch', method, url, headers, body }
  const asked = JSON.parse(body) as FloorStatement | readonly FloorStatement[]
  return Array.isArray(asked)
    ? { kind: 'batch', statements: asked as readonly FloorStatement[] }
    : { kind: 'statement', isRun: url.includes('resultsFormat=NONE'), ...(asked as FloorStatement) }
}

type FloorStatement = { readonly sql: string; readonly params: readonly unknown[] }

const countsOf = (tape: readonly Exchange[]) => {
  const of = (to: Exchange['to']) => tape.filter((exchange) => exchange.to === to)
  const metas = of('database').flatMap(({ answer }) => metasIn(answer.body.toString()))
  return {
    calls: of('database').length,
    requests: of('outside').length,
    sends: of('queue').length,
    rowsRead: metas.reduce((sum, { rows_read = 0 }) => sum + rows_read, 0),
    rowsWritten: metas.reduce((sum, { rows_written = 0 }) => sum + rows_written, 0),
  }
}

interface Meta {
  readonly rows_read?: number
  readonly rows_written?: number
}

const metasIn = (text: string): readonly Meta[] => {
  const told = JSON.parse(text) as { readonly meta?: Meta } | readonly { readonly meta?: Meta }[]
  return (Array.isArray(told) ? told : [told]).flatMap(({ meta }) => meta ?? [])
}
