/** A week's report: whom it suggests, why, and what it does not know. It is kept as JSON, so it holds plain values only. */
import type { Band } from './health.ts'
import type { InteractionKind } from './interaction.ts'
import type { Instant, LocalDate } from './time.ts'

export interface Report {
  /** The Monday it is for, in the user's zone. */
  readonly week: LocalDate
  readonly at: Instant
  readonly zone: string
  readonly isFirst: boolean
  /** How many people stand in each band. */
  readonly bands: Readonly<Record<Band, number>>
  readonly suggestions: readonly Suggestion[]
  readonly reconnections: readonly Reconnection[]
  readonly notes: readonly SourceNote[]
}

export interface Suggestion {
  readonly personId: number
  readonly name: string
  readonly givenName: string | null
  /** Where to write to. */
  readonly address: string
  readonly reason: Reason
  /** Weeks in touch during the last `stripWeeks`, counted back from the report: 0 is this week. */
  readonly strip: readonly number[]
}

/** How far back the picture of a rhythm goes. */
export const stripWeeks = 52

/** Why someone is suggested, with the facts that sentences and drafts may use and nothing else. */
export type Reason =
  | {
      readonly kind: 'rhythm_broken'
      readonly usualGapDays: number
      readonly silenceDays: number
      readonly lastContactAt: Instant
      readonly lastMetAt: Instant | null
    }
  | {
      readonly kind: 'reply_owed'
      readonly receivedAt: Instant
      readonly waitingDays: number
      /** How long the user usually takes to answer them; null where there is too little to tell. */
      readonly usualAnswerDays: number | null
    }
  | {
      /** They write from another address than the one the user knew them by. */
      readonly kind: 'new_address'
      readonly firstAt: Instant
      readonly silenceDays: number
      /** How often the two talked at the old one; null where there is too little to tell. */
      readonly usualGapDays: number | null
    }
  | {
      readonly kind: 'new_acquaintance'
      readonly firstAt: Instant
      readonly metAt: Instant | null
      readonly silenceDays: number
    }

export type ReasonKind = Reason['kind']

/** Somebody the user was in touch with again, after longer than usual. */
export interface Reconnection {
  readonly personId: number
  readonly name: string
  readonly givenName: string | null
  readonly how: Exclude<InteractionKind, 'seen'>
  readonly at: Instant
  readonly afterDays: number
}

/** What is not known, and since when: whoever reads the report must be able to judge it. */
export type SourceNote =
  | { readonly kind: 'reading'; readonly address: string; readonly readBackTo: Instant | null }
  | { readonly kind: 'waiting'; readonly address: string; readonly since: Instant }
  | { readonly kind: 'reconnect'; readonly address: string; readonly since: Instant }
  | { readonly kind: 'blocked'; readonly address: string; readonly since: Instant }
  | { readonly kind: 'rechecking'; readonly address: string; readonly since: Instant }
  /** A check found contacts that had been missed, and filled them in. */
  | { readonly kind: 'gap'; readonly address: string; readonly since: Instant; readonly found: number }

/** A week's report as it is kept. */
export interface StoredReport {
  readonly week: LocalDate
  readonly claimedAt: Instant
  readonly sentAt: Instant | null
  /** Null until it was built. */
  readonly report: Report | null
  readonly failure: string | null
}
