/** Looking letters up one by one. */
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import type { Access, ProviderError, Pull } from '../../provider.ts'
import { askEach } from '../ask-each.ts'
import type { Ask, GraphClient, Part } from '../client.ts'
import { isNotFound } from '../errors.ts'
import { mailScope } from '../oauth.ts'
import { givenHeaders, type PartialMessage, parseRow, withHeaders } from '../parse.ts'
import type { State } from './cursor.ts'
import { messageOf } from './folders.ts'

export interface Reading {
  readonly client: GraphClient
  readonly access: Access
  readonly request: Pull
  readonly headersMatter: HeadersMatter
}

/**
 * Whether headers that Graph tells only when asked could change what a letter counts as. Decided by what is known without
 * them, and nothing else: so a letter counts the same however often, and by whichever way, it is read.
 */
export type HeadersMatter = (message: Message) => boolean

/** A letter at hand lacks only its headers; of any other nothing is known but its id. */
export interface Question {
  readonly id: string
  readonly partial: PartialMessage | null
}

export interface Found {
  readonly state: State
  readonly messages: readonly Message[]
  /** No more there. */
  readonly gone: readonly string[]
  readonly calls: number
  readonly pauseSeconds: number
}

/** What a message, and every row of a delta, is asked for. */
export const properties =
  'receivedDateTime,subject,internetMessageId,conversationId,parentFolderId,isDraft,from,sender,toRecipients,ccRecipients,bccRecipients,replyTo'

export const askOf = ({ request: { now } }: Reading): Ask => ({ now, scope: mailScope })

/** What was refused is left for a later page, in `todo`. Where everything was, so is the page, and comes again. */
export const lookUp = async (
  reading: Reading,
  state: State,
  questions: readonly Question[],
): Promise<Result<Found, ProviderError>> => {
  const found = await askEach(reading, askOf(reading), {
    questions,
    pathOf: (question) => pathOf(question, state),
    // Headers may be forbidden where the rest is not.
    isAnswer: (refusal) => isNotFound(refusal) || (refusal.status === 403 && state.hasHeaders),
    isAbout: ({ id }, body) => body.id === id,
  })
  if (!found.ok) return found
  const { answers, left, calls, pauseSeconds } = found.value
  const seen = answers.flatMap(([question, part]) => seenIn(question, part, state, reading))
  const missing = seen.filter(({ headers }) => headers === 'missing').length
  const withheld = seen.filter(({ headers }) => headers === 'forbidden')
  // Not one of many has any: this Graph keeps them to itself, and is not asked again.
  const isWithheld =
    !seen.some(({ headers }) => headers === 'given') && (withheld.length > 0 || missing >= manyMessages)
  const known = seen
    .filter(({ headers }) => isWithheld || headers !== 'forbidden')
    .flatMap(({ partial }) => partial ?? [])
  const again = withheld.filter(({ partial }) => partial === null || !isWithheld)
  const todo = [...left, ...again].map(({ id }) => id)
  const messages = known.map((partial) => messageOf(state, partial))
  return success({
    state: {
      ...state,
      hasHeaders: state.hasHeaders && !isWithheld,
      todo: [...new Set([...state.todo, ...todo])],
    },
    messages: messages.filter(({ receivedAt, box }) => receivedAt >= reading.request.since || box === 'discarded'),
    gone: answers.flatMap(([{ id }, part]) => (part.ok || !isNotFound(part.refusal) ? [] : [id])),
    calls,
    pauseSeconds,
  })
}

/** A letter as it was found, and what became of the wish to see its headers. */
interface Seen extends Question {
  readonly headers: 'given' | 'missing' | 'forbidden' | 'not wanted'
}

const pathOf = ({ id, partial }: Question, { hasHeaders }: State): string => {
  const select = [...(partial === null ? [properties] : []), ...(hasHeaders ? ['internetMessageHeaders'] : [])]
  return `/me/messages/${encodeURIComponent(id)}?$select=${select.join(',')}`
}

/** None where it is gone, a draft, or a meeting's mail. */
const seenIn = (question: Question, part: Part, state: State, { headersMatter }: Reading): readonly Seen[] => {
  const { id } = question
  if (!part.ok) return isNotFound(part.refusal) ? [] : [{ ...question, headers: 'forbidden' }]
  const row = question.partial === null ? parseRow(part.body, null) : null
  const partial = row?.kind === 'message' ? row.partial : question.partial
  if (partial === null) return []
  const isWanted = question.partial !== null || headersMatter(messageOf(state, partial))
  if (!isWanted || !state.hasHeaders) return [{ id, partial, headers: 'not wanted' }]
  const isGiven = givenHeaders(part.body).length > 0
  return [{ id, partial: withHeaders(partial, part.body), headers: isGiven ? 'given' : 'missing' }]
}

const manyMessages = 20
