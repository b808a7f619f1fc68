/** Whom we work for. */
import { type Instant, type LocalDate, later, mondayOf, nextWeekly, WEEK, type Weekday } from './time.ts'

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
  /** When the next report is due; null where the user wants none. */
  readonly nextReportAt: Instant | null
  readonly readsBack: ReadsBack
}

/** How far back mail and meetings are read, from the day an account was connected: years, or null for everything. */
export type ReadsBack = 1 | 2 | 5 | 10 | null

export const readsBackChoices: readonly ReadsBack[] = [1, 2, 5, 10, null]

export const usualReadsBack: ReadsBack = 5

export interface ReportTime {
  readonly weekday: Weekday
  readonly hour: number
}

/** Mondays at eight, unless the user says otherwise. */
export const usualReportTime: ReportTime = { weekday: 1, hour: 8 }

export const nextReportAfter = (user: Pick<User, 'report' | 'zone'>, after: Instant): Instant =>
  nextWeekly({ ...user.report, zone: user.zone, after })

/**
 * The week whose report is due at `now`: that of the latest moment a report was to go out. After an outage of any length
 * there is one to catch up with, and it is not the one of a day still to come.
 */
export const weekDue = (user: Pick<User, 'report' | 'zone'>, now: Instant): LocalDate =>
  mondayOf(nextReportAfter(user, later(now, -WEEK)), user.zone)
