/** A week's report: whom it suggests, why, and what it does not know. It is kept as JSON, so it holds plain values only. */
import { type CanonicalAddress, canonicalAddress } from './address.ts'
import type { Tone } from './check-in.ts'
import type { Band } from './health.ts'
import type { InteractionKind } from './interaction.ts'
import type { LanguageCode } from './language.ts'
import type { Instant, LocalDate } from './time.ts'
import type { MailBarrier } from './user.ts'

export interface Report {
  /** The Monday it is for, in the user's zone. */
  readonly week: LocalDate
  readonly at: Instant
  readonly zone: string
  /** BCP 47: how its dates and numbers are written. Absent in reports that were kept before it was known. */
  readonly locale?: string
  /** Counted from 1 for each user. Absent in reports that were kept before they were counted. */
  readonly number?: number
  readonly isFirst: boolean
  /** How many people stand in each band. */
  readonly bands: Readonly<Record<Band, number>>
  /** How many stood in each band in the reports before, oldest first; at most `trendWeeks`. Absent in old reports. */
  readonly trend?: readonly TrendWeek[]
  readonly suggestions: readonly Suggestion[]
  /** Who had a reason and is not suggested. Absent in reports that were kept before this was told. */
  readonly heldBack?: readonly HeldBack[]
  /** How many more are overdue, whose names it does not hold. Absent in reports that were kept before this was told. */
  readonly moreOverdue?: number
  /** Whose message still waits for a reply that a report asked for; none of them is suggested anew. */
  readonly waiting?: readonly Suggestion[]
  /** Whom the user meets in the week ahead after a long time. Absent in reports that were kept before this was told. */
  readonly meetings?: readonly UpcomingMeeting[]
  /** Once a year, how the year was. */
  readonly year?: YearInPeople
  readonly reconnections: readonly Reconnection[]
  readonly notes: readonly SourceNote[]
}

/** A meeting ahead with somebody the user has not met for long. */
export interface UpcomingMeeting {
  readonly personId: number
  readonly name: string
  readonly givenName: string | null
  readonly at: Instant
  /** Null where they never met. */
  readonly lastMetAt: Instant | null
  /** The last contact of any kind. */
  readonly lastContactAt: Instant
  /** Whose turn it is, and since when; null where neither owes the other a reply. */
  readonly owed: { readonly by: 'user' | 'them'; readonly since: Instant } | null
}

/** A year of somebody's people: nobody is counted twice. */
export interface YearInPeople {
  /** How many years ago the first account was connected. */
  readonly years: number
  readonly kept: number
  readonly foundAgain: number
  readonly grownQuiet: number
  /** Those found again, the closest first. */
  readonly found: readonly NamedPerson[]
  /** The closest of those kept and found again. */
  readonly toKeep: readonly NamedPerson[]
}

export type NamedPerson = Pick<Suggestion, 'personId' | 'name' | 'givenName'>

export interface TrendWeek {
  readonly week: LocalDate
  readonly bands: Report['bands']
}

/** How far back the picture of the whole goes: a quarter. */
export const trendWeeks = 12

export interface Suggestion {
  readonly personId: number
  readonly name: string
  readonly givenName: string | null
  /** Where to write to; '' where nobody is reached any more. */
  readonly address: string
  /** Since when mail to them goes there instead of elsewhere, where that is lately; absent otherwise. */
  readonly movedAt?: Instant
  readonly reason: Reason
  /** Weeks in touch during the last `stripSpan`, counted back from the report: 0 is this week. */
  readonly strip: readonly number[]
  /** How many weeks the strip goes back; absent where it is `stripWeeks`. */
  readonly stripSpan?: number
  /** How the tie stands. Absent in reports that were kept before it was told. */
  readonly standing?: { readonly band: Band; readonly usualGapDays: number | null }
  /** When the user first met or wrote to several at once, this person among them; absent otherwise. */
  readonly event?: { readonly from: Instant; readonly until: Instant }
  /** How the two were in touch last. Absent in old reports, where nobody can say. */
  readonly last?: LastContact
  /** How one writes to them. */
  readonly tone?: Tone
  /** The language in which the two write to each other; absent where nobody can tell. */
  readonly language?: LanguageCode
  /** All of theirs, where there are several: what the user said of one holds for the person. */
  readonly addresses?: readonly CanonicalAddress[]
  /** Counted over all suggestions to this user, so that no two drafts say the same. */
  readonly number?: number
  /** The account through which the two were in touch last. */
  readonly accountId?: number
  /** What a check-in may say beside the reason. Absent in reports that were kept before it was. */
  readonly known?: SuggestionFacts
}

