/** Someone the user is in touch with, as pages and reports speak of them. */
import type { CanonicalAddress } from './address.ts'
import type { Wishes } from './correction.ts'
import type { Relationship } from './relationship.ts'

export interface Person {
  /**
   * The number of their first contact: stable, and meaningful only together with the user. Of people whom nothing but a
   * correction tells of, that correction's number, negative.
   */
  readonly id: number
  /** What to call them in a list: their name, or their address where nobody ever named them. */
  readonly name: string
  /** What to call them in a greeting, or null where that is not safe to say. */
  readonly givenName: string | null
  /** Where to write to, as they spell it: of several addresses the one they used last. */
  readonly address: string
  readonly contactIds: readonly number[]
  readonly addresses: readonly CanonicalAddress[]
  /** Over all their addresses, what the user logged included. */
  readonly relationship: Relationship
  readonly wishes: Wishes
}
