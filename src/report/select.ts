/**
 * This week's people: everyone for whom a reason holds and no guard speaks, those first for whom a message is worth most.
 * Up to seven, never padded: a fixed number would work through everybody and mean nothing (rhythm hazard, finding 3).
 * Deterministic for a given day. Pure.
 */
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import { type ReasonKind, type Suggestion, stripWeeks } from '../model/report.ts'
import { type Instant, weekIndex } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import type { Candidate, FoundReason, History } from './candidate.ts'
import { type Guard, guardOf, type PastSuggestion } from './guards.ts'
import { reasonRules } from './reasons/index.ts'

/** Everyone whose history is worth reading: a reason may hold. The likeliest first, and no more than can be read. */
export const shortlist = (candidates: readonly Candidate[], now: Instant): readonly Candidate[] =>
  candidates
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
  const found: (FoundReason & { readonly candidate: Candidate })[] = []
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
  found.sort((a, b) => b.worth - a.worth || a.candidate.person.id - b.candidate.person.id)
  return { suggestions: withinLimits(found).map((chosen) => suggestionOf(chosen, now)), heldBack }
}

const longestShortlist = 60
const mostSuggestions = 7

/** So that no kind of reason crowds out the others. */
const mostOfKind: Readonly<Record<ReasonKind, number>> = { reply_owed: 3, new_acquaintance: 2, rhythm_broken: 7 }
/** Long silences: ties worth reviving, a small share of every report. */
const dormantDays = 180
const mostDormant = 2

const findReason = (candidate: Candidate, history: History, now: Instant): FoundReason | null => {
  for (const rule of reasonRules) {
    const found = rule.mayHold(candidate, now) ? rule.find(candidate, history, now) : null
    if (found !== null) return found
  }
  return null
}

const withinLimits = <T extends FoundReason & { readonly candidate: Candidate }>(found: readonly T[]): readonly T[] => {
  const counts = new Map<string, number>()
  const chosen: T[] = []
  for (const entry of found) {
    const isDormant = (entry.candidate.health.silenceDays ?? 0) > dormantDays
    const key = isDormant ? 'dormant' : entry.reason.kind
    const limit = isDormant ? mostDormant : mostOfKind[entry.reason.kind]
    const count = counts.get(key) ?? 0
    if (count >= limit || chosen.length >= mostSuggestions) continue
    counts.set(key, count + 1)
    chosen.push(entry)
  }
  return chosen
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

/** The health of someone the user was in touch with, with the day it stands for. */
export const candidatesOf = (
  people: readonly Person[],
  healthOf: (person: Person) => Health,
  now: Instant,
): readonly Candidate[] =>
  people
    .filter(({ relationship }) => lastContactAt(relationship, now) !== null)
    .map((person) => ({ person, health: healthOf(person) }))
