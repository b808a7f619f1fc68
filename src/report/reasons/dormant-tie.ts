/**
 * A dormant tie worth reviving: strong once, silent for long. Such ties bring what neither strangers nor everyday contacts
 * do, trust and news at once (Levin, Walter, Murnighan 2011), and would never reach the top by their chances. Pure.
 */
import { lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { daysBetween } from '../../model/time.ts'
import { contactWeeks } from '../../score/signals/weeks.ts'
import { type Candidate, isMutual, type ReasonRule } from '../candidate.ts'

/** Silent for at least this … */
const minSilenceDays = 180
/** … which is no part of any rhythm of theirs … */
const minOverdue = 4
/** … and no longer than this: after that one begins anew. */
const maxSilenceDays = 5 * 365
/** Strong: in touch in so many weeks, over more than one project's time. */
const minWeeks = 12
const minSpanDays = 180
/** One in six may not sound like much; of those never written to it is one in ten, and a revived one is worth several. */
const minChance = 0.15

const isDormant = ({ health: { silenceDays, overdue } }: Candidate): boolean =>
  silenceDays !== null && overdue !== null && silenceDays > minSilenceDays && overdue >= minOverdue

/** Whether so many days without contact are enough to call a tie of theirs dormant, however long it was silent before. */
export const isDormantAfter = ({ health: { usualGapDays } }: Candidate, days: number): boolean =>
  usualGapDays !== null && days > minSilenceDays && days >= minOverdue * usualGapDays

export const dormantTieReason: ReasonRule = {
  kind: 'dormant_tie',

  mayHold: (candidate, { now }) =>
    isDormant(candidate) &&
    isMutual(candidate, now) &&
    candidate.health.chosen === null &&
    (candidate.health.silenceDays ?? 0) <= maxSilenceDays &&
    candidate.health.chanceIn180Days >= minChance,

  find({ person, health }, _history, { now, bridges }) {
    const lastAt = lastContactAt(person.relationship, now)
    const { firstAt } = person.relationship
    const weeks = contactWeeks(person.relationship, now).length
    if (lastAt === null || firstAt === null || health.silenceDays === null || health.usualGapDays === null) return null
    if (weeks < minWeeks || daysBetween(firstAt, lastAt) < minSpanDays) return null
    return {
      reason: {
        kind: 'dormant_tie',
        firstAt,
        lastContactAt: lastAt,
        lastMetAt: lastMeetingOf(person, now),
        silenceDays: health.silenceDays,
        usualGapDays: health.usualGapDays,
        weeks,
        ...(bridges.has(person.id) && { isBridge: true }),
      },
      change: health.comeback,
      quality: 0.6,
    }
  },
}
