/** Where the links of a report lead, in the mail and on our own pages. */
import type { ShownTopic } from '../../words/topic.ts'

/** Where the mail's links lead. All of them are safe to open. */
export interface ReportLinks {
  readonly people: ReadonlyMap<number, PersonLinks>
  readonly everyone: string
  readonly settings: string
  /** Who is not in it, and why. */
  readonly heldBack: string
  readonly unsubscribe: string
}

/** What a mail shows beside its report. */
export interface ReportMailParts {
  readonly links: ReportLinks
  readonly topics: ReadonlyMap<number, ShownTopic>
  readonly when: string
}

/** The same of one person. */
export interface PersonParts {
  readonly links: PersonLinks
  readonly topic: ShownTopic | undefined
}

/** What can be done about one of the week's people. */
export interface PersonLinks {
  /** Opens the mail client with the check-in filled in, or the page with its text: as the user chose. */
  readonly write: string
  /** The page where the text can be read, changed and copied first. */
  readonly page: string
  /** Pages that say what they will do, each with a button that does it. */
  readonly done: string
  readonly later: string
  readonly less: string
  readonly not: string
  /** The conversation itself, where they write; null where nobody knows where it is. */
  readonly conversation: string | null
}
