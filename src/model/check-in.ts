/** A suggested message. We draft; the person sends. */

export type Tone = 'warm' | 'brief' | 'formal'

/** On first-name terms, *du*, *tu*, *tú*, or on formal ones, *Sie*, *vous*, *usted*. */
export type Formality = 'informal' | 'formal'

export const formalities: readonly Formality[] = ['informal', 'formal']

export const tones: readonly Tone[] = ['warm', 'brief', 'formal']

export interface CheckIn {
  readonly tone: Tone
  readonly subject: string
  /** Plain text; lines end in "\n". */
  readonly text: string
}

/** The mail clients a link can open with a letter filled in. Outlook's differ for work and for personal accounts. */
export type MailClient = 'gmail' | 'outlook_work' | 'outlook_personal' | 'mailto'

/** Where the user wants check-ins to open: where the account's letters are written, in one client always, or on our page. */
export type WritingPlace = 'account' | MailClient | 'page'

export const writingPlaces: readonly WritingPlace[] = [
  'account',
  'gmail',
  'outlook_work',
  'outlook_personal',
  'mailto',
  'page',
]
