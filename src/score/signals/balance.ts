/**
 * Who begins, and whether it is answered: the balance of giving and taking, as far as metadata can tell. It ranks nobody
 * (measured, it predicts nothing that the weeks in touch do not), but it says when to ease off and whom to thank. Pure.
 */
import type { Interaction } from '../../model/interaction.ts'
import { daysBetween, type Instant } from '../../model/time.ts'

export interface Balance {
  /** Conversations begun by a letter, since `since`. */
  readonly begun: number
  readonly begunByThem: number
  /** Of those the user began, how many they answered, by letter or by meeting; the last one is not counted while it may still be. */
  readonly begunByUser: number
  readonly answered: number
  /** How many of the latest in a row the user began. */
  readonly userInARow: number
}

/** `history` comes newest first, as far back as it is known. */
export const balanceOf = (
  history: readonly Pick<Interaction, 'kind' | 'at'>[],
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Balance => {
  const direct = history.filter(({ kind }) => kind !== 'seen').reverse()
  let begunByThem = 0
  let begunByUser = 0
  let answered = 0
  let userInARow = 0
  /** Whether the letter before the one at hand began a conversation. */
  let isBeginning = false
  for (const [index, { kind, at }] of direct.entries()) {
    const before = direct[index - 1]
    // The late answer to a beginning begins nothing.
    const isLateAnswer: boolean =
      isBeginning && before?.kind !== kind && daysBetween(before?.at ?? at, at) <= answerDays
    isBeginning = (before === undefined || daysBetween(before.at, at) >= quietDays) && !isLateAnswer
    if (at < since || kind === 'met' || !isBeginning) continue
    if (kind === 'received') {
      begunByThem += 1
      userInARow = 0
      continue
    }
    userInARow += 1
    const answer = direct.slice(index + 1).find((later) => later.kind !== 'sent')
    const waited = daysBetween(at, answer?.at ?? now)
    if (answer === undefined && waited < answerDays) continue
    begunByUser += 1
    if (answer !== undefined && waited <= answerDays) answered += 1
  }
  return { begun: begunByThem + begunByUser, begunByThem, begunByUser, answered, userInARow }
}

/** After so many quiet days the next letter begins a conversation (rhythm hazard, "initiative"). */
const quietDays = 7
/** An answer after longer than this answers nothing. */
const answerDays = 21
