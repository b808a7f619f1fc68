/** Every score explains itself in a sentence with its numbers; where there is too little to tell, it says so. Pure. */
import type { ChosenRhythm } from '../model/correction.ts'
import type { Health } from '../model/health.ts'
import type { ChancePart } from '../score/parts.ts'
import { agoInWords, rhythmAndSilence, spanInWords } from './spans.ts'

export const explain = ({ band, usualGapDays, silenceDays, overdue, chosen }: Health): string => {
  if (silenceDays === null) return 'You haven’t been in direct contact yet.'
  if (chosen !== null) return explainChosen(chosen, silenceDays)
  if (usualGapDays === null || overdue === null) {
    return band === 'new'
      ? `You’ve only just met; the last contact was ${agoInWords(silenceDays)}.`
      : `There’s been too little contact to speak of a rhythm; the last was ${agoInWords(silenceDays)}.`
  }
  const isPast = silenceDays > pastDays && overdue > pastOverdue
  const both = `You ${isPast ? 'used to' : 'usually'} talk ${rhythmAndSilence(usualGapDays, silenceDays)}.`
  if (overdue < 1) return `${both} That’s within your rhythm.`
  // The sentence follows the band, so that the two say the same.
  if (band === 'fading' || band === 'quiet') return `${both} That’s long for the two of you.`
  return `${both} That’s ${band === 'thriving' || overdue < 2 ? 'a little longer' : 'longer'} than usual.`
}

/** After half a year and so many times their rhythm, it is what they used to do. */
const pastDays = 182
const pastOverdue = 4

/** In the words of someone who set it themselves. */
const explainChosen = ({ idealDays, tooLongDays, group }: ChosenRhythm, silenceDays: number): string => {
  const set = describeChosen({ idealDays, silenceDays, group })
  if (silenceDays <= idealDays) return `${set} That’s as you wish.`
  if (silenceDays <= tooLongDays) return `${set} Too long, for you, is more than ${spanInWords(tooLongDays)}.`
  return `${set} That’s longer than the ${spanInWords(tooLongDays)} you called too long.`
}

/** "You set every 2 weeks; it’s been 7." Of a group's rhythm: for whom. */
export const describeChosen = (of: {
  readonly idealDays: number
  readonly silenceDays: number
  readonly group: string | undefined
}): string => {
  const wished = rhythmAndSilence(of.idealDays, of.silenceDays)
  return of.group === undefined ? `You set ${wished}.` : `For “${of.group}” you set ${wished}.`
}

/** The parts of the chance of contact, each with what it adds or takes away; they add up to the whole. */
export const explainPart = ({ of, points }: ChancePart): string => {
  const rounded = Math.round(points)
  const amount = rounded > 0 ? `+${rounded}` : `${rounded < 0 ? '−' : '±'}${Math.abs(rounded)}`
  return `${partInWords[of]}: ${amount}`
}

const partInWords: Readonly<Record<ChancePart['of'], string>> = {
  anyone: 'Anyone after one contact',
  weeks: 'The weeks you were in touch',
  rhythm: 'How often that was',
  lately: 'How much of it was recent',
  together: 'Seen together lately',
  activity: 'How busy you are with everyone at the moment',
  silence: 'The silence since',
  returning: 'What such chances come to, yours among them',
}
