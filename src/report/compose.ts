/** A report from people, their health and their history. Pure. */
import type { Account } from '../model/account.ts'
import type { Band } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import type { Report } from '../model/report.ts'
import { type Instant, type LocalDate, later, WEEK } from '../model/time.ts'
import type { Candidate, History } from './candidate.ts'
import { movedAway } from './former.ts'
import type { PastSuggestion } from './guards.ts'
import { knownSince, notesOn } from './notes.ts'
import { reconnectionsSince } from './reconnections.ts'
import { select } from './select.ts'

export const composeReport = (from: {
  readonly week: LocalDate
  readonly now: Instant
  readonly zone: string
  readonly accounts: readonly Account[]
  readonly candidates: readonly Candidate[]
  readonly shortlisted: readonly Candidate[]
  readonly historyOf: (person: Person) => History
  readonly lastSuggestionOf: (person: Person) => PastSuggestion | null
  /** When the report before this one was sent, or null for the first. */
  readonly lastReportAt: Instant | null
}): Report => {
  const { week, now, zone, accounts, candidates, lastReportAt } = from
  const people = candidates.map(({ person }) => person)
  const moved = movedAway(candidates)
  const { suggestions } = select(from.shortlisted, {
    historyOf: from.historyOf,
    lastSuggestionOf: from.lastSuggestionOf,
    hasNewAddress: ({ id }) => moved.has(id),
    now,
  })
  return {
    week,
    at: now,
    zone,
    isFirst: lastReportAt === null,
    bands: countBands(candidates),
    suggestions,
    // A gap that has not been read yet is none.
    reconnections:
      knownSince(accounts) > 0 ? [] : reconnectionsSince(people, { since: lastReportAt ?? later(now, -WEEK), now }),
    notes: notesOn(accounts, now),
  }
}

const countBands = (candidates: readonly Candidate[]): Report['bands'] => {
  const counts: Record<Band, number> = { thriving: 0, steady: 0, fading: 0, quiet: 0, new: 0, unknown: 0 }
  for (const { health } of candidates) counts[health.band] += 1
  return counts
}