/** Every address that the user may have said something of. */
export const addressesOfSuggestion = ({
  address,
  addresses,
}: Pick<Suggestion, 'address' | 'addresses'>): readonly CanonicalAddress[] => {
  if (addresses !== undefined) return addresses
  const own = canonicalAddress(address)
  return own === null ? [] : [own]
}

/** What is known of the two on the day of the report, and never what they wrote. */
export interface SuggestionFacts {
  /** What a check-in may refer to by its subject or title, which is read when the email is made; null where there is none. */
  readonly lastItem: LastItem | null
  /** The last of the other kind, a meeting beside a message or the other way round. Absent where there is none, and in older reports. */
  readonly otherItem?: LastItem
  /** The last time both were on one group message or in one larger meeting, if it came after the last direct contact. */
  readonly lastSeen: { readonly at: Instant; readonly how: 'thread' | 'meeting' } | null
  /** The first contact ever; null where the past is not read yet. */
  readonly firstAt: Instant | null
  /** Their last message opened a conversation, and the user has not written since. */
  readonly isTheirsUnanswered: boolean
  /** The user's own message was the last between the two alone, began a conversation, and has had no reply. Absent in older reports. */
  readonly isOwnUnanswered?: boolean
  /** When the two last met; null where they never did. Absent in reports that were kept before it was. */
  readonly lastMetAt?: Instant | null
  /** Of the conversations that the two alone began within the last year, how many they began. Absent likewise. */
  readonly begun?: { readonly byThem: number; readonly all: number }
  /** Where they wrote from before, where they write from a new address. */
  readonly formerAddress?: string
  /** The name of a group of the user's that holds both whom an introduction is for. */
  readonly commonGround?: string
}

/** The last message between the two alone, or their last meeting of at most four, and where it is found. */
export interface LastItem {
  readonly from: 'message' | 'meeting'
  readonly accountId: number
  readonly at: Instant
  /** 53 bits of the provider's id: see `itemKey`. */
  readonly item: number
  /** The provider's own id, where it is kept in full. */
  readonly id?: string
  /** Who began the conversation it belongs to; absent where that is not known. */
  readonly begunBy?: 'user' | 'them'
}

