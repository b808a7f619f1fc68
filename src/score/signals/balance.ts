/**
 * Who begins, and whether it is answered: the balance of giving and taking, as far as metadata can tell. It ranks nobody
 * (measured, it predicts nothing that the weeks in touch do not), but it says when to ease off and whom to thank. Pure.
 */
import { answerDays, type Told, turnsOf } from '../../model/conversation.ts'
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

/** Of all that is known of the two. */
export const balanceOf = (
  history: readonly Told[],
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Balance => {
  const ofThem = history.filter(({ kind }) => kind === 'received' || kind === 'met').sort((a, b) => a.at - b.at)
  let begunByThem = 0
  let begunByUser = 0
  let answered = 0
  let userInARow = 0
  for (const { kind, at, isBeginning } of turnsOf(history).values()) {
    if (at < since || !isBeginning) continue
    if (kind === 'received') {
      begunByThem += 1
      userInARow = 0
      continue
    }
    userInARow += 1
    const answer = ofThem.find((later) => later.at >= at)
    const waited = daysBetween(at, answer?.at ?? now)
    if (answer === undefined && waited < answerDays) continue
    begunByUser += 1
    if (answer !== undefined && waited <= answerDays) answered += 1
  }
  return { begun: begunByThem + begunByUser, begunByThem, begunByUser, answered, userInARow }
}
