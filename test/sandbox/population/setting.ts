/** What the population is written against: the moment, the owner's days, and chance. */
import type { Chance } from './chance.ts'
import type { Days } from './days.ts'

export interface Setting {
  /** Milliseconds since 1970. Nothing is written after it but what is booked. */
  readonly now: number
  readonly days: Days
  readonly chance: Chance
}

/** The same with a stream of chance of its own, so that what is drawn here moves nothing elsewhere. */
export const apart = (setting: Setting, name: string): Setting => ({ ...setting, chance: setting.chance.fork(name) })
