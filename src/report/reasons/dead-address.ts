/**
 * A dead address: mail to the only address known of somebody the user is close to has begun to come back. Most often it is
 * a new job, and it is easiest now to find out where they are. Pure.
 */
import { lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { daysBetween } from '../../model/time.ts'
import { isMutual, type ReasonRule } from '../candidate.ts'

/** Whoever was not found within this will not be for being told again. */
const maxDays = 60
/** For an acquaintance nobody goes looking. */
const minCloseness = 60

export const deadAddressReason: ReasonRule = {
  kind: 'dead_address',

  mayHold: ({ person, health }, { now }) =>
    person.bouncedAt !== null &&
    isMutual({ person }, now) &&
    health.usualGapDays !== null &&
    health.closeness >= minCloseness &&
    daysBetween(person.bouncedAt, now) <= maxDays,

  find({ person, health: { usualGapDays, silenceDays } }, _history, { now }) {
    const lastAt = lastContactAt(person.relationship, now)
    if (person.bouncedAt === null || usualGapDays === null || silenceDays === null || lastAt === null) return null
    return {
      reason: {
        kind: 'dead_address',
        deadAddress: person.address,
        bouncedAt: person.bouncedAt,
        usualGapDays,
        lastContactAt: lastAt,
        lastMetAt: lastMeetingOf(person, now),
      },
      // The trail grows cold.
      change: 1 - daysBetween(person.bouncedAt, now) / (2 * maxDays),
      quality: 0.8,
    }
  },
}
