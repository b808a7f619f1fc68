/**
 * From the model's odds to chances that come true: of everybody to whom "3 in 10" is said, three in ten should be in touch.
 * The model takes a tie's next weeks for as lively as the ones it was fitted on, which says too much of a month and hardly
 * too much of half a year; and it knows less than it could of the user, so what `returning` has learned counts for more the
 * further ahead one looks. Both constants of each horizon were fitted on one half of the users of two public histories, a
 * mailing list's and an institute's, and checked on the other half. Within a user they move everyone alike. Pure.
 */
import type { UserPace } from './pace.ts'
import { chanceOf } from './tie.ts'

/** How far ahead chances are told, in days. */
export type Horizon = 30 | 90 | 180

/** The chance that comes true of what the model gives as `odds` within so many days. */
export const trueChance = (odds: number, days: Horizon, { returning }: Pick<UserPace, 'returning'>): number => {
  const { share, exponent } = ofHorizon[days]
  return chanceOf(odds * share * returning ** exponent)
}

const ofHorizon: Readonly<Record<Horizon, { readonly share: number; readonly exponent: number }>> = {
  30: { share: 0.64, exponent: 0.8 },
  90: { share: 0.79, exponent: 1.4 },
  180: { share: 0.91, exponent: 1.6 },
}
