/** The bodies of queue messages. Small and serialisable: everything else is looked up when the job runs. */
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

/** What Queues allow (24 h). Whoever asks us to wait longer, by mistake or by malice, is asked again after that. */
export const maxDelaySeconds = 86_400

/** What becomes of a queue message. */
export type Disposition = { readonly kind: 'ack' } | { readonly kind: 'retry'; readonly delaySeconds: number }
