/** A suggested message. We draft; the person sends. */

export type Tone = 'warm' | 'brief' | 'formal'

export const tones: readonly Tone[] = ['warm', 'brief', 'formal']

export interface CheckIn {
  readonly tone: Tone
  readonly subject: string
  /** Plain text; lines end in "\n". */
  readonly text: string
}

/** Where the person writes their mail. */
export type MailClient = 'gmail' | 'mailto'
