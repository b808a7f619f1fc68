/** An introduction: someone the user is close to should know somebody else they are close to. Pure. */
import type { ReasonRule } from '../candidate.ts'

/** Nobody is introduced in the middle of a conversation about something else. */
const minSilenceDays = 5

export const introductionReason: ReasonRule = {
  kind: 'introduction',

  mayHold: ({ person, health }, { introductions }) =>
    introductions.has(person.id) && (health.silenceDays ?? 0) >= minSilenceDays,

  find({ person }, _history, { introductions }) {
    const found = introductions.get(person.id)
    if (found === undefined) return null
    return {
      reason: { kind: 'introduction', other: found.other, shared: found.shared, ground: found.ground },
      change: 0.6,
      quality: 0.5,
    }
  },
}
