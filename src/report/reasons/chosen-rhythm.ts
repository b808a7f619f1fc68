/** The rhythm that the user set has run out: what they asked for themselves needs no other proof. Pure. */
import { lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import type { ReasonRule } from '../candidate.ts'

export const chosenRhythmReason: ReasonRule = {
  kind: 'chosen_rhythm',

  mayHold: ({ health: { chosen, silenceDays } }) =>
    chosen !== null && silenceDays !== null && silenceDays > chosen.tooLongDays,

  find({ person, health: { chosen, silenceDays } }, _history, { now }) {
    const lastAt = lastContactAt(person.relationship, now)
    if (chosen === null || silenceDays === null || lastAt === null) return null
    return {
      reason: {
        kind: 'chosen_rhythm',
        ...(chosen.group !== undefined && { group: chosen.group }),
        idealDays: chosen.idealDays,
        tooLongDays: chosen.tooLongDays,
        silenceDays,
        lastContactAt: lastAt,
        lastMetAt: lastMeetingOf(person, now),
      },
      change: 1,
      quality: 1,
    }
  },
}
