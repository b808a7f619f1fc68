/** A report from people, their health and their history. Pure. */
import type { Account } from '../model/account.ts'
import type { Band } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { maxInReport, type Report, type SourceNote, type Suggestion, type TrendWeek } from '../model/report.ts'
import { type Instant, type LocalDate, later, localDate, WEEK } from '../model/time.ts'
import { awayDaysUntil } from '../score/signals/activity.ts'
import type { Candidate, History, Setting } from './candidate.ts'
import { inTouchElsewhere, movedAway } from './former.ts'
import type { PastSuggestion } from './guards.ts'
import { upcomingMeetings } from './meetings.ts'
import { areMeetingsStale, isStale, knownDays, knownSince, knownUntilOf, meetingsKnownUntil, notesOn } from './notes.ts'
import type { Preferences } from './preferences.ts'
import { reconnectionsSince } from './reconnections.ts'
import { contactedSince, overdueBeyond, select } from './select.ts'
import { stillWaiting } from './waiting.ts'
import { yearInPeople } from './year.ts'

export const composeReport = (from: {
  readonly week: LocalDate
  readonly zone: string
  readonly locale: string
  readonly accounts: readonly Account[]
  readonly candidates: readonly Candidate[]
  readonly shortlisted: readonly Candidate[]
  /** Whose message may still wait for a reply: see `mayWait`. */
  readonly waiting: readonly Candidate[]
  /** Whom the user meets soon after a long time: see `meetingSoon`. */
  readonly meeting: readonly Candidate[]
  readonly setting: Setting
  readonly historyOf: (person: Person) => History
  readonly suggestedBefore: (person: Person) => readonly PastSuggestion[]
  /** Pairs that the user called two people: see `pairKey`. */
  readonly apart: ReadonlySet<string>
  readonly preferences: Preferences
  readonly before: Before
  /** The account through which somebody was last in touch; null where it is not known. */
  readonly accountOf: (personId: number) => number | null
}): Report => {
  const { week, zone, locale, accounts, candidates, setting, suggestedBefore, before } = from
  const { now } = setting
  const people = candidates.map(({ person }) => person)
  const isRead = knownSince(accounts) === 0
  const elsewhere = inTouchElsewhere(candidates, { apart: from.apart, isRead, now })
  const moved = new Set([...movedAway(candidates), ...elsewhere])
  const activeDays = knownDays(accounts)
  const open = stillWaiting(from.waiting, { historyOf: from.historyOf, now })
  const { suggestions: found, heldBack } = select(from.shortlisted, {
    setting,
    historyOf: from.historyOf,
    suggestedBefore,
    hasNewAddress: ({ id }) => moved.has(id),
    preferences: from.preferences,
    knownUntil: ({ id }) => knownUntilOf(accounts, from.accountOf(id), now),
    meetingsKnownUntil: meetingsKnownUntil(accounts, now),
    awayDaysSince: awayDaysUntil(activeDays, now),
    most: maxInReport - Math.min(open.length, maxWaitingKept),
    isFirstMonth: before.number < firstMonthReports,
  })
  const number = before.number + 1
  const suggestions = found.map((suggestion, place): Suggestion => {
    const accountId = from.accountOf(suggestion.personId)
    return { ...suggestion, number: number * maxInReport + place, ...(accountId !== null && { accountId }) }
  })
  const isSuggested = new Set(suggestions.map(({ personId }) => personId))
  const waiting = open
    .filter(({ personId }) => !isSuggested.has(personId))
    .map((suggestion): Suggestion => {
      const accountId = from.accountOf(suggestion.personId)
      return { ...suggestion, ...(accountId !== null && { accountId }) }
    })
  const isCurrent = isRead && !isStale(accounts, now)
  const year = isCurrent ? yearInPeople(candidates, { accounts, week, zone, now }) : null
  const isWaiting = new Set(waiting.map(({ personId }) => personId))
  const isNamed = new Set([...suggestions, ...heldBack].map(({ personId }) => personId))
  const met = contactedSince(candidates, { suggestedBefore, now }).filter(({ personId }) => !isNamed.has(personId))
  return {
    week,
    at: now,
    zone,
    locale,
    number,
    isFirst: before.isFirst,
    bands: bandCounts(candidates),
    // Of weeks that nobody has read nothing can be compared.
    trend: isStale(accounts, now) ? [] : sinceAccountsAreThese(before.trend, accounts, zone),
    suggestions,
    heldBack: [...met, ...heldBack].filter(({ personId }) => !isWaiting.has(personId)),
    moreOverdue: overdueBeyond(candidates, {
      shortlisted: from.shortlisted,
      setting,
      knownSince: knownSince(accounts),
    }),
    waiting,
    // Whether a meeting still stands is not known where the calendar was not read.
    meetings:
      isStale(accounts, now) || areMeetingsStale(accounts, now)
        ? []
        : upcomingMeetings(from.meeting, { historyOf: from.historyOf, now }),
    ...(year !== null && { year }),
    // A gap that has not been read yet is none.
    reconnections: !isRead
      ? []
      : reconnectionsSince(people, {
          since: before.sentAt ?? later(now, -WEEK),
          // A meeting that was booked is told only where the calendar was read after it.
          now: meetingsKnownUntil(accounts, now),
          suggestedBefore,
        }),
    notes: [
      ...before.notes,
      ...notesOn(accounts, now).map((note) => withTouched(note, [...suggestions, ...waiting], accounts)),
    ],
  }
}

/** Of those who wait for a reply so many are shown, however many suggestions there are. */
const maxWaitingKept = 2
/** A month of Mondays. */
const firstMonthReports = 4

/** People whom a new account brought say nothing of how things move: weeks are compared from when all accounts were there. */
const sinceAccountsAreThese = (
  trend: readonly TrendWeek[],
  accounts: readonly Account[],
  zone: string,
): readonly TrendWeek[] => {
  const newest =
    accounts
      .map(({ createdAt }) => localDate(createdAt, zone))
      .sort()
      .at(-1) ?? ''
  return trend.filter(({ week }) => week > newest)
}

/** What is remembered of the reports before this one. */
export interface Before {
  /** How many there were. */
  readonly number: number
  /** None was ever sent, not even this week's. */
  readonly isFirst: boolean
  /** When the last one was sent, or null where none was. */
  readonly sentAt: Instant | null
  /** Oldest first. */
  readonly trend: readonly TrendWeek[]
  readonly notes: readonly SourceNote[]
}

/** Which of this week's people were last in touch through the account a note is about, where there are several accounts. */
const withTouched = (
  note: SourceNote,
  suggestions: readonly Suggestion[],
  accounts: readonly Account[],
): SourceNote => {
  if (accounts.length < 2) return note
  const account = accounts.find(({ address }) => address === note.address)
  const touched = suggestions.filter(({ accountId }) => accountId === undefined || accountId === account?.id)
  return { ...note, touches: touched.map(({ givenName, name }) => givenName ?? name) }
}

/** How many people stand in each band. */
export const bandCounts = (candidates: readonly Candidate[]): Report['bands'] => {
  const counts: Record<Band, number> = { thriving: 0, steady: 0, fading: 0, quiet: 0, new: 0, unknown: 0 }
  for (const { health } of candidates) counts[health.band] += 1
  return counts
}
