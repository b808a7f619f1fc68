/**
 * The house a trial measures in: the product's code in workerd with a local D1, bundled by the tool that deploys it. The
 * trial's own half runs in there as well and is called by name; whatever must not be counted as the product's work (the
 * simulated providers) stays out here, behind the SANDBOX binding.
 */
import { readdir, readFile } from 'node:fs/promises'
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
