/**
 * A new address: someone the user used to talk with writes from another one. The tie is easiest to carry over now. Pure.
 */
import { daysBetween } from '../../model/time.ts'
import type { ReasonRule } from '../candidate.ts'

/** Known at the new address for no longer than this … */
const maxDays = 75
/** … quiet there for at least this … */
const minSilenceDays = 7
/** … and not yet back in a rhythm there. */
const maxContacts = 8
/** How often the two must have talked at the old address, and how long it must have been silent against that. */
const maxUsualGapDays = 91
const minOverdue = 1

export const newAddressReason: ReasonRule = {
  kind: 'new_address',

  mayHold({ person: { relationship }, health, former }, { now }) {
    const { firstAt } = relationship
    if (former === null || firstAt === null || health.silenceDays === null) return false
    const { usualGapDays, overdue } = former.health
    // Of someone heard from twice a year, nobody can tell by a season's silence that the old address is out of use.
    if (usualGapDays === null || usualGapDays > maxUsualGapDays || (overdue ?? 0) < minOverdue) return false
    return daysBetween(firstAt, now) <= maxDays && health.silenceDays >= minSilenceDays
  },

  find({ person, health, former }, history) {
    const { firstAt } = person.relationship
    const contacts = history.filter(({ kind }) => kind !== 'seen')
    if (former === null || firstAt === null || health.silenceDays === null || contacts.length > maxContacts) return null
    return {
      reason: {
        kind: 'new_address',
        firstAt,
        silenceDays: health.silenceDays,
        usualGapDays: former.health.usualGapDays,
      },
      change: 1,
      quality: 0.9,
    }
  },
}
