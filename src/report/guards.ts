/** What keeps someone off the list although a reason holds. Every one of them can be asked for. Pure. */
import { lastMeetingOf } from '../model/person.ts'
import { lastContactAt, nextMeetingAt } from '../model/relationship.ts'
import type { Guard, Reason } from '../model/report.ts'
import { DAY, daysBetween, type Instant, later } from '../model/time.ts'
import { balanceOf } from '../score/signals/balance.ts'
import type { Candidate, History } from './candidate.ts'
import { staleDays } from './notes.ts'
import { minOverdue, minSilenceDays } from './reasons/rhythm-broken.ts'
import { maxUnanswered, unansweredDays } from './unanswered.ts'

/** When, and for what, somebody was suggested. */
export interface PastSuggestion {
  readonly at: Instant
  readonly kind: Reason['kind']
}

export interface Held {
  readonly guard: Guard
  /** When it lets go, where that is a date. */
  readonly until: Instant | null
}

export interface Circumstances {
  readonly history: History
  /** Newest first, as far back as is remembered. */
  readonly suggested: readonly PastSuggestion[]
  /** They were seen under another address after this one fell silent. */
  readonly hasNewAddress: boolean
  /** Until when what they wrote has been read. */
  readonly knownUntil: Instant
  /** Until when every calendar has been read. */
  readonly meetingsKnownUntil: Instant
  /** How many days since then the user was away from everybody. */
  readonly awayDaysSince: (at: Instant) => number
  readonly now: Instant
}

/** The first guard that speaks, those first that a person would name first; null where nothing is in the way. */
export const guardOf = (candidate: Candidate, reason: Reason, circumstances: Circumstances): Held | null => {
  const { now } = circumstances
  const { override, relationship } = candidate.person
  const booked = nextMeetingAt(relationship, now)
  if (booked !== null) return { guard: 'meeting_booked', until: booked }
  if (override.snoozedUntil !== null && override.snoozedUntil > now) {
    return { guard: 'snoozed', until: override.snoozedUntil }
  }
  if (circumstances.hasNewAddress) return lasting('new_address')
  if (candidate.person.bouncedAt !== null && reason.kind !== 'dead_address') return lasting('dead_address')
  const unanswered = unansweredGuard(reason, circumstances)
  if (unanswered !== null) return unanswered
  if (isOneSided(reason, circumstances)) return lasting('you_always_begin')
  return pauseGuard(candidate, circumstances) ?? knowledgeGuard(candidate, reason, circumstances)
}

const lasting = (guard: Guard): Held => ({ guard, until: null })

/** Two messages without a reply are enough, but for one more try in another way. */
const unansweredGuard = ({ kind }: Reason, circumstances: Circumstances): Held | null => {
  if (kind === 'second_door') return doorGuard(circumstances)
  return unansweredDays(circumstances.history) >= maxUnanswered ? lasting('two_unanswered') : null
}

/** Two doors are at least so far apart, even where they were heard from in between. */
const doorDays = 180

/** A second door opens once: not again before they are heard from, nor soon after the last. */
const doorGuard = ({ history, suggested, now }: Circumstances): Held | null => {
  const before = suggested.find(({ kind }) => kind === 'second_door')
  if (before === undefined) return null
  const heardAt = history.find(({ kind }) => kind === 'received' || kind === 'met')?.at ?? 0
  if (before.at > heardAt) return lasting('two_unanswered')
  const until = later(before.at, doorDays * DAY)
  return now < until ? { guard: 'two_unanswered', until } : null
}

/** So many conversations in a row begun by the user, and fewer than half of theirs answered: it is their turn. */
const maxBegunInARow = 4
const balanceYears = 2

const isOneSided = ({ kind }: Reason, { history, now }: Circumstances): boolean => {
  // A letter of theirs that waits, or a wish of the user's own, is no pushing.
  if (kind === 'reply_owed' || kind === 'chosen_rhythm' || kind === 'follow_up') return false
  const balance = balanceOf(history, { since: later(now, -balanceYears * 365 * DAY), now })
  return balance.userInARow >= maxBegunInARow && balance.answered < balance.begunByUser / 2
}

