/**
 * An interaction is one dated contact between the user and one other address.
 * Interactions are the truth of the product: whatever it says about a relationship is summed up from them.
 */
import type { Address } from './address.ts'
import type { Instant } from './time.ts'

/**
 * How they were in touch. `sent`, `received` and `met` are direct contact; `seen` says only that both were
 * on the same letter or in the same large meeting: a sign of life, no contact.
 */
export type InteractionKind = 'seen' | 'sent' | 'received' | 'met'

/** Which of an account's feeds told of it. */
export type FeedName = 'mail' | 'calendar'

export interface Interaction {
  readonly feed: FeedName
  /** The provider's id of the message or event. */
  readonly item: string
  readonly who: Address
  readonly kind: InteractionKind
  readonly at: Instant
  /** How many people were on it besides the user, 1 or more. */
  readonly size: number
  /** What a letter is called in every mailbox it lies in (RFC 5322 Message-ID), or null. */
  readonly letter: string | null
}

export const isDirect = (kind: InteractionKind): boolean => kind !== 'seen'
