/** Who was told to wait, and until when. */
import type { Clock } from '../world.ts'

export class Penalties {
  readonly #clock: Clock
  readonly #until = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  begin(subject: string, seconds: number): void {
    this.#until.set(subject, this.#clock.now() + seconds * 1000)
  }

  isUnder(subject: string): boolean {
    return this.#clock.now() < (this.#until.get(subject) ?? 0)
  }
}
