import type { MailBarrier } from './user.ts'

/** A mail we send to a user: the report, and hardly anything else. */
export interface OutgoingMail {
  /** Whose mail it is: carriers that tell of mails later tell it by this. */
  readonly userId: number
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Headers beside the ones every mailer sets itself. */
  readonly headers: Readonly<Record<string, string>>
}

/** Why a report that was asked for on demand did not go out. */
export type SendNowError =
  | { readonly reason: 'too_soon' }
  | { readonly reason: MailBarrier }
  /** The user wants no Monday email, and so none in between. */
  | { readonly reason: 'switched_off' }
  | { readonly reason: 'not_sent'; readonly detail: string }

/** The header of a report that tells one week's mail from another's. Its value is the Monday, `YYYY-MM-DD`. */
export const weekHeader = 'X-Perennial-Week'
