/** Asking many things, twenty to a call, one call after another; each answers for itself. */
import type { Fields } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import type { Access, ProviderError } from '../provider.ts'
import { type Ask, callOf, type GraphClient, type Part, partsPerBatch } from './client.ts'
import { errorOfRefusal, type Refusal } from './errors.ts'

export interface Answers<Q> {
  readonly answers: readonly (readonly [question: Q, answer: Part])[]
  /** Refused this time, or not asked any more, once a wait was asked for or enough was asked: to be asked again. */
  readonly left: readonly Q[]
  readonly calls: number
  /** How long to wait before anything is asked again; 0 where nothing was refused. */
  readonly pauseSeconds: number
}

export interface Questions<Q> {
  readonly questions: readonly Q[]
  readonly pathOf: (question: Q) => string
  /** Refusals that are an answer: "it is not there". */
  readonly isAnswer: (refusal: Refusal) => boolean
  /** Whether a success is about what was asked. What is not, is an answer broken on its way. */
  readonly isAbout: (question: Q, body: Fields) => boolean
}

/** Fails only where every part was refused, or one for a reason that holds for all. */
export const askEach = async <Q>(
  { client, access }: { readonly client: GraphClient; readonly access: Access },
  ask: Ask,
  { questions, pathOf, isAnswer, isAbout }: Questions<Q>,
): Promise<Result<Answers<Q>, ProviderError>> => {
  const answers: (readonly [Q, Part])[] = []
  const refused: (readonly [Q, ProviderError])[] = []
  let asked = 0
  let calls = 0
  // Whoever goes on asking while told to wait is made to wait longer.
  while (asked < questions.length && calls < maxCalls && !refused.some(([, { reason }]) => reason === 'rate_limited')) {
    const batch = questions.slice(asked, asked + partsPerBatch)
    const parts = await client.batch(access, batch.map(pathOf), ask)
    if (!parts.ok) return parts
    asked += batch.length
    calls += 1
    for (const [index, question] of batch.entries()) {
      const part = parts.value[index]
      if (part === undefined) continue
      if (part.ok ? isAbout(question, part.body) : isAnswer(part.refusal)) answers.push([question, part])
      else if (part.ok) refused.push([question, { reason: 'unavailable', status: 200 }])
      else refused.push([question, errorOfRefusal(part.refusal, callOf(access, ask))])
    }
  }
  const errors = refused.map(([, error]) => error)
  const grave = errors.find(({ reason }) => reason !== 'rate_limited' && reason !== 'unavailable')
  const failed = grave ?? (answers.length === 0 ? errors[0] : undefined)
  if (failed !== undefined) return failure(failed)
  return success({
    answers,
    left: [...refused.map(([question]) => question), ...questions.slice(asked)],
    calls,
    pauseSeconds: Math.max(0, ...errors.map(pauseOf)),
  })
}

/** With what else an invocation asks, far below the free plan's fifty requests. A full page of ours needs fewer. */
const maxCalls = 20

/** A part that merely failed is asked for again soon. */
const pauseOf = (error: ProviderError): number =>
  error.reason === 'rate_limited' ? error.retryAfterSeconds : partPause

const partPause = 2
