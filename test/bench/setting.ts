import type { Figure } from './figure.ts'

/** What every trial is given. */
export interface Setting {
  /** Smaller worlds, for CI: under a minute and a half in all. */
  readonly isShort: boolean
  /** The bundle of `worker.ts`, made once. */
  readonly script: () => Promise<string>
  /** The bundle of `alone-worker.ts`: the product as it is deployed, with its doors leading to the bench. */
  readonly productScript: () => Promise<string>
}

export type Bench = (setting: Setting) => Promise<readonly Figure[]>
