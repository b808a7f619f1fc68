/** Everything a check-in may say: whom it is for, why, and the facts its sentences are filled from. Pure types. */
import type { Formality, Tone } from '../model/check-in.ts'
import type { Suggestion } from '../model/report.ts'
import type { Instant } from '../model/time.ts'

/** Whom to write to, why, and for whom the check-in is written. What is absent is not known, and nothing is said of it. */
export interface Occasion {
  readonly suggestion: Pick<Suggestion, 'personId' | 'name' | 'givenName' | 'reason' | 'last'> &
    Partial<Pick<Suggestion, 'address'>>
  /** The day the report was made for. It chooses the text. */
  readonly at: Instant
  /** The day the message is sent, which "last week" and "in May" are counted from; `at` where it is absent. */
  readonly sentAt?: Instant
  readonly zone: string
  /** BCP 47, the user's own. */
  readonly locale?: string
  /** The code of the language in which the two write to each other, or the user's usual one where that is not known. */
  readonly language?: string
  /** The user's own name, or '' where it is not known. */
  readonly userName: string
  readonly topic?: RawTopic
  /** The last time both were on one group message or in one larger meeting, if it came after the last direct contact; null where none did. */
  readonly lastSeen?: LastSeen | null
  /** The first contact ever, where the past is known well enough to call it the first. */
  readonly firstAt?: Instant | null
  /** The last meeting of the two, other people present or not; null where none is known. */
  readonly lastMetAt?: Instant | null
  /** The last message or small meeting of just the two; null where none is known. */
  readonly lastAloneAt?: Instant | null
  /** Of the conversations that the two alone began within the last year, how many they began. */
  readonly begun?: { readonly byThem: number; readonly all: number }
  /** Where they wrote from before, where the reason is a new address. */
  readonly formerAddress?: string
  /** Their last message opened a conversation, and the user has not written since. */
  readonly isTheirsUnanswered?: boolean
  /** The user's own message was the last between the two alone, began a conversation, and has had no reply. */
  readonly isOwnUnanswered?: boolean
  /** The two call each other by their given names. */
  readonly isOnFirstNames?: boolean
  /** What an introduction can name as its reason: the group of the user's that holds both, such as "Offshore". */
  readonly commonGround?: string
  /** Full names of the user's people. A subject that holds one of them is no topic. */
  readonly peopleNames?: readonly string[]
  readonly voice?: Voice
  /** Which of the texts to use, as `draftReport` chose it; without it person and week choose. */
  readonly variant?: number
}

/** The subject of the last message between just the two, or the title of their last meeting of at most four. Kept nowhere. */
export interface RawTopic {
  readonly text: string
  readonly from: 'message' | 'meeting'
  readonly at: Instant
  /** Who began the conversation it belongs to; absent where that is not known. */
  readonly begunBy?: 'user' | 'them'
  /** It names somebody else: a reply may bear it as its subject, and no sentence may speak of it. */
  readonly isSubjectOnly?: boolean
}

export interface LastSeen {
  readonly at: Instant
  /** Null where that is not known. */
  readonly how: 'thread' | 'meeting' | null
}

/** What the user settled, for everyone or for this person. Whatever is absent follows from what is known of the two. */
export interface Voice {
  /** What stands under every check-in instead of the user's given name. */
  readonly signOff?: string
  /** "Hello", "Servus": what stands before the name in the warm and the brief tone. */
  readonly greetingWord?: string
  /** What the user calls this person. */
  readonly callThem?: string
  /** The tone for this person, or the user's usual one; absent where the relationship decides. */
  readonly tone?: Tone
  /** The language for this person, before the one the two write in. */
  readonly language?: string
  /** On first-name terms, *du*, *tu*, *tú*, or on formal ones, *Sie*, *vous*, *usted*; null where the tone decides. */
  readonly formality?: Formality | null
}
