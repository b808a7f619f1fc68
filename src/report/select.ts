/**
 * This week's people: everyone for whom a reason holds and no guard speaks, those first for whom a message is worth most.
 * Up to seven, never padded: a fixed number would work through everybody and mean nothing (rhythm hazard, finding 3).
 * Deterministic for a given day. Pure.
 */
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import { type ReasonKind, type Suggestion, stripWeeks } from '../model/report.ts'
import { type Instant, weekIndex } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import type { Candidate, FoundReason, History } from './candidate.ts'
import { type Guard, guardOf, type PastSuggestion } from './guards.ts'
import { reasonRules } from './reasons/index.ts'

/**
 * Everyone whose history is worth reading: a reason may hold. The likeliest first, and no more than can be read.
 * `knownSince` is from when on everything has been read: of a silence that began earlier nobody can say whether it is one.
 */
export const shortlist = (
  candidates: readonly Candidate[],
  { now, knownSince }: { readonly now: Instant; readonly knownSince: Instant },
): readonly Candidate[] =>
  candidates
    .filter(({ person }) => (lastContactAt(person.relationship, now) ?? 0) >= knownSince)
    .filter((candidate) => reasonRules.some((rule) => rule.mayHold(candidate, now)))
    .sort((a, b) => b.health.chanceIn180Days - a.health.chanceIn180Days || a.person.id - b.person.id)
    .slice(0, longestShortlist)

export interface Selection {
  readonly suggestions: readonly Suggestion[]
  /** Whom a guard held back, for those who ask why somebody is not there. */
  readonly heldBack: readonly { readonly personId: number; readonly guard: Guard }[]
}

export const select = (
  shortlisted: readonly Candidate[],
  context: {
    readonly historyOf: (person: Person) => History
    readonly lastSuggestionOf: (person: Person) => PastSuggestion | null
    readonly hasNewAddress: (person: Person) => boolean
    readonly now: Instant
  },
): Selection => {
  const { now } = context
  const found: Found[] = []
  const heldBack: { readonly personId: number; readonly guard: Guard }[] = []
  for (const candidate of shortlisted) {
    const { person } = candidate
    const history = context.historyOf(person)
    const reason = findReason(candidate, history, now)
    if (reason === null) continue
    const guard = guardOf(candidate, {
      history,
      lastSuggestion: context.lastSuggestionOf(person),
      hasNewAddress: context.hasNewAddress(person),
      now,
    })
    if (guard === null) found.push({ ...reason, candidate })
    else heldBack.push({ personId: person.id, guard })
  }
  return { suggestions: withinLimits(found.sort(byWorth)).map((chosen) => suggestionOf(chosen, now)), heldBack }
}

const longestShortlist = 60
const mostSuggestions = 7

/** So that no kind of reason crowds out the others. */
const mostOfKind: Readonly<Record<ReasonKind, number>> = {
  reply_owed: 3,
  new_address: 2,
  new_acquaintance: 2,
  rhythm_broken: 7,
}
/**
 * Old but strong ties bring the most when they are revived (Levin, Walter, Murnighan 2011), and would never reach the top
 * by themselves: a small share of every report is theirs, and never more.
 */
const dormantDays = 180
const dormantPlaces = 2

const findReason = (candidate: Candidate, history: History, now: Instant): FoundReason | null => {
  for (const rule of reasonRules) {
    const found = rule.mayHold(candidate, now) ? rule.find(candidate, history, now) : null
    if (found !== null) return found
  }
  return null
}

type Found = FoundReason & { readonly candidate: Candidate }

const byWorth = (a: Found, b: Found): number => b.worth - a.worth || a.candidate.person.id - b.candidate.person.id

const isDormant = ({ candidate }: Found): boolean => (candidate.health.silenceDays ?? 0) > dormantDays

/** `found` by falling worth; the answer too. */
const withinLimits = (found: readonly Found[]): readonly Found[] => {
  const dormant = found.filter(isDormant).slice(0, dormantPlaces)
  const counts = new Map<ReasonKind, number>()
  const lively = found.filter((entry) => {
    const count = (counts.get(entry.reason.kind) ?? 0) + 1
    counts.set(entry.reason.kind, count)
    return !isDormant(entry) && count <= mostOfKind[entry.reason.kind]
  })
  return [...lively.slice(0, mostSuggestions - dormant.length), ...dormant].sort(byWorth)
}

const suggestionOf = (
  { candidate, reason }: FoundReason & { readonly candidate: Candidate },
  now: Instant,
): Suggestion => {
  const { id, name, givenName, address, relationship } = candidate.person
  const current = weekIndex(now)
  const strip = contactWeeks(relationship)
    .map((week) => current - week)
    .filter((weeksAgo) => weeksAgo >= 0 && weeksAgo < stripWeeks)
  return { personId: id, name, givenName, address, reason, strip }
}
