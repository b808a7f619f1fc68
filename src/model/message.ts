/** Mail as a provider's metadata tells it (RFC 5322). No body, ever: there is no field to hold one. */
import type { Address } from './address.ts'
import type { Instant } from './time.ts'

/** Header fields by name and value, unfolded, in order, repeated ones repeated. Names as the sender wrote them. */
export type Headers = readonly (readonly [name: string, value: string])[]

export interface Message {
  /** The provider's id: stable for the life of the message in its mailbox. */
  readonly id: string
  readonly threadId: string
  /** What the sender's program called it (RFC 5322 §3.6.4), without brackets: the same in every mailbox. Null where it has none. */
  readonly messageId: string | null
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

/** A Message-ID as headers write it, without brackets and blanks; null where nothing is left. */
export const bareMessageId = (value: string | null): string | null => {
  const bare = value?.replace(/^[\s<]+|(?<![\s>])[\s>]+$/g, '') ?? ''
  return bare === '' ? null : bare
}

/** The first value of a header, by its name in lower case, or null. */
export const headerValue = (headers: Headers, name: string): string | null => {
  for (const [candidate, value] of headers) {
    if (candidate.length === name.length && candidate.toLowerCase() === name) return value
  }
  return null
}

/** A header is written by whoever sends: beyond this it is cut, so that one letter cannot eat a page's CPU. */
export const maxHeaderLength = 16_384

/** Every header the product looks at, in lower case: what a provider that lets us choose is asked for, and nothing else. */
export const headersWorthReading: readonly string[] = [
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'return-path',
  'errors-to',
  'content-type',
  'content-class',
  'auto-submitted',
  'precedence',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'list-owner',
  'list-archive',
  'list-subscribe',
  'mailing-list',
  'x-mailing-list',
  'x-beenthere',
  'x-mailman-version',
  'x-google-group-id',
  'x-original-from',
  'x-original-sender',
  'x-list-host',
  'x-ml-name',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply-from',
  'x-vacation',
  'x-failed-recipients',
  'x-ms-exchange-calendar-originator-id',
  'x-ms-exchange-calendar-series-instance-id',
  'x-ms-traffictypediagnostic',
  'x-mailer',
  'user-agent',
  'approved-by',
  'x-php-originating-script',
  'feedback-id',
  'x-feedback-id',
  'x-report-abuse',
  'x-csa-complaints',
  'x-campaign',
  'x-campaignid',
  'x-campaign-id',
  'x-mc-user',
  'x-ses-outgoing',
  'x-sg-eid',
  'x-mailgun-sid',
  'x-mailgun-tag',
  'x-mandrill-user',
  'x-pm-message-id',
  'x-sfdc-entityid',
  'x-job',
  'x-entity-ref-id',
  'x-bulkmail',
  'x-github-reason',
  'x-gitlab-project',
  'x-jira-fingerprint',
  'x-bugzilla-reason',
  'x-linkedin-class',
  'x-facebook',
  'x-notifications',
  'x-cron-env',
]
