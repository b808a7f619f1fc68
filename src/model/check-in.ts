/** A suggested message. We draft; the person sends. */

export type Tone = 'warm' | 'brief' | 'formal'

export const tones: readonly Tone[] = ['warm', 'brief', 'formal']

export interface CheckIn {
  readonly tone: Tone
  readonly subject: string
  /** Plain text; lines end in "\n". */
  readonly text: string
}

/** Where the person writes their mail: Outlook on the web has one host for work and school, another for everybody else. */
export type MailClient = 'gmail' | 'outlook_work' | 'outlook_personal' | 'mailto'
