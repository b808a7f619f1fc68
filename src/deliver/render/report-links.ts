/** Where the links of a report lead, in the mail and on our own pages. */
import { plainName } from '../../model/plain-name.ts'
import { isMendable, type Report, type SourceNote, type Suggestion, waitingShown } from '../../model/report.ts'
import type { ShownTopic } from '../../words/topic.ts'

/** Where the mail's links lead. All of them are safe to open. */
export interface ReportLinks {
  /** Of those suggested, and of those whose messages wait. */
  readonly people: ReadonlyMap<number, PersonLinks>
  readonly settings: string
  readonly unsubscribe: string
  /** Where an account is connected again, by its address. */
  readonly reconnect: ReadonlyMap<string, string>
}

/** What a mail shows beside its report. */
export interface ReportMailParts {
  readonly links: ReportLinks
  readonly topics: ReadonlyMap<number, ShownTopic>
  readonly when: string
}

/** What can be done about one of the week's people. */
export interface PersonLinks {
  /** Opens the mail client with the check-in filled in, or the page with its text: as the user chose. */
  readonly write: string
  /** The page where the text can be read, changed and copied first. */
  readonly page: string
  /** A page that says what it will do, with a button that does it. */
  readonly later: string
  /** Everything else that can be done about them. */
  readonly more: string
  /** The conversation itself, where they write; null where nobody knows where it is. */
  readonly conversation: string | null
}

/** Which of the links there is room for. */
export interface LinkPlan {
  readonly hasNotNow: boolean
  /** The notes that have a link, by their place. */
  readonly reconnectable: ReadonlySet<number>
}

/** More links make a mail look like an advertisement, to people and to filters. */
export const maxLinks = 25

/** Settings and the way out. */
const footLinks = 2
/** Write, preview, more. */
const linksOfAsk = 3

/** With six or seven full asks, *Not now* is found behind *More*. */
export const planLinks = (report: Report, { reconnect }: Pick<ReportLinks, 'reconnect'>): LinkPlan => {
  const asks = asksOf(report).length
  const others = footLinks + waitingShown(report).length + eventOf(report).length
  const room = maxLinks - others - linksOfAsk * asks
  const links = report.notes.flatMap((note, place) => (reconnectLink(note, reconnect) === null ? [] : [place]))
  const reconnectable = new Set(links.slice(0, Math.max(0, room)))
  return { hasNotNow: room - reconnectable.size >= asks, reconnectable }
}

/** Where the account of a note is connected again; null where that would not help. */
export const reconnectLink = (note: SourceNote, reconnect: ReportLinks['reconnect']): string | null =>
  isMendable(note) ? (reconnect.get(plainName(note.address)) ?? null) : null

/** Those who have a block of their own … */
export const asksOf = ({ suggestions }: Pick<Report, 'suggestions'>): readonly Suggestion[] =>
  suggestions.filter(({ event }) => event === undefined)

/** … and those met at one occasion, who share one. */
export const eventOf = ({ suggestions }: Pick<Report, 'suggestions'>): readonly Suggestion[] =>
  suggestions.filter(({ event }) => event !== undefined)
