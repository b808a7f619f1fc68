/**
 * A second door: the user's last messages went unanswered, and that was long ago. After a rest they may try once more, in
 * another way: shorter, with a meeting, through somebody both are in touch with. Once, and not again before they are heard
 * from: see the guards. Pure.
 */
import { lastMetAt } from '../../model/relationship.ts'
import { daysBetween } from '../../model/time.ts'
import { contactWeeks } from '../../score/signals/weeks.ts'
import { isMutual, type ReasonRule } from '../candidate.ts'
import { maxUnanswered, unansweredDays } from '../unanswered.ts'

/** The rest is their rhythm, or half a year where that is longer … */
const minRestDays = 182
/** … and after so long the door is shut. */
const maxSilenceDays = 548
/** For fewer weeks in touch than this nobody tries twice. */
const minWeeks = 8

export const secondDoorReason: ReasonRule = {
  kind: 'second_door',

  mayHold({ person, health }, { now }) {
    const { relationship } = person
    const { lastSentAt, lastReceivedAt } = relationship
    if (lastSentAt === null || lastReceivedAt === null || !isMutual({ person }, now)) return false
    if (lastSentAt <= lastReceivedAt || lastSentAt <= (lastMetAt(relationship, now) ?? 0)) return false
    const restDays = daysBetween(lastSentAt, now)
    return (
      restDays >= Math.max(minRestDays, health.usualGapDays ?? 0) &&
      restDays <= maxSilenceDays &&
      contactWeeks(relationship, now).length >= minWeeks
    )
  },

  find({ person, health }, history, { now, through }) {
    const { lastSentAt } = person.relationship
    if (lastSentAt === null || unansweredDays(history) < maxUnanswered) return null
    return {
      reason: {
        kind: 'second_door',
        lastSentAt,
        silenceDays: daysBetween(lastSentAt, now),
        through: through.get(person.id) ?? [],
      },
      change: health.comeback,
      quality: 0.5,
    }
  },
}
