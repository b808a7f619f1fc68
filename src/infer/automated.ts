/**
 * Did a person write this letter to someone, or did a machine send it to many? Decided from headers alone, by signals
 * in order of strength: a decisive one settles it, the others add up, and what only a person's own hand leaves (an answer
 * within a thread, a mail client) counts against them. A missing header never speaks: old mail, sent mail and Outlook's
 * have few, and are judged by what there is. Pure.
 */

import { decisive, type Mark, type Signal, signals } from './automation-codes.ts'
import { type JudgedMessage, View } from './message-view.ts'

export interface Classification {
  readonly human: boolean
  /** The strongest signal that spoke, in words. */
  readonly why: string
  /** A decisive signal spoke: no other evidence is needed. */
  readonly isCertain: boolean
  /** What speaks for a machine less what speaks for a person; 0 where a decisive signal spoke. */
  readonly doubt: number
}

/** By everything its headers say. */
export const judge = (message: JudgedMessage): Classification => judgeBy(decisive, signals, message)

/** The decisive signal that speaks, in words, or null: all that is asked of what the user sent. */
export const certainSign = (message: JudgedMessage): string | null => {
  const view = new View(message)
  return decisive.find(({ speaks }) => speaks(view))?.why ?? null
}

/** The same of a letter that came through a list and names its reader beside it: what lists leave on letters is overlooked. */
export const judgeNamed = (message: JudgedMessage): Classification =>
  judgeBy(messagesOwn.decisive, messagesOwn.signals, message)

const messagesOwn = {
  decisive: decisive.filter(({ isOfList }) => isOfList !== true),
  signals: signals.filter(({ isOfList }) => isOfList !== true),
}

const judgeBy = (certain: readonly Mark[], weighed: readonly Signal[], message: JudgedMessage): Classification => {
  const view = new View(message)
  for (const { why, speaks } of certain) if (speaks(view)) return { human: false, why, isCertain: true, doubt: 0 }
  let doubt = 0
  let strongest: Signal | null = null
  for (const signal of weighed) {
    if (!signal.speaks(view)) continue
    doubt += signal.weight
    if (strongest === null || signal.weight > strongest.weight) strongest = signal
  }
  if (strongest === null || strongest.weight < 0) return human('nothing speaks of a machine', doubt)
  return doubt >= enough
    ? { human: false, why: strongest.why, isCertain: false, doubt }
    : human(`not enough: ${strongest.why}`, doubt)
}

/**
 * The least doubt that a letter leaves whatever its headers say that are not at hand: a missing header never speaks, so others
 * can add to the doubt, or take from it no more than every sign of a person's hand together. Infinite where a decisive
 * mark spoke already. `isNamed`: what lists leave on letters is overlooked.
 */
export const minDoubt = (message: JudgedMessage, isNamed: boolean): number => {
  const marks = isNamed ? messagesOwn : { decisive, signals }
  const view = new View(message)
  if (marks.decisive.some(({ speaks }) => speaks(view))) return Number.POSITIVE_INFINITY
  return marks.signals.reduce((sum, { weight, speaks }) => sum + (weight < 0 || speaks(view) ? weight : 0), 0)
}

/** From here on the doubts outweigh. */
export const enough = 3

const human = (why: string, doubt: number): Classification => ({ human: true, why, isCertain: false, doubt })
