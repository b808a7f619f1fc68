/** A user about whom nothing is known: as active as always, and their ties come back as often as most people's. */
import type { UserPace } from '../src/score/pace.ts'

export const usualPace: UserPace = { activity: 1, returning: 1 }
