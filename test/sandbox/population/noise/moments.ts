/** When machines write. */
import type { Correspondent } from '../correspondents.ts'
import { DAY, MINUTE } from '../days.ts'
import type { Setting } from '../setting.ts'

/** What every source of noise is told. */
export interface NoiseOrder {
  /** How many letters to write. */
  readonly count: number
  /** The first day of them. */
  readonly from: number
  /** Whom services name, and who posts to lists. */
  readonly posters: readonly Correspondent[]
  /** Names that nobody new may have. */
  readonly taken: Set<string>
}

export interface Hours {
  readonly earliest: number
  readonly latest: number
  readonly isOffice?: boolean
}

/** `count` moments at even distances, as editions of a newsletter come out. */
export const steadyMoments = (order: NoiseOrder, hours: Hours, setting: Setting): readonly number[] =>
  Array.from({ length: order.count }, (_, index) => {
    const day = order.from - (order.from * (index + setting.chance.between(0.4, 0.6))) / order.count
    return moment(Math.floor(day), hours, setting)
  })

/** `count` moments anywhere, as orders and alerts come. */
export const scatteredMoments = (order: NoiseOrder, hours: Hours, setting: Setting): readonly number[] =>
  Array.from({ length: order.count }, () => moment(setting.chance.whole(order.from, 0), hours, setting)).sort(
    (a, b) => a - b,
  )

/** Today counts as far as it has gone; what would come later today came yesterday. */
const moment = (day: number, hours: Hours, { days, now, chance }: Setting): number => {
  const at = days.at(hours.isOffice === true ? days.workday(day) : day, chance.between(hours.earliest, hours.latest))
  return at < now - MINUTE ? at : at - DAY * Math.ceil((at - now + MINUTE) / DAY)
}
