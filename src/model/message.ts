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
  /** What tells a person's mail from an automated sender's; read, and not kept. */
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

/** Every header the product reads: what a provider that lets us choose is asked for, and nothing else. */
export const headersWorthReading: readonly string[] = [
  'Authentication-Results',
  'From',
  'Sender',
  'To',
  'Cc',
  'Bcc',
  'Reply-To',
  'Date',
  'Subject',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Return-Path',
  'Errors-To',
  'Content-Type',
  'Content-Class',
  'Auto-Submitted',
  'Precedence',
  'List-Id',
  'List-Post',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Owner',
  'List-Archive',
  'List-Subscribe',
  'Mailing-List',
  'X-Mailing-List',
  'X-BeenThere',
  'X-Mailman-Version',
  'X-Google-Group-Id',
  'X-Original-From',
  'X-Original-Sender',
  'X-List-Host',
  'X-ML-Name',
  'X-Auto-Response-Suppress',
  'X-Autoreply',
  'X-Autorespond',
  'X-Auto-Reply-From',
  'X-Vacation',
  'X-Failed-Recipients',
  'X-MS-Exchange-Calendar-Originator-Id',
  'X-MS-Exchange-Calendar-Series-Instance-Id',
  'X-MS-TrafficTypeDiagnostic',
  'X-Mailer',
  'User-Agent',
  'Approved-By',
  'X-PHP-Originating-Script',
  'Feedback-ID',
  'X-Feedback-ID',
  'X-Report-Abuse',
  'X-CSA-Complaints',
  'X-Campaign',
  'X-CampaignID',
  'X-Campaign-ID',
  'X-Campaign-Activity-ID',
  'X-Mailin-Campaign',
  'X-Roving-CampaignID',
  'X-Mailgun-Batch-Id',
  'X-Mailing-ID',
  'X-MailingID',
  'X-Newsletter',
  'X-Newsletter-ID',
  'X-Subscriber-ID',
  'X-SubscriberID',
  'X-Job-ID',
  'X-JobID',
  'X-List-ID',
  'X-MC-User',
  'X-SES-Outgoing',
  'X-SG-EID',
  'X-Mailgun-Sid',
  'X-Mailgun-Tag',
  'X-Mandrill-User',
  'X-PM-Message-Id',
  'X-SFDC-EntityId',
  'X-Job',
  'X-Entity-Ref-ID',
  'X-Bulkmail',
  'X-GitHub-Reason',
  'X-GitLab-Project',
  'X-JIRA-FingerPrint',
  'X-Bugzilla-Reason',
  'X-Redmine-Project',
  'X-Redmine-Issue-Id',
  'X-Trac-Project',
  'X-Trac-Ticket-ID',
  'X-Launchpad-Notification-Type',
  'X-Notification-Type',
  'X-Ticket-ID',
  'X-LinkedIn-Class',
  'X-Facebook',
  'X-Notifications',
  'X-Cron-Env',
]

const worthReading = new Set(headersWorthReading.map((name) => name.toLowerCase()))

/** `name` in whichever case. */
export const isWorthReading = (name: string): boolean => worthReading.has(name.toLowerCase())
