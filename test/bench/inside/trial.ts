/** What a trial is inside workerd. */
export interface BenchEnv {
  readonly DB: D1Database
  /** What lies outside the Worker, answered by the bench's other half. */
  readonly SANDBOX: Fetcher
}

export type Trial = (env: BenchEnv, question: unknown) => Promise<unknown>

/** Every trial is dated so; nothing depends on the day it is run. A Monday morning. */
export const today = Date.UTC(2026, 10, 23, 9)
