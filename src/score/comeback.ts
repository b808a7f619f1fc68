/**
 * Who of the silent comes back first: the rhythm hazard in its first form, without the weeks of the month and with its own
 * constants. What was lively just before a silence says nothing of its end: in two public histories, on the users and dates
 * on which the form was chosen, whatever was added to it (the weeks of the month, closeness, balance, other exponents) put
 * fewer of those who came back among the first ten of the one or the other. It orders people and is no chance that is told:
 * that is `trueChance`. Pure.
 */

/** 0–1: the likelier to come back within half a year, the higher. */
export const comebackOf = (tie: {
  readonly yearly: number
  readonly rhythm: number
  readonly together: number
  readonly activity: number
  readonly silenceDays: number
}): number => {
  const { yearly, rhythm, together, activity, silenceDays } = tie
  const mass =
    massOfOneWeek * (1 + yearly) * (rhythm / 4) ** rhythmPower * Math.sqrt(activity) * Math.exp(togetherGain * together)
  return -Math.expm1(-mass * Math.log1p(horizonDays / (scaleDays * (rhythm / 4) + silenceDays)))
}

const massOfOneWeek = 0.13
const rhythmPower = 0.55
const togetherGain = 0.45
/** At a rhythm of four weeks: one and a half usual gaps. */
const scaleDays = 42
const horizonDays = 180
