/** The product's Worker as it is deployed, with its doors leading to the bench's other half, and a clock that is told. */
import type { Env } from '../../../src/env.ts'
import type { Job } from '../../../src/model/job.ts'
import { createWorker } from '../../../src/worker.ts'
import { Browser } from '../../sandbox/browser.ts'
import { type Meter, metered } from '../../sandbox/metered-database.ts'
import { deliverJob, VirtualQueue } from '../../sandbox/queue.ts'
import { giveConsent } from '../../sandbox/service/visitor.ts'
import type { ProviderName } from '../../sandbox/world.ts'
import { productSettings, publicUrl } from './settings.ts'
import { type BenchEnv, today } from './trial.ts'

/** What one job came to. */
export interface JobRun {
  /** False where no job waits. */
  readonly ran: boolean
  readonly requests: number
  readonly queries: number
  readonly now: number
}

export interface Product {
  readonly meter: Meter
  readonly queue: VirtualQueue
  readonly worker: ReturnType<typeof createWorker>
  readonly env: Env
  readonly clock: { time: number }
  requests: number
  connect(account: string, provider: ProviderName): Promise<void>
  step(): Promise<boolean>
}

export const openProduct = ({ DB, SANDBOX }: BenchEnv): Product => {
  const clock = { time: today }
  const queue = new VirtualQueue(() => clock.time)
  const { database, meter } = metered(DB)
  const toSandbox = (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers)
    headers.set('x-now', String(clock.time))
    return SANDBOX.fetch(new Request(request, { headers, redirect: 'manual' }))
  }
  const env: Env = {
    DB: database,
    JOBS: queue.binding,
    ...productSettings,
  }
  const product: Product = {
    meter,
    queue,
    env,
    clock,
    requests: 0,
    worker: createWorker({
      now: () => clock.time,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      fetch: (input, init) => {
        product.requests += 1
        return toSandbox(new Request(input, init))
      },
    }),

    async connect(account, provider) {
      const context = {} as ExecutionContext
      const browser = new Browser(async (request) => product.worker.fetch(request, env, context), publicUrl)
      const consent = (await browser.get(`/connect/${provider}`)).headers.get('location')
      if (consent === null) throw new Error('No way to the consent page')
      const callback = await giveConsent(consent, { fetch: toSandbox, account })
      await browser.get(callback.pathname + callback.search)
    },

    async step() {
      const job = queue.nextAt === null ? null : queue.take()
      if (job === null) return false
      clock.time = Math.max(clock.time, job.dueAt)
      await deliverJob(queue, job, (batch: MessageBatch<Job>) => product.worker.queue(batch, env))
      if (queue.thrown.length > 0) throw queue.thrown[0]
      return true
    },
  }
  return product
}
