/** The bodies of queue messages. Small and serialisable: everything else is looked up when the job runs. */
import { fieldsOf } from './json.ts'
import type { Instant, LocalDate } from './time.ts'

export type Job =
  /**
   * Read one page of an account. `revision` is the account's at the time of asking: a job whose revision has passed was
   * delivered twice or overtaken, and does nothing. So there is one chain of jobs an account, whoever asks.
   */
  | { readonly kind: 'sync'; readonly userId: number; readonly accountId: number; readonly revision: number }
  /** Send the report of the week that begins on this Monday, in the user's own zone. */
  | { readonly kind: 'report'; readonly userId: number; readonly week: LocalDate }
  /** Ask the person to connect an account again that has been waiting for it since then. */
  | { readonly kind: 'reconnect'; readonly userId: number; readonly accountId: number; readonly since: Instant }
  /** Ask the owner of the user's address, by a mail, whether the Monday email may go there. `at` tells one asking from another. */
  | { readonly kind: 'confirm'; readonly userId: number; readonly at: Instant }
  /** One step of the import that began at that moment. */
  | { readonly kind: 'import'; readonly userId: number; readonly at: Instant; readonly step: number }

/** What Queues allow (24 h). Whoever asks us to wait longer, by mistake or by malice, is asked again after that. */
export const maxDelaySeconds = 86_400

/** What Queues take in one call. */
export const maxJobsAtOnce = 100

/** What becomes of a queue message. */
export type Disposition = { readonly kind: 'ack' } | { readonly kind: 'retry'; readonly delaySeconds: number }

/** A queue message as a job, or null where it is none of ours: no retry makes it one. */
export const jobIn = (body: unknown): Job | null => {
  const fields = fieldsOf(body)
  if (fields === null || typeof fields.kind !== 'string' || !Object.hasOwn(jobFields, fields.kind)) return null
  const wanted = Object.entries(jobFields[fields.kind as Job['kind']])
  // Every field has the type that the job's kind wants.
  return wanted.every(([name, type]) => typeof fields[name] === type) ? (body as Job) : null
}

const jobFields: Readonly<Record<Job['kind'], Readonly<Record<string, 'number' | 'string'>>>> = {
  sync: { userId: 'number', accountId: 'number', revision: 'number' },
  report: { userId: 'number', week: 'string' },
  reconnect: { userId: 'number', accountId: 'number', since: 'number' },
  confirm: { userId: 'number', at: 'number' },
  import: { userId: 'number', at: 'number', step: 'number' },
}

/** What a log may say of a job: its kind and ids. */
export const jobFacts = (job: Job): Readonly<Record<string, string | number>> => ({
  kind: job.kind,
  userId: job.userId,
  ...('accountId' in job && { accountId: job.accountId }),
})
