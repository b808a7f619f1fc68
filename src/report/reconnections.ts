/** Whom the user was in touch with again since the last report, after longer than usual. Pure. */
import type { Person } from '../model/person.ts'
import { lastContactAt, lastMetAt } from '../model/relationship.ts'
import type { Reconnection } from '../model/report.ts'
import { type Instant, WEEK, weekIndex } from '../model/time.ts'
import { rhythmWeeks } from '../score/signals/rhythm.ts'
import { weeksInTouch } from '../score/signals/weeks.ts'

export const reconnectionsSince = (
  people: readonly Person[],
  period: { readonly since: Instant; readonly now: Instant },
): readonly Reconnection[] =>
  people
    .flatMap((person) => reconnectionOf(person, period) ?? [])
    .sort((a, b) => b.afterDays - a.afterDays)
    .slice(0, mostTold)

const mostTold = 5
/** Shorter silences than this are nothing to speak of. */
const leastWeeks = 6
const leastOverdue = 1.5

const reconnectionOf = (
  { id, name, givenName, relationship }: Person,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Reconnection | null => {
  const at = lastContactAt(relationship, now)
  const { firstAt } = relationship
  if (at === null || at <= since || firstAt === null) return null
  const { last: before, yearly } = weeksInTouch(relationship, weekIndex(since) - 1)
  if (before < 0) return null
  const gapWeeks = weekIndex(at) - before
  const rhythm = rhythmWeeks({ firstAt, lastAt: (before * WEEK) as Instant, weeks: yearly })
  if (gapWeeks < leastWeeks || gapWeeks < leastOverdue * rhythm) return null
  const how = at === lastMetAt(relationship, now) ? 'met' : at === relationship.lastSentAt ? 'sent' : 'received'
  return { personId: id, name, givenName, how, at, afterDays: 7 * gapWeeks }
}
