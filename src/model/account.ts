/** A connected account: one mailbox and one calendar at one provider, and how reading them stands (RFC 6749 for Grant). */
import type { Instant } from './time.ts'

export type ProviderName = 'google' | 'microsoft'

/** Whether an account can be read, and if not, whose move it is. */
export type AccountStatus =
  | { readonly kind: 'active' }
  /** The provider does not answer, or answers nonsense: we keep trying, nobody has to do anything. */
  | { readonly kind: 'waiting'; readonly reason: 'unavailable' | 'malformed'; readonly since: Instant }
  /** Only the person can mend it, by connecting again. */
  | { readonly kind: 'reconnect'; readonly reason: 'grant_revoked' | 'scope_missing'; readonly since: Instant }
  /** Only an administrator of theirs, or the operator of this installation, can mend it. */
  | { readonly kind: 'blocked'; readonly reason: 'administrator' | 'operator'; readonly since: Instant }

/** How far the first read of an account has come. */
export interface Progress {
  readonly pages: number
  readonly messages: number
  readonly events: number
  /** Quota units spent so far, as the provider counts them. */
  readonly units: number
  /** The provider's own count of what lies in the mailbox, or null while unknown. */
  readonly messagesInMailbox: number | null
  /** Everything from here to today has been read, or null while nothing has. */
  readonly readBackTo: Instant | null
  /** What is read next: plain words are the page's business. */
  readonly next: ReadingStage
}

export type ReadingStage = 'conversations' | 'calendar' | 'rest' | 'done'

export const noProgress: Progress = {
  pages: 0,
  messages: 0,
  events: 0,
  units: 0,
  messagesInMailbox: null,
  readBackTo: null,
  next: 'conversations',
}