export interface LastContact {
  readonly how: 'message' | 'meeting' | 'call' | 'elsewhere'
  readonly at: Instant
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
      /** When both were last on one letter or in one crowd since. Absent in reports that were kept before this was told. */
      readonly lastSeenAt?: Instant | null
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
      /** Mail to the only address known of them comes back. */
      readonly kind: 'dead_address'
      readonly deadAddress: string
      readonly bouncedAt: Instant
      readonly usualGapDays: number
      readonly lastContactAt: Instant
      readonly lastMetAt: Instant | null
    }
  | {
      readonly kind: 'new_acquaintance'
      readonly firstAt: Instant
      readonly metAt: Instant | null
      readonly silenceDays: number
    }
  | {
      /** The user set how often they want to be in touch, and it has been longer than they let pass. */
      readonly kind: 'chosen_rhythm'
      /** The group they set it for; absent where it was for the person. */
      readonly group?: string
      readonly idealDays: number
      readonly tooLongDays: number
      readonly silenceDays: number
      readonly lastContactAt: Instant
      readonly lastMetAt: Instant | null
    }
  | {
      /** They met, which is rare or was the first time, and nothing has followed yet. */
      readonly kind: 'follow_up'
      readonly metAt: Instant
      /** The last meeting before that one; null where it was the first. */
      readonly metBeforeAt: Instant | null
    }
  | {
      /** Strong once, and silent for long. */
      readonly kind: 'dormant_tie'
      readonly firstAt: Instant
      readonly lastContactAt: Instant
      readonly lastMetAt: Instant | null
      readonly silenceDays: number
      /** How often they talked while they did. */
      readonly usualGapDays: number
      /** In how many weeks they were in touch, ever. */
      readonly weeks: number
      /** Hardly anybody whom the user is close to now was ever on a message or in a meeting with them. */
      readonly isBridge?: boolean
    }
  | {
      /** The last messages were not answered, that was long ago, and there is one more way to try. */
      readonly kind: 'second_door'
      readonly lastSentAt: Instant
      readonly silenceDays: number
      /** Names of people both are in touch with, those seen most first. */
      readonly through: readonly string[]
    }
  | {
      /** A time of much contact with one circle has come to its end, and they carried it. */
      readonly kind: 'project_end'
      readonly circle: ProjectCircle
      /** How many of the circle, and for how many weeks. */
      readonly people: number
      readonly weeks: number
      readonly endedAt: Instant
    }
  | {
      /** Whole years since the first contact, this week. */
      readonly kind: 'anniversary'
      readonly firstAt: Instant
      readonly years: number
      readonly silenceDays: number
    }
  | {
      /** They began most of the conversations of the last year, and it is the user's turn. */
      readonly kind: 'gratitude'
      readonly begunByThem: number
      readonly begun: number
      readonly silenceDays: number
      readonly lastContactAt: Instant
      readonly lastMetAt: Instant | null
    }
  | {
      /** The user wants to write, and needs no reason for it. Never in a report. */
      readonly kind: 'hello'
      readonly silenceDays: number
      readonly lastContactAt: Instant
    }
  | {
      /** Two people who share company and have never been seen together. */
      readonly kind: 'introduction'
      readonly other: Pick<Suggestion, 'personId' | 'name' | 'givenName'>
      /** Names of people both are seen with, those seen most first. */
      readonly shared: readonly string[]
      /** The user's group that holds both. Absent in reports that were kept before one was asked for. */
      readonly ground?: string
    }

export type ReasonKind = Reason['kind']

/** People who belong together: in a group of the user's, or by the domain of their organisation. */
export type ProjectCircle =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'organisation'; readonly domain: string }

/** What keeps someone off the list although a reason holds. */
export type Guard =
  /** In touch already, today or in the days before, or since they were suggested. */
  | 'contacted_since'
  | 'meeting_booked'
  /** They write from another address now. */
  | 'new_address'
  /** Mail to the only address known of them comes back. */
  | 'dead_address'
  | 'snoozed'
  | 'two_unanswered'
  /** The user begins every conversation, and few are answered: ease off. */
  | 'you_always_begin'
  /** Suggested within their rhythm. */
  | 'suggested_lately'
  /** The user asked to see them less often. */
  | 'less_often'
  /** Suggested several times, and nothing came of it. */
  | 'not_taken_up'
  /** Most of the silence is the user's own absence. */
  | 'user_away'
  /** A source has not been read lately: whether they are silent is not known. */
  | 'source_stale'
  /** Others came first. */
  | 'no_room'

export interface HeldBack {
  readonly personId: number
  readonly name: string
  readonly givenName: string | null
  /** What they would have been suggested for. */
  readonly kind: ReasonKind
  readonly guard: Guard
  /** When the guard lets go, where that is a date. */
  readonly until: Instant | null
}

/** A stored report's list; empty where it was not kept yet. */
export const heldBackOf = ({ heldBack }: Pick<Report, 'heldBack'>): readonly HeldBack[] => heldBack ?? []

/** Somebody the user was in touch with again: after longer than usual, or after a report had suggested it. */
export interface Reconnection {
  readonly personId: number
  readonly name: string
  readonly givenName: string | null
  /** `exchanged`: letters both ways. `elsewhere`: the user says so. */
  readonly how: Exclude<InteractionKind, 'seen'> | 'exchanged' | 'elsewhere'
  readonly at: Instant
  /** How long they had been silent, or 0 where that was not long. */
  readonly afterDays: number
  /** What a report had suggested it for; null or absent where none had. */
  readonly suggestedFor?: ReasonKind | null
}

