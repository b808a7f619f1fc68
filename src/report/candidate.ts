/** Someone who may be suggested, with what is known about them on the day of the report. */
import type { Told } from '../model/conversation.ts'
import { firstOf } from '../model/first-of.ts'
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import type { ProjectCircle, Reason, ReasonKind, Suggestion } from '../model/report.ts'
import { endOfTime, type Instant } from '../model/time.ts'

export interface Candidate {
  readonly person: Person
  readonly health: Health
  /** Who they seem to have been before, at an address that fell silent. */
  readonly former: Former | null
}

/** Someone they should know, and why. */
export interface Introduction {
  readonly other: Pick<Suggestion, 'personId' | 'name' | 'givenName'>
  /** Names of those both keep company with, those seen most first. */
  readonly shared: readonly string[]
  /** The user's group that holds both. */
  readonly ground: string
}

/** What has ended, as those who carried it are told. */
export interface ProjectEnd {
  readonly circle: ProjectCircle
  readonly people: number
  readonly weeks: number
  readonly endedAt: Instant
}

export interface Former {
  readonly personId: number
  readonly health: Health
}

/** What happened between the user and a candidate, newest first, nothing after the day of the report. */
export type History = readonly Told[]

/** The day of the report, and what is known that day beside the candidate. */
export interface Setting {
  readonly now: Instant
  /** The first contact with anyone, or null while the past is still being read: what lies before it is not known. */
  readonly recordsSince: Instant | null
  /** Whom to introduce to a person. */
  readonly introductions: ReadonlyMap<number, Introduction>
  /** Old ties that lead out of the present circle. */
  readonly bridges: ReadonlySet<number>
  /** By person, whom of the present circle they are seen with. */
  readonly through: ReadonlyMap<number, readonly string[]>
  /** By person, the project of theirs that has just come to its end. */
  readonly projectEnds: ReadonlyMap<number, ProjectEnd>
}

/** Nothing but the day is known. */
export const plainSetting = (now: Instant): Setting => ({
  now,
  recordsSince: null,
  introductions: new Map(),
  bridges: new Set(),
  through: new Map(),
  projectEnds: new Map(),
})

/** A reason to reconnect: what it needs, when it holds, and its evidence. One file each. */
export interface ReasonRule {
  readonly kind: ReasonKind
  /** Whether it may hold, told by the summary alone: only then is the history read. */
  mayHold(candidate: Candidate, setting: Setting): boolean
  find(candidate: Candidate, history: History, setting: Setting): FoundReason | null
}

export interface FoundReason {
  readonly reason: Reason
  /** 0–1: how much a message now changes. What can as well be written next week changes less than what will have passed. */
  readonly change: number
  /** 0–1: how good a reason to write it is. */
  readonly quality: number
}

/** 0–1: how much the tie matters. One too young to tell may become any, and one at a new address what it did before. */
export const strengthOf = (candidate: Standing & Pick<Candidate, 'former'>): number =>
  minStrength + (1 - minStrength) * (Math.max(closenessOf(candidate), candidate.former?.health.closeness ?? 0) / 100)

/** What of its strength the history of the tie does not tell: what the user said of it, and who they seem to have been before. */
export const saidOf = (candidate: Standing & Pick<Candidate, 'former'>): number =>
  strengthOf(candidate) / strengthOf({ health: candidate.health, former: null })

const minStrength = 0.5

/** 0–100: what the tie is, and where the user said whether it is close, at least or at most that. */
export const closenessOf = ({ person, health }: Standing): number => {
  const isClose = person?.override.isClose ?? null
  if (isClose === null) return health.closeness
  return isClose ? Math.max(health.closeness, leastClose) : Math.min(health.closeness, mostKept)
}

/** A tie by itself is measured too, whoever it is with. */
type Standing = Pick<Candidate, 'health'> & Partial<Pick<Candidate, 'person'>>

const leastClose = 96
const mostKept = 87

/**
 * A message each way, or a meeting that has been: a one-way tie is somebody else's business. Without a day, a booked
 * meeting counts too.
 */
export const isMutual = ({ person: { relationship } }: Pick<Candidate, 'person'>, now: Instant = endOfTime): boolean =>
  (relationship.lastSentAt !== null && relationship.lastReceivedAt !== null) ||
  relationship.meetingsAt.some((at) => at <= now)

/**
 * The closest so many, nearest first, and those who only write or are only written to behind all others; of two equally
 * close the one who was known first.
 */
export const closestOf = (candidates: readonly Candidate[], most: number): readonly Candidate[] =>
  firstOf(candidates, { most, compare: byCloseness })

export const byCloseness = (a: Candidate, b: Candidate): number =>
  Number(isMutual(b)) - Number(isMutual(a)) || closenessOf(b) - closenessOf(a) || a.person.id - b.person.id

/** 0–100: how near they stand. Whoever only writes, or is only written to, stands near where the user said so. */
export const nearnessOf = (candidate: Candidate): number =>
  isMutual(candidate) || candidate.person.override.isClose === true ? closenessOf(candidate) : 0

/** By any of their numbers: links made before a merge still lead to the person. */
export const candidateNumbered = (candidates: readonly Candidate[], number: number): Candidate | undefined =>
  candidates.find(({ person }) => person.id === number || person.contactIds.includes(number))
