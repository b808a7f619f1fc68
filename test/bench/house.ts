/**
 * The house a trial measures in: the product's code in workerd with a local D1, bundled by the tool that deploys it. The
 * trial's own half runs in there as well and is called by name; whatever must not be counted as the product's work (the
 * simulated providers) stays out here, behind the SANDBOX binding.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { processMeter } from './process-meter.ts'

export const root = new URL('../..', import.meta.url).pathname

export interface House {
  /** Runs one trial of `worker.ts` and gives what it answers. */
  ask<T>(trial: string, question?: unknown): Promise<T>
  /** Milliseconds of CPU that all of workerd has used since it began: the product, D1's own work, collecting garbage. */
  cpu(): Promise<number>
  close(): Promise<void>
}

export const bundle = async (entry: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-bench-'))
  try {
    const args = ['deploy', entry, '--dry-run', '--outdir', folder]
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' }
    await promisify(execFile)(join(root, 'node_modules/.bin/wrangler'), args, { cwd: root, env })
    const script = (await readdir(folder)).find((name) => name.endsWith('.js'))
    if (script === undefined) throw new Error(`wrangler made no script of ${entry}`)
    return await readFile(join(folder, script), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `outside` answers whatever leaves the Worker. */
export const openHouse = async (
  script: string,
  outside: (request: Request) => Promise<Response> | Response = () => new Response(null, { status: 404 }),
): Promise<House> => {
  const meter = processMeter()
  const instance = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      compatibilityDate: '2026-11-01',
      d1Databases: ['DB'],
      serviceBindings: { SANDBOX: outside },
    }),
  )
  const database = await instance.getD1Database('DB')
  for (const statement of await migrations()) await database.prepare(statement).run()
  const cpu = await meter()
  return {
    async ask<T>(trial: string, question: unknown = null): Promise<T> {
      const response = await instance.dispatchFetch(`http://bench.test/${trial}`, {
        method: 'POST',
        body: JSON.stringify(question),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${trial}: ${text}`)
      return JSON.parse(text) as T
    },
    cpu,
    close: () => instance.dispose(),
  }
}

const migrations = async (): Promise<readonly string[]> => {
  const files = (await readdir(`${root}drizzle`)).filter((name) => name.endsWith('.sql')).sort()
  const texts = await Promise.all(files.map((file) => readFile(`${root}drizzle/${file}`, 'utf8')))
  return texts.flatMap((text) => text.split('--> statement-breakpoint'))
}
