/**
 * The product's Worker as `npm start` runs it: the same code, with doors that lead into the sandbox. Its clock is the
 * sandbox's, and waits are kept short: a job that asks for a minute waits a second, and then a minute has passed.
 */
import type { Env } from '../../src/env.ts'
import type { Job } from '../../src/model/job.ts'
import { createWorker } from '../../src/worker.ts'

interface SandboxEnv extends Omit<Env, 'JOBS'> {
  readonly JOBS: Queue<TimedJob>
  /** The sandbox's own server, reached without a socket. */
  readonly SANDBOX: Fetcher
  readonly SANDBOX_ORIGIN: string
  /** Whose inbox was made up, for a button on the first page; '' where somebody brought their own. */
  readonly MADE_UP_INBOX: string
}

/** A job and when it is due by the sandbox's clock. */
interface TimedJob {
  readonly job: Job
  readonly dueAt: number
}

/** So much shorter are waits here than by the clock. */
const speed = 60

let clockOffset = 0
const now = (): number => Date.now() + clockOffset

let sandbox: { readonly env: SandboxEnv; readonly product: Env } | null = null

const worker = createWorker({
  now,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  fetch: (input, init) => {
    const request = new Request(input, init)
    const isSandbox = sandbox !== null && request.url.startsWith(sandbox.env.SANDBOX_ORIGIN)
    return isSandbox && sandbox !== null ? sandbox.env.SANDBOX.fetch(request) : fetch(request)
  },
})

/** Sets the clock, and gives the product an environment of its own. The same one as long as ours is the same. */
const enter = async (env: SandboxEnv): Promise<Env> => {
  if (sandbox?.env !== env) {
    const { JOBS, SANDBOX: _sandbox, SANDBOX_ORIGIN: _origin, MADE_UP_INBOX: _inbox, ...rest } = env
    const send = (job: Job, options?: QueueSendOptions) => {
      const delaySeconds = options?.delaySeconds ?? 0
      return JOBS.send({ job, dueAt: now() + 1000 * delaySeconds }, { delaySeconds: shortened(delaySeconds) })
    }
    const sendBatch = async (messages: Iterable<MessageSendRequest<Job>>) => {
      for (const { body, ...options } of messages) await send(body, options)
    }
    sandbox = { env, product: { ...rest, JOBS: { send, sendBatch } as unknown as Queue<Job> } }
  }
  const { offset } = await tellClock(env, {})
  clockOffset = offset
  return sandbox.product
}

const shortened = (seconds: number): number => (seconds === 0 ? 0 : Math.ceil(seconds / speed))

const tellClock = async (env: SandboxEnv, message: { readonly atLeast?: number }): Promise<{ offset: number }> => {
  const response = await env.SANDBOX.fetch(`${env.SANDBOX_ORIGIN}/clock`, {
    method: 'POST',
    body: JSON.stringify(message),
  })
  return response.json()
}

export default {
  async fetch(request: Request, env: SandboxEnv, context: ExecutionContext) {
    const response = await worker.fetch(request, await enter(env), context)
    const isFirstPage = new URL(request.url).pathname === '/' && response.status === 200
    return isFirstPage && env.MADE_UP_INBOX !== '' ? withTryIt(response, env.MADE_UP_INBOX) : response
  },

  async queue(batch: MessageBatch<TimedJob>, env: SandboxEnv) {
    for (const message of batch.messages) {
      const product = await enter(env)
      const { job, dueAt } = message.body
      clockOffset = (await tellClock(env, { atLeast: dueAt })).offset
      const retry = (options?: QueueRetryOptions): void => {
        const delaySeconds = options?.delaySeconds ?? 0
        // The queue keeps no note of ours on a retry: the wait itself is what passes.
        message.retry({ delaySeconds: shortened(delaySeconds) })
        waits.set(message.id, now() + 1000 * delaySeconds)
      }
      const waitedUntil = waits.get(message.id)
      if (waitedUntil !== undefined) clockOffset = (await tellClock(env, { atLeast: waitedUntil })).offset
      waits.delete(message.id)
      const single = {
        ...message,
        id: message.id,
        timestamp: message.timestamp,
        attempts: message.attempts,
        body: job,
        ack: () => message.ack(),
        retry,
      }
      await worker.queue(
        {
          ...batch,
          queue: batch.queue,
          metadata: batch.metadata,
          messages: [single],
          ackAll: () => message.ack(),
          retryAll: retry,
        },
        product,
      )
    }
  },

  async scheduled(controller: ScheduledController, env: SandboxEnv) {
    await worker.scheduled(controller, await enter(env))
  },
}

/** The product knows no sandbox: its first page gets the button here. */
const withTryIt = (response: Response, address: string): Response =>
  new HTMLRewriter()
    .on('#start > .row', {
      element: (row) => {
        const href = `/connect/google?${new URLSearchParams({ account: address })}`
        row.before(`<p><a class="button big" href="${href}">Try it with a made-up inbox</a></p>`, { html: true })
      },
    })
    .transform(response)

/** Until when a job that was given back waits, by the sandbox's clock. */
const waits = new Map<string, number>()