/**
 * What is not known, and since when: whoever reads the report must be able to judge it. `touches` names those of its
 * people for whom that matters; absent where it is all of them, or nobody can say.
 */
export type SourceNote = NoteKind & { readonly touches?: readonly string[] }

type NoteKind =
  | { readonly kind: 'reading'; readonly address: string; readonly readBackTo: Instant | null }
  | { readonly kind: 'waiting'; readonly address: string; readonly since: Instant }
  | { readonly kind: 'reconnect'; readonly address: string; readonly since: Instant }
  | { readonly kind: 'blocked'; readonly address: string; readonly since: Instant }
  /** Mail goes on, and the calendar of the account is not read. Whoever may agree to it again can mend that. */
  | { readonly kind: 'calendar'; readonly address: string; readonly since: Instant; readonly isMendable: boolean }
  | { readonly kind: 'rechecking'; readonly address: string; readonly since: Instant }
  /** Whether the report before this one arrived is not known. */
  | { readonly kind: 'report_in_doubt'; readonly address: string; readonly since: Instant }
  /** A check found contacts that had been missed, and filled them in. */
  | { readonly kind: 'gap'; readonly address: string; readonly since: Instant; readonly found: number }

/** Whether connecting the account again may mend it. */
export const isMendable = (note: SourceNote): boolean =>
  note.kind === 'reconnect' || (note.kind === 'calendar' && note.isMendable)

/** What the user did with a suggestion on a page of ours: only what takes a hand, as scanners open every link. */
export type SuggestionAct = 'opened' | 'done' | 'snoozed' | 'less_often' | 'not_a_person'

/** A week's report as it is kept. */
export interface StoredReport {
  readonly week: LocalDate
  readonly claimedAt: Instant
  readonly sentAt: Instant | null
  /** When a sending began whose outcome is not known; null where none is in doubt. */
  readonly triedAt: Instant | null
  /** Null until it was built. */
  readonly report: Report | null
  readonly failure: ReportFailure | null
}

/**
 * Why a report did not go out, and will not by itself: the carrier refused it (with what it said), it cannot be known
 * whether it went, mail to the address is stopped or not confirmed yet, the next one came round first, or no account could
 * be read any more.
 */
export type ReportFailure = `refused: ${string}` | 'in_doubt' | MailBarrier | 'overtaken' | 'no_source'

/** The same, as if these people had never been in it. Introductions name others than they are for: none is left. */
export const reportWithout = (report: Report, gone: ReadonlySet<number>): Report => {
  const isLeft = ({ personId }: { readonly personId: number }): boolean => !gone.has(personId)
  return {
    ...report,
    suggestions: report.suggestions.filter((each) => isLeft(each) && each.reason.kind !== 'introduction'),
    heldBack: heldBackOf(report).filter(isLeft),
    ...(report.waiting !== undefined && { waiting: report.waiting.filter(isLeft) }),
    ...(report.meetings !== undefined && { meetings: report.meetings.filter(isLeft) }),
    ...(report.year !== undefined && { year: yearWithout(report.year, isLeft) }),
    reconnections: report.reconnections.filter(isLeft),
    notes: report.notes.map(({ touches, ...note }) => note),
  }
}

const yearWithout = (year: YearInPeople, isLeft: (one: NamedPerson) => boolean): YearInPeople => ({
  ...year,
  found: year.found.filter(isLeft),
  toKeep: year.toKeep.filter(isLeft),
})

/** How many people a report asks the user to write to: those suggested, and those it shows as waiting. */
export const maxInReport = 7

/** Everyone to whom the mail offers to write. */
export const peopleAskedFor = (report: Pick<Report, 'suggestions' | 'waiting'>): readonly Suggestion[] => [
  ...report.suggestions,
  ...waitingShown(report),
]

/** Those it shows as waiting: what room there is beside the suggestions. */
export const waitingShown = ({
  suggestions,
  waiting = [],
}: Pick<Report, 'suggestions' | 'waiting'>): readonly Suggestion[] =>
  waiting.slice(0, Math.max(0, maxInReport - suggestions.length))
