/** Somebody the user wants to write to outside of any report: what a text may say of the two. Pure. */
import { lastContactOf, lastMeetingOf } from '../model/person.ts'
import type { Reason, Suggestion } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import type { Candidate } from './candidate.ts'
import { minOverdue, minSilenceDays } from './reasons/rhythm-broken.ts'
import { mannerFor } from './tone.ts'

/** Null for somebody they were never in touch with. What was booked after `meetingsKnownUntil` is no meeting that is spoken of. */
export const helloTo = (candidate: Candidate, now: Instant, meetingsKnownUntil: Instant = now): Suggestion | null => {
  const { person, health } = candidate
  const last = lastContactOf(person, now)
  if (last === null) return null
  const { id, name, givenName, address } = person
  const silenceDays = health.silenceDays ?? 0
  const isBroken = silenceDays >= minSilenceDays && (health.overdue ?? 0) >= minOverdue
  const reason: Reason =
    isBroken && health.usualGapDays !== null
      ? {
          kind: 'rhythm_broken',
          usualGapDays: health.usualGapDays,
          silenceDays,
          lastContactAt: last.at,
          lastMetAt: lastMeetingOf(person, now, meetingsKnownUntil),
        }
      : { kind: 'hello', silenceDays, lastContactAt: last.at }
  return { personId: id, name, givenName, address, reason, strip: [], last, ...mannerFor(candidate, now) }
}
