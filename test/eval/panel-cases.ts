/** Every check-in that a week could ask for, with the facts that the report stage has or is to have. */
import { decodeWords } from 'postal-mime'
import { toneOf } from '../../src/draft/check-in.ts'
import { bestTopic } from '../../src/draft/check-in-topic.ts'
import type { Occasion, RawTopic } from '../../src/draft/occasion.ts'
import type { Tone } from '../../src/model/check-in.ts'
import { type Interaction, isDirect } from '../../src/model/interaction.ts'
import type { Person } from '../../src/model/person.ts'
import { lastContactOf } from '../../src/model/person.ts'
import type { Reason, Suggestion } from '../../src/model/report.ts'
import { DAY, daysBetween, type Instant, instantAt, later } from '../../src/model/time.ts'
import type { Candidate } from '../../src/report/candidate.ts'
import { reasonRules } from '../../src/report/reasons/index.ts'
import { toneFor } from '../../src/report/tone.ts'
import { balanceOf } from '../../src/score/signals/balance.ts'
import { headersOf } from '../sandbox/message-headers.ts'
import type { Chance } from '../sandbox/population/chance.ts'
import type { Week } from './week.ts'

export interface PanelCase {
  readonly occasion: Occasion
  readonly tone: Tone
  /** What else the sender remembers, in words for the reader. */
  readonly known: Known
}

export interface Known {
  readonly ownName: string
  readonly usualGapDays: number | null
  readonly lastMessage: { readonly subject: string; readonly by: 'user' | 'them'; readonly at: number } | null
  readonly lastMeeting: { readonly title: string; readonly others: number; readonly at: number } | null
  readonly before: Reason['kind'] | null
}

export const casesOf = (
  week: Week,
  { chance, language }: { readonly chance: Chance; readonly language: string | undefined },
): readonly PanelCase[] => {
  const { candidates, report, setting, historyOf } = week
  const byId = new Map(candidates.map((candidate) => [candidate.person.id, candidate]))
  const suggested = report.suggestions.flatMap((suggestion) => {
    const candidate = byId.get(suggestion.personId)
    return candidate === undefined ? [] : [{ candidate, reason: suggestion.reason }]
  })
  const taken = new Set(suggested.map(({ candidate }) => candidate.person.id))
  // Reasons that seldom reach the seven are shown as often as the others.
  const further = candidates
    .filter(({ person }) => !taken.has(person.id))
    .flatMap((candidate) => {
      const rule = reasonRules.find(({ kind, mayHold }) => rare.has(kind) && mayHold(candidate, setting))
      const found = rule?.find(candidate, historyOf(candidate.person), setting)
      return found === undefined || found === null ? [] : [{ candidate, reason: found.reason }]
    })
  const chosen = chance
    .sample(candidates.filter(isChosen), 3)
    .flatMap((candidate) => ({ candidate, reason: chosenReason(candidate, week) }))
    .flatMap(({ candidate, reason }) => (reason === null ? [] : [{ candidate, reason }]))
  return [...suggested, ...further, ...chosen].flatMap(({ candidate, reason }) => {
    if (reason.kind === 'introduction' && !chance.happens(0.5)) return []
    const ground = reason.kind === 'introduction' ? chance.pick(groups) : undefined
    return [caseOf({ candidate, reason, week, language, ground })]
  })
}

const rare = new Set<Reason['kind']>([
  'anniversary',
  'gratitude',
  'introduction',
  'dead_address',
  'new_address',
  'follow_up',
  'new_acquaintance',
])

/** Groups a product designer might keep. */
const groups = ['Accessibility', 'Typography', 'Service design', 'Design research']

/** Nobody asks to be reminded of an address. */
const isChosen = ({ person: { name }, health: { silenceDays } }: Candidate): boolean =>
  !name.includes('@') && silenceDays !== null && silenceDays > 9 && silenceDays < 200

/** As if the user had asked to be reminded of them more often than they are in touch. */
const chosenReason = ({ person, health: { silenceDays } }: Candidate, { now }: Week): Reason | null => {
  const last = lastContactOf(person, now)
  if (last === null || silenceDays === null) return null
  const idealDays = silenceDays < 45 ? 7 : 30
  return {
    kind: 'chosen_rhythm',
    idealDays,
    tooLongDays: Math.min(idealDays * 1.5, silenceDays - 1),
    silenceDays,
    lastContactAt: last.at,
    lastMetAt: null,
  }
}

