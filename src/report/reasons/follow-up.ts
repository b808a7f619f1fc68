/**
 * A meeting to follow up: they met for the first time, or after a long while, and nothing has passed between them since. A
 * word within days of a rare meeting is what makes the next one. Pure.
 */
import { isMeetingAt, lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { daysBetween } from '../../model/time.ts'
import type { ReasonRule } from '../candidate.ts'

/** Not on the next morning … */
const minDays = 2
/** … and not when it is half forgotten. */
const maxDays = 14
/** Who met less than half a year before meets often enough. */
const rareDays = 180
/** With more others than this it was an occasion and no talk. */
const maxPeople = 3

export const followUpReason: ReasonRule = {
  kind: 'follow_up',

  mayHold({ person }, { now }) {
    const metAt = lastMeetingOf(person, now)
    if (metAt === null || metAt !== lastContactAt(person.relationship, now)) return false
    const days = daysBetween(metAt, now)
    return days >= minDays && days <= maxDays
  },

  find({ person }, history, { now }) {
    const [meeting, before] = history.filter(({ kind, at }) => kind === 'met' && isMeetingAt(person, at))
    if (meeting === undefined || meeting.size > maxPeople) return null
    if (before !== undefined && daysBetween(before.at, meeting.at) < rareDays) return null
    return {
      reason: { kind: 'follow_up', metAt: meeting.at, metBeforeAt: before?.at ?? null },
      // It fades by the day.
      change: 1 - (0.5 * daysBetween(meeting.at, now)) / maxDays,
      quality: 0.9,
    }
  },
}
