/** Why an address is nobody the user is in touch with. */

import type { Contact } from '../model/contact.ts'
import type { ActiveCorrection } from '../model/correction.ts'
import type { Instant } from '../model/time.ts'

export interface Exclusion {
  readonly contact: Contact
  readonly rule: ExclusionRule
}

export type ExclusionRule =
  | { readonly kind: 'own' }
  | { readonly kind: 'list' }
  /** An address that a service made for an exchange, not somebody's own. */
  | { readonly kind: 'relay' }
  /** Called as a machine or a desk is, and nobody ever wrote from there as a person does. */
  | { readonly kind: 'role_account' }
  /** All of its letters look like a machine's, and it never answered one of the user's. */
  | { readonly kind: 'automated' }
  /** The user never wrote to them nor met them. */
  | { readonly kind: 'only_heard_from' }
  /** On letters to others and in large meetings, and nothing else. */
  | { readonly kind: 'only_seen' }
  /** Whatever the user wrote came back, and nobody was ever there. */
  | { readonly kind: 'bounced'; readonly at: Instant }
  /** Written to for so many weeks, nameless, and never a word from it: a list or a shared mailbox. */
  | { readonly kind: 'never_spoke'; readonly weeks: number }
  | { readonly kind: 'ignored'; readonly by: ActiveCorrection }
