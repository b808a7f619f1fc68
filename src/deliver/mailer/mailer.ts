/** Whoever carries mail: one small interface; the carriers are chosen by configuration, a file each. */
import type { OutgoingMail } from '../../model/mail.ts'
import type { Result } from '../../model/result.ts'

/** A carrier. */
export interface Mailer {
  /**
   * For so many seconds the carrier knows an idempotency key again: within them it is safe to send the same mail under the
   * same key, whatever became of an earlier attempt. 0 where the carrier knows none: something else must then settle an
   * attempt without an answer.
   */
  readonly keySeconds: number
  /** Hands one mail over. `idempotencyKey` names it. */
  send(mail: OutgoingMail, idempotencyKey: string): Promise<Result<null, MailError>>
}

/** Why a mail was not taken, or may not have been. */
export type MailError =
  /** The carrier took nothing; trying again may help. */
  | { readonly reason: 'unavailable'; readonly retryAfterSeconds: number }
  /** Whether the carrier took it is not known. */
  | { readonly reason: 'unanswered'; readonly retryAfterSeconds: number }
  /** Trying again will not help: a setting, a rule or the mail itself is wrong. */
  | { readonly reason: 'refused'; readonly detail: string }
  /** The carrier no longer sends to this address: it came back before, or its owner called us unwanted. */
  | { readonly reason: 'suppressed' }

/** Whom a mail is from. */
export interface Sender {
  readonly name: string
  readonly address: string
}

/** Where a carrier names no wait of its own. */
export const usualWaitSeconds = 60
