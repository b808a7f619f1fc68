/**
 * What a suggestion brought about, as far as can be known: the user wrote, an answer came, they met. Told from the
 * interactions whenever it is asked, so that it is right after a re-read and after a correction. Pure.
 */
import type { StoredReport, SuggestionAct } from '../model/report.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import type { History } from './candidate.ts'
import { takenUpDays } from './guards.ts'

export interface SuggestionOutcome {
  /** What they did with it on a page of ours. */
  readonly acts: ReadonlySet<SuggestionAct>
  /** The first letter to them, the first from them after it, and the first meeting; null where there was none in time. */
  readonly writtenAt: Instant | null
  readonly answeredAt: Instant | null
  readonly metAt: Instant | null
}

export interface ReportOutcome {
  readonly stored: StoredReport
  /** By person. */
  readonly outcomes: ReadonlyMap<number, SuggestionOutcome>
}

export const outcomeOf = (
  suggestedAt: Instant,
  history: History,
  acts: ReadonlySet<SuggestionAct>,
): SuggestionOutcome => {
  const until = later(suggestedAt, takenUpDays * DAY)
  const oldestFirst = [...history].sort((a, b) => a.at - b.at)
  const first = (kind: History[number]['kind'], from: Instant, to: Instant): Instant | null =>
    oldestFirst.find((each) => each.kind === kind && each.at > from && each.at <= to)?.at ?? null
  const writtenAt = first('sent', suggestedAt, until)
  return {
    acts,
    writtenAt,
    // An answer may take longer than the letter did.
    answeredAt: writtenAt === null ? null : first('received', writtenAt, later(writtenAt, takenUpDays * DAY)),
    metAt: first('met', suggestedAt, until),
  }
}

export interface OutcomeCounts {
  readonly suggested: number
  readonly opened: number
  readonly written: number
  readonly answered: number
  readonly met: number
}

export const countOutcomes = (outcomes: readonly SuggestionOutcome[]): OutcomeCounts => {
  const count = (is: (outcome: SuggestionOutcome) => boolean): number => outcomes.filter(is).length
  return {
    suggested: outcomes.length,
    opened: count(({ acts }) => acts.has('opened')),
    written: count(({ writtenAt }) => writtenAt !== null),
    answered: count(({ answeredAt }) => answeredAt !== null),
    met: count(({ metAt }) => metAt !== null),
  }
}
