/** A mail we send to a user: the report, and hardly anything else. */
export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Headers beside the ones every mailer sets itself. */
  readonly headers: Readonly<Record<string, string>>
}
