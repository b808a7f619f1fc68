/**
 * Conversations by mail between the user and one person, out of their letters: who began each, and what was answered after
 * how long. A conversation is what the provider threads; within it a letter answers when it is the next one from the other
 * side. Whatever order the letters were read in, and however few of them yet. Pure.
 */
import type { Exchange } from './interaction.ts'
import { type Instant, MINUTE } from './time.ts'

export interface Conversation {
  readonly beganAt: Instant
  /** Null where its beginning is not here: the first letter answers another, or went to many. */
  readonly begunBy: 'user' | 'contact' | null
  readonly answers: readonly Answer[]
}

/** A letter that was direct, or several in a row of one side, and what became of it. */
export interface Answer {
  readonly by: 'user' | 'contact'
  /** From the first letter of the row to the answer, in seconds; null while none came. */
  readonly afterSeconds: number | null
}

/** Newest first, as they began. */
export const conversationsOf = (exchanges: readonly Exchange[]): readonly Conversation[] =>
  [...Map.groupBy(exchanges.filter(isLetter), ({ thread }) => thread).values()]
    .map((letters) => conversationOf(letters.toSorted((a, b) => a.at - b.at)))
    .sort((a, b) => b.beganAt - a.beganAt)

/** How one side answers: of how many letters how many, and the median time it took, in seconds; null where none was. */
export const answeringOf = (
  conversations: readonly Conversation[],
  by: Answer['by'],
): { readonly asked: number; readonly answered: number; readonly usualSeconds: number | null } => {
  const asked = conversations.flatMap(({ answers }) => answers.filter((answer) => answer.by === by))
  const times = asked.flatMap(({ afterSeconds }) => afterSeconds ?? []).sort((a, b) => a - b)
  return { asked: asked.length, answered: times.length, usualSeconds: times[Math.floor(times.length / 2)] ?? null }
}

/**
 * Whether somebody ever answered the user as people do: in the thread of a letter of theirs, and later than a minute after it.
 * Nobody reads and answers faster.
 */
export const answersLikePeople = (exchanges: readonly Exchange[]): boolean =>
  conversationsOf(exchanges).some(({ answers }) =>
    answers.some(({ by, afterSeconds }) => by === 'contact' && afterSeconds !== null && afterSeconds > MINUTE),
  )

const isLetter = ({ feed }: Exchange): boolean => feed === 'mail'

const conversationOf = (rising: readonly Exchange[]): Conversation => {
  const [first] = rising
  return { beganAt: first?.at ?? (0 as Instant), begunBy: beginnerOf(first), answers: answersIn(rising) }
}

const beginnerOf = (first: Exchange | undefined): Conversation['begunBy'] => {
  if (first === undefined || first.isAnswer) return null
  if (first.kind === 'sent') return 'user'
  return first.kind === 'received' || first.role === 'from' ? 'contact' : null
}

const answersIn = (rising: readonly Exchange[]): readonly Answer[] => {
  const found: Answer[] = []
  let asked: Exchange | null = null
  for (const letter of rising) {
    if (letter.kind !== 'sent' && letter.kind !== 'received') continue
    if (asked !== null && asked.kind !== letter.kind) {
      found.push({ by: answererOf(asked), afterSeconds: letter.at - asked.at })
      asked = null
    }
    asked ??= letter
  }
  // The last word may ask for nothing; one that opened the conversation does.
  if (asked !== null && asked === rising[0]) found.push({ by: answererOf(asked), afterSeconds: null })
  return found
}

const answererOf = ({ kind }: Exchange): Answer['by'] => (kind === 'sent' ? 'contact' : 'user')
