/**
 * Conversations by mail between the user and one person, out of their letters: who began each, and what was answered after
 * how long. A conversation is what the provider threads; within it a letter answers when it is the next one from the other
 * side. Whatever order the letters were read in, and however few of them yet. Pure.
 */
import { type Exchange, isDirect } from './interaction.ts'
import { MINUTE } from './time.ts'

/** What a letter is to its conversation. */
export interface Turn {
  /** It opened the conversation: it names none that it answers, and none of the thread came before. */
  readonly isBeginning: boolean
  /** Seconds after the other side's first letter that it answers; null where it answers none that is here. */
  readonly answersAfter: number | null
}

/** Of each letter among these; what is no letter is not there. */
export const turnsOf = (exchanges: readonly Exchange[]): ReadonlyMap<Exchange, Turn> => {
  const turns = new Map<Exchange, Turn>()
  const letters = exchanges.filter(({ feed }) => feed === 'mail').sort((a, b) => a.at - b.at)
  for (const conversation of Map.groupBy(letters, ({ thread }) => thread).values()) {
    let asked: Exchange | null = null
    for (const [index, letter] of conversation.entries()) {
      const isBeginning = index === 0 && !letter.isAnswer
      if (!isDirect(letter.kind)) {
        turns.set(letter, { isBeginning: isBeginning && letter.role === 'from', answersAfter: null })
        continue
      }
      const isAnswering: boolean = asked !== null && asked.kind !== letter.kind
      turns.set(letter, { isBeginning, answersAfter: isAnswering ? letter.at - (asked?.at ?? letter.at) : null })
      // Several letters in a row of one side ask once.
      if (asked === null || isAnswering) asked = letter
    }
  }
  return turns
}

/**
 * Whether somebody ever answered the user as people do: in the thread of a letter of theirs, and later than a minute after it.
 * Nobody reads and answers faster.
 */
export const answersLikePeople = (exchanges: readonly Exchange[]): boolean =>
  [...turnsOf(exchanges)].some(([{ kind }, { answersAfter }]) => kind === 'received' && (answersAfter ?? 0) > MINUTE)
