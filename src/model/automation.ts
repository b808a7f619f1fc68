/**
 * Why an item is left out before anybody becomes a person, as codes. Codes are stored and sentences are shown: rewording
 * one changes no row. Pure.
 */

/**
 * Why a message counts as written by no person. The number of a code is its place in this list and is stored: append only.
 * Of codes of one strength the first in this list is told.
 */
export const automationCodes = [
  'other',
  'auto_submitted',
  'null_return_path',
  'delivery_report',
  'mail_server',
  'auto_reply_header',
  'calendar_traffic',
  'mailing_list',
  'bulk_precedence',
  'no_reply_name',
  'bounce_subject',
  'auto_reply_subject',
  'invitation_subject',
  'automated_name',
  'tracker_header',
  'one_time_address',
  'list_sender',
  'automated_display_name',
  'unsubscribe_header',
  'campaign_service',
  'campaign_header',
  'replies_to_list',
  'failures_to_automated',
  'process_header',
  'automated_submitter',
  'transaction_name',
  'publisher_name',
  'bulk_domain',
  'script_client',
  'away_subject',
  'receipt_subject',
  'inviting_subject',
  'addressed_to_list',
  'replies_to_automated',
  'relayed_by_service',
  'many_recipients',
  'foreign_errors_address',
  'newsletter_subject',
  'notice_subject',
  'errors_address',
  'mail_service',
  'program_boundary',
  'ticket_subject',
  'named_for_domain',
  'delivery_priority',
  'no_auto_replies_wanted',
  'addressed_to_sender',
  'role_name',
  'no_recipients',
  'server_message_id',
  'html_only',
  'organisation_name',
  'serial_subject',
  'program_message_id',
  'failures_elsewhere',
  'replies_elsewhere',
  'challenge_subject',
  'service_account',
  'acknowledgement_subject',
  'form_sender',
  'brand_name',
  'mail_loop',
] as const

export type AutomationCode = (typeof automationCodes)[number]

/** Everything a message or an event may be left out for. */
export type LeftOutCode =
  | AutomationCode
  | 'impossible_date'
  | 'sender_refuted'
  | 'no_sender'
  | 'to_oneself'
  | 'sent_for_another'
  | 'not_a_meeting'
  | 'cancelled'
  | 'declined'
  | 'no_guests'

/** How many items were left out, by the reason. */
export type LeftOutCounts = Readonly<Partial<Record<LeftOutCode, number>>>

/** The counts as pairs, the most first. */
export const leftOutPairs = (counts: LeftOutCounts): readonly (readonly [LeftOutCode, number])[] =>
  everyLeftOutCode
    .map((code) => [code, counts[code] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])

export const everyLeftOutCode: readonly LeftOutCode[] = [
  ...automationCodes,
  'impossible_date',
  'sender_refuted',
  'no_sender',
  'to_oneself',
  'sent_for_another',
  'not_a_meeting',
  'cancelled',
  'declined',
  'no_guests',
]

export const addLeftOut = (before: LeftOutCounts, found: ReadonlyMap<LeftOutCode, number>): LeftOutCounts => {
  const sums: Partial<Record<LeftOutCode, number>> = { ...before }
  for (const [code, count] of found) sums[code] = (sums[code] ?? 0) + count
  return sums
}

/** Why one message is automated, and how strongly its strongest evidence speaks. */
export interface AutomationEvidence {
  readonly code: AutomationCode
  /** The weight of the code's rule; `decisiveStrength` where the rule settles it alone. */
  readonly strength: number
}

/** Above every weight. */
export const decisiveStrength = 7

/**
 * The stronger of two, whichever comes first: of equal strength the code with the smaller number. The order is total, so
 * neither the order of messages nor where a page ends decides which evidence stands for a sender.
 */
export const strongerEvidence = (a: AutomationEvidence, b: AutomationEvidence): AutomationEvidence =>
  packEvidence(b) > packEvidence(a) ? b : a

/** Evidence as the number that is stored: of two the greater is the stronger. Stored: must never change. */
export const packEvidence = ({ code, strength }: AutomationEvidence): number =>
  strength * maxCodes + (maxCodes - 1 - automationCodes.indexOf(code))

/** The code within a packed number; `other` where no code has that number. */
export const unpackCode = (packed: number): AutomationCode =>
  automationCodes[maxCodes - 1 - (packed % maxCodes)] ?? 'other'

/** Two bytes hold every strength and this many codes: what is left of evidence by it tells the code. */
export const maxCodes = 256
