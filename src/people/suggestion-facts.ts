/** What a check-in may say of two people, from everything between them. Pure. */

import { turnsOf } from '../model/conversation.ts'
import { isDirect } from '../model/interaction.ts'
import type { LastItem, Suggestion, SuggestionFacts } from '../model/report.ts'
import { DAY, type Instant, later } from '../model/time.ts'
import { type Candidate, candidateNumbered } from '../report/candidate.ts'
import { groundOf } from '../report/common-ground.ts'
import { balanceOf } from '../score/signals/balance.ts'
import type { StoredInteraction } from '../store/interactions.ts'

/** `history` stands newest first; `isRead` says that it goes back to the first contact. */
export const suggestionFacts = (
  history: readonly StoredInteraction[],
  { isRead, now }: { readonly isRead: boolean; readonly now: Instant },
): SuggestionFacts => {
  const lastItem = lastItemOf(history)
  const otherItem = lastItemOf(history, lastItem?.from)
  return {
    lastItem,
    ...(lastItem !== null && otherItem !== null && { otherItem }),
    lastSeen: lastSeenOf(history),
    firstAt: isRead ? (history.findLast(({ kind }) => isDirect(kind))?.at ?? null) : null,
    isTheirsUnanswered: isUnanswered(history, 'received'),
    isOwnUnanswered: isUnanswered(history, 'sent'),
    lastMetAt: history.find(({ kind, at }) => kind === 'met' && at <= now)?.at ?? null,
    begun: begunAlone(history, now),
  }
}

/** What the user's own order says of two people: a group that holds both, and the address that one of them had before. */
export const orderedFacts = (
  { personId, reason }: Pick<Suggestion, 'personId' | 'reason'>,
  candidates: readonly Candidate[],
): Pick<SuggestionFacts, 'commonGround' | 'formerAddress'> => {
  const candidate = candidateNumbered(candidates, personId)
  if (candidate === undefined) return {}
  const { former, person } = candidate
  const formerAddress = former === null ? undefined : candidateNumbered(candidates, former.personId)?.person.address
  if (reason.kind !== 'introduction') return formerAddress === undefined ? {} : { formerAddress }
  const others = candidateNumbered(candidates, reason.other.personId)?.person.override.groups ?? []
  const commonGround = person.override.groups.find((group) => others.includes(group) && groundOf(group) !== null)
  return commonGround === undefined ? {} : { commonGround }
}

/** Messages with others in copy say nothing of who seeks whom. */
const begunAlone = (history: readonly StoredInteraction[], now: Instant): NonNullable<SuggestionFacts['begun']> => {
  const alone = history.filter(({ feed, kind, size }) => feed === 'mail' && isDirect(kind) && size === 1)
  const { begun, begunByThem } = balanceOf(alone, { since: later(now, -yearDays * DAY), now })
  return { byThem: begunByThem, all: begun }
}

const yearDays = 365

type Beginner = NonNullable<LastItem['begunBy']>

/** Four people, the user among them. */
const maxAtMeeting = 3

const lastItemOf = (history: readonly StoredInteraction[], besides?: LastItem['from']): LastItem | null => {
  const last = history.find(({ kind, size }) =>
    kind === 'met'
      ? besides !== 'meeting' && size <= maxAtMeeting
      : besides !== 'message' && isDirect(kind) && size === 1,
  )
  if (last === undefined) return null
  const { accountId, at, item, id, kind } = last
  const begunBy = kind === 'met' ? callerOf(last) : beginnerOf(last, history)
  return {
    from: kind === 'met' ? 'meeting' : 'message',
    accountId,
    at,
    item,
    ...(id !== undefined && { id }),
    ...(begunBy !== null && { begunBy }),
  }
}

/** The contact has this role in a meeting that they called; who else called it is not known. */
const callerOf = ({ role }: StoredInteraction): Beginner | null => (role === 'from' ? 'them' : null)

const beginnerOf = (last: StoredInteraction, history: readonly StoredInteraction[]): Beginner | null => {
  const first = history.findLast(
    ({ feed, thread, kind }) => feed === 'mail' && thread === last.thread && isDirect(kind),
  )
  // A message that answers one we do not hold was not the first.
  if (first === undefined || first.isAnswer) return null
  return first.kind === 'sent' ? 'user' : 'them'
}

const lastSeenOf = (history: readonly StoredInteraction[]): SuggestionFacts['lastSeen'] => {
  const seen = history.find(({ kind }) => kind === 'seen')
  const direct = history.find(({ kind }) => isDirect(kind))
  if (seen === undefined || seen.at <= (direct?.at ?? 0)) return null
  return { at: seen.at, how: seen.feed === 'mail' ? 'thread' : 'meeting' }
}

/** The last message was of this kind, and opened a conversation. */
const isUnanswered = (history: readonly StoredInteraction[], by: 'sent' | 'received'): boolean => {
  const last = history.find(({ kind }) => kind === 'sent' || kind === 'received')
  return last?.kind === by && turnsOf(history).get(last)?.isBeginning === true
}