const caseOf = (from: {
  readonly candidate: Candidate
  readonly reason: Reason
  readonly week: Week
  readonly language: string | undefined
  readonly ground: string | undefined
}): PanelCase => {
  const { candidate, reason, week, language, ground } = from
  const { mailbox, now, candidates } = week
  const { person, health } = candidate
  const history = week.historyOf(person)
  const last = lastContactOf(person, now)
  const suggestion: Suggestion = {
    personId: person.id,
    name: person.name,
    givenName: person.givenName,
    address: reason.kind === 'dead_address' ? '' : person.address,
    reason,
    strip: [],
    ...(last !== null && { last }),
    tone: toneFor(candidate, now),
  }
  const message = history.find(({ feed, kind, size }) => feed === 'mail' && isDirect(kind) && size === 1) ?? null
  const meeting = history.find(({ feed, kind, size }) => feed === 'calendar' && kind === 'met' && size <= 3) ?? null
  const lastMessage =
    message === null ? null : { subject: subjectOf(message, week), by: begunBy(message, history), at: message.at }
  const title = meeting === null ? undefined : mailbox.meetings.get(meeting.item)?.summary
  const lastMeeting = meeting === null || title === undefined ? null : { title, others: meeting.size, at: meeting.at }
  const peopleNames = candidates.map(({ person: { name } }) => name)
  const direct = history.find(({ kind }) => isDirect(kind))
  const isTheirsUnanswered = direct?.kind === 'received' && direct.size <= 2 && !direct.isAnswer
  const topic = topicFor(
    { ...suggestion, known: { lastItem: null, lastSeen: null, firstAt: null, isTheirsUnanswered } },
    { message: lastMessage, meeting: lastMeeting, peopleNames },
  )
  const seen = history.find(({ kind }) => kind === 'seen')
  const lastSeen = seen !== undefined && last !== null && seen.at > last.at ? seen : null
  const { firstAt } = person.relationship
  const isFirstKnown = firstAt !== null && setting(week) !== null && daysBetween(setting(week) ?? firstAt, firstAt) > 90
  const former = candidates.find(({ person: { id } }) => id === candidate.former?.personId)?.person
  const occasion: Occasion = {
    suggestion,
    at: now,
    zone: mailbox.owner.zone,
    userName: mailbox.owner.name,
    peopleNames,
    lastSeen: lastSeen === null ? null : { at: lastSeen.at, how: lastSeen.feed === 'mail' ? 'thread' : 'meeting' },
    firstAt: isFirstKnown ? firstAt : null,
    lastMetAt: history.find(({ kind }) => kind === 'met')?.at ?? null,
    lastAloneAt:
      Math.max(message?.at ?? 0, meeting?.at ?? 0) === 0
        ? null
        : instantAt(Math.max(message?.at ?? 0, meeting?.at ?? 0)),
    begun: begunAlone(history, now),
    ...(former !== undefined && { formerAddress: former.address }),
    isTheirsUnanswered,
    ...(topic !== null && { topic }),
    ...(language !== undefined && { language }),
    ...(ground !== undefined && { commonGround: ground }),
  }
  return {
    occasion,
    tone: toneOf(suggestion),
    known: {
      ownName: mailbox.owner.name,
      usualGapDays: health.usualGapDays,
      lastMessage,
      lastMeeting,
      before: null,
    },
  }
}

/** Of conversations that the two alone had within the last year. */
const begunAlone = (history: readonly Interaction[], now: Instant): NonNullable<Occasion['begun']> => {
  const alone = history.filter(({ feed, kind, size }) => feed === 'mail' && isDirect(kind) && size === 1)
  const { begun, begunByThem } = balanceOf(alone, { since: later(now, -365 * DAY), now })
  return { byThem: begunByThem, all: begun }
}

const setting = ({ setting: { recordsSince } }: Week) => recordsSince

const subjectOf = ({ item }: Interaction, { mailbox }: Week): string => {
  const letter = mailbox.mail(item)
  const header =
    letter === undefined ? undefined : headersOf(letter).find(({ name }) => name.toLowerCase() === 'subject')
  return decodeWords(header?.value ?? '')
}

const begunBy = (message: Interaction, history: readonly Interaction[]): 'user' | 'them' => {
  const first = history.findLast(({ thread, feed }) => feed === 'mail' && thread === message.thread) ?? message
  return first.kind === 'sent' ? 'user' : 'them'
}

/** As it is read for the email, of both. */
const topicFor = (
  suggestion: Suggestion,
  of: {
    readonly message: Known['lastMessage']
    readonly meeting: Known['lastMeeting']
    readonly peopleNames: readonly string[]
  },
): RawTopic | null => {
  const { message, meeting, peopleNames } = of
  const topics: readonly RawTopic[] = [
    ...(message === null
      ? []
      : [{ text: message.subject, from: 'message' as const, at: message.at as Instant, begunBy: message.by }]),
    ...(meeting === null ? [] : [{ text: meeting.title, from: 'meeting' as const, at: meeting.at as Instant }]),
  ]
  return bestTopic(topics, { suggestion, peopleNames })
}

export type { Person }
