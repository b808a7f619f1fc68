/** When two people are in touch: a renewal process with heavy-tailed gaps, and the habits of the week and the day. */
import type { Chance } from './chance.ts'
import type { Days } from './days.ts'

/** A stretch of a relationship with one rhythm. Days are counted from today. */
export interface Phase {
  readonly from: number
  readonly to: number
  /** Mean days between two contacts. */
  readonly gapDays: number
}

/**
 * Days of contact within a phase. Where it lasts until today, the silence now is shorter than some before it: what has
 * gone quiet, and how, is for the stories to say.
 */
export const contactDays = ({ from, to, gapDays }: Phase, chance: Chance): readonly number[] => {
  const contacts: number[] = []
  let day = from + gapDays * chance.fraction()
  for (; day <= to; day += gap(gapDays, chance)) contacts.push(Math.floor(day))
  const silence = Math.min(
    longestSilenceDays,
    gapDays * (gapDays < closeGapDays ? longestCloseSilence : longestSilence),
  )
  const isAlive = to === 0 && (contacts.at(-1) ?? from) < -silence && from < -gapDays
  return isAlive ? [...contacts, -Math.floor(chance.between(0.1, silence))] : contacts
}

/** How long ago the last contact of a living tie may be: in gaps, close ones apart, and in days. */
const closeGapDays = 60
const longestCloseSilence = 1.2
const longestSilence = 2.5
const longestSilenceDays = 170

export interface Habits {
  /** The hour of the day around which they write. */
  readonly hour: number
  /** Whether they leave weekends alone. */
  readonly isOffice: boolean
}

/** The moment on `day` (or the workday before) at which somebody with these habits begins. */
export const momentOn = (day: number, { hour, isOffice }: Habits, days: Days, chance: Chance): number => {
  const [earliest, latest] = isOffice ? officeHours : wakingHours
  const wished = hour + 2 * chance.normal()
  const shown = wished < earliest || wished > latest ? chance.between(earliest, latest) : wished
  return days.at(isOffice ? days.workday(day) : day, shown)
}

const officeHours = [8, 18.5] as const
const wakingHours = [7, 22.9] as const

/** Lomax-distributed, as the gaps of real correspondences are: many short ones, some very long; never below a quarter of the mean. */
const gap = (mean: number, chance: Chance): number => {
  const lomax = (tail - 1) * ((1 - chance.fraction()) ** (-1 / tail) - 1)
  return mean * Math.min(longestGap, regular + (1 - regular) * lomax)
}

const tail = 3
const regular = 0.25
/** In means. */
const longestGap = 8
