/** A report from people, their health and their history. Pure. */
import type { Account } from '../model/account.ts'
import type { Band } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import type { Report } from '../model/report.ts'
import { type Instant, type LocalDate, later, WEEK } from '../model/time.ts'
import { awayDays } from '../score/signals/activity.ts'
import type { Candidate, History, Setting } from './candidate.ts'
import { movedAway } from './former.ts'
import type { PastSuggestion } from './guards.ts'
import { knownDays, knownSince, knownUntil, notesOn } from './notes.ts'
import type { Preferences } from './preferences.ts'
import { reconnectionsSince } from './reconnections.ts'
import { contactedSince, select } from './select.ts'

export const composeReport = (from: {
  readonly week: LocalDate
  readonly zone: string
  readonly accounts: readonly Account[]
  readonly candidates: readonly Candidate[]
  readonly shortlisted: readonly Candidate[]
  readonly setting: Setting
  readonly historyOf: (person: Person) => History
  readonly suggestedBefore: (person: Person) => readonly PastSuggestion[]
  readonly preferences: Preferences
  /** When the report before this one was sent, or null for the first. */
  readonly lastReportAt: Instant | null
}): Report => {
  const { week, zone, accounts, candidates, setting, suggestedBefore, lastReportAt } = from
  const { now } = setting
  const people = candidates.map(({ person }) => person)
  const moved = movedAway(candidates)
  const activeDays = knownDays(accounts)
  const { suggestions, heldBack } = select(from.shortlisted, {
    setting,
    historyOf: from.historyOf,
    suggestedBefore,
    hasNewAddress: ({ id }) => moved.has(id),
    preferences: from.preferences,
    knownUntil: knownUntil(accounts, now),
    awayDaysSince: (at) => awayDays(activeDays, at, now),
  })
  const isNamed = new Set([...suggestions, ...heldBack].map(({ personId }) => personId))
  const met = contactedSince(candidates, { suggestedBefore, now }).filter(({ personId }) => !isNamed.has(personId))
  return {
    week,
    at: now,
    zone,
    isFirst: lastReportAt === null,
    bands: countBands(candidates),
    suggestions,
    heldBack: [...met, ...heldBack].slice(0, mostHeldBack),
    // A gap that has not been read yet is none.
    reconnections:
      knownSince(accounts) > 0 ? [] : reconnectionsSince(people, { since: lastReportAt ?? later(now, -WEEK), now }),
    notes: notesOn(accounts, now),
  }
}

/** A report is kept for good; whoever is not among so many was far from being suggested. */
const mostHeldBack = 40

const countBands = (candidates: readonly Candidate[]): Report['bands'] => {
  const counts: Record<Band, number> = { thriving: 0, steady: 0, fading: 0, quiet: 0, new: 0, unknown: 0 }
  for (const { health } of candidates) counts[health.band] += 1
  return counts
}
