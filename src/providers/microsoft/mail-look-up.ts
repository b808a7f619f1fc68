/** Looking letters up one by one, twenty to a batch, each part answering for itself. */
import type { Message } from '../../model/message.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Access, ProviderError, Pull } from '../provider.ts'
import { type Ask, callOf, type GraphClient, type Part, partsPerBatch } from './client.ts'
import { errorOfRefusal, pauseOf, refusedWholly } from './errors.ts'
import type { State } from './mail-cursor.ts'
import { messageOf } from './mail-folders.ts'
import { mailScope } from './oauth.ts'
import { givenHeaders, type Letter, parseRow, withHeaders } from './parse.ts'

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
  readonly letter: Letter | null
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
  const answers: Answer[] = []
  let calls = 0
  for (let from = 0; from < questions.length; from += partsPerBatch) {
    const asked = questions.slice(from, from + partsPerBatch)
    const paths = asked.map((question) => pathOf(question, state))
    const parts = await reading.client.batch(reading.access, paths, askOf(reading))
    if (!parts.ok) return parts
    calls += 1
    answers.push(...asked.flatMap((question, index) => answersOf(question, parts.value[index], state, reading)))
  }
  const refusals = answers.flatMap((answer) => (answer.kind === 'refused' ? [answer.error] : []))
  const failed = refusedWholly(refusals, answers.length)
  if (failed !== null) return failure(failed)
  return success({ ...sorted(reading, state, answers), calls, pauseSeconds: Math.max(0, ...refusals.map(pauseOf)) })
}

type Answer =
  | { readonly kind: 'letter'; readonly letter: Letter; readonly hasHeaders: boolean }
  | { readonly kind: 'gone'; readonly id: string }
  /** Asked with its headers, it was refused as forbidden. */
  | { readonly kind: 'withheld'; readonly question: Question }
  | { readonly kind: 'refused'; readonly id: string; readonly error: ProviderError }

const pathOf = ({ id, letter }: Question, { hasHeaders }: State): string => {
  const select = [...(letter === null ? [properties] : []), ...(hasHeaders ? ['internetMessageHeaders'] : [])]
  return `/me/messages/${encodeURIComponent(id)}?$select=${select.join(',')}`
}

/** None where it is a draft or a meeting's mail. */
const answersOf = (question: Question, part: Part | undefined, state: State, reading: Reading): readonly Answer[] => {
  const { id } = question
  if (part === undefined) return []
  if (!part.ok) {
    const { status } = part.refusal
    if (status === 404) return [{ kind: 'gone', id }]
    if (status === 403 && state.hasHeaders) return [{ kind: 'withheld', question }]
    return [{ kind: 'refused', id, error: errorOfRefusal(part.refusal, callOf(reading.access, askOf(reading))) }]
  }
  const row = question.letter === null ? parseRow(part.body, null) : null
  const letter = row?.kind === 'letter' ? row.letter : question.letter
  if (letter === null) return []
  const hasHeaders = givenHeaders(part.body).length > 0
  const isWanted = question.letter !== null || reading.headersMatter(messageOf(state, letter))
  return [{ kind: 'letter', letter: isWanted && hasHeaders ? withHeaders(letter, part.body) : letter, hasHeaders }]
}

const sorted = (
  { request }: Reading,
  state: State,
  answers: readonly Answer[],
): Pick<Found, 'state' | 'messages' | 'gone'> => {
  const letters = answers.flatMap((answer) => (answer.kind === 'letter' ? [answer] : []))
  const withheld = answers.flatMap((answer) => (answer.kind === 'withheld' ? [answer.question] : []))
  const isGiven = letters.some(({ hasHeaders }) => hasHeaders)
  // Not one of many had any: this Graph keeps them to itself, and need not be asked again.
  const isWithheld = !isGiven && (withheld.length > 0 || letters.length >= manyLetters)
  const bare = isWithheld ? withheld.flatMap(({ letter }) => letter ?? []) : []
  const again = withheld.filter(({ letter }) => letter === null || !isWithheld).map(({ id }) => id)
  const refused = answers.flatMap((answer) => (answer.kind === 'refused' ? [answer.id] : []))
  const messages = [...letters.map(({ letter }) => letter), ...bare].map((letter) => messageOf(state, letter))
  return {
    state: {
      ...state,
      hasHeaders: state.hasHeaders && !isWithheld,
      todo: [...new Set([...state.todo, ...refused, ...again])],
    },
    messages: messages.filter(({ receivedAt, box }) => receivedAt >= request.since || box === 'discarded'),
    gone: answers.flatMap((answer) => (answer.kind === 'gone' ? [answer.id] : [])),
  }
}

const manyLetters = 10
