/** What calls cost, how much a mailbox may spend in any minute, and how many calls it may have in flight. */
import type { Clock } from '../world.ts'

export interface Tally {
  readonly calls: number
  readonly units: number
}

/** What was let through since the simulator began. */
export interface Usage {
  readonly units: number
  readonly methods: Readonly<Record<string, Tally>>
}

const minute = 60_000

/** Units per mailbox in any sliding window of the world's clock, a minute by default. A refused call costs nothing. */
export class QuotaWindow {
  readonly limit: number
  readonly #window: number
  readonly #clock: Clock
  readonly #accounts = new Map<string, Account>()
  readonly #methods = new Map<string, Tally>()

  constructor(clock: Clock, limit: number, windowMilliseconds = minute) {
    this.#clock = clock
    this.limit = limit
    this.#window = windowMilliseconds
  }

  /** Pays for a call, or says that the window has no room for it. */
  pay(subject: string, method: string, units: number): boolean {
    const account = this.#account(subject)
    if (account.inWindow + units > this.limit) return false
    account.payments.push({ at: this.#clock.now(), units })
    account.inWindow += units
    account.total += units
    const { calls, units: before } = this.#methods.get(method) ?? { calls: 0, units: 0 }
    this.#methods.set(method, { calls: calls + 1, units: before + units })
    return true
  }

  /** Units of this mailbox since the beginning. */
  spent(subject: string): number {
    return this.#account(subject).total
  }

  /** Units of this mailbox in the window that ends now. */
  spentInWindow(subject: string): number {
    return this.#account(subject).inWindow
  }

  /** Until the oldest payment leaves the window: when a mailbox that has spent everything may call again. */
  millisecondsUntilRoom(subject: string): number {
    const [oldest] = this.#account(subject).payments
    return oldest === undefined ? 0 : oldest.at + this.#window - this.#clock.now()
  }

  get usage(): Usage {
    const units = [...this.#methods.values()].reduce((sum, tally) => sum + tally.units, 0)
    return { units, methods: Object.fromEntries(this.#methods) }
  }

  /** The mailbox's account with everything older than the window let go. */
  #account(subject: string): Account {
    const account = this.#accounts.get(subject) ?? { payments: [], inWindow: 0, total: 0 }
    this.#accounts.set(subject, account)
    const now = this.#clock.now()
    const lapsed = account.payments.findIndex(({ at }) => now - at < this.#window)
    for (const { units } of account.payments.splice(0, lapsed < 0 ? Infinity : lapsed)) account.inWindow -= units
    return account
  }
}

interface Account {
  readonly payments: { readonly at: number; readonly units: number }[]
  inWindow: number
  total: number
}

/** Counts requests in flight for one mailbox. */
export class Turnstile {
  readonly #most: number
  readonly #inside = new Map<string, number>()
  /** The most that one mailbox ever had inside. */
  peak = 0

  /** Without a number it only counts. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most
  }

  /** Lets a request in, and gives what to call when it leaves; null where it is full. */
  enter(subject: string): (() => void) | null {
    const inside = this.#inside.get(subject) ?? 0
    if (inside >= this.#most) return null
    this.#inside.set(subject, inside + 1)
    this.peak = Math.max(this.peak, inside + 1)
    return () => void this.#inside.set(subject, (this.#inside.get(subject) ?? 1) - 1)
  }
}
