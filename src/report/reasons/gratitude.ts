/**
 * Gratitude: they began most of the conversations of the last year. It is the user's turn, and a word of thanks. Before the
 * rhythm breaks, not after: then that is the reason. Pure.
 */
import { lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { DAY, later } from '../../model/time.ts'
import { balanceOf } from '../../score/signals/balance.ts'
import type { ReasonRule } from '../candidate.ts'

const yearDays = 365
/** The last talk should have rested for a while … */
const minSilenceDays = 14
/** … as long as the two usually do. */
const minOverdue = 1
/** Fewer conversations show no habit. */
const minBegun = 5
const minShare = 0.8

export const gratitudeReason: ReasonRule = {
  kind: 'gratitude',

  mayHold: ({ person: { relationship }, health }) =>
    relationship.lastSentAt !== null &&
    relationship.lastReceivedAt !== null &&
    health.chosen === null &&
    (health.silenceDays ?? 0) >= minSilenceDays &&
    (health.overdue ?? 0) >= minOverdue &&
    health.chanceIn180Days >= 0.3,

  find({ person, health }, history, { now }) {
    const balance = balanceOf(history, { since: later(now, -yearDays * DAY), now })
    const { begun, begunByThem } = balance
    const lastAt = lastContactAt(person.relationship, now)
    if (begun < minBegun || begunByThem < minShare * begun || lastAt === null) return null
    return {
      reason: {
        kind: 'gratitude',
        begunByThem,
        begun,
        silenceDays: health.silenceDays ?? 0,
        lastContactAt: lastAt,
        lastMetAt: lastMeetingOf(person, now),
      },
      change: health.comeback,
      quality: 0.5,
    }
  },
}
