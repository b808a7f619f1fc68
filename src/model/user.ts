/** Whom we work for. */
import type { Tone, WritingPlace } from './check-in.ts'
import {
  DAY,
  earlierOf,
  type Instant,
  type LocalDate,
  later,
  laterOf,
  latestWeekly,
  localDate,
  midnightOf,
  mondayOf,
  nextWeekly,
  type Weekday,
} from './time.ts'

export interface User {
  readonly id: number
  /** Where the report goes. */
  readonly address: string
  readonly name: string
  readonly isOwner: boolean
  /** IANA name. */
  readonly zone: string
  readonly isZoneChosen: boolean
  readonly report: ReportTime
  /** No report goes out meanwhile; null for no such days. Days that have passed may stay. */
  readonly away: Away | null
  /** When the next report is to be asked for; null where the user wants none. */
  readonly nextReportAt: Instant | null
  /** BCP 47: how dates and numbers are written for them. */
  readonly locale: string
  readonly writesIn: WritingPlace
  /** Mail to the address is not wanted or does not arrive: nothing is sent until the user says so. */
  readonly mailStop: MailStop | null
  /** The provider vouches for the address, or its owner followed a link in a mail to it: nothing else is sent before. */
  readonly isAddressConfirmed: boolean
  readonly readsBack: ReadsBack
  readonly voice: UserVoice
  /** A language model may be asked for another text, where the installation has one and the user asks. */
  readonly wantsRewrites: boolean
}

/** How all check-ins of a user sound. What is '' or null follows from what is known. */
export interface UserVoice {
  /** What stands under a check-in: '' for the given name. */
  readonly signOff: string
  /** The same of formal ones: '' for what suits. */
  readonly formalSignOff: string
  /** Null where the relationship decides. */
  readonly tone: Tone | null
  /** "Hello", "Servus": what stands before the name, but in formal ones. */
  readonly greetingWord: string
  /** ISO 639-1, for whom no language is known; null for that of the locale. */
  readonly language: string | null
}

export const usualVoice: UserVoice = { signOff: '', formalSignOff: '', tone: null, greetingWord: '', language: null }

/** How far back mail and meetings are read, from the day an account was connected: years, or null for everything. */
export type ReadsBack = 1 | 2 | 5 | 10 | null

export const readsBackChoices: readonly ReadsBack[] = [1, 2, 5, 10, null]

export const usualReadsBack: ReadsBack = 5

export interface MailStop {
  readonly reason: MailStopReason
  readonly since: Instant
}

/** The address came back; its owner called our mail unwanted; or the carrier refuses to send there for either of these. */
export type MailStopReason = 'bounced' | 'complained' | 'suppressed'

/** What keeps mail from going out to a user. */
export type MailBarrier = 'mail_stopped' | 'address_unconfirmed'

export const mailBarrierOf = ({
  mailStop,
  isAddressConfirmed,
}: Pick<User, 'mailStop' | 'isAddressConfirmed'>): MailBarrier | null => {
  if (mailStop !== null) return 'mail_stopped'
  return isAddressConfirmed ? null : 'address_unconfirmed'
}

export interface ReportTime {
  readonly weekday: Weekday
  readonly hour: number
}

/** Mondays at eight, unless the user says otherwise. */
export const usualReportTime: ReportTime = { weekday: 1, hour: 8 }

/** Days by the user's own calendar, the first and the last among them. */
export interface Away {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** What tells when reports go out. */
export type ReportSchedule = Pick<User, 'report' | 'zone'> & Partial<Pick<User, 'away'>>

export const nextReportAfter = (user: ReportSchedule, after: Instant): Instant => {
  const next = nextWeekly({ ...user.report, zone: user.zone, after })
  // Zones lie less than a day from UTC: from there, the days away end within the week.
  return isAwayAt(user, next) ? nextReportAfter(user, laterOf(next, later(midnightOf(user.away.until), -DAY))) : next
}

const latestReportAt = (user: ReportSchedule, until: Instant): Instant => {
  const latest = latestWeekly({ ...user.report, zone: user.zone, until })
  return isAwayAt(user, latest)
    ? latestReportAt(user, earlierOf(later(latest, -1), later(midnightOf(user.away.from), DAY)))
    : latest
}

export const isAwayAt = (user: ReportSchedule, at: Instant): user is ReportSchedule & { readonly away: Away } => {
  const { away = null, zone } = user
  if (away === null) return false
  const today = localDate(at, zone)
  return away.from <= today && today <= away.until
}

/**
 * The week whose report is due at `now`: that of the latest moment a report was to go out. After an outage of any length
 * there is one to catch up with, and it is not the one of a day still to come. Days away have no such moment.
 */
export const weekDue = (user: ReportSchedule, now: Instant): LocalDate => mondayOf(latestReportAt(user, now), user.zone)

/**
 * When to ask next once the user lives by another clock, chose another hour or is away. Where the report that was still to come
 * would fall into the past that way, its moment is now: moving house costs nobody a week. One that went out already is
 * not sent again, whenever it is asked for.
 */
export const rescheduled = (
  before: ReportSchedule & Pick<User, 'nextReportAt'>,
  after: ReportSchedule,
  now: Instant,
): Instant => {
  const next = nextReportAfter(after, now)
  if (before.nextReportAt === null || isAwayAt(after, now)) return next
  // Asked for, and nothing has come of it yet: the job may be lost, and to ask once more does no harm.
  if (before.nextReportAt !== nextReportAfter(before, now)) return now
  // A week that is passed over because the user is away was not lost by the move.
  const unmoved = nextReportAfter({ ...before, away: after.away ?? null }, now)
  const isPassedOver = mondayOf(next, after.zone) > mondayOf(unmoved, before.zone)
  return isPassedOver ? now : next
}

/** Where a calendar says that a user lives, and when their next report is due by that. */
export interface ZoneLearned {
  readonly zone: string
  readonly nextReportAt: Instant | null
  /** What it was worked out from. */
  readonly before: Pick<User, 'zone' | 'nextReportAt'>
}

/** Null where a calendar tells nothing new, or the user chose a zone. */
export const zoneLearned = (user: User, zone: string | null, now: Instant): ZoneLearned | null => {
  if (zone === null || user.isZoneChosen || user.zone === zone) return null
  const nextReportAt = user.nextReportAt === null ? null : rescheduled(user, { ...user, zone }, now)
  return { zone, nextReportAt, before: user }
}
