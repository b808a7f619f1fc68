/** Someone who may be suggested, with what is known about them on the day of the report. */
import type { Health } from '../model/health.ts'
import type { Interaction } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import type { Reason, ReasonKind } from '../model/report.ts'
import type { Instant } from '../model/time.ts'

export interface Candidate {
  readonly person: Person
  readonly health: Health
  /** Who they seem to have been before, at an address that fell silent. */
  readonly former: Former | null
}

export interface Former {
  readonly personId: number
  readonly health: Health
}

/** What happened between the user and a candidate, newest first, nothing after the day of the report. */
export type History = readonly Pick<Interaction, 'kind' | 'at' | 'size'>[]

/** A reason to reconnect: what it needs, when it holds, and its evidence. One file each. */
export interface ReasonRule {
  readonly kind: ReasonKind
  /** Whether it may hold, told by the summary alone: only then is the history read. */
  mayHold(candidate: Candidate, now: Instant): boolean
  find(candidate: Candidate, history: History, now: Instant): FoundReason | null
}

export interface FoundReason {
  readonly reason: Reason
  /** 0–1: what a message now would be worth. */
  readonly worth: number
}
