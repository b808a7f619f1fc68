/**
 * A queue on the world's clock: what Cloudflare Queues promise (at least once, delays, retries up to a number, then
 * dropped), without waiting for real. Jobs that are due run in the order of their time; when none is, time moves on.
 */
import type { Job } from '../../src/model/job.ts'

export interface QueuedJob {
  readonly body: Job
  readonly dueAt: number
  readonly attempts: number
  readonly order: number
}

export class VirtualQueue {
  readonly #now: () => number
  #jobs: QueuedJob[] = []
  #order = 0
  /** Jobs given up after too many attempts. */
  readonly dropped: Job[] = []
  /** What handlers threw: a bug, or weather that was asked for. */
  readonly thrown: unknown[] = []
  /** As Cloudflare counts them: a message is written, read with every delivery, and deleted. */
  operations = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** The binding the Worker sends to. */
  get binding(): Queue<Job> {
    const send = async (body: Job, options?: QueueSendOptions): Promise<QueueSendResponse> => {
      this.operations += 1
      this.#add({ body: structuredClone(body), attempts: 0 }, options?.delaySeconds ?? 0)
      return { metadata: { metrics: { backlogCount: this.#jobs.length, backlogBytes: 0 } } }
    }
    return {
      send,
      sendBatch: async (messages) => {
        for (const { body, ...options } of messages) await send(body, options)
        return { metadata: { metrics: { backlogCount: this.#jobs.length, backlogBytes: 0 } } }
      },
      metrics: async () => ({ backlogCount: this.#jobs.length, backlogBytes: 0 }),
    }
  }

  /** When the next job is due, or null where none waits. */
  get nextAt(): number | null {
    return this.#jobs.reduce<number | null>(
      (soonest, { dueAt }) => (soonest === null || dueAt < soonest ? dueAt : soonest),
      null,
    )
  }

  get waiting(): readonly QueuedJob[] {
    return this.#jobs
  }

  /** Takes the job that is due first. */
  take(): QueuedJob | null {
    const first = this.#jobs.reduce<QueuedJob | null>(
      (found, job) =>
        found === null || job.dueAt < found.dueAt || (job.dueAt === found.dueAt && job.order < found.order)
          ? job
          : found,
      null,
    )
    if (first !== null) this.#jobs = this.#jobs.filter((job) => job !== first)
    return first
  }

  /** Puts a job back, as `retry` does. */
  giveBack(job: QueuedJob, delaySeconds: number): void {
    if (job.attempts >= maxAttempts) this.dropped.push(job.body)
    else this.#add(job, delaySeconds)
  }

  #add({ body, attempts }: Pick<QueuedJob, 'body' | 'attempts'>, delaySeconds: number): void {
    this.#order += 1
    this.#jobs.push({ body, attempts, dueAt: this.#now() + 1000 * delaySeconds, order: this.#order })
  }
}

/** `max_retries` of wrangler.toml, and the first try. */
const maxAttempts = 101
/** `retry_delay` of wrangler.toml: what a handler that threw waits. */
const retryDelaySeconds = 30

/** Delivers one job to a queue handler, as one batch of one message. */
export const deliverJob = async (
  queue: VirtualQueue,
  job: QueuedJob,
  handler: (batch: MessageBatch<Job>) => Promise<void>,
): Promise<void> => {
  queue.operations += 1
  const delivered = { ...job, attempts: job.attempts + 1 }
  let answer: { readonly kind: 'ack' } | { readonly kind: 'retry'; readonly delaySeconds: number } = { kind: 'ack' }
  const message: Message<Job> = {
    id: String(job.order),
    timestamp: new Date(job.dueAt),
    body: structuredClone(job.body),
    attempts: delivered.attempts,
    ack: () => {
      answer = { kind: 'ack' }
    },
    retry: (options) => {
      answer = { kind: 'retry', delaySeconds: options?.delaySeconds ?? 0 }
    },
  }
  const batch: MessageBatch<Job> = {
    queue: 'perennial-jobs',
    messages: [message],
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
    ackAll: () => message.ack(),
    retryAll: (options) => message.retry(options),
  }
  try {
    await handler(batch)
  } catch (error) {
    queue.thrown.push(error)
    answer = { kind: 'retry', delaySeconds: retryDelaySeconds }
  }
  if (answer.kind === 'retry') queue.giveBack(delivered, answer.delaySeconds)
  else queue.operations += 1
}
