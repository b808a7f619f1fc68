/** Chance that a seed repeats exactly, and the count of what it did. */
import { Chance } from '../sandbox/population/chance.ts'

export const faultKinds = [
  'token refused in mid-walk (401)',
  'rate limit without a time (403, 429)',
  'rate limit with a time (429)',
  'server error (5xx)',
  'connection reset',
  'truncated JSON',
  'nonsense instead of JSON',
  'rows delivered twice',
  'rows out of order',
  'cursors expired in mid-walk',
  'grant revoked and given again',
  'job delivered twice',
  'job delivered late',
  'Worker stopped between two awaits',
  'database failed a query',
  'database answered after it was given up',
  'queue refused a job',
  'cron fired twice',
  'cron not fired',
  'mailer accepted and did not answer',
  'mailer refused for a while',
] as const

export type FaultKind = (typeof faultKinds)[number]

export class Dice {
  readonly #chance: Chance
  readonly counts = new Map<FaultKind, number>()
  /** Nothing happens while it is false. */
  isStormy = false

  constructor(seed: number) {
    this.#chance = new Chance(seed)
  }

  /** Whether a fault strikes now, once in `1 / share` times; struck, it is counted. */
  strikes(kind: FaultKind, share: number): boolean {
    if (!this.isStormy || !this.#chance.happens(share)) return false
    this.count(kind)
    return true
  }

  count(kind: FaultKind): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
  }

  whole(from: number, to: number): number {
    return this.#chance.whole(from, to)
  }
}
