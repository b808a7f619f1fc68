/**
 * How an import stands. Its portions are walked through twice: first all are checked, so that a file with anything wrong in it
 * changes nothing; then all are applied. A step is one portion of one walk, and can be done again. Pure.
 */
import { parsedJson } from '../model/json.ts'
import type { Instant } from '../model/time.ts'
import type { FileHead } from './file.ts'

export interface ImportState {
  /** Tells one import from another. */
  readonly at: Instant
  readonly head: FileHead
  /** How many portions there are. */
  readonly total: number
  readonly phase: 'receiving' | 'working' | 'done' | 'refused'
  /** From 1: checks, then applies, then one last step that sums up. */
  readonly step: number
  readonly takesSettings: boolean
  /** Our accounts for those of the file, in its order; null before anything is applied. */
  readonly accountIds: readonly number[] | null
  /** Our numbers for the file's corrections, where they differ. */
  readonly correctionIds: Readonly<Record<string, number>>
  /** How many lines the file has, and messages and meetings. */
  readonly lines: number
  readonly entries: number
  readonly refusal: ImportRefusal | null
}

export type ImportRefusal =
  /** A line that says nothing we know; counted over the file, its head being the first. */
  { readonly kind: 'line'; readonly line: number } | { readonly kind: 'too_many_corrections' }

/** Which portion a step is about, and what is done with it. */
export const stepOf = ({ step, total }: Pick<ImportState, 'step' | 'total'>): ImportStep => {
  if (step <= total) return { kind: 'check', portion: step }
  if (step <= 2 * total) return { kind: 'apply', portion: step - total }
  return { kind: 'finish' }
}

export type ImportStep = { readonly kind: 'check' | 'apply'; readonly portion: number } | { readonly kind: 'finish' }

/** Between 0 and 1. */
export const shareDone = ({ step, total, phase }: ImportState): number =>
  phase === 'done' ? 1 : (step - 1) / (2 * total + 1)

/** Only this tree writes there. */
export const parseImportState = (content: string | null): ImportState | null =>
  content === null ? null : (parsedJson(content) as ImportState)
