/** Whom the user meets in the week ahead after a long time: when they last met, and whose turn it is to reply. Pure. */
import { maxAsked, turnsOf } from '../model/conversation.ts'
import { lastMeetingOf } from '../model/person.ts'
import { lastContactAt, nextMeetingAt } from '../model/relationship.ts'
import type { UpcomingMeeting } from '../model/report.ts'
import { daysBetween, type Instant } from '../model/time.ts'
import type { Candidate, History } from './candidate.ts'

/** Told by the summaries alone, the soonest first: only their histories are read. */
export const meetingSoon = (candidates: readonly Candidate[], now: Instant): readonly Candidate[] =>
  candidates
    .flatMap((candidate) => {
      const at = isLongAgo(candidate, now) ? nextMeetingAt(candidate.person.relationship, now) : null
      return at === null || daysBetween(now, at) >= aheadDays ? [] : [{ candidate, at }]
    })
    .sort((a, b) => a.at - b.at || b.candidate.health.closeness - a.candidate.health.closeness)
    .slice(0, maxMeetings)
    .map(({ candidate }) => candidate)

export const upcomingMeetings = (
  soon: readonly Candidate[],
  { historyOf, now }: { readonly historyOf: (person: Candidate['person']) => History; readonly now: Instant },
): readonly UpcomingMeeting[] =>
  soon.flatMap(({ person }) => {
    const at = nextMeetingAt(person.relationship, now)
    const lastAt = lastContactAt(person.relationship, now)
    if (at === null || lastAt === null) return []
    const { id, name, givenName } = person
    const owed = owedIn(historyOf(person), now)
    return [{ personId: id, name, givenName, at, lastMetAt: lastMeetingOf(person, now), lastContactAt: lastAt, owed }]
  })

const aheadDays = 7
const maxMeetings = 3
/** Whoever met within a season needs no reminder. */
const longDays = 120
/** Nobody waits for a reply that long. */
const maxOwedDays = 120

const isLongAgo = ({ person }: Candidate, now: Instant): boolean => {
  const since = lastMeetingOf(person, now) ?? person.relationship.firstAt
  return since !== null && daysBetween(since, now) >= longDays
}

/** Only what opened a conversation asks for a reply by itself: a "thank you" at its end does not. */
const owedIn = (history: History, now: Instant): UpcomingMeeting['owed'] => {
  const last = history.find(({ kind }) => kind !== 'seen')
  if (last === undefined || last.size > maxAsked || daysBetween(last.at, now) > maxOwedDays) return null
  const turn = turnsOf(history).get(last)
  if (turn?.isBeginning !== true) return null
  return { by: turn.kind === 'received' ? 'user' : 'them', since: last.at }
}
