/** A new acquaintance: the second exchange is suggested while the first is fresh. Pure. */
import { lastMeetingOf } from '../../model/person.ts'
import { daysBetween } from '../../model/time.ts'
import { isMutual, type ReasonRule } from '../candidate.ts'

/** Known for no longer than this … */
const maxDays = 28
/** … and quiet for at least this: nobody wants to be written to on the next morning. */
const minSilenceDays = 4
/** With more contact than this it has already become more than an acquaintance. */
const maxContacts = 6

export const newAcquaintanceReason: ReasonRule = {
  kind: 'new_acquaintance',

  mayHold(candidate, { now }) {
    const { firstAt } = candidate.person.relationship
    const { silenceDays } = candidate.health
    if (firstAt === null || silenceDays === null || candidate.former !== null || !isMutual(candidate, now)) return false
    return daysBetween(firstAt, now) <= maxDays && silenceDays >= minSilenceDays
  },

  find({ person, health }, history, { now }) {
    const { firstAt } = person.relationship
    const contacts = history.filter(({ kind }) => kind !== 'seen')
    if (firstAt === null || health.silenceDays === null || contacts.length > maxContacts) return null
    // A letter among several is no acquaintance; a conversation of two or three is.
    if (!contacts.some(({ size }) => size <= 2)) return null
    const metAt = lastMeetingOf(person, now)
    return {
      reason: { kind: 'new_acquaintance', firstAt, metAt, silenceDays: health.silenceDays },
      // The moment passes.
      change: 1,
      quality: metAt === null ? 0.8 : 1,
    }
  },
}
