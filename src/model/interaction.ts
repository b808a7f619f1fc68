/**
 * An interaction is one dated contact between the user and one other address.
 * Interactions are the truth of the product: whatever it says about a relationship is summed up from them.
 */
import type { Address } from './address.ts'
import type { ResponseStatus } from './event.ts'
import type { LanguageCode } from './language.ts'
import type { Instant } from './time.ts'

/**
 * How they were in touch. `sent`, `received` and `met` are direct contact; `seen` says only that both were
 * on the same letter or in the same large meeting: a sign of life, no contact.
 */
export type InteractionKind = 'seen' | 'sent' | 'received' | 'met'

/** Which of an account's feeds told of it. */
export type FeedName = 'mail' | 'calendar'

/**
 * In which field stood whom it was for (RFC 5322 §3.6): of a letter of theirs the user, of any other the contact. `bcc` where
 * no field names them; `from` where the contact wrote it to others, or called the meeting.
 */
export type Role = 'to' | 'cc' | 'bcc' | 'from'

export interface Interaction {
  readonly feed: FeedName
  /** The provider's id of the message or event. */
  readonly item: string
  readonly who: Address
  readonly kind: InteractionKind
  readonly at: Instant
  /** How many people were on it besides the user, 1 or more. */
  readonly size: number
  /** What names the letter, or the occurrence, in every mailbox that holds it: one letter in two accounts is one letter. */
  readonly message: string
  /** What names the conversation, or the series. */
  readonly thread: string
  readonly role: Role
  /** A letter that names another which it answers. */
  readonly isAnswer: boolean
  /** A meeting that is one of a series. */
  readonly isRecurring: boolean
  /** What the contact answered to the invitation; `accepted` of letters. */
  readonly response: ResponseStatus
  /** A letter that looks like a machine's, but not beyond doubt: it counts once its writer is seen to answer the user. */
  readonly isDoubted: boolean
  /** The message came through the contact, which is a mailing list; absent otherwise. */
  readonly isThroughList?: true
  /** The language of its subject, where the message is between two, begins a conversation, and tells it; absent otherwise. */
  readonly language?: LanguageCode
}

/** Contact, and no mere sign of life. */
export const isDirect = (kind: InteractionKind): boolean => kind !== 'seen'

/** An interaction as it is told to people and weighed for reports, without the mailbox it came from. */
export interface Exchange
  extends Pick<Interaction, 'feed' | 'kind' | 'at' | 'size' | 'role' | 'isAnswer' | 'isRecurring' | 'response'> {
  /** Equal numbers are one letter or occurrence, and one conversation or series. */
  readonly message: number
  readonly thread: number
}

/**
 * What counts of everything with one address: letters in doubt only where somebody is seen to stand behind them, or where the
 * user called them a person. The same rule as `countedRelationship`, from the letters themselves.
 */
export const countedExchanges = <T extends Exchange & Pick<Interaction, 'isDoubted'>>(
  all: readonly T[],
  isPerson: boolean,
): readonly T[] => {
  if (isPerson) return all
  const isWrittenTo = all.some(({ kind }) => kind === 'sent')
  const isAnswered = all.some(({ kind, isDoubted, isAnswer }) => kind === 'received' && (!isDoubted || isAnswer))
  return isWrittenTo && isAnswered ? all : all.filter(({ isDoubted }) => !isDoubted)
}

/**
 * Of what several mailboxes hold of one letter or occurrence, or several addresses of one person, one: direct contact
 * before a sign of life, otherwise whichever comes first.
 */
export const onceEach = <T extends Pick<Exchange, 'message' | 'kind'>>(all: readonly T[]): readonly T[] => {
  const kept = new Map<number, T>()
  for (const each of all) {
    const known = kept.get(each.message)
    if (known === undefined || (!isDirect(known.kind) && isDirect(each.kind))) kept.set(each.message, each)
  }
  return kept.size === all.length ? all : all.filter((each) => kept.get(each.message) === each)
}
