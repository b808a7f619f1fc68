/**
 * The rhythm is broken: they keep an interval, and this silence is long for them. Overdue is a gate and never a ranking;
 * what ranks is the chance that they are in touch again at all (rhythm hazard, finding 1). Pure.
 */
import { lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import type { Instant } from '../../model/time.ts'
import { type History, isMutual, type ReasonRule } from '../candidate.ts'

/** Silences shorter than a month are no silences, whatever the rhythm. */
export const minSilenceDays = 30
export const minOverdue = 1.5
/** Below this the tie will not come back by itself, and hardly with a message. */
export const minChance = 0.35
const canWait = 0.6

export const rhythmBrokenReason: ReasonRule = {
  kind: 'rhythm_broken',

  mayHold: ({ person, health }, { now }) =>
    isMutual({ person }, now) &&
    health.chosen === null &&
    health.silenceDays !== null &&
    health.overdue !== null &&
    health.silenceDays >= minSilenceDays &&
    health.overdue >= minOverdue &&
    health.chanceIn180Days >= minChance,

  find({ person, health }, history, { now }) {
    const lastAt = lastContactAt(person.relationship, now)
    if (lastAt === null || health.usualGapDays === null || health.silenceDays === null || health.overdue === null)
      return null
    return {
      reason: {
        kind: 'rhythm_broken',
        lastSeenAt: seenAfter(history, lastAt),
        usualGapDays: health.usualGapDays,
        silenceDays: health.silenceDays,
        lastContactAt: lastAt,
        lastMetAt: lastMeetingOf(person, now),
      },
      change: health.comeback * ripeness(health.overdue),
      // It can as well be written next week, which a reply or a first meeting cannot.
      quality: canWait,
    }
  },
}

/**
 * 0.5–1: whether the moment has come. Somebody a little late often comes back by themselves; from three usual gaps on few
 * do, and until about six a message still finds the tie warm (rhythm hazard, chances by silence). A gate that opens slowly,
 * and no ranking: from there on the chance alone decides.
 */
const ripeness = (overdue: number): number =>
  0.5 + 0.5 * Math.min(1, (overdue - minOverdue) / (ripeOverdue - minOverdue))

const ripeOverdue = 3

/**
 * When both were last on one message or in one crowd after `at`, or null. The history ends at the day of the report; a
 * summary may hold a crowd that is still to meet.
 */
const seenAfter = (history: History, at: Instant): Instant | null =>
  history.find((each) => each.kind === 'seen' && each.at > at)?.at ?? null