/** Nobody is suggested twice within their own rhythm, nor within six weeks; and twice a year if it is a slow one. */
const minPauseDays = 42
const maxPauseDays = 182
/** Where nothing came of it so many times running, half a year passes before the next. */
const maxInVain = 2
/** An answer to a suggestion that comes later than this is none. */
export const takenUpDays = 28

const pauseGuard = (candidate: Candidate, circumstances: Circumstances): Held | null => {
  const { suggested, now, history } = circumstances
  const [last] = suggested
  if (last === undefined) return null
  const own = ownPauseDays(candidate, circumstances)
  const asked = own * 2 ** Math.min(candidate.person.override.lessOften, 3)
  const isInVain = suggested.length >= maxInVain && suggested.slice(0, maxInVain).every(cameToNothing(history, now))
  const pauses: readonly (readonly [Guard, number])[] = [
    ['suggested_lately', own],
    ['less_often', asked],
    ['not_taken_up', isInVain ? Math.max(own, maxPauseDays) : 0],
  ]
  const [guard, days] = pauses.reduce((longest, pause) => (pause[1] > longest[1] ? pause : longest))
  const until = later(last.at, Math.round(days * DAY))
  return now < until ? { guard, until } : null
}

/** A chosen rhythm is a wish to be told as often. Otherwise, whoever was named often enough this year rests for longer. */
const ownPauseDays = (
  { health: { chosen, usualGapDays } }: Candidate,
  { suggested, now }: Pick<Circumstances, 'suggested' | 'now'>,
): number => {
  if (chosen !== null) return Math.max(14, chosen.idealDays)
  const isOften = suggested.filter(({ at }) => daysBetween(at, now) < 365).length >= oftenInAYear
  const pause = Math.max(minPauseDays, 2 * (usualGapDays ?? 0)) * (isOften ? 2 : 1)
  return Math.min(maxPauseDays, pause)
}

const oftenInAYear = 3

const cameToNothing =
  (history: History, now: Instant) =>
  ({ at }: PastSuggestion): boolean =>
    daysBetween(at, now) >= takenUpDays &&
    !history.some((each) => each.kind !== 'seen' && each.at > at && daysBetween(at, each.at) <= takenUpDays)

/** Whether the reason still holds by what is known: a silence that is our ignorance, or the user's holiday, is none. */
const knowledgeGuard = ({ person, health }: Candidate, reason: Reason, circumstances: Circumstances): Held | null => {
  const { knownUntil, now } = circumstances
  const lastAt = lastContactAt(person.relationship, now)
  if (lastAt === null) return null
  if (!settledByMail.has(reason.kind) && mayNotHaveMet(person, circumstances)) return lasting('source_stale')
  const staleFor = daysBetween(knownUntil, now)
  const isStale = staleFor > staleDays
  switch (reason.kind) {
    case 'rhythm_broken': {
      const isStillBroken = (days: number): boolean =>
        days >= minSilenceDays && days >= minOverdue * reason.usualGapDays
      if (isStale && !isStillBroken(reason.silenceDays - staleFor)) return lasting('source_stale')
      return isStillBroken(reason.silenceDays - circumstances.awayDaysSince(lastAt)) ? null : lasting('user_away')
    }
    case 'chosen_rhythm':
      return isStale && reason.silenceDays - staleFor <= reason.tooLongDays ? lasting('source_stale') : null
    case 'gratitude': {
      if (isStale) return lasting('source_stale')
      const away = circumstances.awayDaysSince(lastAt)
      return away > 0 && (health.overdue ?? 0) < minOverdue ? lasting('user_away') : null
    }
    case 'project_end':
      if (isStale) return lasting('source_stale')
      return circumstances.awayDaysSince(reason.endedAt) > 0 ? lasting('user_away') : null
    case 'dormant_tie':
    case 'dead_address':
      return null
    default:
      return isStale ? lasting('source_stale') : null
  }
}

/** What rests on messages alone. */
const settledByMail: ReadonlySet<Reason['kind']> = new Set(['reply_owed', 'new_address', 'dead_address'])

/** The last meeting was booked, and no calendar tells whether it took place. */
const mayNotHaveMet = (person: Candidate['person'], { meetingsKnownUntil, now }: Circumstances): boolean =>
  lastMeetingOf(person, now) !== lastMeetingOf(person, now, meetingsKnownUntil)
