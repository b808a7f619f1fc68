/** What came of many calls sent as one: each part answers, or is refused, for itself. Pure. */
import { failure, type Result, success } from '../../model/result.ts'
import type { ProviderError } from '../provider.ts'

/** A part of a batch: what was asked, and what came of it. */
export interface SettledPart<Question, Answer> {
  readonly question: Question
  readonly outcome: Result<Answer, ProviderError>
}

export interface Settled<Question, Answer> {
  readonly answers: readonly { readonly question: Question; readonly answer: Answer }[]
  /** To be asked again. */
  readonly refused: readonly Question[]
  /** How long to wait before anything is asked again; 0 where nothing was refused. */
  readonly pauseSeconds: number
}

/** Fails only where every part was refused, or one for a reason that holds for all. */
export const settle = <Question, Answer>(
  parts: readonly SettledPart<Question, Answer>[],
): Result<Settled<Question, Answer>, ProviderError> => {
  const answers: { readonly question: Question; readonly answer: Answer }[] = []
  const refused: Question[] = []
  const errors: ProviderError[] = []
  for (const { question, outcome } of parts) {
    if (outcome.ok) {
      answers.push({ question, answer: outcome.value })
    } else {
      refused.push(question)
      errors.push(outcome.error)
    }
  }
  const holdsForAll = errors.find(({ reason }) => !ofOnePart.has(reason))
  const failed = holdsForAll ?? (answers.length === 0 ? errors[0] : undefined)
  if (failed !== undefined) return failure(failed)
  return success({ answers, refused, pauseSeconds: Math.max(0, ...errors.map(pauseOf)) })
}

/**
 * What one part may be refused for while others are answered: what was answered is kept. A token that dies in the middle is
 * found dead by the next call.
 */
const ofOnePart: ReadonlySet<ProviderError['reason']> = new Set(['rate_limited', 'unavailable', 'token_expired'])

/** A part that merely failed is asked for again soon. */
const pauseOf = (error: ProviderError): number =>
  error.reason === 'rate_limited' ? error.retryAfterSeconds : partPauseSeconds

const partPauseSeconds = 2
