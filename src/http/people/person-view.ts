/** What a person's page shows. */
import type { MergeProposal } from '../../infer/proposals.ts'
import type { CorrectionEntry } from '../../model/correction.ts'
import type { Exchange } from '../../model/interaction.ts'
import type { Person } from '../../model/person.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Candidate } from '../../report/candidate.ts'
import type { ChancePart } from '../../score/parts.ts'

export interface PersonView {
  readonly user: User
  readonly candidate: Candidate
  /** Newest first. */
  readonly history: readonly Exchange[]
  readonly log: readonly CorrectionEntry[]
  /** Who may be the same person. */
  readonly proposals: readonly MergeProposal[]
  /** What their chance of contact is made of. */
  readonly parts: readonly ChancePart[]
  /** How many people write from each of this person's domains. */
  readonly neighbours: ReadonlyMap<string, number>
  /** Groups the user has made. */
  readonly groups: readonly string[]
  /** Others whom the user may choose to merge with, where they searched for some. */
  readonly others: { readonly query: string; readonly found: readonly Person[] } | null
  /** The number of the correction just made, or null. */
  readonly made: number | null
  readonly now: Instant
  /** Until when calendars have been read. */
  readonly metUntil: Instant
}
