/** A report with every name in it made fit for a mail. Pure. */
import { plainName } from '../../model/plain-name.ts'
import type { Reason, Report, Suggestion } from '../../model/report.ts'

export const plainReport = (report: Report): Report => ({
  ...report,
  suggestions: report.suggestions.map(plainSuggestion),
  ...(report.waiting !== undefined && { waiting: report.waiting.map(plainSuggestion) }),
  ...(report.meetings !== undefined && { meetings: report.meetings.map(named) }),
  ...(report.year !== undefined && {
    year: { ...report.year, found: report.year.found.map(named), toKeep: report.year.toKeep.map(named) },
  }),
  reconnections: report.reconnections.map(named),
  notes: report.notes.map((note) => ({
    ...note,
    address: plainName(note.address),
    ...(note.touches && { touches: note.touches.map(plainName) }),
  })),
})

/** A sentence with an address in it, of which mail programs make no link: an invisible mark stands in its way. */
export const unlinked = (sentence: string): string =>
  sentence.replaceAll(/[^\s@]+@[^\s@]+\.\p{L}+/gu, (address) => address.replaceAll(/[@.]/g, '$&\u2060'))

const named = <T extends { readonly name: string; readonly givenName: string | null }>(who: T): T => ({
  ...who,
  name: plainName(who.name),
  givenName: who.givenName === null ? null : plainName(who.givenName),
})

const plainSuggestion = (suggestion: Suggestion): Suggestion => ({
  ...named(suggestion),
  reason: plainReason(suggestion.reason),
})

const plainReason = (reason: Reason): Reason => {
  switch (reason.kind) {
    case 'introduction': {
      const { ground } = reason
      return {
        ...reason,
        other: named(reason.other),
        shared: reason.shared.map(plainName),
        ...(ground !== undefined && { ground: plainName(ground) }),
      }
    }
    case 'second_door':
      return { ...reason, through: reason.through.map(plainName) }
    default:
      return reason
  }
}
