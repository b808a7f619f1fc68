/** A report with every name in it made fit for a mail. Pure. */
import { plainName } from '../../model/plain-name.ts'
import type { Reason, Report } from '../../model/report.ts'

export const plainReport = (report: Report): Report => ({
  ...report,
  suggestions: report.suggestions.map((suggestion) => ({
    ...named(suggestion),
    reason: plainReason(suggestion.reason),
  })),
  reconnections: report.reconnections.map(named),
  notes: report.notes.map((note) => ({
    ...note,
    address: plainName(note.address),
    ...(note.touches && { touches: note.touches.map(plainName) }),
  })),
})

const named = <T extends { readonly name: string; readonly givenName: string | null }>(who: T): T => ({
  ...who,
  name: plainName(who.name),
  givenName: who.givenName === null ? null : plainName(who.givenName),
})

const plainReason = (reason: Reason): Reason =>
  reason.kind === 'introduction'
    ? { ...reason, other: named(reason.other), shared: reason.shared.map(plainName) }
    : reason
