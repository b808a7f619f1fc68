/** The product's Worker as it is deployed, with its doors leading to the bench, a clock that is told, and its floor beside it. */
import type { Env } from '../../src/env.ts'
import type { Job } from '../../src/model/job.ts'
import { vocabularyFile } from '../../src/model/vocabulary.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import { createWorker } from '../../src/worker.ts'
import { type FloorStep, runFloor } from './inside/floor.ts'
import { productSettings, publicUrl } from './inside/settings.ts'

interface AloneEnv {
  readonly DB: D1Database
  readonly OUTSIDE: Fetcher
}

const clock = { time: 0 }

/** Read and linked by the first invocation of a process, as the static file is. */
const words = vocabularyFile(vocabulary)

const open = ({ DB, OUTSIDE }: AloneEnv) => {
  const send = async (job: Job, options?: QueueSendOptions): Promise<QueueSendResponse> => {
    const body = JSON.stringify({ job, delaySeconds: options?.delaySeconds ?? 0 })
    await (await OUTSIDE.fetch('https://queue.test/', { method: 'POST', body })).text()
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }
  }
  const env: Env = {
    ...productSettings,
    DB,
    ASSETS: { fetch: async () => new Response(words) },
    JOBS: {
      send,
      sendBatch: async (messages) => {
        for (const { body, ...options } of messages) await send(body, options)
        return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }
      },
      metrics: async () => ({ backlogCount: 0, backlogBytes: 0 }),
    },
  }
  const worker = createWorker({
    now: () => clock.time,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    fetch: (input, init) => OUTSIDE.fetch(input, init),
  })
  return { env, worker }
}

let opened: ReturnType<typeof open> | null = null
let loaded: readonly FloorStep[] = []

const runJob = async (product: ReturnType<typeof open>, request: Request): Promise<Response> => {
  const { now, job, attempts } = await request.json<{ now: number; job: Job; attempts: number }>()
  clock.time = now
  let seconds: number | null = null
  const message: Message<Job> = {
    id: '1',
    timestamp: new Date(now),
    body: job,
    attempts,
    ack: () => undefined,
    retry: (options) => {
      seconds = options?.delaySeconds ?? 0
    },
  }
  await product.worker.queue(
    {
      queue: 'perennial-jobs',
      messages: [message],
      metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
      ackAll: () => undefined,
      retryAll: () => undefined,
    },
    product.env,
  )
  return Response.json({ retry: seconds })
}

export default {
  async fetch(request: Request, env: AloneEnv, context: ExecutionContext): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    opened ??= open(env)
    switch (pathname) {
      case '/nothing':
        return new Response()
      case '/floor-load':
        loaded = await request.json()
        return new Response()
      case '/floor':
        await runFloor({ database: env.DB, outside: env.OUTSIDE }, loaded)
        return new Response()
      case '/job':
        return runJob(opened, request)
      default:
        clock.time = Number(request.headers.get('x-now'))
        return opened.worker.fetch(new Request(`${publicUrl}${pathname}${search}`, request), opened.env, context)
    }
  },
}
