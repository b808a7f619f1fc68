/**
 * After an event: several people whom the user was first in touch with within three days. They share a card of the report,
 * on one Monday and no other. Pure.
 */
import type { Reason } from '../model/report.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import type { Candidate } from './candidate.ts'

interface FirstContact {
  readonly candidate: Candidate
  readonly reason: Reason
}

export interface Occurrence<F> {
  readonly from: Instant
  readonly until: Instant
  /** Those on the card, by falling worth. */
  readonly shown: readonly F[]
  /** Those met there for whom it has no room. */
  readonly others: readonly F[]
}

/** The event of the week among those found, which stand by falling worth; null where there was none. */
export const eventAmong = <F extends FirstContact>(found: readonly F[], now: Instant): Occurrence<F> | null => {
  const first = found
    .flatMap((each) => {
      const at = firstContactOf(each)
      return at === null ? [] : [{ each, at }]
    })
    .sort((a, b) => a.at - b.at)
  let best: typeof first = []
  for (const [index, { at }] of first.entries()) {
    const together = first.slice(index).filter((other) => other.at - at <= eventDays * DAY)
    const isDue = isOfThisWeek(together.at(-1)?.at ?? at, now)
    if (isDue && together.length > best.length) best = together
  }
  const from = best[0]?.at
  const until = best.at(-1)?.at
  if (best.length < minPeople || from === undefined || until === undefined) return null
  const met = new Set(best.map(({ each }) => each))
  const byWorth = found.filter((each) => met.has(each))
  return { from, until, shown: byWorth.slice(0, maxShown), others: byWorth.slice(maxShown) }
}

const eventDays = 3
/** Two are a coincidence. */
const minPeople = 3
/** So that others have room beside them. */
const maxShown = 4
/** Nobody is written to on the next morning; and what is a week older was told the Monday before. */
const minAgeDays = 4
const maxAgeDays = 11

const isOfThisWeek = (until: Instant, now: Instant): boolean => {
  const days = daysBetween(until, now)
  return days >= minAgeDays && days < maxAgeDays
}

const firstContactOf = ({ candidate, reason }: FirstContact): Instant | null => {
  const isFirst = reason.kind === 'new_acquaintance' || (reason.kind === 'follow_up' && reason.metBeforeAt === null)
  return isFirst ? candidate.person.relationship.firstAt : null
}
