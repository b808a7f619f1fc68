/** Every score explains itself in a sentence with its numbers; where there is too little to tell, it says so. Pure. */
import type { Health } from '../model/health.ts'
import { agoInWords, rhythmAndSilence } from './words.ts'

export const explain = ({ band, usualGapDays, silenceDays, overdue }: Health): string => {
  if (silenceDays === null) return 'You have not been in direct contact yet.'
  if (usualGapDays === null || overdue === null) {
    return band === 'new'
      ? `You have only just met; the last contact was ${agoInWords(silenceDays)}.`
      : `There has been too little contact to speak of a rhythm; the last was ${agoInWords(silenceDays)}.`
  }
  const both = `You usually talk ${rhythmAndSilence(usualGapDays, silenceDays)}.`
  if (overdue < 1) return `${both} That is within your rhythm.`
  if (overdue < 2) return `${both} That is a little longer than usual.`
  return `${both} That is long for the two of you.`
}
