/** What the page of a check-in shows. */
import type { Instant } from '../../model/time.ts'
import type { ReportDay } from '../../words/dates.ts'
import type { Section } from '../kit/layout.tsx'
import type { Writing } from './compose.ts'

export interface WritingView {
  readonly writing: Writing
  readonly path: string
  /** Null for whoever came by a link of the email. */
  readonly section: Section | null
  readonly day: ReportDay
  readonly now: Instant
  /** When they were in touch since it was suggested; null where they were not, or nobody may be told. */
  readonly since: Instant | null
  /** Whether what they last wrote about was looked up a moment ago. */
  readonly isLookedUp: boolean
  /** What was just done, as a sentence, with the seal that takes it back where there is one; null where nothing was. */
  readonly done: { readonly sentence: string; readonly seal: string | null } | null
  /** What the reader wrote, where it is shown again, and that it is too long for a link. */
  readonly written: { readonly subject: string; readonly text: string } | null
  /** What the reader had changed when they chose another tone or language; null where they had changed nothing. */
  readonly kept: { readonly subject: string; readonly text: string } | null
  /** Another text by a language model, where one may be asked for. */
  readonly rewording: Rewording
  /** Where a browser with a script goes at once; null where it stays. */
  readonly opens: string | null
}

export type Rewording =
  | { readonly kind: 'none' | 'offered' | 'failed' }
  | { readonly kind: 'shown'; readonly host: string; readonly text: string }
