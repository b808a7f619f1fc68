/**
 * What the user's answers to suggestions have taught: which kinds of reasons they take up. LearnedWorth anew each time from what
 * was suggested and what came of it, so there is nothing to keep; slowly, so that one quiet month changes little; and from
 * a day the user may set, which forgets what was before. What they do about one person moves that person's pause instead
 * (see the guards). Pure.
 */
import type { Person } from '../model/person.ts'
import type { ReasonKind } from '../model/report.ts'
import { DAY, type Instant, later, weekIndex } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import { type PastSuggestion, takenUpDays } from './guards.ts'

export interface Preferences {
  /** By kind of reason, those with the most suggestions first. */
  readonly learned: readonly LearnedWorth[]
  /** From when on suggestions count; null for all that is remembered. */
  readonly since: Instant | null
}

export interface LearnedWorth {
  readonly kind: ReasonKind
  readonly suggested: number
  readonly takenUp: number
  /** What such a reason is worth to this user against usual: 0.6–1.4. */
  readonly worth: number
}

/** A suggestion and what came of it. One that is still fresh is neither. */
export interface Outcome {
  readonly kind: ReasonKind
  readonly at: Instant
  readonly isTakenUp: boolean
}

export const learnPreferences = (outcomes: readonly Outcome[], since: Instant | null): Preferences => {
  const counted = outcomes.filter(({ at }) => since === null || at > since)
  const overall = shareOf(counted, usualShare, priorOverall)
  const kinds = [...new Set(counted.map(({ kind }) => kind))].sort()
  const learned = kinds.map((kind): LearnedWorth => {
    const own = counted.filter((outcome) => outcome.kind === kind)
    const ratio = shareOf(own, overall, priorOfKind) / overall
    return {
      kind,
      suggested: own.length,
      takenUp: own.filter(({ isTakenUp }) => isTakenUp).length,
      worth: Math.min(maxWorth, Math.max(minWorth, ratio)),
    }
  })
  return { learned: learned.sort((a, b) => b.suggested - a.suggested || (a.kind < b.kind ? -1 : 1)), since }
}

/** 1 where nothing was learned. */
export const worthOf = ({ learned }: Preferences, kind: ReasonKind): number =>
  learned.find((each) => each.kind === kind)?.worth ?? 1

/** What came of suggestions to a person: told by whether the user was in touch within four weeks. */
export const outcomesFor = (person: Person, suggested: readonly PastSuggestion[], now: Instant): readonly Outcome[] => {
  if (suggested.length === 0) return []
  const weeks = contactWeeks(person.relationship, now)
  return suggested.flatMap(({ at, kind }) => {
    const until = later(at, takenUpDays * DAY)
    // Weeks of the summary are no Mondays: of the one that the report fell into, only what came after it counts.
    const isTakenUp =
      weeks.some((week) => week > weekIndex(at) && week <= weekIndex(until)) ||
      isBetween(person.relationship.lastSentAt, at, until)
    return isTakenUp || until <= now ? [{ kind, at, isTakenUp }] : []
  })
}

const isBetween = (sentAt: Instant | null, from: Instant, until: Instant): boolean =>
  sentAt !== null && sentAt > from && sentAt <= until

/** As often as suggestions are taken up before anything is known, and how many that weighs. */
const usualShare = 0.3
const priorOverall = 10
const priorOfKind = 8
const minWorth = 0.6
const maxWorth = 1.4

const shareOf = (outcomes: readonly Outcome[], prior: number, weight: number): number =>
  (outcomes.filter(({ isTakenUp }) => isTakenUp).length + weight * prior) / (outcomes.length + weight)
