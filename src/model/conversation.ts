/**
 * Conversations by mail between the user and one person: who began each, and what was answered after how long. This is the
 * one place that says what a conversation is: what is begun after a quiet week, and goes on until the next. A thread is
 * none: people answer in a new one, and take up an old one years later. Whatever order the letters were read in. Pure.
 */
import { type Exchange, type Interaction, isDirect } from './interaction.ts'
import { daysBetween, type Instant, MINUTE } from './time.ts'

/** What is known of a contact. Where no headers are, no letter is known to name another that it answers. */
export type Told = Pick<Interaction, 'kind' | 'at' | 'size'> & Partial<Pick<Interaction, 'isAnswer'>>

/** What a letter is to its conversation. */
export interface Turn {
  readonly kind: 'sent' | 'received'
  readonly at: Instant
  /** It came after a quiet week, and is no late answer to a beginning. The first that is known may answer what is not here. */
  readonly isBeginning: boolean
  /** It asks for an answer: it went to one person or two. */
  readonly isAsking: boolean
  /** Seconds after the last letter of the other side that asked, where it is the first since; null where it answers none. */
  readonly answersAfter: number | null
}

/** A letter to more people than this asks nobody in particular. */
export const maxAsked = 2
/** After so many quiet days the next letter begins a conversation (rhythm hazard, "initiative"). */
const quietDays = 7
/** An answer after longer than this answers nothing. */
export const answerDays = 21

/**
 * Of each letter between the two, in order of time: meetings, and what merely went past both, are not there. What comes
 * later than `longestDays` is no answer.
 */
export const turnsOf = <T extends Told>(history: readonly T[], maxDays = answerDays): ReadonlyMap<T, Turn> => {
  const turns = new Map<T, Turn>()
  const direct = history.filter(({ kind }) => isDirect(kind)).sort((a, b) => a.at - b.at)
  /** When each side last asked what the other has not answered yet. */
  const openSince: Record<Turn['kind'], Instant | null> = { sent: null, received: null }
  let before: T | null = null
  let hasBegun = false
  for (const exchange of direct) {
    const { kind, at, size } = exchange
    hasBegun = before === null ? exchange.isAnswer !== true : begins(exchange, { before, hasBegun })
    before = exchange
    if (kind !== 'sent' && kind !== 'received') continue
    const other = kind === 'sent' ? 'received' : 'sent'
    const asked = openSince[other]
    const isAsking = size <= maxAsked
    openSince[other] = null
    if (isAsking) openSince[kind] = at
    const isAnswering = asked !== null && daysBetween(asked, at) <= maxDays
    turns.set(exchange, { kind, at, isBeginning: hasBegun, isAsking, answersAfter: isAnswering ? at - asked : null })
  }
  return turns
}

/** Whether a contact begins a conversation: the late answer to a beginning does not. */
const begins = (
  { kind, at }: Told,
  { before, hasBegun }: { readonly before: Told; readonly hasBegun: boolean },
): boolean => {
  const quiet = daysBetween(before.at, at)
  const isLateAnswer = hasBegun && before.kind !== kind && quiet <= answerDays
  return quiet >= quietDays && !isLateAnswer
}

/**
 * Whether somebody ever answered the user as people do: in the thread of a letter of theirs, to however many, and later than
 * a minute after it, however late. Nobody reads and answers faster.
 */
export const answersLikePeople = (exchanges: readonly Exchange[]): boolean =>
  [...Map.groupBy(exchanges, ({ thread }) => thread).values()].some((inThread) =>
    [
      ...turnsOf(
        inThread.map((exchange) => ({ ...exchange, size: 1 })),
        Number.POSITIVE_INFINITY,
      ).values(),
    ].some(({ kind, answersAfter }) => kind === 'received' && (answersAfter ?? 0) > MINUTE),
  )
