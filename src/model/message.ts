/** Mail as a provider's metadata tells it (RFC 5322). No body, ever: there is no field to hold one. */
import type { Address } from './address.ts'
import type { Instant } from './time.ts'

/** Header fields by name and value, unfolded, in order, repeated ones repeated. Names as the sender wrote them. */
export type Headers = readonly (readonly [name: string, value: string])[]

export interface Message {
  /** The provider's id: stable for the life of the message in its mailbox. */
  readonly id: string
  readonly threadId: string
  /** When the provider received it: a `Date` header can be wrong by years. */
  readonly receivedAt: Instant
  /** Which side of the mailbox it lies on. `discarded` is in the bin or among spam: as good as gone. */
  readonly box: 'sent' | 'received' | 'discarded'
  readonly from: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
  /** What tells letters from machines' mail; read, and not kept. */
  readonly headers: Headers
}

/** The first value of a header, by its name in lower case, or null. */
export const headerValue = (headers: Headers, name: string): string | null => {
  for (const [candidate, value] of headers) {
    if (candidate.length === name.length && candidate.toLowerCase() === name) return value
  }
  return null
}
